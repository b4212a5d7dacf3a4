"""A source, study, record, rule, event, gap, next step or person that doesn't exist."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule
from knowledge_base.reading.validation import did_you_mean, nearest

RULE = Rule(
    "unknown-reference",
    "Every source, study, record, rule, event, gap, next step and person that is named exists.",
)

MESSAGE = "there is no {kind} '{value}'."
HINT = "{meant} {where}"
WHERE = {
    "source": "New sources are added to evidence/sources.",
    "study": "Studies are in evidence/studies/.",
    "record": "Records are in evidence/records/.",
    "rule": "`kb check --rules` lists the rules.",
    "context-event": "Events are in evidence/context.yml.",
    "gap": "Gaps are in evidence/gaps.yml.",
    "next-step": "Next steps are in evidence/report.yml.",
    "person": "People are in evidence/people.yml.",
}


def _suggestion(kind: str, value: str, choices: set[str]) -> str:
    """Return what was meant; for a source, only one whose author is like the one that is named."""
    if kind == "source":
        alike = {
            key for key in choices if get_close_matches(_author(value), [_author(key)], 1, 0.75)
        }
        return did_you_mean(value, alike) if nearest(value, alike) else ""
    return did_you_mean(value, choices)


def _author(key: str) -> str:
    return re.split("[0-9]|nd$", key)[0]


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each reference to something that isn't there."""
    ids_of_kind = {kind: ids for kind in WHERE if (ids := evidence.known_ids(kind)) is not None}

    @cache
    def suggestion(kind: str, value: str) -> str:
        return _suggestion(kind, value, ids_of_kind[kind])

    for file, trail, kind, value in evidence.references:
        if kind in ids_of_kind and value not in ids_of_kind[kind]:
            yield RULE.finding(
                file.document.at(trail),
                MESSAGE.format(kind=kind.replace("-", " "), value=value),
                HINT.format(meant=suggestion(kind, value), where=WHERE[kind]).strip(),
            )

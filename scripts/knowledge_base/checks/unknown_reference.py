"""A source, study, record, rule or next step that doesn't exist."""

from collections.abc import Iterator

from knowledge_base.evidence import Evidence
from knowledge_base.findings import Finding
from knowledge_base.rules import Rule
from knowledge_base.validation import did_you_mean

RULE = Rule(
    "unknown-reference", "Every source, study, record, rule and next step that is named exists."
)

_WHERE = {
    "source": "Sources are in evidence/sources.bib.",
    "study": "Studies are in evidence/studies/.",
    "record": "Records are in evidence/records/.",
    "rule": "`kb check --rules` lists the rules.",
    "next-step": "Next steps are in evidence/report.yml.",
}


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each reference to something that isn't there."""
    known_of_kind = {kind: evidence.known(kind) for kind in _WHERE}
    for document, trail, kind, value in evidence.references:
        known = known_of_kind.get(kind)
        if known is not None and value not in known:
            yield Finding(
                document.at(trail),
                RULE.id,
                f"there is no {kind.replace('-', ' ')} '{value}'.",
                f"{did_you_mean(value, known)} {_WHERE[kind]}",
            )

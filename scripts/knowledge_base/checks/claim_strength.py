"""A claim whose words say more, or less, than its kind: an association told as an effect."""

import re
from collections.abc import Iterator
from functools import cache

from knowledge_base.model.vocabulary import ClaimKindTerm
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule
from knowledge_base.wording.nouns import with_article

RULE = Rule(
    "claim-strength",
    "A claim's words fit its kind: an association is not put as an effect, or a view as a fact.",
    excusable=True,
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each claim without its kind's words, or with words too strong for it."""
    kinds = evidence.vocabulary("claim-kind")
    for entry in evidence.records_that_tell("claim", "kind"):
        record = entry.value
        kind = kinds.get(record.kind)
        if not isinstance(kind, ClaimKindTerm):
            continue
        label = kind.label.lower()
        if kind.must_say and not _pattern(kind.must_say).search(record.claim):
            yield Finding(
                entry.document.at(("claim",)),
                RULE.id,
                f"the claim does not read as what it is, {with_article(label)}.",
                f"Use one of the words: {_listed(kind.must_say)}; or choose another kind.",
            )
        if kind.must_not_say and (match := _pattern(kind.must_not_say).search(record.claim)):
            yield Finding(
                entry.document.at(("claim",)),
                RULE.id,
                f"'{match.group()}' says more than {with_article(label)} can.",
                "Say it as carefully as the source does, or choose a kind that it supports.",
            )


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(words).replace("*", "…")


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    alternatives = (re.escape(word).replace(r"\*", r"\w*") for word in words)
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)

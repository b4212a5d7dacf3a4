"""A word that its vocabulary doesn't hold."""

from collections.abc import Iterator

from knowledge_base.model.vocabulary import VOCABULARIES
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule
from knowledge_base.reading.validation import did_you_mean
from knowledge_base.wording.nouns import with_article

RULE = Rule("unknown-term", "Words come from the vocabularies in `evidence/vocabularies/`.")


_NAMES = {
    "claim-kind": "a kind of claim",
    "discrepancy-kind": "a kind of discrepancy",
    "discrepancy-bearing": "a way in which a discrepancy matters",
    "evidence-basis": "a basis of evidence",
    "gap-kind": "a kind of gap",
    "how-read": "a way of reading",
    "logic-model-column": "a column of the logic model",
    "outcome-level": "a level of outcomes",
    "provider-category": "a category of provider",
    "study-type": "a type of study",
    "tidier-item": "a TIDieR item",
}
"""Vocabularies whose names are no plain words."""


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each word outside its vocabulary."""
    known_of_kind = {kind: evidence.known(kind) for kind in VOCABULARIES}
    for document, trail, kind, value in evidence.references:
        known = known_of_kind.get(kind)
        if known is not None and value not in known:
            yield Finding(
                document.at(trail),
                RULE.id,
                f"'{value}' is not {_NAMES.get(kind) or with_article(kind.replace('-', ' '))}.",
                f"{did_you_mean(value, known)} The words are in evidence/vocabularies/{kind}.yml.",
            )

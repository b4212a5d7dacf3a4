"""Outcomes, factor or direction on a record whose kind has none, or missing where it has."""

from collections.abc import Iterator
from typing import Any

from knowledge_base.model.base import NOT_APPLICABLE
from knowledge_base.model.fields import FIELD
from knowledge_base.model.record import Record
from knowledge_base.model.vocabulary import ClaimKindTerm
from knowledge_base.reading.evidence import Evidence, EvidenceFile
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "kind-fields",
    "A record has outcomes, a factor and a direction if, and only if, its kind has them.",
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each field that a record's kind doesn't have, or must have."""
    kinds = evidence.vocabulary("claim-kind")
    for entry in evidence.records_that_tell("kind"):
        kind = kinds.get(entry.value.kind)
        if not isinstance(kind, ClaimKindTerm):
            continue
        if entry.tells("outcomes"):
            yield from _presence(entry, "outcomes", entry.value.outcomes, kind.outcomes)
        if entry.tells("factor"):
            yield from _presence(entry, "factor", entry.value.factor, kind.factor)
        if entry.tells("direction"):
            yield from _direction(entry, entry.value, kind)


def _presence(
    entry: EvidenceFile[Record], name: str, value: Any, presence: str
) -> Iterator[Finding]:
    kind = entry.value.kind
    if value and presence == "none":
        yield Finding(
            entry.document.at_key((name,)),
            RULE.id,
            f"a record of the kind '{kind}' has no '{name}'.",
            f"Remove '{name}', or choose another kind.",
        )
    if not value and presence == "required":
        yield Finding(
            entry.document.at(("kind",)),
            RULE.id,
            f"a record of the kind '{kind}' needs '{name}'.",
            f"Add '{name}', with words from evidence/vocabularies/{FIELD[name].refers_to}.yml.",
        )


def _direction(
    entry: EvidenceFile[Record], record: Record, kind: ClaimKindTerm
) -> Iterator[Finding]:
    if kind.direction == "none" and record.direction != NOT_APPLICABLE:
        yield Finding(
            entry.document.at(("direction",)),
            RULE.id,
            f"a record of the kind '{record.kind}' points nowhere, so it has no direction.",
            f"Write 'direction: {NOT_APPLICABLE}', or choose another kind.",
        )
    if kind.direction == "required" and record.direction == NOT_APPLICABLE:
        yield Finding(
            entry.document.at(("direction",)),
            RULE.id,
            f"a record of the kind '{record.kind}' points somewhere.",
            "Give its direction; 'unclear' is one of them.",
        )

"""The same claim from the same source, written down twice."""

import re
from collections.abc import Iterator

from knowledge_base.model.record import GONE
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "repeated-claim", "No two records make the same claim from the same source.", excusable=True
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each record that repeats an earlier one; withdrawn ones don't count."""
    first: dict[tuple[str, ...], str] = {}
    for entry in evidence.records_that_tell("source", "claim", "status"):
        record = entry.value
        if record.status in GONE:
            continue
        earlier = first.setdefault(same(record.source, record.claim), entry.document.path)
        if earlier != entry.document.path:
            yield Finding(
                entry.document.at(("claim",)),
                RULE.id,
                f"{earlier} makes the same claim from the same source.",
                "Keep one of the two; if they differ, say in the claim how.",
            )


def same(source: str, claim: str) -> tuple[str, ...]:
    """Return what two records have in common that make the same claim from the same source."""
    return (source, *re.findall(r"\w+", claim.casefold()))

"""The same claim from the same source, written down twice."""

import re
from collections.abc import Iterator

from knowledge_base.model.record import GONE
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import RECORDS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "repeated-claim", "No two records make the same claim from the same source.", excusable=True
)

MESSAGE = "{path} makes the same claim from the same source."
HINT = "Keep one of the two; if they differ, say in the claim how."


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each record that repeats an earlier one; withdrawn ones don't count."""
    first: dict[str, str] = {}
    for entry in evidence.in_parts(RECORDS):
        if not entry.tells("source", "claim", "status"):
            continue
        if entry.proof:
            claim = entry.proof.claim
        elif entry.value.status in GONE:
            continue
        else:
            claim = same(entry.value.source, entry.value.claim)
        earlier = first.setdefault(claim, entry.path)
        if earlier != entry.path:
            yield RULE.finding(
                entry.document.at(("claim",)),
                MESSAGE.format(path=earlier),
                HINT,
            )


def same(source: str, claim: str) -> str:
    """Return what two records have in common that make the same claim from the same source."""
    return " ".join((source, *re.findall(r"\w+", claim.casefold())))

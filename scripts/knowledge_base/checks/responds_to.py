"""An answer to a barrier that answers something else."""

from collections.abc import Iterator

from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import RECORDS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule("responds-to", "A record responds only to a barrier, and not to itself.")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each response to a record that is no barrier."""
    records = {entry.id: entry for entry in evidence.in_parts(RECORDS)}
    for entry in evidence.records_that_tell("responds_to"):
        for position, target in enumerate(entry.value.responds_to):
            if target not in records or not records[target].tells("kind", "direction"):
                continue
            barrier = records[target].value
            is_barrier = barrier.kind == "implementation" and barrier.direction == "unfavourable"
            if target == entry.id or not is_barrier:
                yield RULE.finding(
                    entry.document.at(("responds_to", position)),
                    f"'{target}' is not a barrier that this record could respond to.",
                    "Name an implementation record whose direction is unfavourable.",
                )

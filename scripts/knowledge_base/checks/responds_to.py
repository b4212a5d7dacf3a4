"""An answer to a barrier that answers something else."""

from collections.abc import Iterator

from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule("responds-to", "A record responds only to a barrier, and not to itself.")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each response to a record that is no barrier."""
    records = {entry.id: entry.value for entry in evidence.records_that_tell("kind", "direction")}
    for entry in evidence.records_that_tell("responds_to"):
        for position, target in enumerate(entry.value.responds_to):
            barrier = records.get(target)
            if barrier is None:
                continue
            is_barrier = barrier.kind == "implementation" and barrier.direction == "unfavourable"
            if target == entry.id or not is_barrier:
                yield Finding(
                    entry.document.at(("responds_to", position)),
                    RULE.id,
                    f"'{target}' is not a barrier that this record could respond to.",
                    "Name an implementation record whose direction is unfavourable.",
                )

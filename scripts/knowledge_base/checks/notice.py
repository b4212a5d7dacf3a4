"""A withdrawn or superseded record that doesn't say when and why."""

from collections.abc import Iterator, Mapping

from knowledge_base.model.record import GONE
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule("notice", "A withdrawn or superseded record says when and why, and what replaces it.")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each record whose status and notice don't agree."""
    successors = {
        entry.id: entry.value.notice.superseded_by
        for entry in evidence.records_that_tell("notice")
        if entry.value.notice is not None and entry.value.notice.superseded_by is not None
    }
    for entry in evidence.records_that_tell("status", "notice"):
        record, document = entry.value, entry.document
        gone = record.status in GONE
        if gone and record.notice is None:
            yield Finding(
                document.at(("status",)),
                RULE.id,
                f"the record is {record.status}, but does not say when and why.",
                "Add 'notice:' with 'date' and 'reason'.",
            )
        if not gone and record.notice is not None:
            yield Finding(
                document.at_key(("notice",)),
                RULE.id,
                f"the record has a notice, but its status is '{record.status}'.",
                "Set the status to 'withdrawn' or 'superseded', or remove the notice.",
            )
        if record.notice is not None and record.status == "superseded":
            successor = record.notice.superseded_by
            if successor in (None, entry.id):
                yield Finding(
                    document.at(("notice",)),
                    RULE.id,
                    "the record is superseded, but does not say by which other record.",
                    "Add 'superseded_by:' with the other record's id.",
                )
            elif entry.id in _successors(entry.id, successors):
                yield Finding(
                    document.at(("notice", "superseded_by")),
                    RULE.id,
                    f"'{successor}' is itself superseded, in the end by this record.",
                    "Name the record that still counts.",
                )


def _successors(record_id: str, successors: Mapping[str, str]) -> Iterator[str]:
    """Yield what supersedes a record, then what supersedes that, each once."""
    seen: set[str] = set()
    while (following := successors.get(record_id)) is not None and following not in seen:
        yield following
        seen.add(following)
        record_id = following

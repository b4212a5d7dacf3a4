"""How a record was read doesn't hold together: what was before the reader, and where."""

from collections.abc import Iterator
from typing import Any

from knowledge_base.model.base import UNREAD
from knowledge_base.model.reading_note import Reading
from knowledge_base.model.record import CitedThrough, Record
from knowledge_base.model.vocabulary import HowReadTerm
from knowledge_base.reading.evidence import Evidence, EvidenceFile
from knowledge_base.reading.file_kinds import RECORDS, REPORT
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "reading-of-record",
    "A record says in which copy and on which day its source was read, or the document that cites "
    "it, and quotes the words at that place. Only what was read in the report need not.",
)

_READ = {
    "whole": "the source was read",
    "part": "only a part of the source was read",
    "none": "another document was read",
}


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each record that was read and doesn't say how, or the reverse."""
    terms = evidence.vocabulary("how-read")
    # A report of which the source can't be told may be any record's; so may an unknown source.
    reports = {
        entry.value.source if entry.tells("source") else UNREAD
        for entry in evidence.in_parts(REPORT)
    }
    for entry in evidence.to_check(RECORDS):
        record: Record = entry.value
        term = terms.get(record.how_read) if isinstance(record.how_read, str) else None
        if not isinstance(term, HowReadTerm):
            continue
        read = _document_read(entry, term)
        may_be_report = UNREAD in reports or read in reports or read not in evidence.sources
        if term.extent == "part" or not may_be_report:
            if record.reading is None:
                yield Finding(
                    entry.document.at(("how_read",)),
                    RULE.id,
                    f"{_READ[term.extent]}, but not in which copy and when.",
                    "Add 'reading:' with 'address', 'on' and 'kind'.",
                )
            if record.support is None:
                yield Finding(
                    entry.document.at(("how_read",)),
                    RULE.id,
                    "nobody can find the place in the source again.",
                    "Add 'support:' with at most ten of the source's own words.",
                )
        if term.extent == "none" and may_be_report and isinstance(record.reading, Reading):
            yield Finding(
                entry.document.at_key(("reading",)),
                RULE.id,
                "the source was not read, so there is no copy of it that was read.",
                "Remove 'reading', or correct 'how_read'.",
            )


def _document_read(entry: EvidenceFile[Record], term: HowReadTerm) -> Any:
    """Return which document was before the reader; `UNREAD` if that can't be told."""
    if term.extent != "none":
        return entry.value.source
    through = entry.value.cited_through
    return through.source if isinstance(through, CitedThrough) else UNREAD

"""How a record was read doesn't hold together: what was before the reader, and where."""

from collections.abc import Iterator

from knowledge_base.model.reading_note import Reading
from knowledge_base.model.record import Record
from knowledge_base.model.vocabulary import HowReadTerm
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import RECORDS, REPORT
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "reading-of-record",
    "A record whose source was read says in which copy and on which day, and quotes the source's "
    "words at that place. Only what was read in the report itself need not.",
)

_READ = {"whole": "the source was read", "part": "only a part of the source was read"}


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each record that was read and doesn't say how, or the reverse."""
    terms = evidence.vocabulary("how-read")
    # A report of which the source can't be told may be any record's.
    told = all(entry.tells("source") for entry in evidence.in_parts(REPORT))
    reports = {entry.value.source for entry in evidence.in_parts(REPORT)}
    for entry in evidence.to_check(RECORDS):
        record: Record = entry.value
        term = terms.get(record.how_read) if isinstance(record.how_read, str) else None
        if not isinstance(term, HowReadTerm):
            continue
        is_report = not (told and entry.tells("source")) or record.source in reports
        if term.extent == "part" or (term.extent == "whole" and not is_report):
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
        if term.extent == "none" and isinstance(record.reading, Reading):
            yield Finding(
                entry.document.at_key(("reading",)),
                RULE.id,
                "the source was not read, so there is no copy of it that was read.",
                "Remove 'reading', or correct 'how_read'.",
            )

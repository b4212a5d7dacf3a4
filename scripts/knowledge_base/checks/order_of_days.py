"""Days in an order in which things can't have happened."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from knowledge_base.model.places import Trail
from knowledge_base.model.reading_note import Reading
from knowledge_base.model.record import Record
from knowledge_base.model.shape import parts
from knowledge_base.reading.evidence import Evidence, EvidenceFile
from knowledge_base.reading.file_kinds import FILE_KINDS, RECORDS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule
from knowledge_base.reading.yaml_source import Document

RULE = Rule(
    "order-of-days",
    "A document appears, is read, and is written down, in that order; it may be read again at any "
    "time later. A record is added before it is withdrawn.",
)

_DATED = tuple[Trail, date, str]
"""Where a day stands, the day, and what happened then."""

_READ = "it was read"


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each day that lies before the one that it follows."""
    for entry in evidence.to_check(RECORDS):
        yield from _findings(entry.document, *_days(entry, evidence))
    for family in FILE_KINDS:
        for entry in evidence.to_check(family):
            for trail, reading in parts(entry.value, Reading):
                if reading.again:
                    again = ((*trail, "again"), reading.again, "it was read again")
                    yield from _findings(entry.document, ((*trail, "on"), reading.on, _READ), again)


def _findings(document: Document, *days: _DATED) -> Iterator[Finding]:
    for (_, earlier, before), (trail, later, after) in pairwise(days):
        if later < earlier:
            yield RULE.finding(
                document.at(trail),
                f"{after} on {later}, before {before} ({earlier}).",
                "Correct the one that is wrong.",
            )


def _days(entry: EvidenceFile[Record], evidence: Evidence) -> Iterator[_DATED]:
    """Yield the days of a record in the order of happening."""
    record = entry.value
    source = evidence.sources.get(record.source) if entry.tells("source") else None
    if source and source.year and 1 <= source.year <= evidence.as_of.year:
        yield ("source",), date(source.year, 1, 1), "its source could appear"
    if entry.tells("reading") and record.reading:
        yield ("reading", "on"), record.reading.on, _READ
    if entry.tells("added"):
        yield ("added",), record.added, "the record was added"
    if entry.tells("notice") and record.notice:
        yield ("notice", "date"), record.notice.date, "it was taken back"

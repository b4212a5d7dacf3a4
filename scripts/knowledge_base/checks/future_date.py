"""A date that hasn't come yet."""

from collections.abc import Iterator
from datetime import MAXYEAR, date

from knowledge_base.model.shape import parts
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import FILE_KINDS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule("future-date", "No date is later than today, or than the day given by `--as-of`.")

MESSAGE = "{date} is after {as_of}."
HINT = "Write the day on which it was done, as YYYY-MM-DD."


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each date after the day on which we check."""
    for family in FILE_KINDS:
        for entry in evidence.to_check(family):
            for trail, day in parts(entry.value, date):
                if day > evidence.as_of:
                    yield RULE.finding(
                        entry.document.at(trail),
                        MESSAGE.format(date=day, as_of=evidence.as_of),
                        HINT,
                    )
    for source in evidence.sources.values():
        if source.year is not None and evidence.as_of.year < source.year <= MAXYEAR:
            yield RULE.finding(
                source.lines["year"],
                MESSAGE.format(date=source.year, as_of=evidence.as_of),
                "Write the year in which the document appeared.",
            )

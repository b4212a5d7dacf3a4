"""A key that names another year than the document has."""

import re
from collections.abc import Iterator

from knowledge_base.model.source import Source
from knowledge_base.reading.bibliography import NO_DATE
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "year-of-key",
    "The year in a source's key, and in the id of its records, is its year; 'nd' if it has none.",
)

_IN_KEY = re.compile(r"(?<!\d)\d{4}(?!\d)|nd(?=[a-z]?$)")
_IN_ID = re.compile(r"-(\d{4}|nd)[a-z]?-")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each key or id with another year than its source's."""
    for source in evidence.sources.values():
        if another := names_another(source):
            yield RULE.finding(
                source.lines["year"],
                f"the key '{source.key}' says {another}, and the year is "
                f"'{source.fields['year']}'.",
                "Correct the year, or rename the key wherever it is used.",
            )
    for entry in evidence.records_that_tell("source"):
        cited = evidence.sources.get(entry.value.source)
        match = _IN_ID.search(entry.id)
        if match and cited and (year := _year(cited)) and match.group(1) != year:
            yield RULE.finding(
                entry.document.at(("source",)),
                f"the file's name says {match.group(1)}, and the year of '{cited.key}' is "
                f"'{cited.fields['year']}'.",
                "Name the right source, or give the record another id with `kb rename`.",
            )


def names_another(source: Source) -> str:
    """Return the year in a source's key if it has another; empty if not."""
    match = _IN_KEY.search(source.key)
    year = _year(source)
    return match.group() if match and year and match.group() != year else ""


def _year(source: Source) -> str | None:
    """Return a source's year as keys have it; None where it can't be told."""
    if source.fields.get("year") == NO_DATE:
        return "nd"
    return None if source.year is None else f"{source.year}"

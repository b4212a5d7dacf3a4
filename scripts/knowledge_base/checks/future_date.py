"""A date that hasn't come yet."""

from collections.abc import Iterator
from datetime import MAXYEAR, date
from typing import Any

from knowledge_base.model.base import Model
from knowledge_base.model.places import Trail
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import FILE_KINDS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule("future-date", "No date is later than today, or than the day given by `--as-of`.")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each date after the day on which we check."""
    for family in FILE_KINDS:
        for entry in evidence.in_parts(family):
            for trail, day in _dates(entry.value):
                if day > evidence.as_of:
                    yield Finding(
                        entry.document.at(trail),
                        RULE.id,
                        f"{day} lies after {evidence.as_of}.",
                        "Write the day on which it was done, as YYYY-MM-DD.",
                    )
    for source in evidence.sources.values():
        if source.year is not None and evidence.as_of.year < source.year <= MAXYEAR:
            yield Finding(
                source.lines["year"],
                RULE.id,
                f"{source.year} lies after {evidence.as_of}.",
                "Write the year in which the document appeared.",
            )


def _dates(value: Any, trail: Trail = ()) -> Iterator[tuple[Trail, date]]:
    if isinstance(value, date):
        yield trail, value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _dates(getattr(value, name), (*trail, name))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _dates(item, (*trail, position))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _dates(item, (*trail, key))

"""A factual sentence that rests on nothing."""

from collections.abc import Iterator
from typing import Any

from knowledge_base.model.base import UNREAD, Model
from knowledge_base.model.places import Trail
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import FILE_KINDS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "unsupported-statement",
    "Every statement, number, list and gap rests on records or sources; sources say where.",
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each part that could name what it rests on and doesn't."""
    for family in FILE_KINDS:
        for entry in evidence.in_parts(family):
            for trail, part in _supported_parts(entry.value):
                rests_on_source = bool(getattr(part, "sources", ()))
                if not rests_on_source and not getattr(part, "records", ()):
                    yield Finding(
                        entry.document.at(trail),
                        RULE.id,
                        "this rests on no record and no source.",
                        "Add 'records:', or 'sources:' with 'location:'.",
                    )
                elif rests_on_source and getattr(part, "location", None) is None:
                    yield Finding(
                        entry.document.at(trail),
                        RULE.id,
                        "sources are given, but not where in them this stands.",
                        "Add 'location:', such as 'Section 3 > Costs'.",
                    )


def _supported_parts(value: Any, trail: Trail = ()) -> Iterator[tuple[Trail, Model]]:
    """Yield every part with both `records`, `sources` and a single `location`."""
    if isinstance(value, Model):
        fields = set(type(value).model_fields)
        supports = [getattr(value, name, None) for name in ("records", "sources", "location")]
        if {"records", "sources", "location"} <= fields and UNREAD not in supports:
            yield trail, value
        for name in sorted(fields):
            yield from _supported_parts(getattr(value, name), (*trail, name))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _supported_parts(item, (*trail, position))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _supported_parts(item, (*trail, key))

"""A factual sentence that rests on nothing."""

from collections.abc import Iterator

from knowledge_base.model.base import tells
from knowledge_base.model.shape import models, parts
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import FILE_KINDS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "unsupported-statement",
    "Every statement, number, list and gap rests on records or sources; sources say where.",
)


_SUPPORTED = tuple(
    model for model in models() if {"records", "sources", "location"} <= set(model.model_fields)
)
"""What can name records or sources that it rests on, and where in these it is."""


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each part that could name what it rests on and doesn't."""
    for family in FILE_KINDS:
        for entry in evidence.to_check(family):
            for trail, part in parts(entry.value, *_SUPPORTED):
                if not tells(part, "records", "sources", "location"):
                    continue
                rests_on_source = bool(getattr(part, "sources", ()))
                if not rests_on_source and not getattr(part, "records", ()):
                    yield RULE.finding(
                        entry.document.at(trail),
                        "this rests on no record and no source.",
                        "Add 'records:', or 'sources:' with 'location:'.",
                    )
                elif rests_on_source and getattr(part, "location", None) is None:
                    yield RULE.finding(
                        entry.document.at(trail),
                        "sources are given, but not where in them this stands.",
                        "Add 'location:', such as 'Section 3 > Costs'.",
                    )

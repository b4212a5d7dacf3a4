"""A number that pages compute with, and that is absent or can't be right."""

from collections.abc import Iterator

from knowledge_base.model.base import tells
from knowledge_base.model.blueprint import NEEDED_MEASURES
from knowledge_base.model.places import Location
from knowledge_base.model.plan_limits import OF_MEASURES
from knowledge_base.model.vocabulary import ComponentTerm
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import BLUEPRINT, PROVIDERS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "needed-measure",
    "The numbers that the catalogue of courses and the pilot plan compute with are there, and "
    "such that a plan can be worked out.",
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each needed number that isn't there, or is no number to plan with."""
    components = evidence.vocabulary("component")
    for entry in evidence.in_parts(BLUEPRINT):
        component = components.get(entry.id)
        role = (component.role if isinstance(component, ComponentTerm) else None) or ""
        measures = entry.value.measures
        if not isinstance(measures, dict):
            continue
        for name in NEEDED_MEASURES.get(role, ()):
            if name not in measures:
                yield Finding(
                    entry.document.at(("measures",)),
                    RULE.id,
                    f"the measure '{name}' is absent.",
                    "Add it under 'measures:'; the catalogue or the pilot plan needs it.",
                )
        for name, (least, most) in OF_MEASURES.get(role, {}).items():
            if not tells(measures.get(name), "value", "low", "high"):
                continue
            for end in ("value", "low", "high"):
                number = getattr(measures[name], end)
                if number is not None and not least <= number <= most:
                    yield Finding(
                        entry.document.at(("measures", name, end)),
                        RULE.id,
                        f"the pilot plan can't be worked out with {number:,}.",
                        f"Compare with the source; it takes {least:,} to {most:,}.",
                    )
    yield from _prices(evidence)


def _prices(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding if no foundation course says what one place costs.

    While a file can't be read, it may be the one that says so.
    """
    courses = [c for e in evidence.entries(PROVIDERS) for c in e.value.courses.values()]
    if evidence.all_read and not any(
        course.level == "foundation" and course.cost.basis == "place" for course in courses
    ):
        yield Finding(
            Location("evidence/providers"),
            RULE.id,
            "no foundation course has a price for a place.",
            "Give one; the start page and the pilot plan begin with it.",
        )

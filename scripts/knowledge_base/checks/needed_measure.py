"""A number that pages compute with, and that is absent or can't be right."""

from collections.abc import Iterator

from knowledge_base.model.base import tells
from knowledge_base.model.blueprint import NEEDED_MEASURES, Blueprint, Measure
from knowledge_base.model.pilot_defaults import Assumed, AssumedCount, Measured
from knowledge_base.model.places import Location, Trail
from knowledge_base.model.plan_limits import OF_INPUTS
from knowledge_base.model.vocabulary import ComponentTerm
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import BLUEPRINT, PILOT_DEFAULTS, PROVIDERS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule
from knowledge_base.reading.validation import did_you_mean
from knowledge_base.reading.yaml_source import Document

RULE = Rule(
    "needed-measure",
    "The numbers that the catalogue of courses and the pilot plan need are there, and a plan can "
    "be worked out from them. So are those that a page draws.",
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
                yield RULE.finding(
                    entry.document.at(("measures",)),
                    f"the measure '{name}' is absent.",
                    "Add it under 'measures:'; the catalogue or the pilot plan needs it.",
                )
        yield from _figures(entry.document, entry.value, measures)
    yield from _defaults(evidence)
    yield from _prices(evidence)


def _figures(
    document: Document, blueprint: Blueprint, measures: dict[str, Measure]
) -> Iterator[Finding]:
    """Yield a finding for each measure that a tile or a chart shows and that isn't there."""
    uses: list[tuple[Trail, str]] = []
    number = getattr(blueprint.in_brief, "number", None)
    if isinstance(number, str):
        uses.append((("in_brief", "number"), number))
    if tells(blueprint, "charts"):
        uses += [
            (("charts", name, "bars", bar), measure)
            for name, chart in blueprint.charts.items()
            for bar, ids in chart.bars.items()
            for measure in ids
        ]
    for trail, measure in uses:
        if measure not in measures:
            yield RULE.finding(
                document.at(trail),
                f"there is no measure '{measure}'.",
                did_you_mean(measure, measures),
            )


def _defaults(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each default of the planner that it can't work with."""
    blueprint = {entry.id: entry for entry in evidence.in_parts(BLUEPRINT)}
    for entry in evidence.in_parts(PILOT_DEFAULTS):
        for name, default in entry.value.origins():
            if isinstance(default, Assumed | AssumedCount) and tells(default, "value"):
                yield from _beyond_limits(entry.document, (name,), default, name)
            if not isinstance(default, Measured) or not tells(default, "component", "measure"):
                continue
            component = blueprint.get(default.component)
            if component is None or not isinstance(component.value.measures, dict):
                continue
            measure = component.value.measures.get(default.measure)
            if measure is None:
                yield RULE.finding(
                    entry.document.at((name, "measure")),
                    f"'{default.component}' has no measure '{default.measure}'.",
                    did_you_mean(default.measure, component.value.measures),
                )
            elif tells(measure, "value", "low", "high"):
                trail = ("measures", default.measure)
                yield from _beyond_limits(component.document, trail, measure, name)


def _beyond_limits(
    document: Document, trail: Trail, figures: Assumed | AssumedCount | Measure, name: str
) -> Iterator[Finding]:
    least, most, _ = OF_INPUTS[name]
    for end in ("value", "low", "high"):
        number = getattr(figures, end, None)
        if number is not None and not least <= number <= most:
            yield RULE.finding(
                document.at((*trail, end)),
                f"the pilot plan can't be worked out with {number:,}.",
                f"Compare with the source; it takes {least:,} to {most:,}.",
            )


def _prices(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding if no course that a plan starts from says what one place costs.

    While a file can't be read, it may be the one that says so.
    """
    courses = [c for e in evidence.entries(PROVIDERS) for c in e.value.courses.values()]
    defaults = evidence.entries(PILOT_DEFAULTS)
    if not evidence.all_read or not defaults:
        return
    level = defaults[0].value.course.level
    if not any(course.level == level and course.cost.basis == "place" for course in courses):
        yield RULE.finding(
            Location("evidence/providers"),
            f"no {level} course has a price for a place.",
            "Give one; the start page and the pilot plan begin with it.",
        )

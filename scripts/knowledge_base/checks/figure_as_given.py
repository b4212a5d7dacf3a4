"""A figure that differs from the words beside it, from which it was taken."""

import re
from collections.abc import Iterator

from knowledge_base.model.base import tells
from knowledge_base.model.places import Location, Trail
from knowledge_base.model.provider import Cost, Course, Length
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import PROVIDERS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.numbers_in_text import numbers_in
from knowledge_base.reading.rules import Rule
from knowledge_base.reading.yaml_source import Document

RULE = Rule(
    "figure-as-given",
    "A provider's figures are those in the source's words beside them; where one follows from "
    "several, the note names them all. What the words say of a price is recorded.",
)

_LENGTHS = ("days", "contact_hours", "independent_study_hours", "months")
_SAYS = {
    "is_minimum": (re.compile(r"\bfrom\b", re.IGNORECASE), True),
    "vat": (re.compile(r"\bplus VAT\b", re.IGNORECASE), "plus_vat"),
    "places_are": (re.compile(r"\bup to\b", re.IGNORECASE), "maximum"),
}
"""Words of a price, by the field that must record them, and its value."""


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each figure that the words beside it don't name."""
    for entry in evidence.in_parts(PROVIDERS):
        courses = entry.value.courses
        for name, course in courses.items() if isinstance(courses, dict) else ():
            if isinstance(course, Course):
                yield from _course(entry.document, ("courses", name), course)
        newer = entry.value.newer
        for position, figure in enumerate(newer if isinstance(newer, tuple) else ()):
            if tells(figure, "figure", "as_given"):
                place = entry.document.at(("newer", position, "figure"))
                yield from _differs(place, figure.figure, figure.as_given)


def _course(document: Document, trail: Trail, course: Course) -> Iterator[Finding]:
    for part, fields in (("length", _LENGTHS), ("cost", ("amount", "places"))):
        facts: Length | Cost = getattr(course, part)
        for field in fields if tells(facts, "as_given", "note") else ():
            if tells(facts, field):
                place = document.at((*trail, part, field))
                yield from _differs(place, getattr(facts, field), facts.as_given, facts.note)
    cost = course.cost
    if not tells(cost, "as_given", *_SAYS):
        return
    for field, (pattern, value) in _SAYS.items():
        if bool(pattern.search(cost.as_given)) != (getattr(cost, field) == value):
            yield RULE.finding(
                document.at((*trail, "cost", field)),
                f"'{field}' does not agree with the words '{cost.as_given}'.",
                "Compare both with the source, and correct the one that is wrong.",
            )


def _differs(
    place: Location, figure: float | None, as_given: str, note: str | None = None
) -> Iterator[Finding]:
    if figure is None:
        return
    given = numbers_in(as_given)
    if figure in given:
        return
    # To name the words' own numbers too, so that a slip in one of them shows; "a" is no number.
    if given and numbers_in(note or "") >= {figure, *given - {1}}:
        return
    yield RULE.finding(
        place,
        f"the words '{as_given}' do not name {figure:,}.",
        "Correct the one that is wrong; where the figure follows from several, give the sum in "
        "'note:', with each number in the words.",
    )

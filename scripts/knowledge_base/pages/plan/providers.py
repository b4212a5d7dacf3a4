"""The provider catalogue: courses in a table that can be searched, sorted and compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from knowledge_base import book
from knowledge_base.markup.addresses import anchor
from knowledge_base.markup.myst import Myst
from knowledge_base.markup.templates import fill
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.catalogue import (
    NOTHING_GIVEN,
    VAT_PERCENT,
    CourseRow,
    StandardHours,
    catalogue,
    checked_since,
    prices_per_place,
    standard_hours,
)
from knowledge_base.wording.nouns import listed

_NAMED = 3
"""How many courses that meet the standard are named in the text rather than counted only."""

Option = tuple[str, str]
"""A choice in a field of the form: its value, and what a reader sees."""


@dataclass(frozen=True)
class PlacePrices:
    """What courses ask for one place, in pounds."""

    courses: int
    low: float
    high: float
    median: float


@dataclass(frozen=True)
class Form:
    """The choices of the form that finds courses, and what its script reads of each course."""

    regions: list[Option]
    categories: list[Option]
    levels: list[Option]
    teaching: list[Option]
    courses: list[dict[str, object]]


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    rows: tuple[CourseRow, ...]
    priced: int
    """How many courses have a price a person."""
    per_place: PlacePrices | None
    """None if no course quotes a price for one place."""
    standards: Counter[str]
    """How many courses meet the hours of the standard, fall short, or can't be told."""
    meeting: list[CourseRow]
    """The courses that meet it, where they are few enough to be named."""
    hours: StandardHours | None
    checked: int
    """How many providers' entries were checked against their own pages since the report."""
    shared_areas: list[str]
    """The areas for which the report has two names, by both."""
    vat_percent: int
    nothing_given: tuple[str, ...]
    """What the report writes where it gives nothing."""
    form: Form


def facts(kb: KnowledgeBase) -> Facts:
    """Return the catalogue, and what its text counts."""
    rows = catalogue(kb)
    quoted = prices_per_place(kb)
    meeting = [row for row in rows if row.standard == "meets"]
    return Facts(
        rows=rows,
        priced=sum(1 for row in rows if row.price_per_place is not None),
        per_place=PlacePrices(len(quoted), quoted[0], quoted[-1], median(quoted))
        if quoted
        else None,
        standards=Counter(row.standard for row in rows),
        meeting=meeting if len(meeting) <= _NAMED else [],
        hours=standard_hours(kb),
        checked=len(checked_since(kb)),
        shared_areas=[
            _area_label(kb, area)
            for area in dict.fromkeys(term.within for term in kb.regions.values() if term.within)
        ],
        vat_percent=VAT_PERCENT,
        nothing_given=NOTHING_GIVEN,
        form=_form(kb, rows),
    )


def _form(kb: KnowledgeBase, rows: tuple[CourseRow, ...]) -> Form:
    areas = {area for row in rows for area in row.areas}
    return Form(
        regions=[
            (area, _area_label(kb, area)) for area in kb.vocabularies["region"] if area in areas
        ],
        categories=_options(kb, "provider-category", (row.provider.category for row in rows)),
        levels=_options(kb, "course-level", (row.course.level for row in rows)),
        teaching=[
            (way, way.capitalize()) for way in sorted({w for row in rows for w in row.teaching})
        ],
        courses=[_for_script(row) for row in rows],
    )


def _options(kb: KnowledgeBase, vocabulary: str, terms: Iterable[str]) -> list[Option]:
    used = set(terms)
    return [(t, term.label) for t, term in kb.vocabularies[vocabulary].items() if t in used]


def _area_label(kb: KnowledgeBase, area: str) -> str:
    names = (area, *(region for region, term in kb.regions.items() if term.within == area))
    return listed([kb.regions[name].label for name in names], "or")


def _for_script(row: CourseRow) -> dict[str, object]:
    return {
        "id": row.id,
        "anchor": anchor("course", row.id),
        "name": f"{row.provider.name}: {row.course.name}",
        "provider": row.provider.name,
        "region": row.areas,
        "category": row.provider.category,
        "level": row.course.level,
        "standard": row.standard,
        "teaching": row.teaching,
        "price": row.price_to_pay,
        "with_vat": row.price_with_vat is not None,
        "at_least": row.course.cost.is_minimum,
        "hour": row.contact_hour_to_pay,
        "length": row.course.length.days,
        "checked": row.provider.checked.isoformat(),
    }


def prices_as_of(kb: KnowledgeBase) -> Myst:
    """Return of when the prices are, and whether the providers were asked since."""
    counts = {"checked": len(checked_since(kb)), "providers": len(kb.providers)}
    return fill(book.ROOT, "parts/prices-as-of.jinja", counts)

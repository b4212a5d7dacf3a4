"""The provider catalogue: a chart of prices, and courses to find, sort and compare."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge_base import book
from knowledge_base.markup.addresses import anchor
from knowledge_base.markup.myst import Myst
from knowledge_base.markup.templates import fill
from knowledge_base.model.base import Day
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan.axis import Axis
from knowledge_base.views.catalogue import (
    NOTHING_GIVEN,
    VAT_PERCENT,
    WORDING,
    CourseRow,
    StandardHours,
    catalogue,
    checked_since,
    standard_hours,
)
from knowledge_base.wording.nouns import listed

_MOST_NAMED = 3
"""How many courses that meet the standard are named in the text rather than only counted."""

Option = tuple[str, str]
"""A choice in a field of the form: its value, and what a reader sees."""


@dataclass(frozen=True)
class PriceChart:
    """Prices per person and lengths in days on an axis each, and the courses without a price."""

    priced: list[CourseRow]
    """The lowest price first."""
    unpriced: list[CourseRow]
    pounds: Axis
    days: Axis


@dataclass(frozen=True)
class Form:
    """The choices of the form that finds courses, and what its script reads."""

    regions: list[Option]
    categories: list[Option]
    levels: list[Option]
    teaching: list[Option]
    data: dict[str, object]
    """What the script reads: each course, and its wording."""


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    rows: tuple[CourseRow, ...]
    chart: PriceChart
    standards: Counter[str]
    """How many courses meet the hours of the standard, fall short, or do not state them."""
    meeting: list[CourseRow]
    """The courses that meet it, where they are few enough to be named."""
    hours: StandardHours | None
    checked: int
    """How many providers' entries were checked against their own pages since the report."""
    last_check: tuple[Day, str] | None
    """Day and source of the last check of most entries: stated once, not in every row."""
    several: frozenset[str]
    """Providers with more than one course, whose name alone does not say which course is meant."""
    shared_areas: list[str]
    """The areas for which the report has two names, by both."""
    vat_percent: int
    hours_not_stated: str
    """The reason that is true of most rows, and so is not repeated in them."""
    nothing_given: tuple[str, ...]
    """What the report writes where it gives nothing."""
    form: Form


def facts(kb: KnowledgeBase) -> Facts:
    """Return the catalogue, and what its text counts."""
    rows = catalogue(kb)
    meeting = [row for row in rows if row.standard == "meets"]
    checks = Counter((p.checked, p.checked_against) for p in kb.providers.values())
    return Facts(
        rows=rows,
        chart=_chart(rows),
        standards=Counter(row.standard for row in rows),
        meeting=meeting if len(meeting) <= _MOST_NAMED else [],
        hours=standard_hours(kb),
        checked=len(checked_since(kb)),
        last_check=checks.most_common(1)[0][0] if checks else None,
        several=frozenset(p.id for p in kb.providers.values() if len(p.courses) > 1),
        shared_areas=[
            _area_label(kb, area)
            for area in dict.fromkeys(term.within for term in kb.regions.values() if term.within)
        ],
        vat_percent=VAT_PERCENT,
        hours_not_stated=WORDING.say("reason", case="silent"),
        nothing_given=NOTHING_GIVEN,
        form=_form(kb, rows),
    )


def _chart(rows: tuple[CourseRow, ...]) -> PriceChart:
    priced = sorted(
        (row for row in rows if row.price_to_pay is not None),
        key=lambda row: row.price_to_pay or 0.0,
    )
    return PriceChart(
        priced,
        [row for row in rows if row.price_to_pay is None],
        pounds=Axis.from_zero(max((row.price_to_pay or 0.0 for row in priced), default=0.0)),
        days=Axis.from_zero(max((row.course.length.days or 0.0 for row in priced), default=0.0)),
    )


def _form(kb: KnowledgeBase, rows: tuple[CourseRow, ...]) -> Form:
    areas = {area for row in rows for area in row.areas}
    return Form(
        regions=[
            (area, _area_label(kb, area)) for area in kb.vocabularies["region"] if area in areas
        ],
        categories=_options(kb, "provider-category", (row.provider.category for row in rows)),
        levels=_options(kb, "course-level", (row.level for row in rows)),
        teaching=[
            (way, way.capitalize()) for way in sorted({w for row in rows for w in row.teaching})
        ],
        data={"courses": [_for_script(row) for row in rows], "wording": WORDING.at("script")},
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
        "region": row.areas,
        "category": row.provider.category,
        "level": row.level,
        "standard": row.standard,
        "teaching": row.teaching,
        "price": row.price_to_pay,
        "hour": row.price_per_contact_hour,
        "length": row.course.length.days,
    }


def prices_as_of(kb: KnowledgeBase) -> Myst:
    """Return of when the prices are, and whether the providers were asked since."""
    counts = {"checked": len(checked_since(kb)), "providers": len(kb.providers)}
    return fill(book.ROOT, "parts/prices-as-of.jinja", counts)

"""Who trains, and for how much: the facts behind the answers of the first pages."""

from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.catalogue import (
    CourseRow,
    StandardHours,
    catalogue,
    cheapest,
    checked_since,
    place_prices,
    prices_per_place,
    standard_hours,
)
from knowledge_base.wording.sentences import wording

WORDING = wording("plan/providers")

FOUNDATION = "foundation"
FOUNDATION_BY_LINK = "foundation-by-link"


@dataclass(frozen=True)
class Region:
    """The courses that are found in a region."""

    id: str
    courses: int
    foundation: int
    """Courses called foundation, by name or by their web address."""
    meets: int
    """Courses that meet the hours of AFT's standard."""
    cheapest: CourseRow | None
    """The cheapest with a known price."""


@dataclass(frozen=True)
class Training:
    """What the catalogue of courses holds."""

    courses: int
    checked: int
    """How many providers' entries were checked since the report."""
    foundation_place: tuple[float, float]
    """The lowest and the highest price of one place on a Foundation course."""
    prices: dict[str, tuple[float, ...]]
    """The prices of one place that are stated, by level, the lowest first."""
    prices_known: str
    """How many courses have a price of one place or of a group, and how many have none."""
    cheapest_foundation: CourseRow | None
    cheapest_group: CourseRow | None
    """The cheapest foundation course that is sold by the group."""
    by_link: tuple[CourseRow, ...]
    """Courses that only their link calls foundation."""
    standard: StandardHours | None
    """The hours of AFT's standard."""
    meets: tuple[CourseRow, ...]
    """Courses whose entries show that the hours are met."""
    unsure: int
    """Courses whose entries do not show whether the hours are met."""
    regions: tuple[Region, ...]
    matches: int
    """Courses that fit the question that stands as an example."""


def training(kb: KnowledgeBase) -> Training:
    """Return who trains, for how much, and what is to be had in each region."""
    rows = catalogue(kb)
    foundation = [row for row in rows if row.course.level == FOUNDATION]
    example = kb.examples.courses
    return Training(
        courses=len(rows),
        checked=len(checked_since(kb)),
        foundation_place=place_prices(kb, level=FOUNDATION),
        prices={
            level: prices
            for level in kb.vocabularies["course-level"]
            if (prices := tuple(prices_per_place(kb, level)))
        },
        prices_known=_prices_known(rows),
        cheapest_foundation=cheapest(foundation),
        cheapest_group=cheapest(row for row in foundation if row.course.cost.basis == "cohort"),
        by_link=tuple(row for row in rows if row.course.level == FOUNDATION_BY_LINK),
        standard=standard_hours(kb),
        meets=_meeting(rows),
        unsure=sum(1 for row in rows if row.standard == "not stated"),
        regions=tuple(
            _region(area, here)
            for area in kb.vocabularies["region"]
            if (here := [row for row in rows if area in row.areas])
        ),
        matches=sum(
            1 for row in rows if example.region in row.areas and row.level == example.level
        ),
    )


def _prices_known(rows: tuple[CourseRow, ...]) -> str:
    priced = [row for row in rows if row.price_per_place is not None]
    singly = sum(row.course.cost.basis == "place" for row in priced)
    return WORDING.say(
        "prices_known",
        singly=singly,
        by_group=len(priced) - singly,
        unpriced=len(rows) - len(priced),
    )


def _region(area: str, rows: list[CourseRow]) -> Region:
    return Region(
        area,
        len(rows),
        sum(1 for row in rows if row.level == FOUNDATION),
        len(_meeting(rows)),
        cheapest(rows),
    )


def _meeting(rows: list[CourseRow] | tuple[CourseRow, ...]) -> tuple[CourseRow, ...]:
    return tuple(row for row in rows if row.standard == "meets")

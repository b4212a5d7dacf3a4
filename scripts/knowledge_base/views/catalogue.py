"""The catalogue of courses, a row a course, with what can be computed from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from knowledge_base.model.base import NOT_REPORTED
from knowledge_base.model.blueprint import Measure
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.provider import Course, Provider
from knowledge_base.wording.sentences import wording

WORDING = wording("plan/providers")

Verdict = Literal["meets", "falls short", "not stated"]

VAT_PERCENT = 20
"""Our assumption, for prices that say `plus VAT`; the report names no rate."""

NOTHING_GIVEN = ("N/A", "Unknown")
"""What the report writes for a course where it gives nothing."""

FOUND_AS = {"foundation-by-link": "foundation"}
"""Levels that are found under another: a reader who wants the one wants to see both."""


@dataclass(frozen=True)
class Offer:
    """A price, and how many places it buys."""

    amount: float
    """Pounds, as given."""
    places: int
    """1 for a place; for a group, its stated or greatest size."""
    plus_vat: bool
    """Whether the source says that VAT comes on top."""
    at_least: bool = False
    """Whether the source says that the price starts there."""


@dataclass(frozen=True)
class CourseRow:
    """One course with its provider and what follows from the two."""

    provider: Provider
    course_id: str
    course: Course
    standard: Verdict
    """Whether the entry itself shows that AFT's hours at Foundation level are met."""
    reason: str
    """Why, in a sentence."""
    price_per_place: float | None
    """Pounds per person, before VAT where that is extra; for full groups. None if not stated."""
    price_note: str
    """How the price per person was worked out, or why it can't be."""
    areas: tuple[str, ...]
    """The areas by which the course is found, its provider's further sites included."""

    @property
    def id(self) -> str:
        """Provider and course, as `provider/course`."""
        return f"{self.provider.id}/{self.course_id}"

    @property
    def offer(self) -> Offer | None:
        """The price with what it buys; None if either is not reported."""
        cost = self.course.cost
        if cost.amount is None or cost.places_bought is None:
            return None
        vat = cost.vat == "plus_vat"
        return Offer(float(cost.amount), cost.places_bought, vat, cost.is_minimum)

    @property
    def price_with_vat(self) -> float | None:
        """The price per person with VAT, where the source says that VAT is extra."""
        if self.price_per_place is None or self.course.cost.vat != "plus_vat":
            return None
        return self.price_per_place * (1 + VAT_PERCENT / 100)

    @property
    def price_to_pay(self) -> float | None:
        """The price per person to compare by: with VAT where the source says that it is extra."""
        return self.price_per_place if self.price_with_vat is None else self.price_with_vat

    @property
    def level(self) -> str:
        """The level by which the course is found."""
        return FOUND_AS.get(self.course.level, self.course.level)

    @property
    def price_per_contact_hour(self) -> float | None:
        """Pounds to pay for one person's hour with staff, where the hours are given."""
        return self._shared_by(self.course.length.contact_hours)

    @property
    def price_per_day(self) -> float | None:
        """Pounds to pay for one person's day of teaching, where the days are given."""
        return self._shared_by(self.course.length.days)

    def _shared_by(self, parts: float | None) -> float | None:
        return self.price_to_pay / parts if self.price_to_pay is not None and parts else None

    @property
    def teaching(self) -> tuple[str, ...]:
        """The words by which the way of teaching is found; `not reported` if nothing is said."""
        words = self.course.format.casefold()
        if self.course.format == NOT_REPORTED:
            return ("not reported",)
        ways = tuple(name for name, marks in TEACHING.items() if any(m in words for m in marks))
        return ways or ("other",)


TEACHING = {
    "online": ("online",),
    "face to face": ("face to face", "in a room", "in person"),
    "part-time": ("part-time",),
}
"""Ways of teaching, with the words of an entry that show them."""


def catalogue(kb: KnowledgeBase) -> tuple[CourseRow, ...]:
    """Return all courses: providers in the order of their categories and names."""
    order = list(kb.vocabularies["provider-category"])
    providers = sorted(
        kb.providers.values(), key=lambda p: (order.index(p.category), p.name.casefold())
    )
    return tuple(
        _row(kb, provider, course_id, course)
        for provider in providers
        for course_id, course in provider.courses.items()
    )


def _row(kb: KnowledgeBase, provider: Provider, course_id: str, course: Course) -> CourseRow:
    standard, reason = _standard(kb, course)
    per_place, note = _price(course)
    regions = (provider.region, *provider.satellite_regions)
    areas = tuple(dict.fromkeys(kb.regions[region].within or region for region in regions))
    return CourseRow(provider, course_id, course, standard, reason, per_place, note, areas)


@dataclass(frozen=True)
class StandardHours:
    """The hours that AFT asks for at foundation level at the least."""

    contact: Measure
    """With course staff."""
    independent: Measure
    """Of own study."""

    @property
    def records(self) -> tuple[str, ...]:
        """The records that say so."""
        return (*self.contact.records, *self.independent.records)


def standard_hours(kb: KnowledgeBase) -> StandardHours | None:
    """Return the hours of the standard; None if no component is one that courses train for."""
    measures = kb.measures_for("training")
    if not measures:
        return None
    return StandardHours(
        measures["contact-hours-minimum"], measures["independent-study-hours-minimum"]
    )


def _standard(kb: KnowledgeBase, course: Course) -> tuple[Verdict, str]:
    hours, length = standard_hours(kb), course.length
    if hours is None:
        return "not stated", WORDING.say("reason", case="no_standard")
    contact, independent = hours.contact.ends[0], hours.independent.ends[0]
    with_staff, alone = length.contact_hours, length.independent_study_hours
    days = length.days or 0
    verdict: Verdict = "not stated"
    if with_staff is not None and with_staff < contact:
        verdict, case = "falls short", "few_with_staff"
    elif alone is not None and alone < independent:
        verdict, case = "falls short", "few_alone"
    elif with_staff is not None and alone is not None:
        verdict, case = "meets", "enough"
    elif with_staff is not None:
        case = "with_staff_enough"
    else:
        case = "silent_but_long" if 0 < _MOST_HOURS_A_DAY * days < contact else "silent"
    return verdict, WORDING.say(
        "reason",
        case=case,
        length=length,
        contact=contact,
        independent=independent,
        a_day=f"{contact / days:.3g}" if days else "",
    )


_MOST_HOURS_A_DAY = 8
"""More than this is pointed out, because nobody teaches so long."""


def _price(course: Course) -> tuple[float | None, str]:
    cost, each = course.cost, None
    if cost.amount is None:
        case = "tailored" if cost.basis == "tailored" else "not_stated"
    elif cost.basis == "not_reported":
        case = "of_what"
    elif cost.places_bought is None:
        case = "group_of_any_size"
    else:
        case = "place" if cost.basis == "place" else "group"
        each = cost.amount / cost.places_bought
    return each, WORDING.say("price", case=case, cost=cost, amount=cost.amount or 0)


def checked_since(kb: KnowledgeBase) -> tuple[Provider, ...]:
    """Return the providers whose entries were last checked against a page of their own."""
    return tuple(p for p in kb.providers.values() if p.checked_against != kb.report.source)


def prices_per_place(kb: KnowledgeBase, level: str | None = None) -> list[float]:
    """Return the prices quoted for one place, of a level or of all, the lowest first."""
    return sorted(
        float(row.course.cost.amount)
        for row in catalogue(kb)
        if row.course.cost.basis == "place"
        and row.course.cost.amount is not None
        and level in (None, row.course.level)
    )


def place_prices(kb: KnowledgeBase, level: str | None = None) -> tuple[float, float]:
    """Return the lowest and the highest price quoted for one place, of a level or of all.

    Raises ValueError if none is quoted. The check refuses evidence in which no foundation course
    has one.
    """
    quoted = prices_per_place(kb, level)
    if not quoted:
        raise ValueError("no course has a price for one place")
    return quoted[0], quoted[-1]


def cheapest(rows: Iterable[CourseRow]) -> CourseRow | None:
    """Return the course with the lowest price per person, VAT included where it is extra."""
    priced = [row for row in rows if row.price_to_pay is not None]
    return min(priced, key=lambda row: row.price_to_pay or 0.0, default=None)

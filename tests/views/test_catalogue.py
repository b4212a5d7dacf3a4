"""The catalogue of courses: what is worked out from an entry, and what is left open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.provider import Course
from knowledge_base.views.catalogue import (
    CourseRow,
    Offer,
    catalogue,
    place_prices,
    prices_per_place,
    standard_hours,
)


@pytest.fixture
def rows(knowledge_base: KnowledgeBase) -> dict[str, CourseRow]:
    return {row.course_id: row for row in catalogue(knowledge_base)}


def with_course(row: CourseRow, **length: float) -> CourseRow:
    """Return the row as if its course had this length, a place of £3,000, and nothing else."""
    course = Course.model_validate(
        {
            "name": "Course",
            "level": "foundation",
            "length": {"as_given": "As given", **length},
            "cost": {
                "as_given": "£3,000 per place",
                "amount": 3_000,
                "basis": "place",
                "vat": "not_reported",
            },
            "sources": ["willowbank2021page"],
        }
    )
    return CourseRow(row.provider, "course", course, "not stated", "", 3_000.0, "", ())


def test_a_place_a_day_an_hour_and_vat_worked_by_hand(rows: dict[str, CourseRow]):
    row = rows["foundation"]
    # £1,200 plus VAT, 12 days, 60 hours: £1,440 with 20%, £120 per day, £24 per hour.
    assert row.price_per_place == 1_200
    assert row.price_with_vat == pytest.approx(1_440)
    assert row.price_to_pay == pytest.approx(1_440)
    assert row.price_per_day == pytest.approx(120)
    assert row.price_per_contact_hour == pytest.approx(24)
    assert row.offer == Offer(1_200, 1, plus_vat=True)


def test_a_groups_price_is_shared_by_its_places(rows: dict[str, CourseRow]):
    row = rows["foundation-for-choirs"]
    # £9,000 for up to 20 people: £450; its length is unknown, and so is whether VAT is in it.
    assert row.price_per_place == 450
    assert row.offer == Offer(9_000, 20, plus_vat=False, at_least=True)
    assert row.price_per_day is None
    assert row.price_per_contact_hour is None
    assert row.price_with_vat is None
    assert row.price_to_pay == 450


def test_tailored_fees_are_not_guessed(rows: dict[str, CourseRow]):
    assert rows["introduction"].price_per_place is None
    assert rows["introduction"].offer is None


def test_days_are_not_turned_into_hours(rows: dict[str, CourseRow]):
    row = with_course(rows["foundation"], days=15)
    assert row.price_per_day == 200
    assert row.price_per_contact_hour is None


def test_a_course_is_found_in_its_providers_further_regions(rows: dict[str, CourseRow]):
    assert rows["foundation"].areas == ("west-coast", "harbour")


def test_ways_of_teaching_are_read_from_the_entrys_own_words(rows: dict[str, CourseRow]):
    assert rows["foundation"].teaching == ("face to face",)
    assert rows["introduction"].teaching == ("not reported",)


@pytest.mark.parametrize(
    ("days", "arithmetic"),
    [(3, " 50 hours in 3 days would be 16.7 a day."), (12, ""), (None, "")],
)
def test_days_too_few_for_the_hours_are_pointed_out_with_the_arithmetic(
    knowledge_base: KnowledgeBase, rows: dict[str, CourseRow], days: int | None, arithmetic: str
):
    length = {} if days is None else {"days": days}
    course = with_course(rows["foundation"], **length).course
    provider = rows["foundation"].provider.model_copy(update={"courses": {"short": course}})
    kb = replace(knowledge_base, providers={provider.id: provider})
    (row,) = catalogue(kb)
    assert (row.standard, row.reason) == ("not stated", f"The hours are not stated.{arithmetic}")


def test_the_standard_is_that_of_the_component_that_courses_train_for(
    knowledge_base: KnowledgeBase,
):
    hours = standard_hours(knowledge_base)
    assert hours is not None
    component = knowledge_base.component_for("training") or ""
    assert hours.contact == knowledge_base.blueprint[component].measures["contact-hours-minimum"]
    rest = {i: b for i, b in knowledge_base.blueprint.items() if i != component}
    kb = replace(knowledge_base, blueprint=rest)
    assert standard_hours(kb) is None
    assert {row.standard for row in catalogue(kb)} == {"not stated"}


def test_prices_for_one_place_come_lowest_first_and_may_be_none(
    knowledge_base: KnowledgeBase,
):
    assert prices_per_place(knowledge_base) == [1_200]
    assert prices_per_place(knowledge_base, level="introductory") == []
    with pytest.raises(ValueError, match="no course has a price for one place"):
        place_prices(knowledge_base, level="introductory")


def test_a_price_in_a_note_has_its_pence(knowledge_base: KnowledgeBase, rows: dict[str, CourseRow]):
    course = rows["foundation"].course
    cost = course.cost.model_copy(update={"amount": 2_312.5, "basis": "not_reported"})
    courses = {"course": course.model_copy(update={"cost": cost})}
    provider = rows["foundation"].provider.model_copy(update={"courses": courses})
    (row,) = catalogue(replace(knowledge_base, providers={provider.id: provider}))
    assert row.price_note == ("The list does not say whether £2,312.50 buys one place or a group.")


def test_a_course_of_foundation_level_by_its_address_is_found_under_foundation(
    rows: dict[str, CourseRow],
):
    row = rows["foundation"]
    by_address = row.course.model_copy(update={"level": "foundation-by-link"})
    assert replace(row, course=by_address).level == row.level == "foundation"
    assert rows["introduction"].level == "introductory"

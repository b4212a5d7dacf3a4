"""The catalogue of courses: what is worked out from an entry, and what is left untold."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.provider import Course
from knowledge_base.pages.plan import providers as surface
from knowledge_base.pages.start import questions as start
from knowledge_base.views.catalogue import CourseRow, Offer, catalogue


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
    return CourseRow(row.provider, "course", course, "can't be told", "", 3_000.0, "")


def test_a_place_a_day_an_hour_and_vat_worked_by_hand(rows: dict[str, CourseRow]):
    row = rows["foundation"]
    # £1,200 plus VAT, 12 days, 60 hours: £100 a day, £20 an hour, £1,440 with 20%.
    assert row.price_per_place == 1_200
    assert row.price_per_day == 100
    assert row.price_per_contact_hour == 20
    assert row.price_with_vat == pytest.approx(1_440)
    assert row.price_to_pay == pytest.approx(1_440)
    assert row.contact_hour_to_pay == pytest.approx(24)
    assert row.offer == Offer(1_200, 1, plus_vat=True)


def test_a_groups_price_is_shared_by_its_places(rows: dict[str, CourseRow]):
    row = rows["foundation-for-teams"]
    # £9,000 for up to 20 people: £450; its length is unknown, and so is whether VAT is in it.
    assert row.price_per_place == 450
    assert row.offer == Offer(9_000, 20, plus_vat=False, at_least=True)
    assert row.price_per_day is None
    assert row.price_per_contact_hour is None
    assert row.contact_hour_to_pay is None
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
    assert rows["foundation"].areas == ("south-west", "london")


def test_ways_of_teaching_are_read_from_the_entrys_own_words(rows: dict[str, CourseRow]):
    assert rows["foundation"].teaching == ("face to face",)
    assert rows["introduction"].teaching == ("not reported",)


def test_every_course_has_a_row_with_its_own_anchor(knowledge_base: KnowledgeBase):
    table = surface.table(knowledge_base)
    data = surface.filters(knowledge_base)
    for row in catalogue(knowledge_base):
        anchor = f"course-{row.id.replace('/', '-')}"
        assert f"#{anchor} " in table
        assert f'"anchor":"{anchor}"' in data


def filters_data(kb: KnowledgeBase) -> list[dict[str, object]]:
    """Return what the page's script reads of each course."""
    html = surface.filters(kb)
    begins = html.index('id="catalogue-data">') + len('id="catalogue-data">')
    data: list[dict[str, object]] = json.loads(html[begins : html.index("</script>", begins)])
    return data


def test_the_filters_data_can_be_read(knowledge_base: KnowledgeBase):
    data = filters_data(knowledge_base)
    assert [course["id"] for course in data] == [row.id for row in catalogue(knowledge_base)]


def test_courses_are_put_in_order_by_what_is_to_be_paid(knowledge_base: KnowledgeBase):
    priced = {course["id"]: course for course in filters_data(knowledge_base)}
    with_vat = priced["willowbank-centre/foundation"]
    # £1,200 plus VAT, for 60 hours.
    assert (with_vat["price"], with_vat["hour"]) == (pytest.approx(1_440), pytest.approx(24))
    assert with_vat["with_vat"] is True
    assert priced["willowbank-centre/foundation-for-teams"]["with_vat"] is False
    assert "£1,200 ÷ 60 = £20, or £24 with VAT" in surface.table(knowledge_base)


@pytest.mark.evidence
def test_every_real_price_is_shown_with_its_arithmetic(project: Path):
    kb = load(project)
    table = surface.table(kb)
    for row in catalogue(kb):
        if row.price_per_place is not None and row.course.cost.basis == "cohort":
            assert f"÷ {row.course.cost.places} places" in table
    # £25,000 ÷ 30 = £833.33; with VAT at 20%, £1,000; 12 days at £69.44.
    assert "£833.33 × 1.2 = £1,000" in table
    assert "£833.33 ÷ 12 = £69.44" in table
    # 72 hours for £2,400.
    assert "£2,400 ÷ 72 = £33.33" in table


@pytest.mark.parametrize(
    ("days", "told"),
    [(3, " To reach 50 in 3 days would take 16.7 a day."), (12, ""), (None, "")],
)
def test_days_too_few_for_the_hours_are_told_with_the_arithmetic(
    knowledge_base: KnowledgeBase, rows: dict[str, CourseRow], days: int | None, told: str
):
    length = {} if days is None else {"days": days}
    course = with_course(rows["foundation"], **length).course
    provider = rows["foundation"].provider.model_copy(update={"courses": {"short": course}})
    kb = replace(knowledge_base, providers={provider.id: provider})
    (row,) = catalogue(kb)
    assert (row.standard, row.reason) == ("can't be told", f"The hours are not reported.{told}")


@pytest.mark.parametrize(
    ("hours", "told"),
    [((60, 40), "1 falls short"), ((40, 40), "2 fall short"), ((), "0 fall short")],
)
def test_courses_that_fall_short_are_told_in_good_grammar(
    knowledge_base: KnowledgeBase, rows: dict[str, CourseRow], hours: tuple[int, ...], told: str
):
    courses = {
        f"course-{number}": with_course(rows["foundation"], contact_hours=each).course
        for number, each in enumerate(hours or (60,))
    }
    provider = rows["foundation"].provider.model_copy(update={"courses": courses})
    kb = replace(knowledge_base, providers={provider.id: provider})
    assert told in surface.overview(kb)


@pytest.mark.parametrize(
    ("checked", "told"),
    [
        ((), "All prices are of 2023, as the report lists them; nobody has asked the providers"),
        (("one",), "The entry of 1 of the 3 providers has been checked against the provider’s own"),
        (("one", "two"), "The entries of 2 of the 3 providers have been checked"),
        (("one", "two", "three"), "Every entry has been checked against its provider’s own page"),
    ],
)
def test_whether_providers_were_asked_follows_from_what_their_entries_were_checked_against(
    knowledge_base: KnowledgeBase, checked: tuple[str, ...], told: str
):
    (provider,) = knowledge_base.providers.values()
    against = {True: "willowbank2021page", False: knowledge_base.report.source}
    providers = {
        name: provider.model_copy(update={"checked_against": against[name in checked]}).named(name)
        for name in ("one", "two", "three")
    }
    kb = replace(knowledge_base, providers=providers)
    for page in (surface.overview(kb), surface.notes(kb), start.trains(kb)):
        assert told in page
        assert ("nobody has asked the providers" in page) == (not checked)
    for caption in (surface.table(kb), start.who_trains(kb)):
        assert ("(prices of 2023)" in caption) == (not checked)
    assert ("Cost in 2023" in surface.table(kb)) == (not checked)

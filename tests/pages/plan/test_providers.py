"""The page of the catalogue: its text, its table, and what its script reads of each course."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.provider import Course
from knowledge_base.pages.plan import providers
from knowledge_base.pages.plan.axis import Axis
from knowledge_base.pages.start import questions
from knowledge_base.views.catalogue import catalogue
from shown import filled


def page(kb: KnowledgeBase) -> str:
    return filled("plan/providers.jinja", kb, providers.facts(kb))


def with_courses(kb: KnowledgeBase, *courses: Course) -> KnowledgeBase:
    """Return the knowledge base with one provider, who runs these courses."""
    (provider,) = kb.providers.values()
    of_provider = {f"course-{number}": course for number, course in enumerate(courses)}
    changed = provider.model_copy(update={"courses": of_provider})
    return replace(kb, providers={provider.id: changed})


def with_hours(kb: KnowledgeBase, contact: int, **length: int) -> Course:
    """Return a course of these hours with staff."""
    (provider,) = kb.providers.values()
    hours = {"as_given": "As given", "contact_hours": contact, **length}
    return Course.model_validate(provider.courses["foundation"].model_dump() | {"length": hours})


def test_every_course_has_a_row_with_its_own_anchor(knowledge_base: KnowledgeBase):
    shown = page(knowledge_base)
    for row in catalogue(knowledge_base):
        anchor = f"course-{row.id.replace('/', '-')}"
        assert f"#{anchor} " in shown
        assert f'"anchor":"{anchor}"' in shown


def filters_data(kb: KnowledgeBase) -> list[dict[str, object]]:
    """Return what the page's script reads of each course."""
    html = page(kb)
    begins = html.index('id="catalogue-data">') + len('id="catalogue-data">')
    data = json.loads(html[begins : html.index("</script>", begins)])
    courses: list[dict[str, object]] = data["courses"]
    return courses


def test_the_filters_data_can_be_read(knowledge_base: KnowledgeBase):
    data = filters_data(knowledge_base)
    assert [course["id"] for course in data] == [row.id for row in catalogue(knowledge_base)]


def test_courses_are_put_in_order_by_what_is_to_be_paid(knowledge_base: KnowledgeBase):
    priced = {course["id"]: course for course in filters_data(knowledge_base)}
    with_vat = priced["willowbank-school/foundation"]
    # £1,200 plus VAT, for 60 hours.
    assert (with_vat["price"], with_vat["hour"]) == (pytest.approx(1_440), pytest.approx(24))
    assert priced["willowbank-school/foundation-for-choirs"]["price"] == 450
    assert "Per hour with staff: £1,440 ÷ 60 = £24." in page(knowledge_base)


@pytest.mark.evidence
def test_every_real_price_is_shown_with_its_arithmetic(project: Path):
    kb = load(project)
    shown = page(kb)
    for row in catalogue(kb):
        if row.price_per_place is not None and row.course.cost.basis == "cohort":
            assert f"÷ {row.course.cost.places} places" in shown
    # £25,000 ÷ 30 = £833.33; with VAT at 20%, £1,000; 12 days at £83.33.
    assert r"£833.33 × 1\.2 = £1,000" in shown
    assert "£1,000 ÷ 12 = £83.33" in shown
    # 72 hours for £2,400.
    assert "£2,400 ÷ 72 = £33.33" in shown


@pytest.mark.parametrize(
    ("hours", "sentence"),
    [
        ((60, 40), "1 course falls short."),
        (
            (40, 40),
            "2 courses fall short.",
        ),
        ((), "For 1, the list does not say."),
    ],
)
def test_courses_that_fall_short_are_counted_in_good_grammar(
    knowledge_base: KnowledgeBase, hours: tuple[int, ...], sentence: str
):
    courses = [with_hours(knowledge_base, each) for each in hours or (60,)]
    assert sentence in page(with_courses(knowledge_base, *courses))


@pytest.mark.parametrize(("meeting", "named"), [(0, False), (1, True), (3, True), (4, False)])
def test_courses_that_meet_the_standard_are_named_while_they_are_few(
    knowledge_base: KnowledgeBase, meeting: int, named: bool
):
    course = with_hours(knowledge_base, 60, independent_study_hours=200)
    untold = with_hours(knowledge_base, 60)
    facts = providers.facts(with_courses(knowledge_base, untold, *[course] * meeting))
    assert facts.standards["meets"] == meeting
    assert bool(facts.meeting) == named


def chart(kb: KnowledgeBase) -> str:
    html = page(kb)
    return html[html.index('<div class="kb-prices">') : html.index("(find-and-compare-courses)")]


def without_price(kb: KnowledgeBase) -> Course:
    """Return a course with tailored fees."""
    tailored = {"cost": {"as_given": "Tailored", "basis": "tailored", "vat": "not_reported"}}
    return Course.model_validate(with_hours(kb, 60).model_dump() | tailored)


@pytest.mark.parametrize(
    ("priced", "unpriced", "title"),
    [
        (0, 2, "The list gives no price per person for any course<"),
        (1, 0, "The price per person is known for the one course listed: £1,440<"),
        (1, 1, "The price per person is known for 1 of 2 courses: £1,440<"),
        (2, 0, "The price per person is known for all 2 courses: £1,440 to £1,440<"),
        (2, 3, "The price per person is known for 2 of 5 courses: £1,440 to £1,440<"),
    ],
)
def test_the_charts_title_is_its_finding(
    knowledge_base: KnowledgeBase, priced: int, unpriced: int, title: str
):
    courses = [with_hours(knowledge_base, 60)] * priced
    courses += [without_price(knowledge_base)] * unpriced
    shown = chart(with_courses(knowledge_base, *courses))
    assert title in shown
    assert ("<table" in shown) == bool(priced)
    assert ("without a known price" in shown) == bool(priced and unpriced)


def test_the_chart_has_a_dot_and_the_price_in_words(knowledge_base: KnowledgeBase):
    shown = chart(knowledge_base)
    # £450 and £1,440 on an axis to £1,500; the first is a share of a group's price, and a "from".
    assert '<circle class="is-shared" cx="30.0%"' in shown
    assert '<circle cx="96.0%"' in shown
    assert "<span>from £450</span>" in shown
    assert "<span>£1,440</span>" in shown
    assert "Willowbank School: Introduction" in shown[shown.index("no-price") :]


def test_where_no_price_is_known_the_row_says_why(knowledge_base: KnowledgeBase):
    shown = page(with_courses(knowledge_base, without_price(knowledge_base)))
    assert "[Fees are tailored.]{.kb-line} [Listed as “Tailored”.]{.kb-line}" in shown


def test_a_check_that_most_entries_share_is_stated_once(knowledge_base: KnowledgeBase):
    (provider,) = knowledge_base.providers.values()
    same = {name: provider.model_copy().named(name) for name in ("one", "two")}
    other = provider.model_copy(update={"checked": date(2026, 1, 2)}).named("three")
    shown = page(replace(knowledge_base, providers={**same, "three": other}))
    assert shown.count("Entries were last compared with") == 1
    assert shown.count("on [2 January 2026]{.kb-checked}") == len(other.courses)


@pytest.mark.parametrize(
    ("greatest", "most", "step"), [(0, 1, 1), (3_900, 4_000, 1_000), (15, 15, 5), (450, 500, 100)]
)
def test_an_axis_has_at_most_five_round_steps(greatest: float, most: int, step: int):
    axis = Axis.from_zero(greatest)
    assert (axis.most, axis.step) == (most, step)
    assert len(axis.ticks) <= 6
    assert axis.along(most) == 100


@pytest.mark.parametrize(
    ("checked", "sentence"),
    [
        (
            (),
            "All prices are of 2023, as the report lists them; we have not checked them",
        ),
        (("one",), "The entry of 1 of the 3 providers has been checked against the provider’s own"),
        (("one", "two"), "The entries of 2 of the 3 providers have been checked"),
        (("one", "two", "three"), "Every entry has been checked against its provider’s own page"),
    ],
)
def test_whether_providers_were_asked_follows_from_what_their_entries_were_checked_against(
    knowledge_base: KnowledgeBase, checked: tuple[str, ...], sentence: str
):
    (provider,) = knowledge_base.providers.values()
    against = {True: "willowbank2021page", False: knowledge_base.report.source}
    asked = {
        name: provider.model_copy(update={"checked_against": against[name in checked]}).named(name)
        for name in ("one", "two", "three")
    }
    kb = replace(knowledge_base, providers=asked)
    shown = page(kb)
    # At the top, and on the page of questions.
    assert shown.count(sentence) == 1
    start = filled("questions.jinja", kb, questions.facts(kb))
    assert sentence in start
    for text in (shown, start):
        assert ("(prices of 2023)" in text) == (not checked)
    assert ("we have not checked them with the providers" in shown) == (not checked)

"""The page of the catalogue: its text, its table, and what its script reads of each course."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.provider import Course
from knowledge_base.pages.plan import providers
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
    data: list[dict[str, object]] = json.loads(html[begins : html.index("</script>", begins)])
    return data


def test_the_filters_data_can_be_read(knowledge_base: KnowledgeBase):
    data = filters_data(knowledge_base)
    assert [course["id"] for course in data] == [row.id for row in catalogue(knowledge_base)]


def test_courses_are_put_in_order_by_what_is_to_be_paid(knowledge_base: KnowledgeBase):
    priced = {course["id"]: course for course in filters_data(knowledge_base)}
    with_vat = priced["willowbank-school/foundation"]
    # £1,200 plus VAT, for 60 hours.
    assert (with_vat["price"], with_vat["hour"]) == (pytest.approx(1_440), pytest.approx(24))
    assert with_vat["with_vat"] is True
    assert priced["willowbank-school/foundation-for-choirs"]["with_vat"] is False
    assert "£1,200 ÷ 60 = £20, or £24 with VAT" in page(knowledge_base)


@pytest.mark.evidence
def test_every_real_price_is_shown_with_its_arithmetic(project: Path):
    kb = load(project)
    shown = page(kb)
    for row in catalogue(kb):
        if row.price_per_place is not None and row.course.cost.basis == "cohort":
            assert f"÷ {row.course.cost.places} places" in shown
    # £25,000 ÷ 30 = £833.33; with VAT at 20%, £1,000; 12 days at £69.44.
    assert r"£833.33 × 1\.2 = £1,000" in shown
    assert "£833.33 ÷ 12 = £69.44" in shown
    # 72 hours for £2,400.
    assert "£2,400 ÷ 72 = £33.33" in shown


@pytest.mark.parametrize(
    ("hours", "sentence"),
    [((60, 40), "1 falls short"), ((40, 40), "2 fall short"), ((), "0 fall short")],
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


def test_where_no_price_is_quoted_a_place_the_page_says_nothing_of_any(
    knowledge_base: KnowledgeBase,
):
    tailored = {"cost": {"as_given": "Tailored", "basis": "tailored", "vat": "not_reported"}}
    course = Course.model_validate(with_hours(knowledge_base, 60).model_dump() | tailored)
    shown = page(with_courses(knowledge_base, course))
    assert "for 0 of them.\nFrom what is listed" in shown
    assert "[A person: can’t be told. Fees are tailored.]{.kb-line}" in shown


@pytest.mark.parametrize(
    ("checked", "sentence"),
    [
        ((), "All prices are of 2023, as the report lists them; nobody has asked the providers"),
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
    # At the top, below the table, and on the start page.
    assert shown.count(sentence) == 2
    start = filled("questions.jinja", kb, questions.facts(kb))
    assert sentence in start
    for text in (shown, start):
        assert ("(prices of 2023)" in text) == (not checked)
    assert ("nobody has asked the providers" in shown) == (not checked)
    assert ("Cost in 2023" in shown) == (not checked)

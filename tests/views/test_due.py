"""What is due: a year for providers and sources, six months for searches, drafts and checks now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge_base.model.context import Search
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.reading_note import SourceCheck
from knowledge_base.views.due import (
    CHECK,
    DRAFT,
    PROVIDER,
    REASONS,
    SEARCH,
    SOURCE,
    due,
    last_looks,
    months_before,
)

WILLOWBANK = "willowbank-school"
COBB = "cobb-2018-confidence"


def ids(kb: KnowledgeBase, reason: str, as_of: date) -> list[str]:
    """The ids of what is due for a reason."""
    return [item.id for item in due(kb, as_of) if item.reason == reason]


def with_check(kb: KnowledgeBase, check: SourceCheck) -> KnowledgeBase:
    """The made-up evidence with a check of one record's source."""
    record = kb.records[COBB].model_copy(update={"source_check": check})
    return replace(kb, records={**kb.records, COBB: record.named(COBB)})


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        (date(2024, 5, 31), 3, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2024, 1, 15), 1, date(2023, 12, 15)),
        (date(2024, 12, 31), 12, date(2023, 12, 31)),
    ],
)
def test_months_are_those_of_the_calendar(day: date, months: int, earlier: date):
    assert months_before(day, months) == earlier


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2025, 1, 14), []), (date(2025, 1, 15), [WILLOWBANK])]
)
def test_a_provider_is_due_a_year_after_its_last_comparison(
    knowledge_base: KnowledgeBase, day: date, expected: list[str]
):
    assert ids(knowledge_base, PROVIDER, day) == expected


def test_a_source_is_due_a_year_after_anybody_last_looked_at_it(knowledge_base: KnowledgeBase):
    assert last_looks(knowledge_base)["fernhollow2021"] == date(2024, 6, 1)
    assert "fernhollow2021" not in ids(knowledge_base, SOURCE, date(2025, 5, 31))
    assert "fernhollow2021" in ids(knowledge_base, SOURCE, date(2025, 6, 1))


def test_a_source_behind_a_citation_was_looked_at_when_it_was_checked(
    knowledge_base: KnowledgeBase,
):
    assert last_looks(knowledge_base)["cobb2018"] < date(2024, 6, 30)
    check = SourceCheck(verdict="not-readable", on="2024-06-30")
    assert last_looks(with_check(knowledge_base, check))["cobb2018"] == date(2024, 6, 30)


def test_a_source_that_was_read_again_is_due_a_year_after_that(knowledge_base: KnowledgeBase):
    record = next(r for r in knowledge_base.records.values() if r.reading)
    reading = record.reading.model_copy(update={"again": date(2024, 12, 24)})
    reread = record.model_copy(update={"reading": reading}).named(record.id)
    kb = replace(knowledge_base, records={**knowledge_base.records, record.id: reread})
    assert last_looks(kb)[record.source] == date(2024, 12, 24)


def test_a_search_is_due_after_six_months(knowledge_base: KnowledgeBase):
    search = Search(
        on="2024-01-31",
        where="a stored collection of public web pages",
        what_for="Trials.",
        came_up="None.",
        thorough=False,
    )
    searched = replace(knowledge_base, searches={"trials": search})
    assert ids(searched, SEARCH, date(2024, 7, 30)) == []
    assert ids(searched, SEARCH, date(2024, 7, 31)) == ["trials"]


def test_a_draft_is_due_at_once(knowledge_base: KnowledgeBase):
    (item,) = [i for i in due(knowledge_base, date(2024, 6, 1)) if i.reason == DRAFT]
    assert item.id == "cobb-2018-draft-on-conductors"
    assert item.since == knowledge_base.records[item.id].added


def test_a_check_that_was_not_possible_is_due_at_once_with_its_claims(
    knowledge_base: KnowledgeBase,
):
    assert ids(knowledge_base, CHECK, date(2024, 6, 1)) == []
    check = SourceCheck(verdict="not-readable", on="2024-04-01")
    (item,) = [
        i for i in due(with_check(knowledge_base, check), date(2024, 6, 1)) if i.reason == CHECK
    ]
    assert (item.id, item.since, item.claims) == ("cobb2018", date(2024, 4, 1), 1)


def test_a_check_that_was_possible_is_not(knowledge_base: KnowledgeBase):
    check = SourceCheck(verdict="not-in-that-part", how_read="abstract", on="2024-04-01")
    assert ids(with_check(knowledge_base, check), CHECK, date(2024, 6, 1)) == []


def test_what_waited_longest_comes_first_under_each_reason(knowledge_base: KnowledgeBase):
    items = due(knowledge_base, date(2030, 1, 1))
    places = [(list(REASONS).index(item.reason), item.since) for item in items]
    assert places == sorted(places)
    assert {PROVIDER, SOURCE, DRAFT} <= {item.reason for item in items}

"""What changed by day: newest first, each change once, on the day that the data gives it."""

from __future__ import annotations

from dataclasses import replace

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.changes_by_day import (
    ADDED,
    CHECK,
    FALLEN,
    KINDS,
    SEARCH,
    STANDING,
    changes_by_day,
    dated_changes,
)


def test_days_come_newest_first_and_a_month_after_its_days(knowledge_base: KnowledgeBase):
    days = list(changes_by_day(knowledge_base))
    assert days == sorted(days, reverse=True)
    assert days[-1] == "2023-02"


def test_each_change_is_on_its_day(knowledge_base: KnowledgeBase):
    kb = knowledge_base
    days = changes_by_day(kb)
    assert days["2024-05-05"][SEARCH] == ("sheets-and-safety",)
    assert days["2023-02"][STANDING]
    for record in kb.records.values():
        added = record.id in days.get(record.added.isoformat(), {}).get(ADDED, ())
        assert added == (record.status != "draft")
        if record.notice:
            assert record.id in days[record.notice.date.isoformat()][FALLEN]
        if record.source_check:
            assert record.id in days[record.source_check.on.isoformat()][CHECK]


def test_a_day_holds_the_same_changes_as_the_list(knowledge_base: KnowledgeBase):
    changes = dated_changes(knowledge_base)
    by_day = changes_by_day(knowledge_base)
    assert [tuple(change) for change in changes] == [
        (day, kind, key) for day in by_day for kind in KINDS for key in by_day[day][kind]
    ]
    assert len(set(changes)) == len(changes)


def test_nothing_changed_where_nothing_is(knowledge_base: KnowledgeBase):
    empty = replace(knowledge_base, records={}, source_notes={}, context={}, searches={})
    assert changes_by_day(empty) == {}

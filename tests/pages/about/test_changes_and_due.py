"""What changed and what is due, as their pages show them."""

from __future__ import annotations

from dataclasses import replace

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.about import changes, due
from knowledge_base.views.edition import edition
from shown import filled


def shown_changes(kb: KnowledgeBase) -> str:
    """The page of changes."""
    return filled("about/changes.jinja", kb, changes.facts(kb))


def shown_due(kb: KnowledgeBase) -> str:
    """The page of what is due."""
    return filled("about/due.jinja", kb, due.facts(kb))


def test_each_day_lists_what_changed(knowledge_base: KnowledgeBase):
    page = shown_changes(knowledge_base)
    facts = changes.facts(knowledge_base)
    assert f"## {facts.days[0].day}" not in page
    days = ("5 May 2024", "1 February 2024", "February 2023")
    places = [page.index(f"## Changes dated {day}\n") for day in days]
    assert places == sorted(places)
    assert "{site}`Atom feed <data/changes.atom>`" in page
    for record in knowledge_base.records.values():
        assert (record.id in page) == (record.status != "draft")
        if record.notice:
            assert record.notice.reason in page


def test_the_components_of_a_day_hold_all_its_records(knowledge_base: KnowledgeBase):
    for day in changes.facts(knowledge_base).days:
        assert sum(map(len, day.added.values())) == day.records
        assert sum(day.verdicts.values()) == day.checks


def test_where_nothing_was_added_the_page_says_so(knowledge_base: KnowledgeBase):
    dated = ("records", "providers", "source_notes", "context", "searches")
    empty = replace(knowledge_base, **{part: {} for part in dated})
    assert "Nothing has been added yet." in shown_changes(empty)
    assert "the evidence has no dates yet" in shown_due(empty)


def test_what_is_due_is_counted_from_the_newest_date(knowledge_base: KnowledgeBase):
    facts = due.facts(knowledge_base)
    assert facts.as_of == edition(knowledge_base).day
    assert facts.count == sum(map(len, facts.due.values()))
    page = shown_due(knowledge_base)
    assert "due to be checked again on 20 May 2024" in page
    assert "## Drafts waiting to be checked by a second person (1)" in page
    assert "cobb-2018-draft-on-conductors" in page

"""The day of the evidence: one, wherever it is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge_base.evidence_map.data import map_data
from knowledge_base.exports.tidier_checklist import TABLE, tidier_checklist
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.about import citation
from knowledge_base.views.citations import as_of
from printed_book.front import title_page
from shown import shown_map

LATER = date(2024, 11, 5)
TOLD: dict[str, Callable[[KnowledgeBase, Path], str]] = {
    "citation": lambda kb, root: citation.facts(kb, root).text,
    "map": lambda kb, _: shown_map(kb) + map_data(kb)["asOf"],
    "checklist": lambda kb, _: tidier_checklist(kb)[TABLE].decode(),
    "printed book": lambda kb, _: title_page(kb, "Title", "Author"),
}


def with_later(kb: KnowledgeBase, status: str) -> KnowledgeBase:
    """The knowledge base with one record of this status added later than all others."""
    record = kb.published[0]
    changed = record.model_copy(update={"added": LATER, "status": status})
    return replace(kb, records=kb.records | {record.id: changed})


@pytest.mark.parametrize("status", ["draft", "withdrawn", "superseded"])
def test_what_does_not_count_changes_no_day(knowledge_base: KnowledgeBase, status: str):
    assert as_of(with_later(knowledge_base, status)) == as_of(knowledge_base)


@pytest.mark.parametrize("surface", TOLD)
def test_a_newer_record_changes_the_day_wherever_it_is_told(
    knowledge_base: KnowledgeBase, project: Path, surface: str
):
    kb = with_later(knowledge_base, "published")
    assert as_of(kb) == LATER
    said = TOLD[surface](kb, project)
    assert "5 November 2024" in said or "2024-11-05" in said


@pytest.mark.parametrize("surface", TOLD)
def test_without_a_record_that_counts_no_day_is_told(
    knowledge_base: KnowledgeBase, project: Path, surface: str
):
    drafts = {
        key: record.model_copy(update={"status": "draft", "added": LATER})
        for key, record in knowledge_base.records.items()
    }
    kb = replace(knowledge_base, records=drafts)
    assert as_of(kb) is None
    said = TOLD[surface](kb, project)
    assert "2024" not in said.replace("(2024)", "")
    assert not re.search(r"(of|on|\() ?None|=\"None", said)

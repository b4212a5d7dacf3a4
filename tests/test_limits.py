"""The limits beside the evidence say no more, and no less, than what was read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge_base.load import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.surfaces.record_pages import record_pages
from knowledge_base.views.limits import comes_from_report, limits_in_brief, limits_of_record


@pytest.fixture
def from_report(knowledge_base: KnowledgeBase) -> KnowledgeBase:
    """The made-up base, with nothing in it but what its report says."""
    kept = {
        record.id: record
        for record in knowledge_base.records.values()
        if comes_from_report(knowledge_base, record)
    }
    assert kept
    return replace(knowledge_base, records=kept)


@pytest.fixture
def read_elsewhere(from_report: KnowledgeBase) -> Record:
    """A published record of another source, which was read itself."""
    first = from_report.published[0]
    source = next(s for s in from_report.sources if s != from_report.report.source)
    update = {"source": source, "how_read": "in-source", "cited_through": None}
    return first.model_copy(update=update).named("read-elsewhere")


def test_what_comes_from_the_report_has_the_reports_limits(from_report: KnowledgeBase) -> None:
    assert limits_in_brief(from_report) == from_report.report.limits_in_brief
    for record in from_report.records.values():
        assert limits_of_record(from_report, record) == from_report.report.limits_in_brief


def test_of_what_was_read_elsewhere_nobody_says_that_it_was_not_read(
    from_report: KnowledgeBase, read_elsewhere: Record
) -> None:
    records = {**from_report.records, read_elsewhere.id: read_elsewhere}
    kb = replace(from_report, records=records)
    said = limits_in_brief(kb)
    assert said.startswith(f"Not from the report: 1 claim of {len(kb.published)}, and each says ")
    assert said.endswith(kb.report.limits_in_brief)
    page = record_pages(kb)["book/evidence/records/read-elsewhere.md"]
    assert kb.report.limits_in_brief not in page
    assert "the limits of that report are not its own" in page

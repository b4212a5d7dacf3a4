"""The limits on a record's page say no more, and no less, than what was read."""

from __future__ import annotations

from dataclasses import replace

from knowledge_base.load import KnowledgeBase
from knowledge_base.surfaces import myst
from knowledge_base.surfaces.record_pages import record_pages


def test_what_comes_from_the_report_has_the_reports_limits(knowledge_base: KnowledgeBase) -> None:
    limits = myst.text(knowledge_base.report.limits_in_brief)
    page = record_pages(knowledge_base)["book/evidence/records/cobb-2018-workload.md"]
    assert limits in page


def test_of_what_was_read_elsewhere_nobody_says_that_it_was_not_read(
    knowledge_base: KnowledgeBase,
) -> None:
    record = knowledge_base.records["cobb-2018-workload"]
    assert record.source != knowledge_base.report.source
    read = record.model_copy(update={"how_read": "in-source", "cited_through": None})
    kb = replace(
        knowledge_base,
        records={**knowledge_base.records, "read-elsewhere": read.named("read-elsewhere")},
    )
    page = record_pages(kb)["book/evidence/records/read-elsewhere.md"]
    assert myst.text(kb.report.limits_in_brief) not in page
    assert "the limits of that report are not its own" in page

"""How far the report's limits hold for a record."""

from __future__ import annotations

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record


def limits_of_record(kb: KnowledgeBase, record: Record) -> str:
    """Return the limits that stand on a record's own page: the report's, if it comes from there."""
    if comes_from_report(kb, record):
        return kb.report.limits_in_brief
    return (
        f"This claim does not come from {kb.sources[kb.report.source].short}, the report that "
        "most of this site rests on, and the limits of that report are not its own."
    )


def comes_from_report(kb: KnowledgeBase, record: Record) -> bool:
    """Whether the record's claim was read in the report, be it the report's own or another's."""
    through = record.cited_through
    return kb.report.source in (record.source, through.source if through else None)

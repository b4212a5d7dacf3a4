"""Which records the report's limits hold for."""

from __future__ import annotations

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record


def comes_from_report(kb: KnowledgeBase, record: Record) -> bool:
    """Whether the record's claim was read in the report, be it the report's own or another's."""
    through = record.cited_through
    return kb.report.source in (record.source, through.source if through else None)

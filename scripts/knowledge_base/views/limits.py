"""What the evidence can't tell: the report's limits, and how far they hold for other evidence."""

from __future__ import annotations

from knowledge_base.findings import counted
from knowledge_base.load import KnowledgeBase
from knowledge_base.model.record import Record


def limits_in_brief(kb: KnowledgeBase) -> str:
    """Return the limits that stand beside all evidence; they speak of the report's claims only."""
    elsewhere = sum(1 for record in kb.published if not comes_from_report(kb, record))
    if not elsewhere:
        return kb.report.limits_in_brief
    return (
        f"Not from the report: {counted(elsewhere, 'claim')} of {len(kb.published)}, and each says "
        f"how it was read. Of the others this holds. {kb.report.limits_in_brief}"
    )


def limits_of_record(kb: KnowledgeBase, record: Record) -> str:
    """Return the limits that stand on a record's own page."""
    if comes_from_report(kb, record):
        return kb.report.limits_in_brief
    return (
        f"This claim does not come from {kb.sources[kb.report.source].short}, the report that "
        "most of this site rests on, and the limits of that report are not its own."
    )


def comes_from_report(kb: KnowledgeBase, record: Record) -> bool:
    """Whether the report says it, of itself or of another source."""
    through = record.cited_through
    return kb.report.source in (record.source, through.source if through else None)

"""Which limits the evidence has, and which records the report's own hold for."""

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.once import once
from knowledge_base.wording.sentences import wording

_WORDING = wording("parts/limits")


def report_limits(kb: KnowledgeBase) -> str:
    """Return the limits of the report on one line, where there is no room for more."""
    return " ".join(kb.report.limits_in_brief.split())


@once
def limits_of(kb: KnowledgeBase) -> str:
    """Return what each page, print and download says: the report's limits, and who checked."""
    appraised = sum(1 for record in kb.published if record.appraisal)
    sentences = (
        report_limits(kb),
        who_checked(kb),
        _WORDING.say("appraised", claims=appraised, all=len(kb.published)),
    )
    return " ".join(filter(None, sentences))


def who_checked(kb: KnowledgeBase) -> str:
    """Return how many of the claims named people have checked."""
    checked = sum(1 for record in kb.published if record.checked_by)
    return _WORDING.say("checked", checked=checked, all=len(kb.published))


def comes_from_report(kb: KnowledgeBase, record: Record) -> bool:
    """Whether the record's claim was read in the report, be it the report's own or another's."""
    through = record.cited_through
    return kb.report.source in (record.source, through.source if through else None)


def is_by_reports_publisher(kb: KnowledgeBase, source: str) -> bool:
    """Whether another document than the report is by the body that made the report."""
    if not kb.report.source or source == kb.report.source:
        return False
    return bool(kb.sources[source].bodies & kb.sources[kb.report.source].bodies)

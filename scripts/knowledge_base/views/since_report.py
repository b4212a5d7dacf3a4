"""Whether a claim was known to the report that most of the evidence comes from, or came later."""

from collections.abc import Mapping

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.limits import comes_from_report
from knowledge_base.wording.sentences import wording

IN_REPORT = "in-report"
LEFT_OUT = "not-in-report"
LATER = "later"

SINCE_REPORT: Mapping[str, str] = wording("parts/since-report").sentences
"""What a claim can be, seen from the report, with how pages name it."""


def since_report(kb: KnowledgeBase, record: Record) -> str:
    """Return whether a claim was read in the report, and if not, whether its source is younger.

    A source of the report's own year may be younger than it or not: only later years are later.
    """
    if comes_from_report(kb, record):
        return IN_REPORT
    year, of_report = kb.sources[record.source].year, kb.sources[kb.report.source].year
    return LATER if year and of_report and year > of_report else LEFT_OUT

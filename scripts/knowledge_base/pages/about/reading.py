"""How claims were read and checked, and what was searched: the numbers of the method page."""

from collections import Counter
from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    by_how_read: dict[str, int]
    """How many claims were read in each way."""
    by_nearness: dict[str, int]
    by_verdict: dict[str, int]
    """How many claims that are cited through another document got each verdict."""
    elsewhere: int
    """How many of these are made by another document than the report."""
    reviews: int
    """Studies that are reviews of other people's studies."""
    results: int
    """Claims with figures of their own."""
    appraised: int
    checked_by_person: int
    """Claims that a named person has checked."""
    searches: int
    thorough: int
    """Searches that could have found everything."""


def facts(kb: KnowledgeBase) -> Facts:
    """Return the numbers over the published records."""
    records = kb.published
    how_read = Counter(record.how_read for record in records)
    nearness = Counter(record.nearness for record in records)
    verdicts = Counter(r.source_check.verdict for r in records if r.source_check)
    return Facts(
        by_how_read={i: how_read[i] for i in kb.vocabularies["how-read"]},
        by_nearness={i: nearness[i] for i in kb.vocabularies["nearness"]},
        by_verdict={i: verdicts[i] for i in kb.verdicts if verdicts[i]},
        elsewhere=sum(
            1 for r in records if r.cited_through and r.cited_through.source != kb.report.source
        ),
        reviews=sum(1 for study in kb.studies.values() if study.review),
        results=sum(1 for record in records if record.results),
        appraised=sum(1 for record in records if record.appraisal),
        checked_by_person=sum(1 for record in records if record.checked_by),
        searches=len(kb.searches),
        thorough=sum(1 for search in kb.searches.values() if search.thorough),
    )

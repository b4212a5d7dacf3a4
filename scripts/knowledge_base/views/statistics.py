"""What is in the evidence base, at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.selection import basis, findings_on_outcomes, tally, was_read


@dataclass(frozen=True)
class Statistics:
    """Numbers over the published records; the Counters are in their vocabularies' order."""

    claims: int
    studies: int
    claims_of_studies: int
    """Claims that rest on a study; the others are guidance, descriptions and the like."""
    studies_with_findings: int
    """Studies with a finding on an outcome; the others tell only of tools, barriers or aims."""
    studies_read: int
    sources: int
    sources_cited_through: int
    """Sources of claims that were not read themselves."""
    by_component: dict[str, int]
    by_kind: dict[str, int]
    by_basis: dict[str, int]
    studies_by_basis: dict[str, int]
    by_setting: dict[str, int]
    studies_by_setting: dict[str, int]
    by_direction: dict[str, int]
    by_status: dict[str, int]
    providers: int
    courses: int
    gaps: int
    discrepancies: int


def statistics(kb: KnowledgeBase) -> Statistics:
    """Return the numbers of the whole knowledge base."""
    records = kb.published
    whole = tally(kb, records)
    return Statistics(
        claims=whole.claims,
        studies=len(whole.studies),
        claims_of_studies=sum(1 for record in records if record.study),
        studies_with_findings=len(findings_on_outcomes(kb, records).studies),
        studies_read=len(whole.studies_read),
        sources=len({record.source for record in records}),
        sources_cited_through=len({r.source for r in records if not was_read(r)}),
        by_component=_counted(kb, "component", (r.component for r in records)),
        by_kind=_counted(kb, "claim-kind", (r.kind for r in records)),
        by_basis=_counted(kb, "evidence-basis", (basis(kb, r) for r in records)),
        studies_by_basis=_studies(kb, "evidence-basis", records),
        by_setting=_counted(kb, "setting", (r.setting for r in records)),
        studies_by_setting=_studies(kb, "setting", records),
        by_direction=_counted(kb, "direction", (r.direction for r in records)),
        by_status=_counted(kb, "status", (r.status for r in kb.records.values())),
        providers=len(kb.providers),
        courses=sum(len(provider.courses) for provider in kb.providers.values()),
        gaps=len(kb.gaps),
        discrepancies=len(kb.discrepancies),
    )


def _counted(kb: KnowledgeBase, vocabulary: str, values: Iterable[str]) -> dict[str, int]:
    counts = Counter(values)
    return {term: counts[term] for term in kb.vocabularies[vocabulary] if counts[term]}


def _studies(kb: KnowledgeBase, vocabulary: str, records: tuple[Record, ...]) -> dict[str, int]:
    studies: dict[str, set[str]] = {}
    for record in records:
        key = basis(kb, record) if vocabulary == "evidence-basis" else record.setting
        if record.study:
            studies.setdefault(key, set()).add(record.study)
    return {term: len(studies[term]) for term in kb.vocabularies[vocabulary] if term in studies}

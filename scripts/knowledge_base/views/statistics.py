"""What is in the evidence base, at a glance."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.selection import (
    basis,
    findings_on_outcomes,
    is_near,
    is_review,
    tally,
    was_read,
    was_read_in_part,
)


@dataclass(frozen=True)
class Statistics:
    """Numbers over the published records; the Counters are in their vocabularies' order."""

    claims: int
    studies: int
    claims_of_studies: int
    """Claims that rest on a study; the others are guidance, descriptions and the like."""
    studies_with_findings: int
    """Studies of a component or a part of one that have a finding on an outcome."""
    studies_read: int
    """Studies that were read as a whole."""
    studies_read_in_part: int
    """Studies of which no more than an abstract or an opening was read."""
    reviews: int
    """Reviews of other people's studies, which are not among the studies."""
    reviews_read: int
    reviews_read_in_part: int
    claims_read_in_part: int
    """Claims that were read in an abstract or an opening."""
    claims_apart: int
    """Claims on something like a component, or on the programme around it."""
    studies_apart: int
    """Studies none of whose claims is on a component itself or a part of one."""
    claims_checked: int
    """Claims cited through another document of which the source itself says something."""
    sources: int
    sources_read: int
    """Sources that were read as a whole."""
    sources_read_in_part: int
    """Sources of which no more than an abstract or an opening was read."""
    sources_cited_through: int
    """Sources of claims that were not read themselves, not even in part."""
    by_component: dict[str, int]
    by_kind: dict[str, int]
    by_basis: dict[str, int]
    studies_by_basis: dict[str, int]
    """Of claims on a component itself or a part of one."""
    studies_apart_by_basis: dict[str, int]
    """Of claims on something like a component, or on the programme around it."""
    by_setting: dict[str, int]
    studies_by_setting: dict[str, int]
    by_direction: dict[str, int]
    by_how_read: dict[str, int]
    by_nearness: dict[str, int]
    by_source_check: dict[str, int]
    by_status: dict[str, int]
    providers: int
    courses: int
    gaps: int
    discrepancies: int


def statistics(kb: KnowledgeBase) -> Statistics:
    """Return the numbers of the whole knowledge base."""
    records = kb.published
    whole = tally(kb, records)
    near = tally(kb, (record for record in records if is_near(kb, record)))
    apart = tally(kb, (record for record in records if not is_near(kb, record)))
    read = {record.source for record in records if was_read(kb, record)}
    read_in_part = {record.source for record in records if was_read_in_part(kb, record)} - read
    sources = {record.source for record in records}
    checks = [record.source_check.verdict for record in records if record.source_check]
    return Statistics(
        claims=whole.claims,
        studies=len(whole.studies),
        claims_of_studies=sum(1 for record in records if record.study),
        studies_with_findings=len(findings_on_outcomes(kb, records).studies),
        studies_read=len(whole.studies_read),
        studies_read_in_part=len(whole.studies_read_in_part),
        reviews=len(whole.reviews),
        reviews_read=len(set(whole.reviews).intersection(whole.read)),
        reviews_read_in_part=len(set(whole.reviews).intersection(whole.read_in_part)),
        claims_read_in_part=sum(1 for record in records if was_read_in_part(kb, record)),
        claims_apart=apart.claims,
        studies_apart=len(set(apart.studies).difference(near.studies)),
        claims_checked=sum(1 for verdict in checks if kb.verdicts[verdict].is_verdict),
        sources=len(sources),
        sources_read=len(read),
        sources_read_in_part=len(read_in_part),
        sources_cited_through=len(sources - read - read_in_part),
        by_component=_counted(kb, "component", (r.component for r in records)),
        by_kind=_counted(kb, "claim-kind", (r.kind for r in records)),
        by_basis=_counted(kb, "evidence-basis", (basis(kb, r) for r in records)),
        studies_by_basis=_studies(kb, "evidence-basis", near.records),
        studies_apart_by_basis=_studies(kb, "evidence-basis", apart.records),
        by_setting=_counted(kb, "setting", (r.setting for r in records)),
        studies_by_setting=_studies(kb, "setting", records),
        by_direction=_counted(kb, "direction", (r.direction for r in records)),
        by_how_read=_counted(kb, "how-read", (r.how_read for r in records)),
        by_nearness=_counted(kb, "nearness", (r.nearness for r in records)),
        by_source_check=_counted(kb, "source-check", checks),
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
        if record.study and not is_review(kb, record.study):
            studies.setdefault(key, set()).add(record.study)
    return {term: len(studies[term]) for term in kb.vocabularies[vocabulary] if term in studies}

"""Which findings on outcomes come first, where there is no room for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.selection import basis, is_direct_finding, is_finding, is_near


def findings_of(kb: KnowledgeBase, component: str) -> list[Record]:
    """Return the findings on outcomes of a component itself.

    Those from the model's own setting come first, a study's before what a document says without
    one, and the most direct kind before others.
    """
    return sorted(
        (
            record
            for record in kb.published
            if record.component == component
            and record.outcomes
            and is_finding(kb, record)
            and is_near(kb, record)
        ),
        key=lambda record: (
            not is_direct_finding(kb, record),
            record.study is None,
            kind_of(kb, record),
        ),
    )


def main_findings(kb: KnowledgeBase, findings: Sequence[Record], most: int) -> tuple[Record, ...]:
    """Return as many findings as there is room for, in their order.

    One of each direction comes first and one of each study, then others of studies, above all on
    outcomes that questions are first asked about. What a document says without a study is last.
    """
    of_direction = {record.direction: record for record in reversed(findings)}.values()
    studied = [record for record in findings if record.study]
    foremost = [record for record in studied if _is_foremost(kb, record)]
    by_claim = {
        record.claim: record
        for record in (*of_direction, *one_a_study(studied), *foremost, *studied, *findings)
    }
    return tuple(sorted(list(by_claim.values())[:most], key=findings.index))


def one_a_study(records: Iterable[Record]) -> tuple[Record, ...]:
    """Return the first record of each study, and those of none; a claim that two make once."""
    first: dict[str, Record] = {}
    for record in records:
        first.setdefault(record.study or record.id, record)
    return tuple({record.claim: record for record in reversed(first.values())}.values())[::-1]


def kind_of(kb: KnowledgeBase, record: Record) -> int:
    """Return how direct a record's kind of evidence is; the most direct is 0."""
    return list(kb.vocabularies["evidence-basis"]).index(basis(kb, record))


def _is_foremost(kb: KnowledgeBase, record: Record) -> bool:
    return kb.examples.questions_first in {kb.outcomes[o].level for o in record.outcomes}

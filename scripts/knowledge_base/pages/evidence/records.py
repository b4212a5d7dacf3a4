"""All evidence records, by component and kind, with how many there are of each."""

from collections import Counter
from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.claims import via_report
from knowledge_base.views.selection import Tally, tally
from knowledge_base.views.statistics import Statistics, statistics


@dataclass(frozen=True)
class Group:
    """The records of one component, those that no longer count included."""

    component: str
    tally: Tally
    by_kind: dict[str, tuple[Record, ...]]
    """By kind of claim, in the vocabulary's order, without kinds that have none."""

    @property
    def size(self) -> int:
        """How many records there are, whether they count or not."""
        return sum(map(len, self.by_kind.values()))


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    numbers: Statistics
    totals: dict[str, int]
    """How many records there are of each kind of claim that some record has."""
    groups: tuple[Group, ...]
    via_report: frozenset[str]
    """The records that are cited through the report."""


def facts(kb: KnowledgeBase) -> Facts:
    """Return all records by component and kind."""
    groups = tuple(_group(kb, component) for component in kb.components)
    number = Counter(record.kind for record in kb.records.values())
    return Facts(
        numbers=statistics(kb),
        totals={kind: number[kind] for kind in kb.claim_kinds if kind in number},
        groups=groups,
        via_report=frozenset(r.id for r in kb.records.values() if via_report(kb, r)),
    )


def _group(kb: KnowledgeBase, component: str) -> Group:
    records = [r for r in kb.records.values() if r.component == component]
    by_kind = {kind: tuple(r for r in records if r.kind == kind) for kind in kb.claim_kinds}
    return Group(component, tally(kb, records), {kind: rs for kind, rs in by_kind.items() if rs})

"""What the findings on outcomes of a component amount to: of what kinds, from where, on what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.gap_map import GapMap, gap_map
from knowledge_base.views.selection import (
    DIRECT,
    Tally,
    basis,
    findings_on_outcomes,
    is_finding,
    studies_in_general,
    tally,
)


@dataclass(frozen=True)
class KindOfFinding:
    """The findings of one kind of evidence."""

    kind: str
    findings: int
    studies: int
    reviews: int
    of_no_study: int
    """Findings for which no study is identified."""


@dataclass(frozen=True)
class MostDirect:
    """The findings of the most direct kind."""

    kind: str
    tally: Tally
    outcomes: tuple[str, ...]
    """The outcomes that they are on, in the vocabulary's order."""
    of_one_study: int
    """How many of these outcomes a single study speaks of."""

    @property
    def only(self) -> Record | None:
        """The finding, where there is one only."""
        return self.tally.records[0] if len(self.tally.records) == 1 else None


@dataclass(frozen=True)
class ComponentFindings:
    """The findings on outcomes of a component."""

    component: str
    standings: Mapping[str, int]
    """How many of all outcomes have which standing in the gap map."""
    studies: int
    """Studies behind any claim about the component, findings on outcomes or not."""
    tally: Tally
    general_studies: int
    """Studies with findings that are not about systemic practice."""
    general_findings: int
    """Findings that are not about systemic practice."""
    outcomes: int
    """Outcomes with a finding."""
    general_outcomes: int
    """Outcomes with a finding, none of which is about systemic practice."""
    kinds: tuple[KindOfFinding, ...]
    """The most frequent first."""
    most_of_one_study: int
    """The findings of the study that gives most of them."""
    most_direct: MostDirect | None

    @property
    def all_outcomes(self) -> int:
        """The number of outcomes of the model, with findings or without."""
        return sum(self.standings.values())

    @property
    def direct_outcomes(self) -> int:
        """Outcomes with a finding from the setting of the model itself."""
        return self.standings.get(DIRECT, 0)


def component_findings(kb: KnowledgeBase) -> tuple[ComponentFindings, ...]:
    """Return the findings on outcomes of each component."""
    table = gap_map(kb)
    return tuple(_findings(kb, table, component) for component in table.components)


def _findings(kb: KnowledgeBase, table: GapMap, component: str) -> ComponentFindings:
    cells = [table.cells[component, outcome] for outcome in table.outcomes]
    about = [record for record in kb.published if record.component == component]
    findings = findings_on_outcomes(kb, about)
    filled = [cell for cell in cells if cell.tally.has_finding]
    return ComponentFindings(
        component=component,
        standings=Counter(cell.standing for cell in cells),
        studies=len(tally(kb, about).studies),
        tally=findings,
        general_studies=len(studies_in_general(kb, findings)),
        general_findings=sum(1 for record in findings.records if not _is_systemic(kb, record)),
        outcomes=len(filled),
        general_outcomes=sum(
            1
            for cell in filled
            if not any(_is_systemic(kb, r) for r in cell.tally.records if is_finding(kb, r))
        ),
        kinds=_kinds(kb, findings),
        most_of_one_study=max(
            Counter(record.study for record in findings.records if record.study).values(),
            default=0,
        ),
        most_direct=_most_direct(kb, findings),
    )


def _is_systemic(kb: KnowledgeBase, record: Record) -> bool:
    return kb.settings[record.setting].on_topic


def _kinds(kb: KnowledgeBase, findings: Tally) -> tuple[KindOfFinding, ...]:
    number = Counter(basis(kb, record) for record in findings.records)
    kinds = []
    for kind, times in number.most_common():
        part = tally(kb, (r for r in findings.records if basis(kb, r) == kind))
        of_no_study = sum(1 for record in part.records if record.study is None)
        kinds.append(KindOfFinding(kind, times, len(part.studies), len(part.reviews), of_no_study))
    return tuple(kinds)


def _most_direct(kb: KnowledgeBase, findings: Tally) -> MostDirect | None:
    if not findings.records:
        return None
    kind = findings.bases[0]
    chosen = tally(kb, (r for r in findings.records if basis(kb, r) == kind))
    # A study that makes several claims on an outcome speaks of it once.
    spoken = Counter(
        outcome for _, outcome in {(r.study or r.id, o) for r in chosen.records for o in r.outcomes}
    )
    return MostDirect(
        kind,
        chosen,
        tuple(outcome for outcome in kb.outcomes if outcome in spoken),
        sum(1 for times in spoken.values() if times == 1),
    )

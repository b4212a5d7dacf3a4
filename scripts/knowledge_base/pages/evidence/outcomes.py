"""What is known, by outcome: for each, the components with evidence, the most direct first."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.evidence_map.page import Row, outcome_strip
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.claims import ClaimList, claim_list, most_direct_first
from knowledge_base.views.gap_map import Cell, gap_map
from knowledge_base.views.profile import NOT_COMPARED, profile
from knowledge_base.views.selection import Tally


@dataclass(frozen=True)
class KnownPair:
    """A component that has claims on an outcome, or from which some stand apart."""

    component: str
    tally: Tally
    profile: str
    claims: ClaimList
    apart: Tally
    """What stands apart from the pair, for it is on something else than the component."""
    claims_apart: ClaimList


@dataclass(frozen=True)
class Outcome:
    """An outcome with its row of the map and the components that have claims on it."""

    id: str
    label: str
    definition: str
    strip: Row
    """Its row of the map."""
    cells: tuple[KnownPair, ...]


@dataclass(frozen=True)
class Level:
    """Who or what changes, with its outcomes."""

    id: str
    label: str
    definition: str
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    of_all: tuple[str, ...]
    """Sentences that hold for every outcome, and so stand once, above them."""
    levels: tuple[Level, ...]


def facts(kb: KnowledgeBase) -> Facts:
    """Return what is known for every outcome."""
    table = gap_map(kb)
    with_findings = [cell for cell in table.cells.values() if cell.tally.has_finding]
    once = all(NOT_COMPARED in profile(kb, cell) for cell in with_findings)
    of_all = (NOT_COMPARED,) if once else ()
    levels = (
        Level(
            level,
            term.label,
            term.definition,
            tuple(
                _outcome(kb, outcome, table.row(outcome), of_all)
                for outcome in table.outcomes
                if kb.outcomes[outcome].level == level
            ),
        )
        for level, term in kb.vocabularies["outcome-level"].items()
    )
    return Facts(of_all, tuple(levels))


def _outcome(
    kb: KnowledgeBase, outcome: str, cells: tuple[Cell, ...], of_all: tuple[str, ...]
) -> Outcome:
    term = kb.outcomes[outcome]
    return Outcome(
        outcome,
        term.label,
        term.definition,
        outcome_strip(kb, outcome),
        tuple(
            KnownPair(
                cell.component,
                cell.tally,
                " ".join(sentence for sentence in profile(kb, cell) if sentence not in of_all),
                claim_list(kb, most_direct_first(kb, cell.tally.records)),
                cell.apart,
                claim_list(kb, most_direct_first(kb, cell.apart.records)),
            )
            for cell in cells
            if cell.tally.records or cell.apart.records
        ),
    )

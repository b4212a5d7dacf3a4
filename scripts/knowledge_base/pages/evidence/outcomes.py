"""What is known, by outcome: for each, the components with evidence, the most direct first."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.claims import ClaimList, claim_list, most_direct_first
from knowledge_base.views.gap_map import Cell, gap_map
from knowledge_base.views.profile import SHOWN_BY_SIGNS, profile
from knowledge_base.views.selection import COMPARISON, DESCRIPTION, Tally, basis, tally
from knowledge_base.wording.sentences import wording

WORDING = wording("evidence/outcomes")


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
class Slot:
    """What a component has on an outcome, in a sign and a number."""

    component: str
    kind: str | None
    """The most direct kind of evidence; None where there is none."""
    studies: int
    """The studies that give evidence of that kind."""
    at_home: bool
    """Whether a finding comes from the setting of the model itself."""


@dataclass(frozen=True)
class Outcome:
    """An outcome, at a glance and with the claims of each component that has some."""

    id: str
    label: str
    definition: str
    slots: tuple[Slot, ...]
    """Every component, in the vocabulary's order."""
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

    finding: str
    """The answer in a few sentences."""
    kinds: tuple[str, ...]
    """The kinds of evidence on the page, the most direct first."""
    levels: tuple[Level, ...]


def facts(kb: KnowledgeBase) -> Facts:
    """Return what is known for every outcome."""
    table = gap_map(kb)
    with_findings = [cell for cell in table.cells.values() if cell.tally.has_finding]
    compared = [cell for cell in with_findings if COMPARISON in cell.tally.bases]
    levels = (
        Level(
            level,
            term.label,
            term.definition,
            tuple(
                _outcome(kb, outcome, table.row(outcome))
                for outcome in table.outcomes
                if kb.outcomes[outcome].level == level
            ),
        )
        for level, term in kb.vocabularies["outcome-level"].items()
    )
    everything = tally(kb, (r for cell in table.cells.values() for r in cell.tally.records))
    return Facts(
        WORDING.say(
            "finding",
            all=len(table.outcomes),
            outcomes=_outcomes(with_findings),
            direct=_outcomes(cell for cell in with_findings if cell.tally.has_direct_finding),
            compared=_outcomes(compared),
            home=kb.home,
        ),
        tuple(kind for kind in everything.bases if kind != DESCRIPTION),
        tuple(levels),
    )


def _outcomes(cells: Iterable[Cell]) -> int:
    """Return how many outcomes the cells are of."""
    return len({cell.outcome for cell in cells})


def _outcome(kb: KnowledgeBase, outcome: str, cells: tuple[Cell, ...]) -> Outcome:
    term = kb.outcomes[outcome]
    return Outcome(
        outcome,
        term.label,
        term.definition,
        tuple(_slot(kb, cell) for cell in cells),
        tuple(
            KnownPair(
                cell.component,
                cell.tally,
                " ".join(profile(kb, cell, SHOWN_BY_SIGNS)),
                claim_list(kb, most_direct_first(kb, cell.tally.records)),
                cell.apart,
                claim_list(kb, most_direct_first(kb, cell.apart.records)),
            )
            for cell in cells
            if cell.tally.records or cell.apart.records
        ),
    )


def _slot(kb: KnowledgeBase, cell: Cell) -> Slot:
    kind = cell.tally.strongest_basis
    of_kind = tally(kb, (r for r in cell.tally.records if basis(kb, r) == kind))
    return Slot(cell.component, kind, len(of_kind.studies), cell.tally.has_direct_finding)

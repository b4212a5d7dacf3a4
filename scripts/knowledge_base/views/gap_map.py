"""The gap map: component × outcome, and for every empty cell why it is empty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge_base.load import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.selection import Tally, bears_on_outcomes, tally

NOT_LOOKED_FOR = "not-looked-for"
NONE_FOUND = "none-found"
ONLY_INDIRECT = "only-indirect"
ONLY_EXPECTED = "only-expected"

EMPTINESS = {
    NOT_LOOKED_FOR: (
        "Not looked for",
        "The report reports no search for this pair, so nothing can be concluded.",
    ),
    NONE_FOUND: (
        "None found",
        "The report says that research on this is lacking.",
    ),
    ONLY_INDIRECT: (
        "Only other settings",
        "There are findings, but none is reported to come from Early Help.",
    ),
    ONLY_EXPECTED: (
        "Only expected",
        "There are expectations or guidance, but no finding.",
    ),
}
"""Why there is no finding from Early Help in a cell: a label and what it means."""

NONE_IN_VIEW = "none-in-view"
"""Set beside `EMPTINESS`: the base has claims on the pair, but the records chosen have none."""


@dataclass(frozen=True)
class Cell:
    """One component and one outcome."""

    component: str
    outcome: str
    tally: Tally
    """What the chosen records amount to."""
    whole: Tally
    """What all published records amount to; the same unless records were chosen."""
    gaps: tuple[str, ...]
    """Ids of the gaps that name this pair."""
    emptiness: str | None
    """Why no finding from Early Help stands here, or None if one does.

    It speaks of all published records: choosing some of them can't make a cell look unsearched.
    """

    @property
    def left_out(self) -> bool:
        """Whether there are claims, but none among the chosen records."""
        return bool(self.whole.records) and not self.tally.records


@dataclass(frozen=True)
class GapMap:
    """All cells, by component and outcome, each in the vocabulary's order."""

    components: tuple[str, ...]
    outcomes: tuple[str, ...]
    cells: dict[tuple[str, str], Cell]

    def row(self, outcome: str) -> tuple[Cell, ...]:
        """Return the cells of an outcome, a component each."""
        return tuple(self.cells[component, outcome] for component in self.components)


Pair = tuple[str, str]


def gap_map(kb: KnowledgeBase, records: Iterable[Record] | None = None) -> GapMap:
    """Return the gap map of the records, or of all published ones."""
    whole = _tallies(kb, kb.published)
    chosen = whole if records is None else _tallies(kb, records)
    nothing = tally(kb, ())
    cells = {}
    for component in kb.components:
        for outcome in kb.outcomes:
            pair = (component, outcome)
            everything = whole.get(pair, nothing)
            gaps = tuple(
                gap_id
                for gap_id, gap in kb.gaps.items()
                if component in gap.components and outcome in gap.outcomes
            )
            cells[pair] = Cell(
                component,
                outcome,
                chosen.get(pair, nothing),
                everything,
                gaps,
                _emptiness(kb, everything, gaps),
            )
    return GapMap(tuple(kb.components), tuple(kb.outcomes), cells)


def _tallies(kb: KnowledgeBase, records: Iterable[Record]) -> dict[Pair, Tally]:
    by_pair: dict[Pair, list[Record]] = {}
    for record in records:
        if bears_on_outcomes(kb, record):
            # An outcome that a record names twice is one.
            for outcome in dict.fromkeys(record.outcomes):
                by_pair.setdefault((record.component, outcome), []).append(record)
    return {pair: tally(kb, about) for pair, about in by_pair.items()}


def _emptiness(kb: KnowledgeBase, counted: Tally, gaps: tuple[str, ...]) -> str | None:
    if counted.has_direct_finding:
        return None
    if counted.has_finding:
        return ONLY_INDIRECT
    if counted.records:
        return ONLY_EXPECTED
    return NONE_FOUND if any(kb.gaps[gap].looked_for for gap in gaps) else NOT_LOOKED_FOR

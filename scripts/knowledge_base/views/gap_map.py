"""The gap map: component × outcome, and for every empty cell why it is empty."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.decisions import HERE, LEFT_OUT, Table, decide, whereabouts
from knowledge_base.views.once import once
from knowledge_base.views.selection import (
    DIRECT,
    ONLY_EXPECTED,
    ONLY_INDIRECT,
    Tally,
    fills_a_cell,
    is_absence,
    stands_apart,
    tally,
)
from knowledge_base.wording.sentences import wording

NO_SEARCH_REPORTED = "no-search-reported"
LACKING = "said-to-be-lacking"
NONE_FOUND = "none-found"
ONLY_APART = "only-apart"

DIRECT_LEFT_OUT = "direct-left-out"
FINDINGS_LEFT_OUT = "findings-left-out"
NONE_IN_VIEW = "none-in-view"

WORDING = wording("evidence/map")

EMPTINESS = (
    *(NO_SEARCH_REPORTED, LACKING, NONE_FOUND),
    *(ONLY_APART, ONLY_INDIRECT, ONLY_EXPECTED),
)
"""Why there is no finding from the model's own setting in a cell."""


class Standing(NamedTuple):
    """How direct the findings shown in a cell are, or why it shows none."""

    label: str
    meaning: str


def standings(kb: KnowledgeBase) -> dict[str, Standing]:
    """Return the standings of cells. The last three speak only where records were chosen."""

    def say(standing: str, part: str) -> str:
        key = f"standings.{standing}.{part}"
        return WORDING.say(key, home=kb.home)

    return {
        standing: Standing(say(standing, "label"), say(standing, "meaning"))
        for standing in WORDING.at("standings")
    }


def reasons(kb: KnowledgeBase) -> dict[str, Standing]:
    """Return why there may be no finding from the model's own setting in a cell, in words."""
    words = standings(kb)
    return {reason: words[reason] for reason in EMPTINESS}


STANDING: Table = (
    ({"claims": (LEFT_OUT,)}, NONE_IN_VIEW),
    ({"direct_finding": (HERE,)}, DIRECT),
    ({"finding": (LEFT_OUT,)}, FINDINGS_LEFT_OUT),
    ({"direct_finding": (LEFT_OUT,)}, DIRECT_LEFT_OUT),
    ({}, ""),
)
"""What a cell shows of its findings, by where they are held; else why it is empty."""


@dataclass(frozen=True)
class Cell:
    """One component and one outcome."""

    component: str
    outcome: str
    tally: Tally
    """What the chosen records amount to."""
    whole: Tally
    """What all published records amount to; the same unless records were chosen."""
    apart: Tally
    """What those of the chosen records amount to that are on something like the component, or on
    the programme around it: they fill no cell."""
    gaps: tuple[str, ...]
    """Ids of the gaps that name this pair."""
    absences: tuple[str, ...]
    """Ids of the published records that say of this pair that little or nothing is known."""
    emptiness: str | None
    """Why no finding from the model's own setting is here, or None if one is.

    It speaks of all published records: choosing some of them can't make a cell look unsearched.
    """
    left_out: bool
    """Whether claims fill the cell, or say why it is empty, but none of them was chosen."""

    @property
    def standing(self) -> str:
        """How direct the findings among the chosen records are, or why there are none.

        What was left out is never told as if it did not exist.
        """
        some, whole = self.tally, self.whole
        facts = {
            "claims": whereabouts(bool(some.records), self.left_out),
            "finding": whereabouts(some.has_finding, whole.has_finding),
            "direct_finding": whereabouts(some.has_direct_finding, whole.has_direct_finding),
        }
        return decide(STANDING, facts) or self.emptiness or NO_SEARCH_REPORTED


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
    return _whole_map(kb) if records is None else _map(kb, tuple(records))


@once
def _whole_map(kb: KnowledgeBase) -> GapMap:
    return _map(kb, kb.published)


def _map(kb: KnowledgeBase, in_view: tuple[Record, ...]) -> GapMap:
    chosen = {record.id for record in in_view}
    whole = _tallies(kb, kb.published, fills_a_cell)
    whole_apart = _tallies(kb, kb.published, stands_apart)
    absent = _absences(kb)
    is_whole = in_view is kb.published
    tallies = whole if is_whole else _tallies(kb, in_view, fills_a_cell)
    apart = whole_apart if is_whole else _tallies(kb, in_view, stands_apart)
    searched = _searched(kb)
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
            emptiness = _emptiness(
                everything,
                has_apart=pair in whole_apart,
                was_searched=pair in searched,
                has_claim=bool(absent.get(pair)) or any(kb.gaps[g].looked_for for g in gaps),
            )
            says_why = {
                ONLY_APART: [record.id for record in whole_apart.get(pair, nothing).records],
                LACKING: absent.get(pair, ()),
            }
            speaking = [r.id for r in everything.records] or says_why.get(emptiness or "", ())
            cells[pair] = Cell(
                component,
                outcome,
                tallies.get(pair, nothing),
                everything,
                apart.get(pair, nothing),
                gaps,
                absent.get(pair, ()),
                emptiness,
                left_out=bool(speaking) and chosen.isdisjoint(speaking),
            )
    return GapMap(tuple(kb.components), tuple(kb.outcomes), cells)


def _tallies(
    kb: KnowledgeBase, records: Iterable[Record], belongs: Callable[[KnowledgeBase, Record], bool]
) -> dict[Pair, Tally]:
    by_pair = _by_pair(record for record in records if belongs(kb, record))
    return {pair: tally(kb, about) for pair, about in by_pair.items()}


def _absences(kb: KnowledgeBase) -> dict[Pair, tuple[str, ...]]:
    by_pair = _by_pair(filter(is_absence, kb.published))
    return {pair: tuple(record.id for record in about) for pair, about in by_pair.items()}


def _by_pair(records: Iterable[Record]) -> dict[Pair, list[Record]]:
    # An outcome that a record names twice is one.
    return by_key(
        ((r.component, outcome), r) for r in records for outcome in dict.fromkeys(r.outcomes)
    )


def _searched(kb: KnowledgeBase) -> frozenset[Pair]:
    """Return the pairs that a search was about which would have found what is there."""
    return frozenset(
        (component, outcome)
        for search in kb.searches.values()
        if search.thorough
        for component in search.components
        for outcome in search.outcomes
    )


def _emptiness(
    counted: Tally, *, has_apart: bool, was_searched: bool, has_claim: bool
) -> str | None:
    if counted.records:
        return None if counted.directness == DIRECT else counted.directness
    if has_apart:
        return ONLY_APART
    if was_searched:
        return NONE_FOUND
    return LACKING if has_claim else NO_SEARCH_REPORTED

"""What the page of the evidence map shows without scripts, which then make more of it.

The small maps on other pages are made of the same cells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge_base.evidence_map.drawing import GraphView, graph_view
from knowledge_base.evidence_map.style import BASIS_STYLES, DIRECTION_STYLES
from knowledge_base.evidence_map.words import kinds_in_words, where_from
from knowledge_base.markup import addresses
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.vocabulary import Term
from knowledge_base.views.citations import as_of
from knowledge_base.views.gap_map import EMPTINESS, Cell, gap_map, standings
from knowledge_base.views.selection import DIRECT, tally

_GLYPH, _BETWEEN = 12, 4
"""The sides of a glyph's box, and how far apart boxes are."""


@dataclass(frozen=True)
class Glyphs:
    """Glyphs of kinds of evidence side by side, as paths of what is filled and what is outlined."""

    width: int
    full: str
    line: str


@dataclass(frozen=True)
class ShownCell:
    """A component and an outcome as the map shows them."""

    component: str
    component_label: str
    outcome: str
    outcome_label: str
    standing: str
    studies: int
    reviews: int
    claims: int
    apart: int
    """Claims that stand apart from it, for they are on something else than the component."""
    where: str
    """Where its findings come from, or why there are none, in a few words."""
    kinds: tuple[str, ...]
    """Kinds of evidence and directions in words; `glyphs` and `signs` show the same."""
    glyphs: Glyphs
    signs: tuple[str, ...]
    address: str | None
    """The page that says more of it, if one does."""


@dataclass(frozen=True)
class Row:
    """An outcome with a cell for each component."""

    outcome: str
    label: str
    cells: tuple[ShownCell, ...]


@dataclass(frozen=True)
class Standing:
    """How direct findings are, or why there are none, with how many pairs it is so for."""

    id: str
    label: str
    meaning: str
    pairs: int


@dataclass(frozen=True)
class MapPage:
    """The whole gap map, with its legend."""

    as_of: str
    studies: int
    reviews: int
    claims: int
    pairs: int
    standings: tuple[Standing, ...]
    components: dict[str, str]
    """The label of each, for the head of the table."""
    levels: dict[str, tuple[Row, ...]]
    """The outcomes of each level."""
    kinds: tuple[tuple[Glyphs, Term], ...]
    directions: tuple[tuple[str, Term], ...]
    """The sign of each, and what it means."""
    graph: GraphView
    origins: tuple[Standing, ...]
    """The standings that the legend explains; the others speak only where claims were chosen."""


@dataclass(frozen=True)
class SmallMap:
    """The map's column of a component: the pairs with claims, and how many have none."""

    component: str
    cells: tuple[ShownCell, ...]
    empty: int


def page(kb: KnowledgeBase) -> MapPage:
    """Return the whole map."""
    everything = tally(kb, kb.published)
    table = gap_map(kb)
    pairs = Counter(cell.standing for cell in table.cells.values())
    shown = tuple(
        Standing(standing, label, meaning, pairs[standing])
        for standing, (label, meaning) in standings(kb).items()
    )
    directions = kb.vocabularies["direction"]
    return MapPage(
        as_of=str(as_of(kb) or ""),
        studies=len(everything.studies),
        reviews=len(everything.reviews),
        claims=everything.claims,
        pairs=pairs.total(),
        standings=shown,
        components={c: kb.components[c].short for c in table.components},
        levels={
            level: tuple(
                Row(o, kb.outcomes[o].label, tuple(shown_cell(kb, c) for c in table.row(o)))
                for o in table.outcomes
                if kb.outcomes[o].level == level
            )
            for level in kb.vocabularies["outcome-level"]
        },
        kinds=tuple(
            (glyphs([basis]), term)
            for basis, term in kb.vocabularies["evidence-basis"].items()
            if basis != "none"
        ),
        directions=tuple(
            (style.sign, directions[way])
            for way, style in DIRECTION_STYLES.items()
            if style.sign and way in directions
        ),
        graph=graph_view(kb),
        origins=tuple(s for s in shown if s.id == DIRECT or s.id in EMPTINESS),
    )


def small_map(kb: KnowledgeBase, component: str) -> SmallMap:
    """Return the map's column of a component."""
    cells = [cell for cell in gap_map(kb).cells.values() if cell.component == component]
    filled = tuple(shown_cell(kb, cell) for cell in cells if cell.tally.records)
    return SmallMap(component, filled, len(cells) - len(filled))


def outcome_strip(kb: KnowledgeBase, outcome: str) -> Row:
    """Return the map's row of an outcome."""
    cells = tuple(shown_cell(kb, cell) for cell in gap_map(kb).row(outcome))
    return Row(outcome, kb.outcomes[outcome].label, cells)


def shown_cell(kb: KnowledgeBase, cell: Cell) -> ShownCell:
    """Return what the map shows of a cell."""
    counts = cell.tally
    return ShownCell(
        component=cell.component,
        component_label=kb.components[cell.component].short,
        outcome=cell.outcome,
        outcome_label=kb.outcomes[cell.outcome].label,
        standing=cell.standing,
        studies=len(counts.studies),
        reviews=len(counts.reviews),
        claims=counts.claims,
        apart=cell.apart.claims,
        where=where_from(kb, counts, cell.standing),
        kinds=kinds_in_words(kb, counts),
        glyphs=glyphs([basis for basis in counts.bases if basis != "none"]),
        signs=tuple(sign for d in counts.directions if (sign := DIRECTION_STYLES[d].sign)),
        address=_address(kb, cell),
    )


def _address(kb: KnowledgeBase, cell: Cell) -> str | None:
    """Return where a cell's claims are, or where it is said that evidence is lacking."""
    if cell.tally.records or cell.apart.records:
        return addresses.address("cell", cell.component, cell.outcome)
    if gap := next((gap for gap in cell.gaps if kb.gaps[gap].looked_for), None):
        return addresses.address("gap", gap)
    return addresses.record(cell.absences[0]) if cell.absences else None


def glyphs(bases: Sequence[str]) -> Glyphs:
    """Return the glyphs of kinds of evidence side by side."""
    full, line = (
        "".join(
            BASIS_STYLES[basis].outline(at * (_GLYPH + _BETWEEN))
            for at, basis in enumerate(bases)
            if BASIS_STYLES[basis].filled == filled
        )
        for filled in (True, False)
    )
    return Glyphs(max(len(bases) * (_GLYPH + _BETWEEN) - _BETWEEN, 0), full, line)

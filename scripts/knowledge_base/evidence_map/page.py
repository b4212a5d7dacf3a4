"""What the page of the evidence map shows without scripts, which then make more of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge_base.evidence_map import picture
from knowledge_base.evidence_map.drawing import GraphView, graph_view
from knowledge_base.evidence_map.style import BASIS_STYLES, DIRECTION_SIGNS
from knowledge_base.evidence_map.words import kinds_in_words, ways_in_words, where_from
from knowledge_base.markup import addresses
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.vocabulary import Term
from knowledge_base.views.effects import Effects, effects
from knowledge_base.views.gap_map import EMPTINESS, WORDING, Cell, GapMap, gap_map, standings
from knowledge_base.views.selection import DIRECT, ONLY_EXPECTED, ONLY_INDIRECT, tally

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
    number_of_studies: str
    apart: int
    """Claims that stand apart from it, for they are on something else than the component."""
    where: str
    """Where its findings come from, or why there are none, in a few words."""
    step: str
    """How direct its evidence is, on the scale of the picture."""
    dot: str
    """The path of its dot in the picture."""
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

    @property
    def has_claims(self) -> bool:
        """Whether any cell of it has something to show."""
        return any(cell.claims for cell in self.cells)


@dataclass(frozen=True)
class Standing:
    """How direct findings are, or why there are none, with how many pairs it is so for."""

    id: str
    label: str
    meaning: str
    pairs: int


@dataclass(frozen=True)
class Step:
    """A step of the picture's scale, with a dot as a sample."""

    id: str
    label: str
    dot: str


@dataclass(frozen=True)
class Size:
    """A dot of so many studies, as a sample."""

    studies: int
    dot: str


@dataclass(frozen=True)
class MapPage:
    """The whole gap map, with its legend."""

    wording: Mapping[str, Any]
    """What the page and the map in the browser both say."""
    studies: int
    reviews: int
    claims: int
    title: str
    """What all of it amounts to."""
    elsewhere: str
    """What the title leaves out."""
    steps: tuple[Step, ...]
    sizes: tuple[Size, ...]
    marks: tuple[Standing, ...]
    """The standings that have a mark of their own in the picture; dots speak for the others."""
    components: dict[str, str]
    """The label of each, for the head of the table."""
    levels: dict[str, tuple[Row, ...]]
    """The outcomes of each level."""
    kinds: tuple[tuple[Glyphs, Term], ...]
    directions: tuple[tuple[str, Term], ...]
    """The sign of each, and what it means."""
    graph: GraphView
    results: Mapping[str, Effects]
    """The figures of the records that have some, by the record's id."""
    origins: tuple[Standing, ...]
    """The standings that the legend explains; the others speak only where claims were chosen."""


def page(kb: KnowledgeBase) -> MapPage:
    """Return the whole map."""
    everything = tally(kb, kb.published)
    table = gap_map(kb)
    pairs = Counter(cell.standing for cell in table.cells.values())
    legend = tuple(
        Standing(standing, label, meaning, pairs[standing])
        for standing, (label, meaning) in standings(kb).items()
    )
    directions = kb.vocabularies["direction"]
    one_study = picture.scale(table)
    title, elsewhere = picture.finding(kb, table)
    return MapPage(
        wording=WORDING.at("page"),
        studies=len(everything.studies),
        reviews=len(everything.reviews),
        claims=everything.claims,
        title=title,
        elsewhere=elsewhere,
        steps=tuple(
            Step(step, label, picture.dot(1, step, one_study))
            for step, label in WORDING.at("page.steps").items()
        ),
        sizes=tuple(
            Size(studies, picture.dot(studies, "measured", one_study))
            for studies in sorted({0, 1, picture.most_studies(table)})
        ),
        marks=tuple(s for s in legend if s.id not in (ONLY_INDIRECT, ONLY_EXPECTED)),
        components={c: kb.components[c].short for c in table.components},
        levels={
            level: tuple(
                _row(kb, table, o) for o in table.outcomes if kb.outcomes[o].level == level
            )
            for level in kb.vocabularies["outcome-level"]
        },
        kinds=tuple(
            (glyphs([basis]), term)
            for basis, term in kb.vocabularies["evidence-basis"].items()
            if basis != "none"
        ),
        directions=tuple(
            (sign, directions[way])
            for way, sign in DIRECTION_SIGNS.items()
            if sign and way in directions
        ),
        graph=graph_view(kb),
        results={r.id: effects(kb, [r]) for r in kb.published if r.results},
        origins=tuple(s for s in legend if s.id == DIRECT or s.id in EMPTINESS),
    )


def _row(kb: KnowledgeBase, table: GapMap, outcome: str) -> Row:
    one_study = picture.scale(table)
    cells = tuple(shown_cell(kb, cell, one_study) for cell in table.row(outcome))
    return Row(outcome, kb.outcomes[outcome].label, cells)


def shown_cell(kb: KnowledgeBase, cell: Cell, one_study: float) -> ShownCell:
    """Return what the map shows of a cell, where a dot of one study has such a radius."""
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
        number_of_studies=WORDING.say("studies", studies=len(counts.studies)),
        apart=cell.apart.claims,
        where=where_from(kb, counts, cell.standing),
        step=picture.step_of(counts),
        dot=picture.dot(len(counts.studies), picture.step_of(counts), one_study),
        kinds=(*kinds_in_words(kb, counts), *ways_in_words(kb, counts)),
        glyphs=glyphs([basis for basis in counts.bases if basis != "none"]),
        signs=tuple(sign for d in counts.directions if (sign := DIRECTION_SIGNS[d])),
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

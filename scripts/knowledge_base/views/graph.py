"""The evidence as a graph: components, outcomes and factors, joined by what records say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.gap_map import gap_map
from knowledge_base.views.selection import Tally, bears_on_implementation, tally


def evidence_graph(kb: KnowledgeBase, records: Iterable[Record] | None = None) -> nx.DiGraph:
    """Return the graph of the records, or of all published ones.

    Nodes are named `component:…`, `outcome:…` and `factor:…` and carry `kind`, `label` and
    `group`. An edge joins a component to an outcome or a factor to a component and carries
    `studies`, `studies_read`, `studies_read_in_part`, `reviews` and `claims` (numbers),
    `directions`, `nearness` and `records` (text, joined by spaces), so that every graph format can
    hold it. What stands apart from a component joins it to no outcome. An edge to an outcome
    carries `studies_direct` (from the setting of the model), `directness` and `basis` too; what
    helps or hinders is no finding about change, so that an edge from a factor carries none of
    these. A path over two edges is no finding: it joins different claims, unless one study covers
    both.
    """
    chosen = kb.published if records is None else tuple(records)
    graph = nx.DiGraph()
    for component, term in kb.components.items():
        graph.add_node(
            f"component:{component}", kind="component", label=term.short, group="component"
        )
    for outcome, outcome_term in kb.outcomes.items():
        graph.add_node(
            f"outcome:{outcome}",
            kind="outcome",
            label=outcome_term.label,
            group=outcome_term.level,
        )
    for cell in gap_map(kb, chosen).cells.values():
        if cell.tally.records:
            graph.add_edge(
                f"component:{cell.component}",
                f"outcome:{cell.outcome}",
                kind="evidence",
                **_amount(kb, cell.tally),
            )
    _add_factors(kb, graph, chosen)
    return graph


def _add_factors(kb: KnowledgeBase, graph: nx.DiGraph, records: tuple[Record, ...]) -> None:
    for factor, term in kb.vocabularies["factor"].items():
        about = [r for r in records if r.factor == factor and bears_on_implementation(r)]
        if not about:
            continue
        graph.add_node(f"factor:{factor}", kind="factor", label=term.label, group="factor")
        for component in kb.components:
            counted = tally(kb, (r for r in about if r.component == component))
            if counted.records:
                graph.add_edge(
                    f"factor:{factor}",
                    f"component:{component}",
                    kind="implementation",
                    **_amount(kb, counted),
                )


def _amount(kb: KnowledgeBase, counted: Tally) -> dict[str, int | str]:
    amount: dict[str, int | str] = {
        "studies": len(counted.studies),
        "reviews": len(counted.reviews),
        "studies_read": len(counted.studies_read),
        "studies_read_in_part": len(counted.studies_read_in_part),
        "claims": counted.claims,
        "directions": " ".join(counted.directions),
        "nearness": " ".join(
            degree
            for degree in kb.degrees_of_nearness
            if any(record.nearness == degree for record in counted.records)
        ),
        "records": " ".join(record.id for record in counted.records),
    }
    if counted.directness and counted.strongest_basis:
        amount["studies_direct"] = len(counted.studies_direct)
        amount["directness"] = counted.directness
        amount["basis"] = counted.strongest_basis
    return amount


@dataclass(frozen=True)
class Place:
    """Where a node is drawn: the middle of its box, and the box's size, in pixels."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Layout:
    """Fixed places for all nodes and for the headings of the outcome levels."""

    width: int
    height: int
    font: int
    """The size of labels, in pixels."""
    places: dict[str, Place]
    """By the node's name; headings are named `heading:<level>` and `heading:factor`."""


@dataclass(frozen=True)
class _Measures:
    """The sizes that make up a layout."""

    font: int
    component_width: int
    outcome_width: int
    factor_width: int
    between: int
    """From one column of boxes to the next: the room for the lines."""
    factors_beside: bool
    """Whether factors stand left of the components, rather than below the outcomes."""


_WIDE = _Measures(14, 142, 306, 262, 400, factors_beside=True)
_NARROW = _Measures(12, 86, 148, 148, 96, factors_beside=False)
_GLYPH = 0.6
"""The average width of a letter, as a share of the font size; a generous estimate."""
_GAP, _HEADING, _MARGIN, _PADDING = 7, 30, 8, 26


def layouts(kb: KnowledgeBase) -> dict[str, Layout]:
    """Return the layouts for wide and for narrow screens, without and with factors."""
    return {
        f"{name}{'-factors' if factors else ''}": _layout(kb, measures, factors)
        for name, measures in (("wide", _WIDE), ("narrow", _NARROW))
        for factors in (False, True)
    }


def _layout(kb: KnowledgeBase, sizes: _Measures, with_factors: bool) -> Layout:
    graph = evidence_graph(kb)
    beside = with_factors and sizes.factors_beside
    left = _MARGIN + (sizes.factor_width + sizes.between // 2 if beside else 0)
    right = left + sizes.component_width + sizes.between
    places: dict[str, Place] = {}

    def stack(name: str, x: int, y: int, width: int) -> int:
        """Place a heading and the boxes of its group below one another; return where they end."""
        places[f"heading:{name}"] = Place(x + width // 2, y + _HEADING // 2, width, _HEADING)
        y += _HEADING
        for node, label in _members(graph, name):
            height = _height(label, width, sizes.font)
            places[node] = Place(x + width // 2, y + height // 2, width, height)
            y += height + _GAP
        return y + _GAP

    bottom = _MARGIN
    for level in kb.vocabularies["outcome-level"]:
        bottom = stack(level, right, bottom, sizes.outcome_width)
    components = _members(graph, "component")
    pitch = (bottom - _MARGIN) / max(len(components), 1)
    for position, (node, label) in enumerate(components):
        width = sizes.component_width
        middle = round(_MARGIN + pitch * (position + 0.5))
        height = _height(label, width, sizes.font) + 6
        places[node] = Place(left + width // 2, middle, width, height)
    if beside:
        bottom = max(bottom, stack("factor", _MARGIN, _MARGIN, sizes.factor_width))
    elif with_factors:
        bottom = stack("factor", right, bottom, sizes.outcome_width)
    width = right + sizes.outcome_width + _MARGIN
    return Layout(width, bottom, sizes.font, dict(sorted(places.items())))


def _members(graph: nx.DiGraph, group: str) -> list[tuple[str, str]]:
    return [(n, data["label"]) for n, data in graph.nodes(data=True) if data["group"] == group]


def _height(label: str, width: int, font: int) -> int:
    """Return the height of a box that holds the label, its words wrapped to the width."""
    room = (width - _PADDING) / (font * _GLYPH)
    lines, used = 1, 0.0
    for word in label.split():
        if used and used + 1 + len(word) > room:
            lines, used = lines + 1, 0.0
        used += len(word) + (1 if used else 0)
    # Even, so that half of it is a whole number of pixels.
    return 2 * round((lines * font * 1.25 + 10) / 2)

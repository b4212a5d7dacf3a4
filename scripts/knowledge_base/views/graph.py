"""The evidence as a graph: components, outcomes and factors, joined by what records say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from textwrap import wrap

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
    these. A path of two edges is not a finding: it joins different claims, unless one study covers
    both.
    """
    in_view = None if records is None else tuple(records)
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
    for cell in gap_map(kb, in_view).cells.values():
        if cell.tally.records:
            graph.add_edge(
                f"component:{cell.component}",
                f"outcome:{cell.outcome}",
                kind="evidence",
                **_amount(kb, cell.tally),
            )
    _add_factors(kb, graph, kb.published if in_view is None else in_view)
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
    """Where a node is drawn: its left upper corner and size in pixels, and its label in lines."""

    left: int
    top: int
    width: int
    height: int
    lines: tuple[str, ...]

    @property
    def right(self) -> int:
        """The right edge."""
        return self.left + self.width

    @property
    def middle(self) -> int:
        """Half way down."""
        return self.top + self.height // 2


Column = dict[str, Place]
Line = tuple[int, int, int, int]
"""Where a line begins and ends: x and y of each."""


@dataclass(frozen=True)
class Layout:
    """Fixed places in three columns: factors, components, outcomes."""

    width: int
    height: int
    without_factors: int
    """What begins here is all that is drawn without factors."""
    places: dict[str, Place]
    """By the node's name; headings are named `heading:<level>` and `heading:factor`."""
    lines: dict[tuple[str, str], Line]
    """By the edge. Each line of a node has an end of its own, so that none covers another."""


FONT = 14
"""The size of labels, in pixels."""
LEADING = 17
_LETTER = 0.54
"""The average width of a letter, as a share of the font size: a generous estimate."""
_COMPONENT, _OUTCOME, _FACTOR = 15, 42, 36
"""How many letters of a label stand in one line."""
_TO_COMPONENTS, _TO_OUTCOMES = 190, 330
"""From one column to the next: the room for lines."""
_PADDING, _ROW_PADDING, _HEADING, _GAP, _MARGIN = 10, 2, 20, 4, 6
_BETWEEN_STARTS, _BETWEEN_ENDS = 10, 4
"""How far apart lines leave a component, and reach an outcome."""
_MARK = 5
"""How far from a box lines begin, so that the mark on one is whole."""


def layout(kb: KnowledgeBase) -> Layout:
    """Return where everything is. What is joined stands close, so that few lines cross."""
    graph = evidence_graph(kb)
    components, levels = _in_order(kb, graph)
    factors = [n for n, kind in graph.nodes(data="kind") if kind == "factor"]
    _sort_by_neighbours(factors, graph, components)
    left = _width(graph, factors, _FACTOR) + _TO_COMPONENTS if factors else _MARGIN
    component_width = _width(graph, components, _COMPONENT) + _PADDING
    right = left + component_width + _TO_OUTCOMES
    outcome_width = _width(graph, [o for level in levels.values() for o in level], _OUTCOME)
    columns = [
        _rows(graph, {"factor": factors} if factors else {}, _MARGIN, _FACTOR),
        _blocks(graph, components, left, component_width),
        _rows(graph, levels, right, _OUTCOME),
    ]
    height = max(_end(column) for column in columns) + _MARGIN
    places: dict[str, Place] = {}
    for column in columns:
        down = (height - _MARGIN - _end(column)) // 2
        places |= {n: replace(p, top=p.top + down) for n, p in column.items()}
    return Layout(
        right + outcome_width + _MARGIN,
        height,
        left - _MARGIN,
        places,
        _lines(graph, places),
    )


def _in_order(kb: KnowledgeBase, graph: nx.DiGraph) -> tuple[list[str], dict[str, list[str]]]:
    """Return components, and outcomes by level, each near the middle of what it is joined to."""
    components = [n for n, kind in graph.nodes(data="kind") if kind == "component"]
    levels = {
        level: [n for n, group in graph.nodes(data="group") if group == level]
        for level in kb.vocabularies["outcome-level"]
    }
    for _ in range(4):
        _sort_by_neighbours(components, graph, [o for level in levels.values() for o in level])
        for outcomes in levels.values():
            _sort_by_neighbours(outcomes, graph, components)
    return components, {level: outcomes for level, outcomes in levels.items() if outcomes}


def _sort_by_neighbours(nodes: list[str], graph: nx.DiGraph, others: list[str]) -> None:
    """Sort nodes by the mean place of their neighbours; what has none comes last."""
    at = {node: position for position, node in enumerate(others)}

    def mean(node: str) -> float:
        joined = [at[n] for n in nx.all_neighbors(graph, node) if n in at]
        return sum(joined) / len(joined) if joined else len(others)

    nodes.sort(key=mean)


def _width(graph: nx.DiGraph, nodes: list[str], letters: int) -> int:
    lines = [line for node in nodes for line in wrap(graph.nodes[node]["label"], letters)]
    return round(max(map(len, lines), default=0) * FONT * _LETTER) + _PADDING


def _rows(graph: nx.DiGraph, groups: dict[str, list[str]], left: int, letters: int) -> Column:
    """Return rows of names, each group below its heading."""
    places: Column = {}
    top = 0
    width = _width(graph, [node for nodes in groups.values() for node in nodes], letters)
    for name, nodes in groups.items():
        places[f"heading:{name}"] = Place(left, top, width, _HEADING, ())
        top += _HEADING
        for node in nodes:
            lines = tuple(wrap(graph.nodes[node]["label"], letters))
            height = len(lines) * LEADING + _ROW_PADDING
            places[node] = Place(left, top, width, height, lines)
            top += height
        top += _GAP
    return places


def _blocks(graph: nx.DiGraph, nodes: list[str], left: int, width: int) -> Column:
    """Return a block a node, as high as its lines need room."""
    places: Column = {}
    top = 0
    for node in nodes:
        lines = tuple(wrap(graph.nodes[node]["label"], _COMPONENT))
        ends = max(graph.out_degree(node), graph.in_degree(node))
        height = max(len(lines) * LEADING + _PADDING, (ends + 1) * _BETWEEN_STARTS)
        places[node] = Place(left, top, width, height, lines)
        top += height + _PADDING
    return places


def _end(column: Column) -> int:
    return max((place.top + place.height for place in column.values()), default=0)


def _lines(graph: nx.DiGraph, places: Column) -> dict[tuple[str, str], Line]:
    """Return the ends of all lines, in the order of what they lead to, so that few cross."""
    starts: dict[tuple[str, str], int] = {}
    ends: dict[tuple[str, str], int] = {}
    for node, kind in graph.nodes(data="kind"):
        between = _BETWEEN_STARTS if kind == "component" else _BETWEEN_ENDS
        onward = sorted(graph.out_edges(node), key=lambda edge: places[edge[1]].middle)
        before = sorted(graph.in_edges(node), key=lambda edge: places[edge[0]].middle)
        starts.update(_spread(places[node], onward, between))
        ends.update(_spread(places[node], before, between))
    return {
        (a, b): (places[a].right + _MARK, starts[a, b], places[b].left, ends[a, b])
        for a, b in graph.edges
    }


def _spread(place: Place, edges: list[tuple[str, str]], between: int) -> dict[tuple[str, str], int]:
    """Return a height for each edge around the middle of a place, all within it."""
    step = min(between, place.height / (len(edges) + 1))
    first = place.middle - (len(edges) - 1) / 2 * step
    return {edge: round(first + at * step) for at, edge in enumerate(edges)}

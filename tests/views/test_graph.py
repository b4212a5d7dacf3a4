"""The graph: its numbers, its fixed places, and the network that pyvis makes of it."""

from __future__ import annotations

import re
from itertools import combinations

from knowledge_base.evidence_map.drawing import graph_view, network_data
from knowledge_base.evidence_map.style import BASIS_STYLES
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.gap_map import gap_map, standings
from knowledge_base.views.graph import evidence_graph, layout


def titles(kb: KnowledgeBase) -> dict[str, str]:
    """What hovering over each line says, by the line's name."""
    return {line["id"]: line["title"] for line in network_data(kb)["edges"]}


def test_there_is_a_line_for_every_filled_cell(knowledge_base: KnowledgeBase) -> None:
    graph = evidence_graph(knowledge_base)
    filled = {
        (f"component:{c.component}", f"outcome:{c.outcome}"): c.tally
        for c in gap_map(knowledge_base).cells.values()
        if c.tally.records
    }
    lines = {(a, b): d for a, b, d in graph.edges(data=True) if d["kind"] == "evidence"}
    assert set(lines) == set(filled)
    for pair, data in lines.items():
        assert data["studies"] == len(filled[pair].studies)
        assert data["claims"] == filled[pair].claims
        assert data["basis"] == filled[pair].strongest_basis


def test_factors_bear_on_components(knowledge_base: KnowledgeBase) -> None:
    graph = evidence_graph(knowledge_base)
    bearing = {
        (f"factor:{r.factor}", f"component:{r.component}")
        for r in knowledge_base.published
        if r.kind == "implementation"
    }
    drawn = {(a, b) for a, b, kind in graph.edges(data="kind") if kind == "implementation"}
    assert drawn == bearing


def test_what_helps_or_hinders_is_never_told_as_an_expectation(
    knowledge_base: KnowledgeBase,
) -> None:
    graph = evidence_graph(knowledge_base)
    told = titles(knowledge_base)
    of_outcomes = {"studies_direct", "directness", "basis"}
    factors = [(a, b, d) for a, b, d in graph.edges(data=True) if d["kind"] == "implementation"]
    assert factors
    for start, end, data in factors:
        assert not of_outcomes & set(data)
        words = told[f"{start}>{end}"].split(": ", 1)[1]
        assert re.fullmatch(r"\d+ stud(y|ies), \d+ claims?\. [A-Z][a-z; H]+", words)
        assert ("Helps" in words) == ("favourable" in data["directions"].split())
        assert ("Hinders" in words) == ("unfavourable" in data["directions"].split())
    for _, _, data in graph.edges(data=True):
        assert (data["kind"] == "evidence") == (of_outcomes <= set(data))


def test_lines_of_what_helps_or_hinders_are_plain(knowledge_base: KnowledgeBase) -> None:
    factors = [line for line in graph_view(knowledge_base).lines if line.kind == "implementation"]
    assert factors
    for line in factors:
        assert (line.basis, line.dashes, line.is_home) == ("none", "none", False)
    assert BASIS_STYLES["expectation"].dashes, "what is only expected must look different"


def test_kinds_of_evidence_differ_without_colour() -> None:
    dashes = [style.dashes for kind, style in BASIS_STYLES.items() if kind != "none"]
    assert len(set(dashes)) == len(dashes)


def test_no_two_boxes_overlap_and_all_lie_within(knowledge_base: KnowledgeBase) -> None:
    plan = layout(knowledge_base)
    for one, two in combinations(plan.places.values(), 2):
        assert (
            one.right <= two.left
            or two.right <= one.left
            or one.top + one.height <= two.top
            or two.top + two.height <= one.top
        )
    for place in plan.places.values():
        assert 0 <= place.left <= place.right <= plan.width
        assert 0 <= place.top <= place.top + place.height <= plan.height


def test_every_line_begins_and_ends_at_its_names_alone(knowledge_base: KnowledgeBase) -> None:
    plan = layout(knowledge_base)
    graph = evidence_graph(knowledge_base)
    assert set(plan.lines) == set(graph.edges)
    for (start, end), (x1, y1, x2, y2) in plan.lines.items():
        one, other = plan.places[start], plan.places[end]
        assert one.right < x1 < x2 == other.left
        assert one.top <= y1 <= one.top + one.height
        assert other.top <= y2 <= other.top + other.height
    starts = [(x, y) for x, y, _, _ in plan.lines.values()]
    assert len(set(starts)) == len(starts)


def test_the_layout_places_all_nodes(knowledge_base: KnowledgeBase) -> None:
    nodes = {n for n in layout(knowledge_base).places if not n.startswith("heading:")}
    assert nodes == set(evidence_graph(knowledge_base).nodes)


def test_what_is_joined_stands_close(knowledge_base: KnowledgeBase) -> None:
    """Fewer lines cross than if names stood in the order of their vocabularies."""
    graph = evidence_graph(knowledge_base)
    lines = [edge for edge in graph.edges if edge[0].startswith("component:")]
    places = layout(knowledge_base).places
    order = {node: at for at, node in enumerate(graph.nodes)}

    def crossings(at: dict[str, int]) -> int:
        return sum(
            (at[a] - at[c]) * (at[b] - at[d]) < 0 for (a, b), (c, d) in combinations(lines, 2)
        )

    assert crossings({node: place.top for node, place in places.items()}) <= crossings(order)


def test_the_network_is_the_same_every_time(knowledge_base: KnowledgeBase) -> None:
    assert network_data(knowledge_base) == network_data(knowledge_base)


def test_the_network_holds_all_nodes_and_lines(knowledge_base: KnowledgeBase) -> None:
    data = network_data(knowledge_base)
    graph = evidence_graph(knowledge_base)
    names = {n["id"] for n in data["nodes"] if n["kind"] not in ("heading", "end")}
    assert names == set(graph.nodes)
    assert {tuple(e["id"].split(">")) for e in data["edges"]} == set(graph.edges)
    assert data["options"]["physics"]["enabled"] is False


def test_only_a_line_with_a_finding_from_the_setting_of_the_model_is_marked(
    knowledge_base: KnowledgeBase,
) -> None:
    graph = evidence_graph(knowledge_base)
    for line in graph_view(knowledge_base).lines:
        start, end = line.id.split(">")
        assert line.is_home == (graph.edges[start, end].get("directness") == "direct")


def test_the_title_says_what_the_lines_show(knowledge_base: KnowledgeBase) -> None:
    view = graph_view(knowledge_base)
    evidence = [line for line in view.lines if line.kind == "evidence"]
    compared = sum(line.basis == "comparison" for line in evidence)
    assert f"of {len(evidence)} links" in view.title
    assert f"{ {0: 'None', 1: 'One'}.get(compared, str(compared)) } of" in view.title
    assert sum(item.lines for item in view.key) == sum(line.basis != "none" for line in evidence)
    home = sum(line.is_home for line in evidence)
    assert knowledge_base.home in view.lead
    assert str(home) in view.lead or home == 1


def test_hovering_says_where_findings_come_from(knowledge_base: KnowledgeBase) -> None:
    told = " ".join(titles(knowledge_base).values())
    for standing in ("direct", "only-indirect"):
        assert standings(knowledge_base)[standing].label in told

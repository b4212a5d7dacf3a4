"""The graph: its numbers, its fixed places, the paths through it, and what pyvis writes."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import combinations

import networkx as nx
import pytest

from knowledge_base.load import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.surfaces.evidence_map.drawing import draw
from knowledge_base.views.gap_map import gap_map
from knowledge_base.views.graph import Layout, evidence_graph, layouts
from knowledge_base.views.paths import paths


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


@pytest.mark.parametrize("name", ["wide", "wide-factors", "narrow", "narrow-factors"])
def test_no_two_boxes_overlap_and_all_lie_within(knowledge_base: KnowledgeBase, name: str) -> None:
    layout = layouts(knowledge_base)[name]
    for one, two in combinations(layout.places.values(), 2):
        assert (
            abs(one.x - two.x) * 2 >= one.width + two.width
            or abs(one.y - two.y) * 2 >= one.height + two.height
        )
    for place in layout.places.values():
        assert place.x - place.width / 2 >= 0
        assert place.x + place.width / 2 <= layout.width
        assert place.y - place.height / 2 >= 0
        assert place.y + place.height / 2 <= layout.height


def test_each_layout_places_what_it_shows(knowledge_base: KnowledgeBase) -> None:
    graph = evidence_graph(knowledge_base)
    of: dict[str, Layout] = layouts(knowledge_base)
    with_factors = set(graph.nodes)
    without = {n for n in with_factors if not n.startswith("factor:")}
    for name, layout in of.items():
        nodes = {n for n in layout.places if not n.startswith("heading:")}
        assert nodes == (with_factors if name.endswith("-factors") else without)


def test_the_drawing_is_the_same_bytes_every_time(knowledge_base: KnowledgeBase) -> None:
    assert draw(knowledge_base) == draw(knowledge_base)


def test_the_drawing_reaches_no_other_host_and_says_what_it_is(
    knowledge_base: KnowledgeBase,
) -> None:
    html = draw(knowledge_base)
    assert "http" not in html.replace("http-equiv", "")
    assert html.startswith("<!doctype html>")
    assert 'lang="en-GB"' in html
    assert "<title>" in html
    assert "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:" in html


def test_the_drawing_holds_all_nodes_and_lines(knowledge_base: KnowledgeBase) -> None:
    found = re.search(
        r'<script type="application/json" id="graph-data">(.*?)</script>', draw(knowledge_base)
    )
    assert found is not None
    data = json.loads(found.group(1))
    graph = evidence_graph(knowledge_base)
    assert {n["id"] for n in data["nodes"] if n["kind"] != "heading"} == set(graph.nodes)
    assert {(e["from"], e["to"]) for e in data["edges"]} == set(graph.edges)
    assert data["options"]["physics"]["enabled"] is False


def test_a_path_is_a_thread_only_where_one_study_covers_both_steps_in_one_publication(
    knowledge_base: KnowledgeBase,
) -> None:
    starts = [f"component:{c}" for c in knowledge_base.components]
    starts += [f"factor:{f}" for f in knowledge_base.vocabularies["factor"]]
    found = [
        path
        for start in starts
        for outcome in knowledge_base.outcomes
        for path in paths(knowledge_base, start, outcome)
    ]
    assert found
    for path in found:
        first, second = (
            {
                (record.study, record.source)
                for record in step.records
                if record.study and knowledge_base.claim_kinds[record.kind].basis != "expectation"
            }
            for step in (path.first, path.second)
        )
        common = {study for study, _ in first & second}
        assert set(path.threads) == common
        assert (path.verdict == "thread") == bool(common)
        assert path.first.records
        assert path.second.records


def test_neither_publications_counted_as_one_study_nor_advice_make_a_thread(
    knowledge_base: KnowledgeBase,
) -> None:
    early = knowledge_base.records["brindle-2015-supervision-quality"]
    late = knowledge_base.records["brindle-2017-retention-no-difference"]
    outcomes = ("supervision-quality", "staff-retention")
    elsewhere = {"component": "clinician", "outcomes": outcomes}

    def verdict(second: Record) -> str:
        records = {early.id: early, "second": second.named("second")}
        (path,) = paths(
            replace(knowledge_base, records=records),
            "component:group-supervision",
            "staff-retention",
        )
        assert path.first.studies == path.second.studies
        return path.verdict

    assert verdict(early.model_copy(update=elsewhere)) == "thread"
    assert verdict(late.model_copy(update=elsewhere)) == "joined"
    assert verdict(early.model_copy(update={**elsewhere, "kind": "recommendation"})) == "joined"


def test_factor_paths_follow_the_lines_of_the_graph(knowledge_base: KnowledgeBase) -> None:
    graph: nx.DiGraph = evidence_graph(knowledge_base)
    for factor in (n for n in graph if n.startswith("factor:")):
        for outcome in knowledge_base.outcomes:
            middles = {path.middle for path in paths(knowledge_base, factor, outcome)}
            assert middles == {
                middle
                for middle in graph.successors(factor)
                if graph.has_edge(middle, f"outcome:{outcome}")
            }

"""The graph: its numbers, its fixed places, the paths through it, and what pyvis writes."""

from __future__ import annotations

import json
import re
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge_base.evidence_map.drawing import draw
from knowledge_base.evidence_map.style import BASIS_STYLES, STUDY_WIDTHS, line_style
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.gap_map import gap_map
from knowledge_base.views.graph import Layout, evidence_graph, layouts
from knowledge_base.views.selection import is_finding


def drawing(html: str) -> Any:
    """The data that pyvis has written into the graph's document."""
    found = re.search(r'<script type="application/json" id="graph-data">(.*?)</script>', html)
    assert found is not None
    return json.loads(found.group(1))


def titles(html: str) -> dict[str, str]:
    """What hovering over each line says, by the line's name."""
    return {line["id"]: line["title"] for line in drawing(html)["edges"]}


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
    told = titles(draw(knowledge_base))
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


def test_lines_of_what_helps_or_hinders_are_thin_and_plain(knowledge_base: KnowledgeBase) -> None:
    drawn = drawing(draw(knowledge_base))["edges"]
    factors = [line for line in drawn if line["kind"] == "implementation"]
    assert factors
    for line in factors:
        assert (line["core"], line["filled"], line["dashes"], line["sign"]) == (0, False, False, "")
    assert BASIS_STYLES["expectation"].dashes, "what is only expected must look different"


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
    data = drawing(draw(knowledge_base))
    graph = evidence_graph(knowledge_base)
    assert {n["id"] for n in data["nodes"] if n["kind"] != "heading"} == set(graph.nodes)
    assert {(e["from"], e["to"]) for e in data["edges"]} == set(graph.edges)
    assert data["options"]["physics"]["enabled"] is False


def test_a_hollow_line_has_no_study_from_early_help(knowledge_base: KnowledgeBase) -> None:
    graph = evidence_graph(knowledge_base)
    lines = [d for *_, d in graph.edges(data=True) if d["kind"] == "evidence"]
    assert {d["directness"] for d in lines} >= {"direct", "only-indirect"}
    for data in lines:
        style = line_style(data["studies"], data["studies_direct"], data["directness"])
        assert style.filled == (data["directness"] == "direct")
        assert data["directness"] == "direct" or data["studies_direct"] == 0
        assert (style.core == 0) == (data["directness"] == "only-expected")


def test_a_line_is_filled_as_far_as_its_studies_are_from_early_help() -> None:
    whole, half, none = (
        line_style(4, 4, "direct"),
        line_style(4, 2, "direct"),
        line_style(4, 0, "only-indirect"),
    )
    assert whole.width == half.width == none.width
    assert half.core == whole.core / 2
    assert (half.filled, none.filled) == (True, False)
    assert line_style(1, 1, "direct").width < whole.width


@given(studies=st.integers(0, 30), data=st.data())
def test_a_line_is_wholly_filled_only_if_no_study_is_from_elsewhere(
    studies: int, data: st.DataObject
) -> None:
    direct = data.draw(st.integers(0, studies))
    style = line_style(studies, direct, "direct")
    whole = line_style(studies, studies, "direct")
    assert style.filled
    assert 0 < style.core <= whole.core
    assert (style.core == whole.core) == (direct == studies)


def test_only_a_line_without_any_clear_finding_is_marked_as_unclear(
    knowledge_base: KnowledgeBase,
) -> None:
    graph = evidence_graph(knowledge_base)
    drawn = drawing(draw(knowledge_base))
    marked = {line["id"] for line in drawn["edges"] if "?" in line["sign"]}
    unclear = set()
    for start, end, data in graph.edges(data=True):
        records = [knowledge_base.records[record] for record in data["records"].split()]
        ways = {record.direction for record in records if is_finding(knowledge_base, record)}
        if data["kind"] == "evidence" and ways == {"unclear"}:
            unclear.add(f"{start}>{end}")
    assert marked == unclear


@pytest.mark.parametrize("basis", BASIS_STYLES)
def test_gaps_grow_with_the_line_so_that_its_kind_can_be_read(basis: str) -> None:
    style = BASIS_STYLES[basis]
    widest = STUDY_WIDTHS[2]
    for stroke, gap in zip(style.dashes[::2], style.dashes[1::2], strict=True):
        assert stroke
        assert gap
    assert all(gap >= widest for gap in style.strokes(widest)[1::2])
    assert style.strokes(1) == list(style.dashes)


def test_hovering_says_where_findings_come_from(knowledge_base: KnowledgeBase) -> None:
    html = draw(knowledge_base)
    assert "From Village choirs." in html
    assert "Elsewhere or untold." in html

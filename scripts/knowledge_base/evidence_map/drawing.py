"""The graph as pyvis writes it: our own page, fixed places, no physics, and no other host."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx as nx
import pyvis
from pyvis.network import Network

from knowledge_base.evidence_map.style import BASIS_STYLES, DIRECTION_STYLES, line_style
from knowledge_base.evidence_map.words import line_in_words
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.gap_map import WORDING
from knowledge_base.views.graph import Place, evidence_graph, layouts
from knowledge_base.views.selection import is_finding, tally

TEMPLATES = Path(__file__).parent / "browser"
VIS_NETWORK = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"

OPTIONS = {
    "autoResize": False,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "dragView": False,
        "zoomView": False,
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 150,
        "keyboard": False,
    },
    "nodes": {"physics": False, "shape": "box", "borderWidth": 1, "labelHighlightBold": False},
    "edges": {
        "smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal"},
        "arrows": {"to": {"enabled": False}},
        "selectionWidth": 2,
        "hoverWidth": 1.5,
    },
}


def draw(kb: KnowledgeBase) -> str:
    """Return the graph's own HTML document. The same evidence gives the same bytes."""
    network = Network(directed=True, height="100%", width="100%", cdn_resources="local")
    network.set_template_dir(str(TEMPLATES), "graph.html")
    network.set_options(json.dumps(OPTIONS))
    graph = evidence_graph(kb)
    places = layouts(kb)["wide-factors"].places
    for node, data in graph.nodes(data=True):
        _add_node(network, node, data["label"], data["kind"], places[node])
    headings = {
        **{f"heading:{i}": t.label for i, t in kb.vocabularies["outcome-level"].items()},
        "heading:factor": WORDING.at("factors"),
    }
    for node, label in headings.items():
        _add_node(network, node, label, "heading", places[node])
    for start, end, data in graph.edges(data=True):
        style = line_style(data["studies"], data.get("studies_direct", 0), data.get("directness"))
        network.add_edge(
            start,
            end,
            id=f"{start}>{end}",
            kind=data["kind"],
            width=style.width,
            core=style.core,
            filled=style.filled,
            dashes=BASIS_STYLES[data.get("basis", "none")].strokes(style.width) or False,
            sign="".join(_signs(kb, data)) if data["kind"] == "evidence" else "",
            title=_title(kb, graph, start, end),
        )
    html: str = network.generate_html()
    return html


def _add_node(network: Network, node: str, label: str, kind: str, place: Place) -> None:
    box = [place.x, place.y, place.width, place.height]
    # pyvis drops what it is not given; a colour of its own would stand against the theme's.
    network.add_node(node, label=label, kind=kind, x=place.x, y=place.y, box=box, color=None)


def _signs(kb: KnowledgeBase, data: dict[str, Any]) -> list[str]:
    """Return the signs of a line; what is unclear is only told where no finding is clear."""
    records = (kb.records[record] for record in data["records"].split())
    directions = {record.direction for record in records if is_finding(kb, record)}
    styles = {direction: DIRECTION_STYLES[direction] for direction in data["directions"].split()}
    return [
        style.sign
        for direction, style in styles.items()
        if style.on_line and (direction != "unclear" or directions == {"unclear"})
    ]


def _title(kb: KnowledgeBase, graph: nx.DiGraph, start: str, end: str) -> str:
    """Return what hovering over a line says."""
    data = graph.edges[start, end]
    counts = tally(kb, (kb.records[record] for record in data["records"].split()))
    return WORDING.say(
        "hover",
        start=graph.nodes[start]["label"],
        end=graph.nodes[end]["label"],
        line=line_in_words(kb, counts, bearing=data["kind"] == "implementation"),
    )

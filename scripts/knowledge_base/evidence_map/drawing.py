"""The graph: the network that pyvis makes, and its drawing that is on the page from the start.

The drawing takes its places and its lines from the network. In the browser vis-network draws the
same lines from the same data as soon as somebody turns to them.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pyvis.network import Network

from knowledge_base.evidence_map.style import BASIS_STYLES, FOOTING_STYLES
from knowledge_base.evidence_map.words import line_in_words
from knowledge_base.markup import addresses
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.gap_map import WORDING
from knowledge_base.views.graph import FONT, LEADING, Layout, evidence_graph, layout
from knowledge_base.views.selection import COMPARISON, DIRECT, tally
from knowledge_base.wording.nouns import listed, lower_first

MARK = 4
"""The radius of the mark on a line with a finding from the setting of the model."""

OPTIONS = {
    "autoResize": False,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "dragView": False,
        "zoomView": False,
        "hover": True,
        "selectable": False,
        "tooltipDelay": 100,
        "keyboard": False,
    },
    "nodes": {"shape": "dot", "size": 0.1, "borderWidth": 0, "chosen": False},
    "edges": {
        "smooth": {
            "enabled": True,
            "type": "cubicBezier",
            "forceDirection": "horizontal",
            "roundness": 0.5,
        },
        "chosen": False,
        "hoverWidth": 0,
        "selectionWidth": 0,
    },
}


@dataclass(frozen=True)
class Name:
    """A node's name where it is drawn."""

    node: str
    kind: str
    """`component`, `outcome`, `factor` or `heading`."""
    address: str | None
    label: str
    box: tuple[int, int, int, int]
    """Left, top, width and height."""
    x: int
    lines: tuple[tuple[int, str], ...]
    """Its text: the height of each line."""
    has_lines: bool


@dataclass(frozen=True)
class DrawnLine:
    """A line of the drawing, and what it says in words."""

    id: str
    opens: str
    """What the map opens for it."""
    kind: str
    """`evidence`, or `implementation` for what helps or hinders."""
    path: str
    start: tuple[int, int]
    basis: str
    dashes: str
    colour: str
    is_home: bool
    """Whether a finding comes from the setting of the model."""
    studies: int
    label: str
    """What it leads to, or for what helps or hinders what it comes from."""
    words: str
    title: str
    address: str


@dataclass(frozen=True)
class Finding:
    """What the lines between components and outcomes show as a whole."""

    lines: int
    compared: int
    """How many have a comparison as their nearest kind of evidence."""
    home_lines: int
    most: int
    """How many of those the component has that has most of them."""
    leaders: str
    """That component, or those that have as many."""
    share: str
    """Whether it has `all` of them, shares the first place (`tied`), or has `most`."""


@dataclass(frozen=True)
class KeyItem:
    """How lines of a kind look, and how many there are."""

    basis: str
    label: str
    dashes: str
    colour: str
    lines: int = 0


@dataclass(frozen=True)
class GraphView:
    """What the page shows of the graph before any script runs."""

    width: int
    height: int
    left: int
    """Where the drawing begins if it leaves out what helps or hinders."""
    names: tuple[Name, ...]
    lines: tuple[DrawnLine, ...]
    by_component: tuple[tuple[Name, tuple[DrawnLine, ...], tuple[DrawnLine, ...]], ...]
    """Each component with its outcomes, and with what helps or hinders it."""
    key: tuple[KeyItem, ...]
    steps: dict[str, KeyItem]
    """How the steps of a path look by what they rest on."""
    most_studies: int
    """How many the line with the most rests on; at least one."""
    title: str
    lead: str
    home: str
    """What the mark on a line means."""
    mark: int


def network(kb: KnowledgeBase) -> Network:
    """Return the network: names at fixed places, and lines from the edge of one to another's."""
    graph, plan = evidence_graph(kb), layout(kb)
    net = Network(directed=True, height="100%", width="100%", cdn_resources="local")
    net.set_options(json.dumps(OPTIONS))
    labels = {n: (d["label"], d["kind"]) for n, d in graph.nodes(data=True)}
    labels |= {
        f"heading:{i}": (t.label, "heading") for i, t in kb.vocabularies["outcome-level"].items()
    }
    labels["heading:factor"] = (WORDING.at("factors"), "heading")
    for node, place in plan.places.items():
        label, kind = labels[node]
        net.add_node(
            node,
            label="\n".join(place.lines) or label,
            kind=kind,
            x=place.left + place.width // 2,
            y=place.middle,
            box=[place.left, place.top, place.width, place.height],
            hidden=True,  # The page shows names as text.
            color=None,
        )
    for start, end, data in graph.edges(data=True):
        _add_line(kb, net, plan, (start, end), data, labels)
    return net


def _add_line(
    kb: KnowledgeBase,
    net: Network,
    plan: Layout,
    ends: tuple[str, str],
    data: dict[str, Any],
    labels: dict[str, tuple[str, str]],
) -> None:
    line = ">".join(ends)
    counts = tally(kb, (kb.records[record] for record in data["records"].split()))
    words = line_in_words(kb, counts, bearing=data["kind"] == "implementation")
    x1, y1, x2, y2 = plan.lines[ends]
    for side, x, y in (("start", x1, y1), ("end", x2, y2)):
        net.add_node(f"{side} {line}", label=" ", kind="end", x=x, y=y, shape="dot", color=None)
    net.add_edge(
        f"start {line}",
        f"end {line}",
        id=line,
        arrows="",
        kind=data["kind"],
        basis=data.get("basis", "none"),
        home=data.get("directness") == DIRECT,
        studies=data["studies"],
        words=words,
        title=WORDING.say("hover", start=labels[ends[0]][0], end=labels[ends[1]][0], line=words),
    )


def network_data(kb: KnowledgeBase) -> dict[str, Any]:
    """Return the network as vis-network reads it."""
    nodes, edges, *_, options = network(kb).get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def graph_view(kb: KnowledgeBase) -> GraphView:
    """Return the drawing of the network, its key and its lines in words."""
    net, plan = network(kb), layout(kb)
    places = {node["id"]: node for node in net.nodes}
    lines = tuple(_line(edge, places) for edge in net.edges)
    joined = {end for line in lines for end in line.id.split(">")}
    names = tuple(
        _name(node, has_lines=node["id"] in joined) for node in net.nodes if node["kind"] != "end"
    )
    of = {name.node: name for name in names}
    finding = _finding(lines, of)
    counts = Counter(line.basis for line in lines if line.kind == "evidence")
    return GraphView(
        plan.width,
        plan.height,
        plan.without_factors,
        names,
        lines,
        tuple(
            (
                of[f"component:{component}"],
                tuple(line for line in lines if line.id.startswith(f"component:{component}>")),
                tuple(line for line in lines if line.id.endswith(f">component:{component}")),
            )
            for component in kb.components
        ),
        tuple(
            KeyItem(basis, term.label, *_look(basis), counts[basis])
            for basis, term in kb.vocabularies["evidence-basis"].items()
            if basis != "none"
        ),
        {
            footing: KeyItem(footing, WORDING.say(f"graph.steps.{footing}"), *look)
            for footing, look in FOOTING_STYLES.items()
        },
        max((line.studies for line in lines), default=0) or 1,
        WORDING.say("graph.title", **vars(finding)),
        WORDING.say("graph.lead", **vars(finding), home=kb.home),
        WORDING.say("graph.home", home=kb.home),
        MARK,
    )


def _name(node: dict[str, Any], *, has_lines: bool) -> Name:
    left, top, width, height = node["box"]
    kind, _, term = node["id"].partition(":")
    label = node["label"]
    texts = label.split("\n")
    first = top + (height - len(texts) * LEADING) / 2 + FONT - 1
    is_right = kind == "factor" or node["id"] == "heading:factor"
    beside = 9
    x = {"component": left + width // 2, "factor": left + width - beside}.get(kind, left + beside)
    return Name(
        node["id"],
        kind,
        {
            "component": addresses.component,
            "outcome": lambda outcome: addresses.address("outcome", outcome),
            "factor": lambda factor: addresses.address("term", "factor", factor),
        }.get(kind, lambda _: None)(term),
        label.replace("\n", " "),
        (left, top, width, height),
        left + width - beside if is_right else x,
        tuple((round(first + at * LEADING), text) for at, text in enumerate(texts)),
        has_lines,
    )


def _look(basis: str) -> tuple[str, str]:
    style = BASIS_STYLES[basis]
    return " ".join(map(str, style.dashes)) or "none", style.colour


def _line(edge: dict[str, Any], places: dict[str, Any]) -> DrawnLine:
    start, end = places[edge["from"]], places[edge["to"]]
    (x1, y1), (x2, y2) = (start["x"], start["y"]), (end["x"], end["y"])
    middle = (x1 + x2) // 2
    one, other = edge["id"].split(">")
    ids = one.split(":")[1], other.split(":")[1]
    is_evidence = edge["kind"] == "evidence"
    return DrawnLine(
        edge["id"],
        f"{'cell' if is_evidence else 'bearing'}:{'/'.join(ids)}",
        edge["kind"],
        f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}",
        (x1, y1),
        edge["basis"],
        *_look(edge["basis"]),
        edge["home"],
        edge["studies"],
        places[other if is_evidence else one]["label"].replace("\n", " "),
        edge["words"],
        edge["title"],
        addresses.address("cell", *ids) if is_evidence else addresses.component(ids[1]),
    )


def _finding(lines: Sequence[DrawnLine], names: dict[str, Name]) -> Finding:
    evidence = [line for line in lines if line.kind == "evidence"]
    home = Counter(line.id.split(">")[0] for line in evidence if line.is_home)
    most = max(home.values(), default=0)
    leaders = [names[c].label for c in sorted(home) if home[c] == most]
    return Finding(
        len(evidence),
        sum(line.basis == COMPARISON for line in evidence),
        home.total(),
        most,
        listed([lower_first(label) for label in leaders]),
        "tied" if len(leaders) > 1 else "all" if most == home.total() else "most",
    )

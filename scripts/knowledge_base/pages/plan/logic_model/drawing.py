"""The logic model as its page draws it, and as a file that can be taken away."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from knowledge_base.book import BOOK
from knowledge_base.markup import addresses
from knowledge_base.markup.templates import fill_html
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan.logic_model.layout import (
    GAP,
    LEFT,
    LINE,
    PAD,
    WIDTH,
    WORDING,
    Box,
    DrawnArrow,
    layout,
)
from knowledge_base.views.logic_model import Arrow, Footing, arrows, outcome_columns, reaches
from knowledge_base.wording.colours import colours

SVG = "plan/logic-model.svg.html.jinja"

_HEAD_LETTERS, _FOOT_LETTERS = 16, 135
"""How many letters of a column's head, and of the foot, a line has room for."""
_HEAD_TOP, _HEAD_LINE, _FOOT_LINE = 20, 18, 20

DASHES: dict[Footing, str] = {"records": "none", "partly": "10 3 2 3", "assumed": "5 5"}
"""How arrows are drawn by what they rest on: solid, dash-dotted and dashed."""


@dataclass(frozen=True)
class Line:
    """A line of text and where it is."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Node:
    """A box with its text, what it leads to in the end, and the page that describes it."""

    id: str
    box: Box
    lines: tuple[Line, ...]
    reaches: tuple[str, ...]
    address: str | None


@dataclass(frozen=True)
class DrawnWithWords:
    """An arrow as drawn, and what is read out of it."""

    drawn: DrawnArrow
    read_out: str


@dataclass(frozen=True)
class Drawing:
    """All that the drawing shows."""

    width: float
    height: float
    box_width: float
    heads: tuple[tuple[Line, ...], ...]
    """The label of each column, in lines."""
    nodes: tuple[Node, ...]
    arrows: tuple[DrawnWithWords, ...]
    foot: tuple[Line, ...]
    """The source and the limits, below the drawing where it is a file of its own."""


@dataclass(frozen=True)
class StackedBox:
    """A box on narrow screens, with the arrows that leave it and the labels of their ends."""

    label: str
    reaches: tuple[str, ...]
    onward: tuple[tuple[Arrow, str], ...]


@dataclass(frozen=True)
class Page:
    """The drawing, its filter and its key, and the same as stacked boxes."""

    drawing: Drawing
    outcome_columns: dict[str, str]
    """What the drawing can be narrowed to, with labels."""
    stack: dict[str, tuple[StackedBox, ...]]
    """The boxes of each column, by its label."""
    footings: dict[str, dict[str, str]]
    dashes: dict[Footing, str]


def page(kb: KnowledgeBase) -> Page:
    """Return the drawing with all that its page shows around it."""
    return Page(
        drawing(kb),
        {column: term.label for column, term in outcome_columns(kb).items()},
        _stack(kb),
        WORDING.at("footings"),
        DASHES,
    )


def logic_model_file(kb: KnowledgeBase) -> str:
    """Return the drawing as a file of its own, with its source and limits printed on it."""
    facts = {"drawing": drawing(kb, with_foot=True), "dashes": DASHES, "colours": colours()}
    svg = fill_html(BOOK.parent, SVG, facts | {"kb": kb})
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{svg}\n'


def drawing(kb: KnowledgeBase, *, with_foot: bool = False) -> Drawing:
    """Return what is drawn, and where."""
    plan = layout(kb)
    reached = reaches(kb)
    foot = _foot(kb, plan.height) if with_foot else ()
    return Drawing(
        plan.width,
        plan.height + (_FOOT_LINE * len(foot) + 12 if foot else 0),
        WIDTH,
        tuple(
            _head(kb.label("logic-model-column", column), position)
            for position, column in enumerate(kb.vocabularies["logic-model-column"])
        ),
        tuple(
            Node(node, box, _lines(box), reached[node], _address(kb, node))
            for node, box in plan.boxes.items()
        ),
        tuple(DrawnWithWords(drawn, _read_out(kb, drawn)) for drawn in plan.arrows),
        foot,
    )


def _head(label: str, column: int) -> tuple[Line, ...]:
    x = LEFT + column * (WIDTH + GAP) + WIDTH / 2
    lines = textwrap.wrap(label, _HEAD_LETTERS)
    return tuple(Line(x, _HEAD_TOP + _HEAD_LINE * at, line) for at, line in enumerate(lines))


def _lines(box: Box) -> tuple[Line, ...]:
    return tuple(
        Line(box.x + WIDTH / 2, box.y + PAD + 13 + LINE * at, text)
        for at, text in enumerate(box.lines)
    )


def _foot(kb: KnowledgeBase, top: float) -> tuple[Line, ...]:
    facts = {"source": kb.sources[kb.report.source].short, "limits": kb.report.limits_in_brief}
    texts = (WORDING.say(f"foot.{name}", **facts) for name in WORDING.at("foot"))
    lines = [line for text in texts for line in textwrap.wrap(text, _FOOT_LETTERS)]
    return tuple(Line(LEFT, top + 16 + _FOOT_LINE * at, line) for at, line in enumerate(lines))


def _address(kb: KnowledgeBase, node: str) -> str | None:
    entry = kb.logic_model.nodes[node]
    if entry.component:
        return addresses.component(entry.component)
    return addresses.address("outcome", entry.outcome) if entry.outcome else None


def _read_out(kb: KnowledgeBase, drawn: DrawnArrow) -> str:
    nodes, arrow = kb.logic_model.nodes, drawn.arrow.arrow
    return WORDING.say(
        "arrow",
        footing=drawn.arrow.footing,
        tag=drawn.tag,
        start=nodes[arrow.from_].label,
        end=nodes[arrow.to].label,
        records=len(arrow.records),
    )


def _stack(kb: KnowledgeBase) -> dict[str, tuple[StackedBox, ...]]:
    nodes, reached, every = kb.logic_model.nodes, reaches(kb), arrows(kb)
    return {
        term.label: tuple(
            StackedBox(
                node.label,
                reached[node_id],
                tuple((a, nodes[a.arrow.to].label) for a in every if a.arrow.from_ == node_id),
            )
            for node_id, node in nodes.items()
            if node.column == column
        )
        for column, term in kb.vocabularies["logic-model-column"].items()
    }

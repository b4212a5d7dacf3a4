"""The logic model as its page draws it, and as a file that can be taken away."""

import re
import textwrap
from dataclasses import dataclass

from knowledge_base.book import BOOK
from knowledge_base.evidence_map.style import FOOTING_STYLES
from knowledge_base.markup import addresses
from knowledge_base.markup.templates import fill_html
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan.logic_model.layout import (
    FONT,
    LEADING,
    MARK,
    Box,
    DrawnArrow,
    Head,
    Layout,
    narrow,
    wide,
)
from knowledge_base.views.limits import limits_of
from knowledge_base.views.logic_model import (
    arrows,
    leading_from,
    leading_to,
    studies_of_a_whole_path,
)
from knowledge_base.wording.colours import colours
from knowledge_base.wording.sentences import wording

WORDING = wording("plan/logic-model")
SVG = "plan/logic-model.svg.html.jinja"

_FOOT_LETTERS, _FOOT_LINE, _FILE_TOP = 120, 20, 70
"""How many letters the foot of the file has room for in a line, how high that is, and the head."""


@dataclass(frozen=True)
class Line:
    """A line of text and where it is."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Node:
    """A box with its text, the page that describes it, and what leads to it and on from it."""

    id: str
    label: str
    box: Box
    lines: tuple[Line, ...]
    address: str | None
    before: tuple[int, ...]
    after: tuple[int, ...]
    """The numbers of all arrows on its paths."""
    summary: str


@dataclass(frozen=True)
class DrawnWithWords:
    """An arrow as drawn, and what is read out of it."""

    drawn: DrawnArrow
    dashes: str
    colour: str
    words: str


@dataclass(frozen=True)
class Drawing:
    """All that a drawing shows."""

    name: str
    width: float
    height: float
    heads: tuple[Head, ...]
    nodes: tuple[Node, ...]
    arrows: tuple[DrawnWithWords, ...]
    mark: int
    font: int
    top: int = 0
    """How much room the title and the key have above it, where it is a file of its own."""
    foot: tuple[Line, ...] = ()
    """The source and the limits below it, there too."""


@dataclass(frozen=True)
class KeyItem:
    """What a kind of arrow looks like and means."""

    meaning: str
    dashes: str
    colour: str


@dataclass(frozen=True)
class Page:
    """The drawing for wide and for narrow windows, its finding and its key."""

    drawings: tuple[Drawing, ...]
    title: str
    key: tuple[KeyItem, ...]


def page(kb: KnowledgeBase) -> Page:
    """Return the drawings with all that their page shows around them."""
    layouts = {"wide": wide, "narrow": narrow} if kb.logic_model.nodes else {}
    drawings = tuple(drawing(kb, name, layout(kb)) for name, layout in layouts.items())
    return Page(drawings, title(kb), _key())


def title(kb: KnowledgeBase) -> str:
    """Return what the drawing shows as a whole."""
    every = arrows(kb)
    return WORDING.say(
        "title",
        arrows=len(every),
        supported_outcomes=sum(
            arrow.footing == "records" and kb.logic_model.nodes[arrow.arrow.to].outcome is not None
            for arrow in every
        ),
        followed=len(studies_of_a_whole_path(kb)),
    )


def logic_model_file(kb: KnowledgeBase) -> str:
    """Return the drawing as a file of its own, with its finding, key, source and limits on it."""
    facts = {
        "kb": kb,
        "drawing": drawing(kb, "wide", wide(kb), is_file=True),
        "own_file": True,
        "title": title(kb),
        "key": _key(),
    }
    svg = fill_html(BOOK.parent, SVG, facts)
    plain = re.sub(r"var\(--kb-([\w-]+)\)", lambda match: colours()[match[1]], str(svg))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{plain}\n'


def drawing(kb: KnowledgeBase, name: str, plan: Layout, *, is_file: bool = False) -> Drawing:
    """Return what is drawn, and where."""
    top = _FILE_TOP if is_file else 0
    foot = _foot(kb, plan.height + top) if is_file else ()
    return Drawing(
        name,
        plan.width,
        plan.height + top + (_FOOT_LINE * (len(foot) + 1) if foot else 0),
        plan.heads,
        tuple(_node(kb, node, box) for node, box in plan.boxes.items()),
        tuple(_arrow(kb, drawn) for drawn in plan.arrows),
        MARK,
        FONT,
        top,
        foot,
    )


def _key() -> tuple[KeyItem, ...]:
    return tuple(
        KeyItem(WORDING.at(f"footings.{footing}"), *look)
        for footing, look in FOOTING_STYLES.items()
    )


def _node(kb: KnowledgeBase, node: str, box: Box) -> Node:
    entry = kb.logic_model.nodes[node]
    before, after = leading_to(kb, node), leading_from(kb, node)
    first = box.middle - (len(box.lines) - 1) * LEADING / 2 + 5
    address = None
    if entry.component:
        address = addresses.component(entry.component)
    elif entry.outcome:
        address = addresses.address("outcome", entry.outcome)
    return Node(
        node,
        entry.label,
        box,
        tuple(
            Line(box.x + box.width / 2, first + at * LEADING, text)
            for at, text in enumerate(box.lines)
        ),
        address,
        tuple(arrow.number for arrow in before),
        tuple(arrow.number for arrow in after),
        WORDING.say(
            "box",
            before=len(before),
            after=len(after),
            assumed=sum(arrow.footing == "assumed" for arrow in (*before, *after)),
        ),
    )


def _arrow(kb: KnowledgeBase, line: DrawnArrow) -> DrawnWithWords:
    nodes, arrow = kb.logic_model.nodes, line.arrow.arrow
    return DrawnWithWords(
        line,
        *FOOTING_STYLES[line.arrow.footing],
        WORDING.say(
            "arrow",
            footing=line.arrow.footing,
            number=line.arrow.number,
            start=nodes[arrow.from_].label,
            end=nodes[arrow.to].label,
            records=len(arrow.records),
        ),
    )


def _foot(kb: KnowledgeBase, bottom: float) -> tuple[Line, ...]:
    facts = {"source": kb.sources[kb.report.source].short, "limits": limits_of(kb)}
    texts = (WORDING.say(f"foot.{name}", **facts) for name in WORDING.at("foot"))
    lines = [line for text in texts for line in textwrap.wrap(text, _FOOT_LETTERS)]
    return tuple(Line(6, bottom + _FOOT_LINE * at, line) for at, line in enumerate(lines, start=1))

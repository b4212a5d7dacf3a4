"""The logic model, drawn: columns of boxes, and arrows that say what they rest on.

Places are computed here, so the drawing is the same in every browser and at every build, and
can be taken away as a file. Arrows that pass a column go through the gaps between its boxes.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from knowledge_base.markup.loose_html import raw
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.logic_model import OUTCOME_COLUMNS, Arrow, Footing, arrows, reaches
from knowledge_base.wording.nouns import counted

_WIDTH = 124
_GAP = 104
_LEFT = 42
_TOP = 62
_LINE = 17
_PAD = 12
_BETWEEN = 62
_LETTER = 6.6
"""Sizes in the drawing's own units: boxes, gaps between columns and boxes, text."""

FOOTINGS: dict[Footing, tuple[str, str]] = {
    "records": ("records", "Rests on records"),
    "partly": ("partly", "Records, joined by an assumption of ours"),
    "assumed": ("assumed", "An assumption: no record"),
}
"""The word on each kind of arrow, and its explanation. Drawn solid, dash-dotted and dashed."""

_DASHES: dict[Footing, str] = {"records": "none", "partly": "10 3 2 3", "assumed": "5 5"}

_TOKENS = {
    "paper": "#ffffff",
    "surface": "#f2f6f5",
    "ink": "#17262b",
    "muted": "#4d6066",
    "line-strong": "#71858a",
    "accent": "#0b5f66",
    "warn": "#8a4300",
}
"""Colours for the file that is taken away: it may be opened where no style sheet is."""

Point = tuple[float, float]


@dataclass(frozen=True)
class _Box:
    x: float
    y: float
    height: float
    lines: tuple[str, ...]
    column: int

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True)
class _Drawn:
    """An arrow as drawn: its curve, and where its word stands."""

    arrow: Arrow
    path: str
    tag: Point
    word: str


@dataclass(frozen=True)
class _Drawing:
    boxes: dict[str, _Box]
    drawn: tuple[_Drawn, ...]
    width: float
    height: float


def _layout(kb: KnowledgeBase) -> _Drawing:
    model = kb.logic_model
    columns = list(kb.vocabularies["logic-model-column"])
    heights = {node: _PAD * 2 + _LINE * len(_wrap(n.label)) for node, n in model.nodes.items()}
    stacks = {c: [n for n, node in model.nodes.items() if node.column == c] for c in columns}
    tall = max(
        sum(heights[n] for n in stack) + _BETWEEN * (len(stack) - 1) for stack in stacks.values()
    )
    boxes: dict[str, _Box] = {}
    for position, column in enumerate(columns):
        stack = stacks[column]
        free = tall - sum(heights[n] for n in stack)
        between = free / (len(stack) + 1)
        y = _TOP + between
        for node in stack:
            boxes[node] = _Box(
                _LEFT + position * (_WIDTH + _GAP),
                y,
                heights[node],
                _wrap(model.nodes[node].label),
                position,
            )
            y += heights[node] + between
    width = _LEFT + len(columns) * _WIDTH + (len(columns) - 1) * _GAP + 8
    height = _TOP + tall + 34
    return _Drawing(boxes, _draw_arrows(kb, boxes, height), width, height)


def _wrap(label: str) -> tuple[str, ...]:
    return tuple(textwrap.wrap(label, 14))


def _draw_arrows(kb: KnowledgeBase, boxes: dict[str, _Box], height: float) -> tuple[_Drawn, ...]:
    every = arrows(kb)
    leaving = _ports(every, boxes, leaving=True)
    entering = _ports(every, boxes, leaving=False)
    used: dict[tuple[int, int], int] = {}
    taken: list[Point] = []
    drawn = []
    for arrow in every:
        start, end = boxes[arrow.arrow.from_], boxes[arrow.arrow.to]
        y1, y2 = leaving[arrow.number], entering[arrow.number]
        if start.column == end.column:
            points = _beside(start, end)
        else:
            points = [(start.x + _WIDTH, y1)]
            for column in range(start.column + 1, end.column):
                points += _through(boxes, column, points[-1][1], y2, height, used)
            points.append((end.x - 7, y2))
        curve = _curve(points, same_column=start.column == end.column)
        word = FOOTINGS[arrow.footing][0]
        label = str(arrow.number) if arrow.footing == "records" else f"{arrow.number} {word}"
        tag = _free_place(_along(curve), taken, boxes.values(), len(label))
        taken.append(tag)
        drawn.append(_Drawn(arrow, _svg_path(curve), tag, label))
    return tuple(drawn)


def _ports(every: tuple[Arrow, ...], boxes: dict[str, _Box], *, leaving: bool) -> dict[int, float]:
    """Return the height at which each arrow leaves or enters its box: spread, in order."""
    ports: dict[int, float] = {}
    for node, box in boxes.items():
        mine = [
            a
            for a in every
            if (a.arrow.from_ if leaving else a.arrow.to) == node
            and boxes[a.arrow.from_].column != boxes[a.arrow.to].column
        ]
        mine.sort(key=lambda a: boxes[a.arrow.to if leaving else a.arrow.from_].middle)
        for position, arrow in enumerate(mine, start=1):
            ports[arrow.number] = box.y + box.height * position / (len(mine) + 1)
    return {a.number: ports.get(a.number, 0.0) for a in every}


def _beside(start: _Box, end: _Box) -> list[Point]:
    """Return the way round from one box to another of the same column."""
    left = start.column == 0
    x = start.x if left else start.x + _WIDTH
    out = min(40, 18 + abs(start.middle - end.middle) / 14) * (-1 if left else 1)
    near = 1 if end.middle > start.middle else -1
    entry = end.middle - near * end.height / 5
    return [
        (x, start.middle),
        (x + out, (start.middle + entry) / 2),
        (x + (-7 if left else 7), entry),
    ]


def _through(
    boxes: dict[str, _Box],
    column: int,
    y1: float,
    y2: float,
    height: float,
    used: dict[tuple[int, int], int],
) -> list[Point]:
    """Return the two ends of the way through a column: the gap nearest to the straight line."""
    stack = sorted((b for b in boxes.values() if b.column == column), key=lambda b: b.y)
    edges = [
        float(_TOP),
        *(edge for box in stack for edge in (box.y, box.y + box.height)),
        height - 30,
    ]
    gaps = [(edges[i] + edges[i + 1]) / 2 for i in range(0, len(edges), 2)]
    wanted = (y1 + y2) / 2
    chosen = min(range(len(gaps)), key=lambda i: abs(gaps[i] - wanted))
    times = used.get((column, chosen), 0)
    used[column, chosen] = times + 1
    y = gaps[chosen] + (times + 1) // 2 * 8 * (1 if times % 2 else -1)
    x = stack[0].x
    return [(x, y), (x + _WIDTH, y)]


Bezier = tuple[Point, Point, Point, Point]

_PLACES = tuple(0.5 + side * step / 40 for step in range(19) for side in (1, -1))
"""Where on a piece of a curve its word may stand: from the middle outwards."""


def _curve(points: list[Point], *, same_column: bool) -> list[Bezier]:
    if same_column:
        start, bulge, end = points
        return [(start, (bulge[0], start[1]), (bulge[0], end[1]), end)]
    pieces = []
    for (x1, y1), (x2, y2) in pairwise(points):
        half = (x2 - x1) / 2
        pieces.append(((x1, y1), (x1 + half, y1), (x2 - half, y2), (x2, y2)))
    return pieces


def _svg_path(curve: list[Bezier]) -> str:
    (x, y) = curve[0][0]
    pieces = [f"M{x:.1f} {y:.1f}"]
    pieces += ["C" + " ".join(f"{px:.1f} {py:.1f}" for px, py in piece[1:]) for piece in curve]
    return "".join(pieces)


def _along(curve: list[Bezier]) -> list[Point]:
    """Return points of the curve, those nearest to the middle of a piece first; the last first."""
    found = []
    for t in _PLACES:
        for a, b, c, d in (curve[-1], *curve[:-1]):
            s = 1 - t
            found.append(
                tuple(
                    s**3 * a[i] + 3 * s * s * t * b[i] + 3 * s * t * t * c[i] + t**3 * d[i]
                    for i in (0, 1)
                )
            )
    return [(x, y) for x, y in found]


def _free_place(
    places: list[Point], taken: list[Point], boxes: Iterable[_Box], letters: int
) -> Point:
    half = letters * _LETTER / 2 + 3
    solid = list(boxes)

    def free(place: Point) -> bool:
        x, y = place
        if any(abs(x - tx) < 2 * half and abs(y - ty) < 15 for tx, ty in taken):
            return False
        return all(
            not (b.x - half < x < b.x + _WIDTH + half and b.y - 8 < y < b.y + b.height + 8)
            for b in solid
        )

    roomier = [p for p in places if free(p)]
    return (
        roomier[0]
        if roomier
        else max(
            places,
            key=lambda p: min((abs(p[1] - t[1]) + abs(p[0] - t[0]) / 4 for t in taken), default=0),
        )
    )


# As SVG


def drawing(kb: KnowledgeBase) -> str:
    """Return the drawing with its filter, and the same as stacked boxes for narrow screens."""
    if not kb.logic_model.nodes:
        return "No box is on file."
    every = arrows(kb)
    radios = "".join(
        f'<label class="kb-check"><input type="radio" name="lm-show" value="{value}"'
        f"{' checked' if value == 'all' else ''}> {escape(label)}</label>"
        for value, label in (
            ("all", "Everything"),
            *(
                (c, f"What leads to {_lower(kb.label('logic-model-column', c))}")
                for c in OUTCOME_COLUMNS
            ),
        )
    )
    key = "".join(
        f'<li class="lm-{footing}"><svg width="44" height="12" aria-hidden="true" '
        f'focusable="false"><line class="lm-line" x1="0" x2="44" y1="6" y2="6" '
        f'stroke-dasharray="{_DASHES[footing]}"/>'
        f"</svg> {escape(about)}"
        f"{'' if footing == 'records' else f' (“{word}”)'}</li>"
        for footing, (word, about) in FOOTINGS.items()
    )
    return raw(
        '<form id="lm-filter" class="kb-filter kb-no-print" hidden aria-label="Show a part">\n'
        f'<fieldset class="kb-field kb-radios"><legend>Show</legend>{radios}</fieldset>\n'
        '<p class="kb-status" id="lm-status" role="status"></p>\n</form>\n'
        '<figure class="kb-chart kb-lm">\n'
        '<div class="kb-lm-wide kb-scroll" tabindex="0" role="region" '
        'aria-label="Drawing of the logic model">\n'
        f"{_svg(kb, links=True)}\n</div>\n"
        f"{_stack(kb, every)}\n"
        f'<ul class="kb-key">{key}</ul>\n'
        '<div id="lm-open" class="kb-lm-open" hidden tabindex="-1" role="region" '
        'aria-label="What the arrow rests on"></div>\n'
        "<figcaption>Numbers are those of the arrows in the table below. "
        '<a href="assets/logic-model.svg" download>Download the drawing (SVG)</a></figcaption>\n'
        "</figure>"
    )


def logic_model_file(kb: KnowledgeBase) -> str:
    """Return the drawing as a file of its own, with its source and limits printed on it."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + _svg(kb, links=False) + "\n"


def _svg(kb: KnowledgeBase, *, links: bool) -> str:
    plan = _layout(kb)
    foot = [] if links else _foot(kb)
    height = plan.height + (20 * len(foot) + 12 if foot else 0)
    title = "Draft logic model: resources, activities, participation and outcomes"
    about = (
        f"{counted(len(plan.boxes), 'box', 'boxes')} in "
        f"{len(kb.vocabularies['logic-model-column'])} columns, joined by "
        f"{counted(len(plan.drawn), 'arrow')}. The tables that follow say the same in words."
    )
    heads = "\n".join(
        f'<text class="lm-head" x="{_LEFT + i * (_WIDTH + _GAP) + _WIDTH / 2:.0f}" '
        f'y="20" text-anchor="middle">{_tspans(kb.label("logic-model-column", c), i)}</text>'
        for i, c in enumerate(kb.vocabularies["logic-model-column"])
    )
    reached = reaches(kb)
    boxes = "\n".join(_box(kb, n, b, reached[n], links=links) for n, b in plan.boxes.items())
    lines = "\n".join(_arrow(kb, drawn, links=links) for drawn in plan.drawn)
    feet = "\n".join(
        f'<text class="lm-foot" x="{_LEFT}" y="{plan.height + 16 + 20 * i:.0f}">'
        f"{escape(line)}</text>"
        for i, line in enumerate(foot)
    )
    size = (
        f'width="{plan.width:.0f}" height="{height:.0f}" '
        if not links
        else 'class="lm-svg" role="group" aria-labelledby="lm-title lm-about" '
    )
    ground = "" if links else f'<rect width="100%" height="100%" fill="{_TOKENS["paper"]}"/>\n'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {plan.width:.0f} {height:.0f}" '
        f"{size}font-family=\"system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif\">\n"
        f'<title id="lm-title">{title}</title>\n<desc id="lm-about">{about}</desc>\n'
        f"{'' if links else f'<style>{_style()}</style>'}\n"
        f"{_markers()}\n{ground}{heads}\n{boxes}\n{lines}\n{feet}\n</svg>"
    )


def _foot(kb: KnowledgeBase) -> list[str]:
    source = kb.sources[kb.report.source]
    kinds = "; ".join(f"“{word}”: {about.lower()}" for word, about in list(FOOTINGS.values())[1:])
    told = (
        f"No word on an arrow: it rests on records. {kinds[0].upper() + kinds[1:]}.",
        f"Built from the text of {source.short}, whose own figure was not available. "
        "No study covers a path from one end to the other; outcomes are expected, not found.",
        kb.report.limits_in_brief,
    )
    return [line for text in told for line in textwrap.wrap(" ".join(text.split()), 135)]


def _tspans(label: str, column: int) -> str:
    x = _LEFT + column * (_WIDTH + _GAP) + _WIDTH / 2
    return "".join(
        f'<tspan x="{x:.0f}" dy="{0 if i == 0 else 18}">{escape(line)}</tspan>'
        for i, line in enumerate(textwrap.wrap(label, 16))
    )


def _markers() -> str:
    return (
        '<defs><marker id="lm-tip" viewBox="0 0 10 10" refX="3" refY="5" markerWidth="8" '
        'markerHeight="8" markerUnits="userSpaceOnUse" orient="auto-start-reverse">'
        '<path class="lm-tip" d="M0 0 10 5 0 10z"/></marker></defs>'
    )


def _box(kb: KnowledgeBase, node: str, box: _Box, reached: tuple[str, ...], *, links: bool) -> str:
    lines = "".join(
        f'<tspan x="{box.x + _WIDTH / 2:.1f}" y="{box.y + _PAD + 13 + _LINE * i:.1f}">'
        f"{escape(line)}</tspan>"
        for i, line in enumerate(box.lines)
    )
    drawn = (
        f'<rect class="lm-rect" x="{box.x:.1f}" y="{box.y:.1f}" width="{_WIDTH}" '
        f'height="{box.height:.1f}" rx="6"/>'
        f'<text class="lm-text" text-anchor="middle">{lines}</text>'
    )
    href = _box_href(kb, node)
    inside = f'<a href="{href}">{drawn}</a>' if links and href else drawn
    return f'<g class="lm-box" data-node="{node}" data-reaches="{" ".join(reached)}">{inside}</g>'


def _box_href(kb: KnowledgeBase, node: str) -> str | None:
    entry = kb.logic_model.nodes[node]
    if entry.component:
        return f"../blueprint/{entry.component}.html"
    if entry.outcome:
        return f"../evidence/outcomes.html#outcome-{entry.outcome}"
    return None


def _arrow(kb: KnowledgeBase, drawn: _Drawn, *, links: bool) -> str:
    arrow = drawn.arrow
    x, y = drawn.tag
    width = len(drawn.word) * _LETTER + 6
    inner = (
        f'<path class="lm-line" d="{drawn.path}" marker-end="url(#lm-tip)" '
        f'stroke-dasharray="{_DASHES[arrow.footing]}"/>'
        f'<rect class="lm-tag" x="{x - width / 2:.1f}" y="{y - 8:.1f}" width="{width:.1f}" '
        f'height="16" rx="4"/><text class="lm-word" x="{x:.1f}" y="{y + 4:.1f}" '
        f'text-anchor="middle">{drawn.word}</text>'
    )
    attributes = (
        f'class="lm-arrow lm-{arrow.footing}" data-number="{arrow.number}" '
        f'data-reaches="{" ".join(arrow.reaches)}"'
    )
    if not links:
        return f"<g {attributes}>{inner}</g>"
    return (
        f'<g {attributes}><a href="#arrow-{arrow.number}" aria-label="{escape(_said(kb, arrow))}">'
        f'<path class="lm-hit" d="{drawn.path}"/>{inner}</a></g>'
    )


def _said(kb: KnowledgeBase, arrow: Arrow) -> str:
    nodes = kb.logic_model.nodes
    rests = {
        "records": counted(len(arrow.arrow.records), "record"),
        "partly": f"partly assumed, {counted(len(arrow.arrow.records), 'record')}",
        "assumed": "assumed, no record",
    }[arrow.footing]
    # Begins with what is written on the arrow, so that it can be called by it.
    word = "" if arrow.footing == "records" else f" {FOOTINGS[arrow.footing][0]}"
    return (
        f"{arrow.number}{word}: {nodes[arrow.arrow.from_].label} to "
        f"{nodes[arrow.arrow.to].label}, {rests}"
    )


def _stack(kb: KnowledgeBase, every: tuple[Arrow, ...]) -> str:
    nodes = kb.logic_model.nodes
    reached = reaches(kb)
    columns = []
    for column, term in kb.vocabularies["logic-model-column"].items():
        items = []
        for node_id, node in nodes.items():
            if node.column != column:
                continue
            onward = "".join(
                f'<li class="lm-arrow" data-number="{a.number}" '
                f'data-reaches="{" ".join(a.reaches)}">'
                f'<a href="#arrow-{a.number}">{a.number} → {escape(nodes[a.arrow.to].label)}</a> '
                f'<span class="kb-unit">{escape(FOOTINGS[a.footing][0])}</span></li>'
                for a in every
                if a.arrow.from_ == node_id
            )
            items.append(
                f'<li class="lm-box" data-reaches="{" ".join(reached[node_id])}">'
                f"<strong>{escape(node.label)}</strong>"
                f"{f'<ul>{onward}</ul>' if onward else ''}</li>"
            )
        columns.append(f"<li><p>{escape(term.label)}</p><ul>{''.join(items)}</ul></li>")
    return f'<ol class="kb-lm-stack">{"".join(columns)}</ol>'


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]


def _style() -> str:
    t = _TOKENS
    return (
        f".lm-line{{fill:none;stroke:{t['line-strong']};stroke-width:1.6}}"
        f".lm-partly .lm-line{{stroke:{t['accent']}}}.lm-assumed .lm-line{{stroke:{t['warn']}}}"
        f".lm-tip{{fill:{t['ink']}}}.lm-rect{{fill:{t['surface']};stroke:{t['line-strong']}}}"
        f".lm-text,.lm-head{{fill:{t['ink']};font-size:14px}}.lm-head{{font-weight:700}}"
        f".lm-tag{{fill:{t['paper']}}}.lm-word{{fill:{t['ink']};font-size:12.5px}}"
        f".lm-foot{{fill:{t['muted']};font-size:13px}}"
    )

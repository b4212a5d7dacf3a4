"""Where everything is in the drawing of the logic model: columns of boxes, and arrows between them.

Places are computed, so the drawing is the same in every browser and at every build, and can be
taken away as a file. Arrows that pass a column go through the gaps between its boxes.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.logic_model import Arrow, arrows
from knowledge_base.wording.sentences import wording

WORDING = wording("plan/logic-model")

WIDTH = 124
GAP = 104
LEFT = 42
_TOP = 62
LINE = 17
PAD = 12
_BETWEEN = 62
LETTER = 6.6
"""Sizes in the drawing's own units: boxes, gaps between columns and boxes, text."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A box, with its label in lines."""

    x: float
    y: float
    height: float
    lines: tuple[str, ...]
    column: int

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.height / 2


@dataclass(frozen=True)
class DrawnArrow:
    """An arrow as drawn."""

    arrow: Arrow
    path: str
    tag: str
    """What stands on it."""
    tag_x: float
    tag_y: float
    """The middle of that."""

    @property
    def tag_width(self) -> float:
        """How much room that takes."""
        return len(self.tag) * LETTER + 6


@dataclass(frozen=True)
class Layout:
    """The whole drawing."""

    boxes: dict[str, Box]
    arrows: tuple[DrawnArrow, ...]
    width: float
    height: float


def layout(kb: KnowledgeBase) -> Layout:
    """Return the places of all boxes and arrows, and how large the drawing is."""
    model = kb.logic_model
    columns = list(kb.vocabularies["logic-model-column"])
    heights = {node: PAD * 2 + LINE * len(_wrap(n.label)) for node, n in model.nodes.items()}
    stacks = {c: [n for n, node in model.nodes.items() if node.column == c] for c in columns}
    tall = max(
        sum(heights[n] for n in stack) + _BETWEEN * (len(stack) - 1) for stack in stacks.values()
    )
    boxes: dict[str, Box] = {}
    for position, column in enumerate(columns):
        stack = stacks[column]
        free = tall - sum(heights[n] for n in stack)
        between = free / (len(stack) + 1)
        y = _TOP + between
        for node in stack:
            boxes[node] = Box(
                LEFT + position * (WIDTH + GAP),
                y,
                heights[node],
                _wrap(model.nodes[node].label),
                position,
            )
            y += heights[node] + between
    width = LEFT + len(columns) * WIDTH + (len(columns) - 1) * GAP + 8
    height = _TOP + tall + 34
    return Layout(boxes, _draw_arrows(kb, boxes, height), width, height)


def _wrap(label: str) -> tuple[str, ...]:
    return tuple(textwrap.wrap(label, 14))


def _draw_arrows(kb: KnowledgeBase, boxes: dict[str, Box], height: float) -> tuple[DrawnArrow, ...]:
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
            points = [(start.x + WIDTH, y1)]
            for column in range(start.column + 1, end.column):
                points += _through(boxes, column, points[-1][1], y2, height, used)
            points.append((end.x - 7, y2))
        curve = _curve(points, same_column=start.column == end.column)
        tag = WORDING.say("tag", footing=arrow.footing, number=arrow.number)
        place = _free_place(_along(curve), taken, boxes.values(), len(tag))
        taken.append(place)
        drawn.append(DrawnArrow(arrow, _svg_path(curve), tag, *place))
    return tuple(drawn)


def _ports(every: tuple[Arrow, ...], boxes: dict[str, Box], *, leaving: bool) -> dict[int, float]:
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


def _beside(start: Box, end: Box) -> list[Point]:
    """Return the way round from one box to another of the same column."""
    left = start.column == 0
    x = start.x if left else start.x + WIDTH
    out = min(40, 18 + abs(start.middle - end.middle) / 14) * (-1 if left else 1)
    near = 1 if end.middle > start.middle else -1
    entry = end.middle - near * end.height / 5
    return [
        (x, start.middle),
        (x + out, (start.middle + entry) / 2),
        (x + (-7 if left else 7), entry),
    ]


def _through(
    boxes: dict[str, Box],
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
    return [(x, y), (x + WIDTH, y)]


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
    points = []
    for t in _PLACES:
        for a, b, c, d in (curve[-1], *curve[:-1]):
            s = 1 - t
            points.append(
                tuple(
                    s**3 * a[i] + 3 * s * s * t * b[i] + 3 * s * t * t * c[i] + t**3 * d[i]
                    for i in (0, 1)
                )
            )
    return [(x, y) for x, y in points]


def _free_place(
    places: list[Point], taken: list[Point], boxes: Iterable[Box], letters: int
) -> Point:
    half = letters * LETTER / 2 + 3
    solid = list(boxes)

    def free(place: Point) -> bool:
        x, y = place
        if any(abs(x - tx) < 2 * half and abs(y - ty) < 15 for tx, ty in taken):
            return False
        return all(
            not (b.x - half < x < b.x + WIDTH + half and b.y - 8 < y < b.y + b.height + 8)
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

"""Lines of a genogram as SVG: to children, through couples, between people who get on or do not."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import floor, sqrt

from genogram.family import Kind, Tie
from genogram.layout import Point


def slashes(status: str, x: float, y: float) -> str:
    """Return the strokes through a couple's line: one for separated, two for divorced."""
    count = {"separated": 1, "divorced": 2}.get(status, 0)
    return "".join(
        f'<path class="g-line" d="M{num(x + 7 * n - 4)} {num(y + 8)}L{num(x + 7 * n + 4)} '
        f'{num(y - 8)}"/>'
        for n in range(count)
    )


def tie_line(tie: Tie, start: Point, end: Point) -> str:
    """Return the line to a child."""

    def path(aside: float, css: str) -> str:
        return (
            f'<path class="g-line {css}" d="M{num(start[0] + aside)} {num(start[1])}'
            f'L{num(end[0] + aside)} {num(end[1])}"/>'
        )

    if tie == "adopted":
        return path(-2.5, "g-solid") + path(2.5, "g-dashed")
    return path(0, "g-dotted" if tie == "fostered" else "g-solid")


def num(number: float) -> str:
    """Return a number to a tenth, in the form that every language gives it."""
    tenths = floor(number * 10 + 0.5)
    return str(tenths / 10 if tenths % 10 else tenths // 10)


def _length(x: float, y: float) -> float:
    # Not `hypot`: its last digit differs between languages.
    return sqrt(x * x + y * y)


_STEP = 5.0
"""From one point of a relationship's line to the next."""
_ZIGZAG = (0.0, 5.0, 0.0, -5.0)


def styled(kind: Kind, points: Iterable[Point]) -> str:
    """Return a relationship's line along its way."""
    way = _even(list(points))
    if kind == "conflict":
        return _path(_aside(way, _ZIGZAG))
    if kind == "abuse":
        return _path(_aside(way, _ZIGZAG)) + _arrow(way)
    if kind == "close":
        return "".join(_path(_aside(way, (by,))) for by in (-2.5, 2.5))
    if kind == "fused":
        return "".join(_path(_aside(way, (by,))) for by in (-4.0, 0.0, 4.0))
    if kind == "cut-off":
        middle = len(way) // 2
        ends = way[:middle], way[middle + 1 :]
        return "".join(_path(end) for end in ends) + _bar(way, middle - 1) + _bar(way, middle + 1)
    return _path(way)


def _even(points: list[Point]) -> list[Point]:
    """Return points of the same way at even distances."""
    found = [points[0]]
    left = _STEP
    for (x1, y1), (x2, y2) in pairwise(points):
        length = _length(x2 - x1, y2 - y1)
        at = left
        while at <= length:
            found.append((x1 + (x2 - x1) * at / length, y1 + (y2 - y1) * at / length))
            at += _STEP
        left = at - length
    return found if len(found) > 3 else [points[0], *found[1:], points[-1]]


def _across(way: list[Point], position: int) -> Point:
    """Return the direction at right angles to the way."""
    (x1, y1), (x2, y2) = way[max(position - 1, 0)], way[min(position + 1, len(way) - 1)]
    length = _length(x2 - x1, y2 - y1) or 1.0
    return -(y2 - y1) / length, (x2 - x1) / length


def _aside(way: list[Point], offsets: tuple[float, ...]) -> list[Point]:
    """Return the way, each point moved aside by the next of the offsets, over and over."""
    found = []
    for position, (x, y) in enumerate(way):
        across = _across(way, position)
        by = offsets[position % len(offsets)]
        found.append((x + across[0] * by, y + across[1] * by))
    return found


def _bar(way: list[Point], position: int) -> str:
    (x, y), (dx, dy) = way[position], _across(way, position)
    return _path([(x - 7 * dx, y - 7 * dy), (x + 7 * dx, y + 7 * dy)])


def _arrow(way: list[Point]) -> str:
    """Return an arrow's head halfway, where no symbol hides it."""
    middle = len(way) // 2
    (x, y), (ax, ay) = way[middle], _across(way, middle)
    # Along the way is at right angles to across it.
    dx, dy = ay, -ax
    corners = [
        (x + 9 * dx, y + 9 * dy),
        (x - 7 * dx + 9 * ax, y - 7 * dy + 9 * ay),
        (x - 7 * dx - 9 * ax, y - 7 * dy - 9 * ay),
    ]
    points = " ".join(f"{num(px)},{num(py)}" for px, py in corners)
    return f'<polygon class="g-arrow" points="{points}"/>'


def _path(points: list[Point]) -> str:
    return f'<path d="M{"L".join(f"{num(x)} {num(y)}" for x, y in points)}"/>'

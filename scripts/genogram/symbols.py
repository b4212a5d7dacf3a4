"""A person's symbol as SVG."""

from __future__ import annotations

from html import escape

from genogram.family import Gender, Pregnancy
from genogram.layout import Point
from genogram.rows import SYMBOL
from genogram.strokes import num


def symbol(
    gender: Gender,
    middle: Point,
    *,
    index: bool = False,
    dead: bool = False,
    inside: str = "",
    pregnancy: Pregnancy | None = None,
) -> str:
    """Return a person's symbol."""
    x, y = middle
    if pregnancy is not None:
        return _pregnancy(pregnancy, gender, x, y)
    shapes = [_shape(gender, x, y, SYMBOL / 2)]
    if index:
        shapes.insert(0, _shape(gender, x, y, SYMBOL / 2 + 5))
    if dead:
        shapes.append(_crossed(gender, x, y, SYMBOL / 2, 10 if inside else 0))
    if inside:
        shapes.append(
            f'<text x="{num(x)}" y="{num(y + 5)}" text-anchor="middle">{escape(inside)}</text>'
        )
    return "".join(shapes)


def _crossed(gender: Gender, x: float, y: float, half: float, free: float) -> str:
    """Return the cross of somebody who has died; the middle stays free for the age."""
    # From corner to corner; in a circle or a diamond, from edge to edge.
    arm = {"man": 1.0, "woman": 0.707}.get(gender, 0.5) * half
    free = min(free, arm - 4)
    strokes = "".join(
        f"M{num(x + dx * arm)} {num(y + dy * arm)}L{num(x + dx * free)} {num(y + dy * free)}"
        for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    )
    return f'<path class="g-line" d="{strokes}"/>'


def _pregnancy(pregnancy: Pregnancy, gender: Gender, x: float, y: float) -> str:
    top = y - SYMBOL / 2
    if pregnancy == "expected":
        corners = f"{num(x)},{num(top)} {num(x + 20)},{num(y + 20)} {num(x - 20)},{num(y + 20)}"
        return f'<polygon class="g-shape" points="{corners}"/>'

    def stem(half: float) -> str:
        # The line to a child ends where a full symbol would begin.
        return f'<path class="g-line" d="M{num(x)} {num(top)}V{num(y - half)}"/>'

    if pregnancy == "miscarriage":
        return f'{stem(6)}<circle class="g-dot" cx="{num(x)}" cy="{num(y)}" r="6"/>'
    if pregnancy == "termination":
        cross = f"M{num(x - 7)} {num(y - 7)}l14 14M{num(x + 7)} {num(y - 7)}l-14 14"
        return f'{stem(0)}<path class="g-line" d="{cross}"/>'
    return f"{stem(11)}{_shape(gender, x, y, 11)}{_crossed(gender, x, y, 11, 0)}"


def _shape(gender: Gender, x: float, y: float, half: float) -> str:
    if gender == "man":
        return (
            f'<rect class="g-shape" x="{num(x - half)}" y="{num(y - half)}" '
            f'width="{num(2 * half)}" height="{num(2 * half)}"/>'
        )
    if gender == "woman":
        return f'<circle class="g-shape" cx="{num(x)}" cy="{num(y)}" r="{num(half)}"/>'
    points = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    corners = " ".join(f"{num(px)},{num(py)}" for px, py in points)
    return f'<polygon class="g-shape" points="{corners}"/>'

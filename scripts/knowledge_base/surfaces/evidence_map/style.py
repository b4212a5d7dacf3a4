"""How kinds of evidence and directions look: in cells, in lines, and in the legend.

Shapes and dashes carry the meaning; colour only repeats it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class BasisStyle:
    """The look of a kind of evidence."""

    glyph: str
    """An SVG path in a box of 12 by 12."""
    filled: bool
    dashes: tuple[int, ...]
    """Lengths of strokes and gaps of a line; none for an unbroken one."""

    def as_data(self) -> list[Any]:
        """Return what the browser is handed."""
        return [self.glyph, int(self.filled), list(self.dashes)]


@dataclass(frozen=True)
class DirectionStyle:
    """The look of a direction."""

    sign: str
    """A character, shown beside words only."""
    on_line: bool
    """Whether a line of the graph carries the sign, because a reader must not miss it."""

    def as_data(self) -> list[Any]:
        """Return what the browser is handed."""
        return [self.sign, int(self.on_line)]


_SQUARE = "M1.5 1.5h9v9h-9z"
_DIAMOND = "M6 .6 11.4 6 6 11.4.6 6z"
_CIRCLE = "M6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6z"
_BUBBLE = "M1 1.5h10v6.5H6L3.2 10.8V8H1z"
_PAGE = "M2.5 1h7v10h-7zM4.5 4h3M4.5 6h3M4.5 8h3"
_RING = "M6 1.6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 1 1 0-8.8zM6 5.2v1.6"

BASIS_STYLES = {
    "comparison": BasisStyle(_SQUARE, True, ()),
    "association": BasisStyle(_DIAMOND, True, (16, 4)),
    "observation": BasisStyle(_CIRCLE, True, (10, 4, 2, 4)),
    "perception": BasisStyle(_BUBBLE, False, (7, 5)),
    "stated": BasisStyle(_PAGE, False, (3, 4)),
    "expectation": BasisStyle(_RING, False, (1, 6)),
    "none": BasisStyle("M2 6h8", False, (1, 6)),
}
"""By kind of evidence: measured ones are filled, said and expected ones are outlines."""

DIRECTION_STYLES = {
    "favourable": DirectionStyle("▲", False),
    "unfavourable": DirectionStyle("▼", True),
    "mixed": DirectionStyle("±", True),
    "no-clear-difference": DirectionStyle("=", True),
    "unclear": DirectionStyle("?", False),
    "not_applicable": DirectionStyle("", False),
}

STUDY_WIDTHS = (1.5, 1.5, 9.0)
"""The width of a line without a study, what each study adds, and the greatest width."""


def line_width(studies: int) -> float:
    """Return how wide the line of so many studies is, in pixels."""
    thinnest, step, widest = STUDY_WIDTHS
    return min(thinnest + step * studies, widest)

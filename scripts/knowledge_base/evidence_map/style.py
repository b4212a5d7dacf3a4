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
    """An SVG path in a box of 12 by 12, in relative steps so that it can stand anywhere."""
    filled: bool
    dashes: tuple[int, ...]
    """Lengths of strokes and gaps of a line; none for an unbroken one."""
    colour: str
    """The colour of a line: one for what was measured, for what is said, and for the rest."""

    def outline(self, x: int) -> str:
        """Return the glyph's path, so far to the right."""
        return f"M{x} 0{self.glyph}"

    def as_data(self) -> list[Any]:
        """Return what the browser is handed."""
        return [self.glyph, int(self.filled), list(self.dashes), self.colour]


_SQUARE = "m1.5 1.5h9v9h-9z"
_DIAMOND = "m6 .6 5.4 5.4-5.4 5.4-5.4-5.4z"
_CIRCLE = "m6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6z"
_BUBBLE = "m1 1.5h10v6.5h-5l-2.8 2.8v-2.8h-2.2z"
_PAGE = "m2.5 1h7v10h-7zm2 3h3m-3 2h3m-3 2h3"
_RING = "m6 1.6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 1 1 0-8.8zm0 3.6v1.6"

BASIS_STYLES = {
    "comparison": BasisStyle(_SQUARE, True, (), "accent"),
    "association": BasisStyle(_DIAMOND, True, (16, 4), "accent"),
    "observation": BasisStyle(_CIRCLE, True, (10, 4, 2, 4), "accent"),
    "perception": BasisStyle(_BUBBLE, False, (7, 5), "series-2"),
    "stated": BasisStyle(_PAGE, False, (3, 4), "series-2"),
    "expectation": BasisStyle(_RING, False, (2, 5), "muted"),
    "none": BasisStyle("m2 6h8", False, (), "line-strong"),
}
"""By kind of evidence: measured ones are filled, said and expected ones are outlines.

Strokes speak of kinds of evidence, so that lines of what helps or hinders are plain.
"""

DIRECTION_SIGNS = {
    "favourable": "▲",
    "unfavourable": "▼",
    "mixed": "±",
    "no-clear-difference": "=",
    "unclear": "?",
    "not_applicable": "",
}
"""By direction: a character, shown beside words only."""

FOOTING_STYLES = {
    "records": ("none", "accent"),
    "partly": ("10 3 2 3", "series-3"),
    "assumed": ("5 5", "warn"),
}
"""Arrows of the logic model, and steps of a path, by what they rest on: dashes and colour."""

PICTURE_COLOURS = (
    *("paper", "surface", "ink", "muted", "line", "line-strong", "accent", "accent-ink"),
    *("accent-soft", "series-2", "series-3", "warn"),
)
"""The colours that the pictures to take away are drawn in."""

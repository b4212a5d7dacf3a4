"""How kinds of evidence and directions look: in cells, in lines, and in the legend.

Shapes and dashes carry the meaning; colour only repeats it.
"""

from dataclasses import dataclass
from typing import Any

from knowledge_base.markup.signs import SHAPES


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


BASIS_STYLES = {
    "comparison": BasisStyle(SHAPES["comparison"], True, (), "accent"),
    "association": BasisStyle(SHAPES["association"], True, (16, 4), "accent"),
    "observation": BasisStyle(SHAPES["observation"], True, (10, 4, 2, 4), "accent"),
    "perception": BasisStyle(SHAPES["perception"], False, (7, 5), "series-2"),
    "stated": BasisStyle(SHAPES["stated"], False, (3, 4), "series-2"),
    "expectation": BasisStyle(SHAPES["expectation"], False, (2, 5), "muted"),
    "none": BasisStyle(SHAPES["none"], False, (), "line-strong"),
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

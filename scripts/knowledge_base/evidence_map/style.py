"""How kinds of evidence and directions look: in cells, in lines, and in the legend.

Shapes and dashes carry the meaning; colour only repeats it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from knowledge_base.views.selection import DIRECT, ONLY_INDIRECT

DASHED_AT = 2.5
"""The width that strokes and gaps are made for: on wider lines they grow with the width."""


@dataclass(frozen=True)
class BasisStyle:
    """The look of a kind of evidence."""

    glyph: str
    """An SVG path in a box of 12 by 12, in relative steps so that it can stand anywhere."""
    filled: bool
    dashes: tuple[int, ...]
    """Lengths of strokes and gaps of a line; none for an unbroken one."""

    def outline(self, x: int) -> str:
        """Return the glyph's path, so far to the right."""
        return f"M{x} 0{self.glyph}"

    def strokes(self, width: float) -> list[float]:
        """Return strokes and gaps that can still be told apart on a line so wide."""
        grown = max(1, width / DASHED_AT)
        return [round(length * grown, 2) for length in self.dashes]

    def as_data(self) -> list[Any]:
        """Return what the browser is handed."""
        return [self.glyph, int(self.filled), list(self.dashes)]


@dataclass(frozen=True)
class DirectionStyle:
    """The look of a direction."""

    sign: str
    """A character, shown beside words only."""
    on_line: bool
    """Whether a line of the graph carries the sign, because a reader must not miss it.

    That of an unclear direction only stands where no finding is clear.
    """

    def as_data(self) -> list[Any]:
        """Return what the browser is handed."""
        return [self.sign, int(self.on_line)]


_SQUARE = "m1.5 1.5h9v9h-9z"
_DIAMOND = "m6 .6 5.4 5.4-5.4 5.4-5.4-5.4z"
_CIRCLE = "m6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6z"
_BUBBLE = "m1 1.5h10v6.5h-5l-2.8 2.8v-2.8h-2.2z"
_PAGE = "m2.5 1h7v10h-7zm2 3h3m-3 2h3m-3 2h3"
_RING = "m6 1.6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 1 1 0-8.8zm0 3.6v1.6"

BASIS_STYLES = {
    "comparison": BasisStyle(_SQUARE, True, ()),
    "association": BasisStyle(_DIAMOND, True, (16, 4)),
    "observation": BasisStyle(_CIRCLE, True, (10, 4, 2, 4)),
    "perception": BasisStyle(_BUBBLE, False, (7, 5)),
    "stated": BasisStyle(_PAGE, False, (3, 4)),
    "expectation": BasisStyle(_RING, False, (1, 6)),
    "none": BasisStyle("m2 6h8", False, ()),
}
"""By kind of evidence: measured ones are filled, said and expected ones are outlines.

Strokes speak of kinds of evidence, so that lines of what helps or hinders are plain.
"""

DIRECTION_STYLES = {
    "favourable": DirectionStyle("▲", False),
    "unfavourable": DirectionStyle("▼", True),
    "mixed": DirectionStyle("±", True),
    "no-clear-difference": DirectionStyle("=", True),
    "unclear": DirectionStyle("?", True),
    "not_applicable": DirectionStyle("", False),
}

STUDY_WIDTHS = (3.0, 1.5, 12.0)
"""The width of a line without a study, what each study adds, and the greatest width."""

THREAD = 1.0
"""The least width of what is filled: what a direct claim is without a direct study."""

CASING = 1.2
"""How wide the two edges of a hollow line are, in pixels."""


PICTURE_COLOURS = (
    *("paper", "surface", "ink", "muted", "line", "line-strong", "accent", "accent-ink"),
    *("accent-soft", "series-2"),
)
"""The colours that the pictures to take away are drawn in."""


@dataclass(frozen=True)
class LineStyle:
    """How wide a line is, and how much of it is filled.

    As wide as there are studies; filled as far as they are direct, by a thread where only
    a claim without a study does, and hollow where nothing is reported to come from there. What is
    only expected is a thin line, and so is what is not about change but helps or hinders.
    """

    width: float
    core: float
    """The width of what is inside the two edges; 0 for a line that has no inside."""
    filled: bool
    """Whether the inside is filled, and not hollow."""


def line_style(studies: int, studies_direct: int, directness: str | None) -> LineStyle:
    """Return how a line of so many studies is drawn, of which so many are direct."""
    thinnest, step, widest = STUDY_WIDTHS
    width = min(thinnest + step * studies, widest)
    if directness not in (DIRECT, ONLY_INDIRECT):
        return LineStyle(width / 2, 0, filled=False)
    core = round(width - 2 * CASING, 2)
    if directness == ONLY_INDIRECT:
        return LineStyle(width, core, filled=False)
    share = studies_direct / studies if studies else 1
    return LineStyle(width, round(max(core * share, THREAD), 2), filled=True)

"""A figure that is not known exactly: the least, the middle and the most that it may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Range:
    """A low, a central and a high figure."""

    low: float
    central: float
    high: float

    def times(self, factor: float) -> Range:
        """Return the range with each figure multiplied."""
        return Range(self.low * factor, self.central * factor, self.high * factor)

    def plus(self, other: Range) -> Range:
        """Return the sum: low with low, central with central, high with high."""
        return Range(self.low + other.low, self.central + other.central, self.high + other.high)


def fixed(figure: float) -> Range:
    """Return a range of one figure."""
    return Range(figure, figure, figure)

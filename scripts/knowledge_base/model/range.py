"""A figure that is not known exactly: the least, the middle and the most that it may be."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Range:
    """A low, a central and a high figure."""

    low: float
    central: float
    high: float


def fixed(figure: float) -> Range:
    """Return a range of one figure."""
    return Range(figure, figure, figure)

"""The axis of a chart that places its marks by per cent, so that the text keeps its size."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from math import ceil

_MOST_STEPS = 5


@dataclass(frozen=True)
class Axis:
    """A stretch of numbers with a grid line at every step."""

    least: int
    most: int
    step: int

    @classmethod
    def from_zero(cls, greatest: float) -> Axis:
        """Return the axis from 0 that takes in a number, in at most five round steps."""
        steps = (digit * 10**power for power in count() for digit in (1, 2, 5))
        step = next(step for step in steps if greatest <= step * _MOST_STEPS)
        return cls(0, max(ceil(greatest / step), 1) * step, step)

    @property
    def ticks(self) -> range:
        """The numbers at which there is a grid line."""
        return range(self.least, self.most + 1, self.step)

    def along(self, number: float) -> float:
        """Return where a number is, in per cent of the axis."""
        return self.wide(self.least, number)

    def wide(self, start: float, end: float) -> float:
        """Return how wide a range is, in per cent of the axis."""
        return round(100 * (end - start) / (self.most - self.least), 3)

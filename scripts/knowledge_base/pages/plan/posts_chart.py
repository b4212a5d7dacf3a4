"""The chart of advertised salaries: where everything is along its axis."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from knowledge_base.model.blueprint import Measure
from knowledge_base.model.clinician_post import ClinicianPost

_STEP = 10_000
"""Pounds from one grid line to the next."""


@dataclass(frozen=True)
class PostsChart:
    """The chart's axis of pounds a year.

    Places along it are per cents of its width, so that the text beside it keeps its size.
    """

    least: int
    """Pounds at which the axis begins."""
    most: int
    """Pounds at which it ends, more than where it begins."""
    text_range: tuple[float, float] | None
    """The report's own range; its ends are equal where the report gives one figure."""

    @property
    def ticks(self) -> range:
        """The pounds at which there is a grid line."""
        return range(self.least, self.most + 1, _STEP)

    def along(self, pounds: float) -> float:
        """Return where an amount is along the axis."""
        return self.wide(self.least, pounds)

    def wide(self, start: float, end: float) -> float:
        """Return how wide a range of pounds is."""
        return round(100 * (end - start) / (self.most - self.least), 3)


def posts_chart(posts: list[ClinicianPost], pay: Measure | None) -> PostsChart | None:
    """Return the axis that takes in all posts and the pay in the report's text; None if no post."""
    if not posts:
        return None
    text_range = pay.ends if pay else None
    ends = [*(text_range or ()), *(e for p in posts for e in (p.salary_low, p.salary_high))]
    least = floor(min(ends) / _STEP) * _STEP
    most = max(ceil(max(ends) / _STEP) * _STEP, least + _STEP)
    return PostsChart(least, most, text_range)

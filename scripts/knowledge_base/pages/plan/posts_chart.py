"""The chart of advertised salaries: where everything is along its axis."""

from dataclasses import dataclass
from math import ceil, floor

from knowledge_base.model.blueprint import Measure
from knowledge_base.model.clinician_post import ClinicianPost
from knowledge_base.pages.plan.axis import Axis

_STEP = 10_000
"""Pounds from one grid line to the next."""


@dataclass(frozen=True)
class PostsChart(Axis):
    """The chart's axis of pounds a year."""

    text_range: tuple[float, float] | None
    """The report's own range; its ends are equal where the report gives one figure."""


def posts_chart(posts: list[ClinicianPost], pay: Measure | None) -> PostsChart | None:
    """Return the axis that takes in all posts and the pay in the report's text; None if no post."""
    if not posts:
        return None
    text_range = pay.ends if pay else None
    ends = [*(text_range or ()), *(e for p in posts for e in (p.salary_low, p.salary_high))]
    least = floor(min(ends) / _STEP) * _STEP
    most = max(ceil(max(ends) / _STEP) * _STEP, least + _STEP)
    return PostsChart(least, most, _STEP, text_range)

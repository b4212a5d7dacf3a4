"""A plan as the page shows it: beside the form in sentences and pictures, and in tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from knowledge_base.pages.plan.pilot.rows import (
    CostRow,
    TimeRow,
    caption,
    cost_rows,
    facts,
    time_rows,
)
from knowledge_base.views.pilot_plan import WORDING, PilotPlan


@dataclass(frozen=True)
class Results:
    """What follows from a plan's inputs."""

    facts: dict[str, Any]
    cost_caption: str
    cost_rows: tuple[CostRow, ...]
    time_caption: str
    time_rows: tuple[TimeRow, ...]

    def say(self, *key: str) -> str:
        """Return a sentence of the wording on this plan."""
        return WORDING.say(".".join(key), **self.facts)

    def at(self, path: str) -> str:
        """Return the place or width in a picture that a path leads to: `gauge.low`."""
        part: Any = self.facts
        for name in path.split("."):
            part = part[name]
        return f"{part:.2f}%"


def results(plan: PilotPlan) -> Results:
    """Return the plan with what its page says and shows of it."""
    return Results(
        facts(plan), caption("cost", plan), cost_rows(plan), caption("time", plan), time_rows(plan)
    )

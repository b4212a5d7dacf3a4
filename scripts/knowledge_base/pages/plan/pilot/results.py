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

    def across(self, ratio: str) -> str:
        """Return where in a picture a fact is: `plan.cost.low/plan.cost.high`, in per cent."""
        number, end = (_at(self.facts, path) for path in ratio.split("/"))
        return f"{100 * number / (end or 1):.2f}%"


def _at(facts: Any, path: str) -> float:
    for name in path.split("."):
        facts = facts[name] if isinstance(facts, dict) else getattr(facts, name)
    number: float = facts
    return number


def results(plan: PilotPlan) -> Results:
    """Return the plan with what its page says and shows of it."""
    return Results(
        facts(plan), caption("cost", plan), cost_rows(plan), caption("time", plan), time_rows(plan)
    )

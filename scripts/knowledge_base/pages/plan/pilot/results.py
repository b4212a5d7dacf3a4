"""A plan as the page shows it: a sentence, tables of costs and of time, and a chart."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.pages.plan.pilot.rows import (
    CostRow,
    TimeRow,
    caption,
    cost_rows,
    costs,
    say,
    summary,
    time_rows,
    warning,
)
from knowledge_base.views.pilot_plan import WORDING, PilotPlan

ENDS = ("low", "central", "high")


@dataclass(frozen=True)
class Bar:
    """The cost at one of its ends."""

    label: str
    widths: tuple[float, ...]
    """Of its parts, in per cent of the longest bar."""
    total: float


@dataclass(frozen=True)
class Chart:
    """The costs as bars; the table beside them holds the same figures."""

    caption: str
    read_out: str
    series: tuple[str, ...]
    """What the parts of each bar are."""
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Results:
    """What follows from a plan's inputs."""

    summary: str
    warning: str
    cost_caption: str
    cost_rows: tuple[CostRow, ...]
    time_caption: str
    time_rows: tuple[TimeRow, ...]
    chart: Chart


def results(plan: PilotPlan) -> Results:
    """Return the plan: a sentence, the costs in a table and a chart, people and time."""
    return Results(
        summary(plan),
        warning(plan),
        caption("cost", plan),
        cost_rows(plan),
        caption("time", plan),
        time_rows(plan),
        chart(plan),
    )


def chart(plan: PilotPlan) -> Chart:
    """Return the costs as bars, one for each end of the range."""
    series = costs(plan)
    most = plan.cost.high or 1
    bars, read_out = [], []
    for end in ENDS:
        total = getattr(plan.cost, end)
        costs_here = {name: getattr(cost, end) for name, cost in series.items()}
        widths = tuple(100 * cost / most for cost in costs_here.values())
        bars.append(Bar(WORDING.say(f"ends.{end}"), widths, total))
        parts = [WORDING.say(f"parts.{name}", cost=cost) for name, cost in costs_here.items()]
        read_out.append(WORDING.say(f"bar.{end}", parts=", ".join(parts), total=total))
    return Chart(
        caption("chart", plan),
        WORDING.say("read_out", bars=read_out),
        tuple(say(f"costs.{name}.what", plan) for name in series),
        tuple(bars),
    )

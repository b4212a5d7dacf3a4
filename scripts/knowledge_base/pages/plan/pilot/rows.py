"""A plan as facts, sentences and rows of tables, from the wording that the script reads too."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median_high, median_low
from typing import Any

from knowledge_base.model.range import Range
from knowledge_base.views.catalogue import Offer
from knowledge_base.views.pilot_plan import (
    CYCLE_WEEKS,
    FULL_TIME,
    HARDLY_USED,
    HOURS_A_DAY,
    SESSIONS_PER_YEAR,
    WEEKS,
    WORDING,
    PilotInputs,
    PilotPlan,
    groups_to_buy,
    rules,
    sensitivity,
    starts_there,
    training_price,
)
from knowledge_base.wording.numbers import pounds

GAUGE_LEAST, GAUGE_MOST = 120, 300
"""Per cent of clinicians' paid time that the gauge shows at the least and at the most."""


@dataclass(frozen=True)
class TimeRow:
    """A line of the table of people and time."""

    what: str
    figure: str
    how: str


@dataclass(frozen=True)
class CostRow:
    """A line of the table of costs."""

    what: str
    low: str
    central: str
    high: str
    how: str


def facts(plan: PilotPlan) -> dict[str, Any]:
    """Return what sentences and pictures of a plan are made of, by name."""
    inputs = plan.inputs
    by_group = [offer for offer in inputs.offers if offer.places > 1]
    moves = sensitivity(inputs)
    prices = [training_price(inputs, offer) for offer in inputs.offers]
    middle = Range(median_low(prices), plan.training_cost.central, median_high(prices))
    return {
        **vars(inputs),
        **rules(plan),
        "plan": plan,
        "offer": _terms(inputs, (by_group or inputs.offers)[0]),
        "courses": len(inputs.offers),
        "group_courses": len(by_group),
        "middle": middle,
        "is_median_a_price": middle.low == middle.high,
        "one_number": plan.training_groups.low == plan.training_groups.high,
        "is_one_length": plan.worker_hours.low == plan.worker_hours.high,
        "is_one_total": plan.cost.low == plan.cost.high,
        "starts_there": starts_there(plan),
        "sessions_in_a_full_year": SESSIONS_PER_YEAR[inputs.frequency],
        "weeks": WEEKS,
        "weeks_on": WEEKS - inputs.weeks_off,
        "cycle_weeks": CYCLE_WEEKS,
        "hours_a_day": HOURS_A_DAY,
        "hardly_used": HARDLY_USED,
        "hours_each": plan.worker_hours.times(1 / inputs.key_workers),
        "moves": moves,
        "moves_most": next((n for n, total in moves.items() if total.low != total.high), "none"),
        "moves_end": max(total.high for total in moves.values()),
        "full_time": FULL_TIME,
        "free_from": FULL_TIME - inputs.reserve_percent,
        "gauge_end": min(max(plan.clinician_share.high, GAUGE_LEAST), GAUGE_MOST),
    }


def say(key: str, plan: PilotPlan) -> str:
    """Return a sentence of the wording on a plan."""
    return WORDING.say(key, **facts(plan))


def _terms(inputs: PilotInputs, offer: Offer) -> dict[str, object]:
    """Return what an offer costs, and how many of it must be paid for."""
    by_group = "by-group" if inputs.whole_groups else "shared"
    sold = by_group if offer.places > 1 else "by-place"
    return {**vars(offer), "sold": sold, "groups": groups_to_buy(inputs.key_workers, offer)}


def summary(plan: PilotPlan) -> str:
    """Return the plan in a sentence."""
    return say("summary", plan)


def warning(plan: PilotPlan) -> str:
    """Return where the clinicians' paid time would not be enough, if it would not."""
    notes = (say(f"notes.{name}", plan) for name in ("capacity", "low_total"))
    return " ".join(note for note in notes if note)


def caption(table: str, plan: PilotPlan) -> str:
    """Return the caption of a table: `cost`, `time` or `courses`."""
    return say(f"captions.{table}", plan)


def offer_how(inputs: PilotInputs, offer: Offer) -> str:
    """Return how the cost of an offer is worked out."""
    return WORDING.say("price_of_offer", **vars(inputs), offer=_terms(inputs, offer))


def time_rows(plan: PilotPlan) -> tuple[TimeRow, ...]:
    """Return people and time, with the arithmetic."""
    named = facts(plan)
    return tuple(
        TimeRow(
            *(WORDING.say(f"lines.{name}.{cell}", **named) for cell in ("what", "figure", "how"))
        )
        for name in WORDING.at("lines")
    )


def costs(plan: PilotPlan) -> dict[str, Range]:
    """Return what the cost is made of, by the name of its line; other costs if there are any."""
    parts = {"training": plan.training_cost, "clinicians": plan.clinician_cost}
    return parts | ({"other": plan.other_costs} if plan.inputs.other_costs else {})


def cost_rows(plan: PilotPlan) -> tuple[CostRow, ...]:
    """Return the costs, with the arithmetic."""
    each = plan.cost.times(1 / plan.inputs.key_workers)
    return tuple(
        CostRow(
            say(f"costs.{name}.what", plan),
            pounds(cost.low),
            pounds(cost.central),
            pounds(cost.high),
            say(f"costs.{name}.how", plan),
        )
        for name, cost in {**costs(plan), "all": plan.cost, "each": each}.items()
    )

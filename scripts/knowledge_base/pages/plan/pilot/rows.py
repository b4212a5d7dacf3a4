"""A plan in sentences and in the rows of its tables, from the wording that the script reads too."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.model.range import Range
from knowledge_base.views.catalogue import Offer
from knowledge_base.views.pilot_plan import (
    CYCLE_WEEKS,
    SESSIONS_PER_YEAR,
    WEEKS,
    WORDING,
    PilotInputs,
    PilotPlan,
    capacity,
    groups_to_buy,
    starts_there,
)
from knowledge_base.wording.numbers import pounds

PARTS = ("training", "clinicians", "other")
"""What the cost is made of, by the name of its line."""


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


def say(key: str, plan: PilotPlan) -> str:
    """Return a sentence of the wording on a plan."""
    inputs = plan.inputs
    by_group = [offer for offer in inputs.offers if offer.places > 1]
    return WORDING.say(
        key,
        **vars(inputs),
        plan=plan,
        offer=_terms(inputs, (by_group or inputs.offers)[0]),
        courses=len(inputs.offers),
        group_courses=len(by_group),
        one_number=plan.training_groups.low == plan.training_groups.high,
        starts_there=starts_there(plan),
        capacity=capacity(plan),
        sessions_in_a_full_year=SESSIONS_PER_YEAR[inputs.frequency],
        weeks=WEEKS,
        weeks_on=WEEKS - inputs.weeks_off,
        cycle_weeks=CYCLE_WEEKS,
        hours_each=plan.worker_hours.times(1 / inputs.key_workers),
    )


def _terms(inputs: PilotInputs, offer: Offer) -> dict[str, object]:
    """Return what an offer costs, and how many of it must be paid for."""
    by_group = "by-group" if inputs.whole_groups else "shared"
    sold = by_group if offer.places > 1 else "by-place"
    return {**vars(offer), "sold": sold, "groups": groups_to_buy(inputs.key_workers, offer)}


def summary(plan: PilotPlan) -> str:
    """Return the plan in a sentence."""
    return say("summary", plan)


def warning(plan: PilotPlan) -> str:
    """Return what is wrong where sessions would take (nearly) all that clinicians are paid for."""
    return say("warning", plan)


def caption(table: str, plan: PilotPlan) -> str:
    """Return the caption of a table: `cost`, `time` or `courses`."""
    return say(f"captions.{table}", plan)


def offer_how(inputs: PilotInputs, offer: Offer) -> str:
    """Return how the cost of an offer is worked out."""
    return WORDING.say("price_of_offer", **vars(inputs), offer=_terms(inputs, offer))


def time_rows(plan: PilotPlan) -> tuple[TimeRow, ...]:
    """Return people and time, with the arithmetic."""
    return tuple(
        TimeRow(*(say(f"lines.{name}.{cell}", plan) for cell in ("what", "figure", "how")))
        for name in WORDING.at("lines")
    )


def costs(plan: PilotPlan) -> dict[str, Range]:
    """Return what the cost is made of, by the name of its line; other costs if there are any."""
    parts = (plan.training_cost, plan.clinician_cost, plan.other_costs)
    return {
        name: cost
        for name, cost in zip(PARTS, parts, strict=True)
        if name != "other" or plan.inputs.other_costs
    }


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

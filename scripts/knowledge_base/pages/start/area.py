"""What an area would need: the plan of a pilot of the size that stands as an example."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan import pilot
from knowledge_base.pages.plan.pilot.rows import CostRow, caption
from knowledge_base.views.pilot_plan import (
    WORDING,
    PilotPlan,
    default_inputs,
    groups_to_buy,
    pilot_plan,
    training_price,
)


@dataclass(frozen=True)
class SpareGroups:
    """Whole groups that are bought although some of their places stay empty."""

    groups: int
    places: int
    """The places of one group."""


@dataclass(frozen=True)
class Area:
    """What a pilot would need."""

    plan: PilotPlan
    starts_there: bool
    """Whether the low cost rests on a price that only starts there."""
    lowest_pay: str
    """Which of the listed posts is paid least."""
    warning: str
    """What is wrong where sessions would take (nearly) all of the clinicians' time."""
    spare: SpareGroups | None
    """What the high cost buys beyond what is needed."""
    cost_caption: str
    cost_rows: tuple[CostRow, ...]
    not_costed: tuple[str, ...]


def example_plan(kb: KnowledgeBase) -> PilotPlan:
    """Return the plan of a pilot of the size that stands as an example."""
    return pilot_plan(default_inputs(kb, key_workers=kb.examples.pilot.key_workers))


def area(kb: KnowledgeBase) -> Area:
    """Return what the example needs: cost, time, and what can't be costed."""
    plan = example_plan(kb)
    return Area(
        plan,
        pilot.starts_there(plan),
        pilot.lowest_pay(kb),
        pilot.warning(plan),
        _spare(plan),
        caption("cost", plan),
        pilot.cost_rows(plan),
        tuple(WORDING.at("not_costed")),
    )


def _spare(plan: PilotPlan) -> SpareGroups | None:
    inputs = plan.inputs
    dearest = max(inputs.offers, key=lambda offer: training_price(inputs, offer))
    groups = groups_to_buy(inputs.key_workers, dearest)
    if not inputs.whole_groups or groups * dearest.places == inputs.key_workers:
        return None
    return SpareGroups(groups, dearest.places)

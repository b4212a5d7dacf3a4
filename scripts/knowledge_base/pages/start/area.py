"""What an area would need: the plan of a pilot of the size that stands as an example."""

from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan import pilot
from knowledge_base.pages.plan.pilot.plan import PilotPlan, Results, offer_cost, pilot_plan
from knowledge_base.views.pilot_inputs import WORDING, PilotInputs, default_inputs


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
    results: Results
    lowest_pay: str
    """Which of the listed posts is paid least."""
    spare: SpareGroups | None
    """What the high cost buys beyond what is needed."""
    not_costed: tuple[str, ...]


def example_plan(kb: KnowledgeBase) -> PilotPlan:
    """Return the plan of a pilot of the size that stands as an example."""
    return pilot_plan(default_inputs(kb, key_workers=kb.examples.pilot.key_workers))


def area(kb: KnowledgeBase) -> Area:
    """Return what the example needs: cost, time, and what can't be costed."""
    plan = example_plan(kb)
    return Area(
        plan,
        pilot.results(plan),
        pilot.lowest_pay(kb),
        _spare(plan.inputs),
        tuple(WORDING.at("not_costed")),
    )


def _spare(inputs: PilotInputs) -> SpareGroups | None:
    costs = [(offer_cost(inputs, offer), offer) for offer in inputs.offers]
    dearest, offer = max(costs, key=lambda pair: pair[0].cost)
    if not inputs.whole_groups or dearest.groups * offer.places == inputs.key_workers:
        return None
    return SpareGroups(dearest.groups, offer.places)

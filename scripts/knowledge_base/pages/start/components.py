"""The components side by side: who does each, how much of it, and what it costs."""

from dataclasses import dataclass

from knowledge_base.model.base import Statement
from knowledge_base.model.blueprint import Measure
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.vocabulary import ComponentTerm
from knowledge_base.views.catalogue import place_prices


@dataclass(frozen=True)
class Component:
    """A component in brief."""

    id: str
    term: ComponentTerm
    who: Statement | None
    """Who does it; None if that is not reported."""
    how_much: Statement | None
    """How much of it, how often, for how long; None if that is not reported."""


@dataclass(frozen=True)
class Cost:
    """What a component costs, as far as the report lists it."""

    place: tuple[float, float] | None = None
    """The lowest and the highest price for one place on a foundation course."""
    salary: Measure | None = None
    """The pay of those who do it."""


def components(kb: KnowledgeBase) -> tuple[Component, ...]:
    """Return all components in brief."""
    return tuple(in_brief(kb, component) for component in kb.components)


def in_brief(kb: KnowledgeBase, component: str) -> Component:
    """Return a component in brief."""
    return Component(
        component,
        kb.components[component],
        _statement(kb, component, "who", "who-provided"),
        _statement(kb, component, "how_much", "when-and-how-much"),
    )


def cost(kb: KnowledgeBase, component: str) -> Cost:
    """Return what a component costs."""
    role = kb.components[component].role
    return Cost(
        place=place_prices(kb, level="foundation") if role == "training" else None,
        salary=kb.measures_for("clinician")["salary-range"] if role == "clinician" else None,
    )


def _statement(kb: KnowledgeBase, component: str, what: str, item: str) -> Statement | None:
    """Return a short sentence of the blueprint's own, or else the first of an item of TIDieR."""
    blueprint = kb.blueprint[component]
    if blueprint.in_brief is not None:
        sentence: Statement = getattr(blueprint.in_brief, what)
        return sentence
    return next(iter(blueprint.tidier[item].statements), None)

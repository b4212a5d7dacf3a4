"""How the parts fit: the components side by side, and what the whole is said to do."""

from dataclasses import dataclass

from knowledge_base.model.blueprint import Blueprint
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.selection import Tally, findings_on_outcomes, tally


@dataclass(frozen=True)
class Component:
    """A component with what is known about it."""

    id: str
    claims: Tally
    """All claims about it."""
    findings: Tally
    """Its findings on outcomes."""


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    components: tuple[Component, ...]
    whole: Blueprint | None
    """The description of the components together, if there is one."""


def facts(kb: KnowledgeBase) -> Facts:
    """Return the components, and the description of them together."""
    components = []
    for component in kb.components:
        claims = tally(kb, (r for r in kb.published if r.component == component))
        components.append(Component(component, claims, findings_on_outcomes(kb, claims.records)))
    return Facts(tuple(components), kb.blueprint.get(kb.component_for("together") or ""))

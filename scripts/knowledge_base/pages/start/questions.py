"""Five questions, each with its answer at length."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.start.area import Area, area
from knowledge_base.pages.start.components import Component, components
from knowledge_base.pages.start.knowledge import Known, NotKnown, known, not_known
from knowledge_base.pages.start.training import Training, training


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    components: tuple[Component, ...]
    known: Known
    not_known: NotKnown
    training: Training
    area: Area


def facts(kb: KnowledgeBase) -> Facts:
    """Return the facts behind the answers."""
    return Facts(components(kb), known(kb), not_known(kb), training(kb), area(kb))

"""The landing page: an answer to each question in a few lines, and the way onward."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.start.area import Area, area
from knowledge_base.pages.start.components import Picture, picture
from knowledge_base.pages.start.knowledge import Known, NotKnown, known, not_known
from knowledge_base.pages.start.training import Training, training


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    picture: Picture
    known: Known
    not_known: NotKnown
    training: Training
    area: Area


def facts(kb: KnowledgeBase) -> Facts:
    """Return the facts behind the answers."""
    return Facts(picture(kb), known(kb), not_known(kb), training(kb), area(kb))

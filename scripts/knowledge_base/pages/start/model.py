"""The model in one page: a picture of its parts, a table of them, and what is known of each."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.start.components import (
    Component,
    Cost,
    Picture,
    components,
    cost,
    picture,
)
from knowledge_base.pages.start.knowledge import Known, NotKnown, known, not_known
from knowledge_base.views.component_findings import ComponentFindings


@dataclass(frozen=True)
class Row:
    """A component in the table of all."""

    component: Component
    cost: Cost
    findings: ComponentFindings


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    picture: Picture
    rows: tuple[Row, ...]
    known: Known
    not_known: NotKnown


def facts(kb: KnowledgeBase) -> Facts:
    """Return the parts of the model, and what is known of each."""
    findings = known(kb)
    rows = zip(components(kb), findings.components, strict=True)
    return Facts(
        picture(kb),
        tuple(Row(part, cost(kb, part.id), of_part) for part, of_part in rows),
        findings,
        not_known(kb),
    )

"""The briefs: the model on two pages of paper, and each of its parts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from knowledge_base import book
from knowledge_base.model.blueprint import Blueprint, Measure
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.range import Range
from knowledge_base.model.record import Record
from knowledge_base.pages.about import citation
from knowledge_base.pages.start.area import Area, area, example_plan
from knowledge_base.pages.start.components import Component, Cost, components, cost
from knowledge_base.pages.start.knowledge import NotKnown, not_known
from knowledge_base.pages.start.landing import News, news
from knowledge_base.pages.start.study_grid import StudyGrid, study_grid
from knowledge_base.pages.start.training import Training, training
from knowledge_base.views.edition import edition
from knowledge_base.views.limits import comes_from_report
from knowledge_base.views.main_findings import findings_of, kind_of, main_findings, one_a_study
from knowledge_base.views.selection import is_finding, is_near

FINDINGS = 5
"""How many findings a brief of a part has room for."""
NEW = 3
"""How many claims from outside the report it has room for."""
NUMBERS = 4


@dataclass(frozen=True)
class Edition:
    """Of when a brief is, and how to cite it."""

    evidence: str
    citation: str


@dataclass(frozen=True)
class Brief:
    """What the brief of the whole model shows."""

    edition: Edition
    components: tuple[Component, ...]
    grid: StudyGrid
    not_known: NotKnown
    training: Training
    area: Area
    news: News
    pdf: str
    """The file that holds it on paper, where one is printed."""


@dataclass(frozen=True)
class PartBrief:
    """What the brief of a component shows."""

    edition: Edition
    component: Component
    blueprint: Blueprint
    numbers: tuple[Measure, ...]
    cost: Cost
    clinicians_needed: Range
    """How many clinicians the report estimates for a local authority."""
    grid: StudyGrid
    findings: tuple[Record, ...]
    """Findings on outcomes, those from the model's own setting first, then the most direct kind.

    Each direction that any finding has is among them."""
    all_findings: int
    not_known: NotKnown
    new: tuple[Record, ...]
    """What is newer than the report or not in it, what is nearest to the component first."""


def of_model(kb: KnowledgeBase, root: Path) -> Brief:
    """Return the brief of the whole model."""
    return Brief(
        _edition(kb, root),
        components(kb),
        study_grid(kb),
        not_known(kb),
        training(kb),
        area(kb),
        news(kb),
        book.brief_pdf(),
    )


def of_component(kb: KnowledgeBase, component: str, root: Path) -> PartBrief:
    """Return the brief of a component."""
    own = [record for record in kb.published if record.component == component]
    findings = findings_of(kb, component)
    first = main_findings(kb, findings, FINDINGS)
    new = sorted(
        (r for r in own if is_finding(kb, r) and not comes_from_report(kb, r) and r not in first),
        key=lambda r: (not is_near(kb, r), kind_of(kb, r), -(kb.sources[r.source].year or 0)),
    )
    return PartBrief(
        _edition(kb, root),
        next(part for part in components(kb) if part.id == component),
        kb.blueprint[component],
        tuple(kb.blueprint[component].measures.values())[:NUMBERS],
        cost(kb, component),
        example_plan(kb).inputs.clinicians,
        study_grid(kb, component),
        first,
        len(findings),
        not_known(kb, component),
        one_a_study(new)[:NEW],
    )


def _edition(kb: KnowledgeBase, root: Path) -> Edition:
    return Edition(edition(kb).words, citation.facts(kb, root).text)

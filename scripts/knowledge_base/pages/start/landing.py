"""The landing page: the finding with its picture, three ways in, the parts, what is new."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge_base import book
from knowledge_base.model.blueprint import Blueprint, Measure
from knowledge_base.model.context import ContextEvent
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.pages.plan.pilot.plan import PilotPlan
from knowledge_base.pages.start.area import example_plan
from knowledge_base.pages.start.knowledge import NotKnown, not_known
from knowledge_base.pages.start.study_grid import StudyGrid, study_grid
from knowledge_base.pages.start.training import Training, training
from knowledge_base.views.edition import edition
from knowledge_base.views.limits import who_checked


@dataclass(frozen=True)
class News:
    """What came after the report, or was left out of it.

    Of each kind of event, the newest that bears on an open question; the rest is our choice, in
    `examples.yml`.
    """

    events: dict[str, ContextEvent]
    records: tuple[Record, ...]


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    grid: StudyGrid
    not_known: NotKnown
    training: Training
    plan: PilotPlan
    figures: dict[str, Measure | None]
    news: News
    day: date | None
    """The newest date in the evidence."""
    who_checked: str
    brief_pdf: str
    """The file of the brief, where one is printed."""


def facts(kb: KnowledgeBase) -> Facts:
    """Return what the landing page shows."""
    return Facts(
        study_grid(kb),
        not_known(kb),
        training(kb),
        example_plan(kb),
        figures(kb),
        news(kb),
        edition(kb).day,
        who_checked(kb),
        book.brief_pdf(),
    )


def figures(kb: KnowledgeBase) -> dict[str, Measure | None]:
    """Return for each part of the model the one number that stands for it, if it has any."""
    return {part: _figure(kb.blueprint[part]) for part in kb.parts}


def news(kb: KnowledgeBase) -> News:
    """Return what the first pages name of the time after the report."""
    examples = kb.examples.news
    by_day = sorted(kb.context.items(), key=lambda item: item[1].date)
    newest = {
        event.kind: key for key, event in by_day if any(touch.gaps for touch in event.touches)
    }
    shown = {*newest.values(), *examples.events}
    return News(
        {key: event for key, event in by_day if key in shown},
        tuple(record for key in examples.records if kb.stands(record := kb.records[key])),
    )


def _figure(blueprint: Blueprint) -> Measure | None:
    if blueprint.in_brief is None or blueprint.in_brief.number is None:
        return None
    return blueprint.measures[blueprint.in_brief.number]

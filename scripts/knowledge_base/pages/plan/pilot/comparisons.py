"""Tables that compare courses, how often groups meet, and what moves the cost."""

from __future__ import annotations

from dataclasses import dataclass, replace

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.range import Range
from knowledge_base.pages.plan.pilot.rows import caption, offer_how
from knowledge_base.views.catalogue import CourseRow
from knowledge_base.views.pilot_plan import (
    CYCLE_WEEKS,
    SESSIONS_PER_YEAR,
    WORDING,
    PilotInputs,
    PilotPlan,
    pilot_plan,
    priced_courses,
    sensitivity,
    training_price,
)


@dataclass(frozen=True)
class CourseCost:
    """What a course would cost for a plan's key workers."""

    row: CourseRow
    name: str
    level: str
    how: str
    cost: float
    per_worker: float


@dataclass(frozen=True)
class Courses:
    """What each course with a known price would cost."""

    caption: str
    courses: tuple[CourseCost, ...]


@dataclass(frozen=True)
class Sensitivity:
    """How far each uncertain input moves the total cost, the strongest first."""

    totals: dict[str, Range]


@dataclass(frozen=True)
class Frequencies:
    """What each frequency of supervision would take of everybody's time, by its label."""

    key_workers: int
    cycle_weeks: int
    plans: dict[str, PilotPlan]


def courses(kb: KnowledgeBase, inputs: PilotInputs) -> Courses:
    """Return what each course with a known price would cost for these key workers."""
    costs = []
    for row in priced_courses(kb).values():
        if row.offer is not None:
            cost = training_price(inputs, row.offer)
            costs.append(
                CourseCost(
                    row,
                    f"{row.provider.name}: {row.course.name}",
                    kb.label("course-level", row.course.level),
                    offer_how(inputs, row.offer),
                    cost,
                    cost / inputs.key_workers,
                )
            )
    return Courses(caption("courses", pilot_plan(inputs)), tuple(costs))


def sensitivities(inputs: PilotInputs) -> Sensitivity:
    """Return how far each uncertain input moves the total cost."""
    return Sensitivity(sensitivity(inputs))


def frequencies(inputs: PilotInputs) -> Frequencies:
    """Return what each frequency of supervision would take."""
    return Frequencies(
        inputs.key_workers,
        CYCLE_WEEKS,
        {
            WORDING.say("inputs.frequency.shown", value=frequency): pilot_plan(
                replace(inputs, frequency=frequency)
            )
            for frequency in SESSIONS_PER_YEAR
        },
    )

"""What each course would cost."""

from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan.pilot.plan import offer_cost, pilot_plan, results
from knowledge_base.views.catalogue import CourseRow
from knowledge_base.views.pilot_inputs import PilotInputs, priced_courses


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


def courses(kb: KnowledgeBase, inputs: PilotInputs) -> Courses:
    """Return what each course with a known price would cost for these key workers."""
    costs = []
    for row in priced_courses(kb).values():
        if row.offer is not None:
            offer = offer_cost(inputs, row.offer)
            costs.append(
                CourseCost(
                    row,
                    f"{row.provider.name}: {row.course.name}",
                    kb.label("course-level", row.course.level),
                    offer.how,
                    offer.cost,
                    offer.cost / inputs.key_workers,
                )
            )
    return Courses(results(pilot_plan(inputs)).say("captions", "courses"), tuple(costs))

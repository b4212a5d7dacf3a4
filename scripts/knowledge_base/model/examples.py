"""What the first pages show as examples: our choice, not the report's."""

from typing import Annotated, Any

from pydantic import Field

from knowledge_base.model.base import (
    ComponentId,
    ContextEventId,
    CourseLevelId,
    Model,
    OutcomeId,
    OutcomeLevelId,
    RecordId,
    RegionId,
    Text,
)

KeyWorkers = Annotated[int, Field(ge=1, le=10_000)]


class MapCell(Model):
    """A cell of the evidence map."""

    component: ComponentId
    outcome: OutcomeId


class CourseQuestion(Model):
    """A question to the catalogue of courses, as it can be put to its filters."""

    question: Text
    """What is looked for, in words that follow `For example:`."""
    region: RegionId
    level: CourseLevelId


class PilotSize(Model):
    """For how many key workers the planner is shown."""

    key_workers: KeyWorkers
    other_sizes: tuple[KeyWorkers, ...] = ()
    """Sizes that are offered beside it."""


class News(Model):
    """What the landing page names of the time after the report."""

    events: tuple[ContextEventId, ...] = ()
    """Named besides the newest of each kind that bears on an open question."""
    records: tuple[RecordId, ...] = ()
    """Claims that were not read in the report."""


class Examples(Model):
    """`examples.yml`."""

    cell: MapCell
    courses: CourseQuestion
    pilot: PilotSize
    news: News = News()
    questions_first: OutcomeLevelId
    """The outcomes whose open questions come first: those of one level."""


_NOTHING: dict[str, Any] = {}
NO_EXAMPLES = Examples.model_construct(**_NOTHING)
"""Those of a base whose book has no first pages: asking for one is an error."""

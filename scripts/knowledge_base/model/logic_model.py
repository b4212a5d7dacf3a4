"""The draft logic model: resources → activities → participation → outcomes."""

from pydantic import Field

from knowledge_base.model.base import (
    ComponentId,
    Flag,
    Id,
    Line,
    LogicModelColumnId,
    Model,
    OutcomeId,
    Prose,
    RecordId,
    SourceId,
    Statement,
    Text,
)


class LogicModelNode(Model):
    """A box of the logic model."""

    column: LogicModelColumnId
    label: Line
    """A few words, for the drawing."""
    text: Prose
    """What the report says it is, in a sentence of ours."""
    component: ComponentId | None = None
    """The component it belongs to, where it belongs to one."""
    outcome: OutcomeId | None = None
    """The outcome it stands for, in the outcome columns."""
    sources: tuple[SourceId, ...]
    location: Text


class LogicModelArrow(Model):
    """A step from one box to another: the records behind it, or the assumption it is."""

    from_: Id = Field(alias="from")
    """The box it leaves."""
    to: Id
    """The box it enters."""
    records: tuple[RecordId, ...] = ()
    """The evidence records behind the step."""
    assumption: Prose | None = None
    """What is assumed, where no record covers the step."""
    as_described: Flag = True
    """Whether the report's text describes this step; False where we read it between the lines."""


class LogicModel(Model):
    """`logic-model.yml`."""

    nodes: dict[Id, LogicModelNode]
    arrows: tuple[LogicModelArrow, ...]
    statements: tuple[Statement, ...] = ()
    """What the report says about the logic model as a whole."""


NO_LOGIC_MODEL = LogicModel(nodes={}, arrows=(), statements=())
"""That of a base whose topic has none."""

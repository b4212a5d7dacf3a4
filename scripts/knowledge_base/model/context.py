"""What changed around the model, and what was looked for: dated events and searches."""

from knowledge_base.model.base import (
    ComponentId,
    ContextKindId,
    Day,
    Flag,
    GapId,
    HowReadId,
    Line,
    Model,
    OutcomeId,
    PartialDay,
    PayYear,
    Prose,
    Quantity,
    RecordId,
    SourceId,
    Support,
)
from knowledge_base.model.reading_note import Reading


class Touch(Model):
    """A statement of the report that an event bears on, and how."""

    statement: Prose
    """What it means for that statement, in a sentence."""
    location: Line | None = None
    """Where in the report the statement is."""
    records: tuple[RecordId, ...] = ()
    gaps: tuple[GapId, ...] = ()


class PayAward(Model):
    """What a year's award adds to the rates of the NHS pay scale in England."""

    year: PayYear
    percent: Quantity
    """What is added to every rate, in per cent."""


class ContextEvent(Model):
    """Something dated that changed around the model: policy, or the pilot."""

    date: PartialDay
    """When it happened: a day, a month or a year."""
    kind: ContextKindId
    title: Line
    """What happened, in a few words."""
    what: Prose
    """What happened, in a sentence or two, no stronger than what was read."""
    source: SourceId
    how_read: HowReadId
    support: Support
    """At most ten of the source's own words, by which another person finds the place."""
    reading: Reading
    touches: tuple[Touch, ...] = ()
    award: PayAward | None = None
    """The award, where the event is one; later pay is worked out from all of them."""


class Search(Model):
    """A dated look for evidence: where, for what, and what came up."""

    on: Day
    where: Line
    """What was searched, such as `a stored collection of public web pages`."""
    what_for: Prose
    """What was looked for, in a sentence."""
    queries: tuple[Line, ...] = ()
    """The words that were searched for; none where they were not kept."""
    came_up: Prose
    """What came up, in a sentence."""
    thorough: Flag
    """Whether the search could have found what was looked for, had it been there."""
    components: tuple[ComponentId, ...] = ()
    outcomes: tuple[OutcomeId, ...] = ()
    """What of the map it was about; only a thorough one can say that nothing was found."""
    context: tuple[ContextKindId, ...] = ()
    """What around the model it was about, such as the pilot."""


class Person(Model):
    """Somebody who reads or checks evidence."""

    name: Line
    role: Line
    """What they do here."""

"""What a reader must know of a source besides what it says: standing, interests, disputes."""

from typing import Annotated, Literal

from pydantic import Field

from knowledge_base.model.base import (
    Id,
    Line,
    Link,
    Model,
    PartialDay,
    Prose,
    SourceId,
    StandingId,
    Support,
)


class Standing(Model):
    """Whether a document still stands as it was published."""

    status: StandingId
    on: PartialDay
    """The day of the notice, as far as it is known."""
    notice: Link
    """Where the notice is."""
    reason: Prose
    """What the notice says, in a sentence of ours."""


class Interest(Model):
    """A role or an allegiance of its authors that a reader should know."""

    statement: Prose
    """What it is, in a sentence of ours, no stronger than what was read."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Where it was read."""
    support: Support | None = None
    """At most ten words of that source, by which another person finds the place."""


class Dispute(Model):
    """Something that was published against it, or in its defence."""

    statement: Prose
    """What is disputed, in a sentence of ours."""
    source: SourceId
    """The document that disputes it."""
    support: Support | None = None
    """At most ten words of that document, by which another person finds the place."""


class SourceNote(Model):
    """What must be known of one source."""

    source: SourceId
    standing: Standing | None = None
    """Absent while it is published and nothing has been said against that."""
    interests: tuple[Interest, ...] = ()
    disputes: tuple[Dispute, ...] = ()


class ConsideredDocument(Model):
    """A document that was considered for the evidence, and what became of it."""

    reference: Line
    """What it is, so that a person can find it."""
    decision: Literal["in", "out"]
    """Whether it is part of the evidence."""
    reason: Prose
    """Why, by the rule in `inclusion.yml`."""
    sources: tuple[SourceId, ...] = ()
    """Its entries in the bibliography, if it is in."""


class Inclusion(Model):
    """What goes into the evidence beyond the report: the rule, and each document by it."""

    rule: Annotated[tuple[Prose, ...], Field(min_length=1)]
    """The criteria, one after the other."""
    as_of: PartialDay
    """The day up to which documents were considered."""
    documents: dict[Id, ConsideredDocument] = Field(default={})

"""What is not known or left to be settled, and what in the report can't be relied on."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from knowledge_base.model.base import (
    ComponentId,
    DiscrepancyKindId,
    FactorId,
    Flag,
    GapKindId,
    Model,
    OutcomeId,
    RecordId,
    SourceId,
    Text,
)


class Gap(Model):
    """Something that the report says is not known, or leaves to be settled."""

    kind: GapKindId
    question: Text
    """The open question, as a question."""
    statement: Text
    """What the report says about it, in our own words."""
    components: Annotated[tuple[ComponentId, ...], Field(min_length=1)]
    outcomes: tuple[OutcomeId, ...] = ()
    """The outcomes it concerns, where it concerns outcomes."""
    factor: FactorId | None = None
    looked_for: Flag
    """Whether the report says that it looked or that research is lacking."""
    records: tuple[RecordId, ...] = ()
    sources: tuple[SourceId, ...]
    location: Text


class Discrepancy(Model):
    """Something in the report that contradicts itself, looks wrong or can't be followed up."""

    kind: DiscrepancyKindId
    statement: Text
    """What stands there and what is wrong with it."""
    handling: Text
    """How the knowledge base handles it."""
    locations: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Every place in the report that it concerns."""
    sources: tuple[SourceId, ...] = ()
    """Sources that it concerns."""
    records: tuple[RecordId, ...] = ()
    """Records that it concerns."""

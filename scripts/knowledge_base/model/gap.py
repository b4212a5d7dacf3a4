"""What is not known or left to be settled, and what in the report can't be relied on."""

from typing import Annotated

from pydantic import Field

from knowledge_base.model.base import (
    ComponentId,
    DiscrepancyBearingId,
    DiscrepancyKindId,
    Entity,
    FactorId,
    Flag,
    GapKindId,
    NextStepId,
    OutcomeId,
    Prose,
    RecordId,
    Sentence,
    SourceId,
    Text,
)


class Gap(Entity):
    """Something that the report says is not known, or leaves to be settled."""

    kind: GapKindId
    """What kind of question is open."""
    next_step: NextStepId | None = None
    """The step recommended in `report.yml` that has to settle it, if one has."""
    # Because it is said there, or because the step asks for the twelve items of TIDieR and this is
    # part of one.
    question: Sentence
    """The open question, as a question."""
    statement: Prose
    """What is said about it where the question is raised, in our own words."""
    closing: Sentence | None = None
    """How it could be answered in our view, where not in the way that others of its kind could."""
    components: Annotated[tuple[ComponentId, ...], Field(min_length=1)]
    """The parts of the model that it concerns."""
    outcomes: tuple[OutcomeId, ...] = ()
    """The outcomes it concerns, where it concerns outcomes."""
    factor: FactorId | None = None
    """What helps or hinders, where it concerns that."""
    looked_for: Flag
    """Whether its source says that it looked, or that research is lacking."""
    records: tuple[RecordId, ...] = ()
    """Records that bear on it."""
    sources: tuple[SourceId, ...]
    """Where the question is raised."""
    location: Text
    """Where in these sources it stands."""


class Discrepancy(Entity):
    """Something in the report that contradicts itself, looks wrong or can't be followed up."""

    kind: DiscrepancyKindId
    """What is wrong or unclear."""
    bearing: DiscrepancyBearingId
    """What it means for a reader of the report or of this site, whatever its kind."""
    headline: Sentence | None = None
    """One short line for the top of the page, for the few that nobody should quote without."""
    statement: Prose
    """What stands there and what is wrong with it."""
    handling: Prose
    """How the knowledge base handles it."""
    locations: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Every place in the report that it concerns."""
    sources: tuple[SourceId, ...] = ()
    """Sources that it concerns."""
    records: tuple[RecordId, ...] = ()
    """Records that it concerns."""

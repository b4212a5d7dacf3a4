"""An evidence record: one claim, from one source, about one component."""

from typing import Annotated

from pydantic import Field

from knowledge_base.model.base import (
    ClaimKindId,
    ComponentId,
    CountryId,
    Day,
    DirectionId,
    Entity,
    FactorId,
    HowReadId,
    Model,
    NearnessId,
    OutcomeId,
    PersonId,
    Prose,
    RecordId,
    RuleId,
    SettingId,
    SourceId,
    StatusId,
    StudyId,
    StudyTypeId,
    Support,
    Text,
)
from knowledge_base.model.reading_note import Appraisal, Reading, SourceCheck
from knowledge_base.model.result import Result

GONE = ("withdrawn", "superseded")
"""The statuses of records that no longer stand."""


class CitedThrough(Model):
    """The document in which a claim about another source was read."""

    source: SourceId
    """The document that was read instead of the source."""
    location: Text
    """Where in it the claim is: its section and heading, as `Section 3 > Training > …`."""


class Notice(Model):
    """Why a record no longer counts. Records are never deleted; their page stays."""

    date: Day
    """The day of the decision, as YYYY-MM-DD."""
    reason: Prose
    """Why, for a reader who followed an old link."""
    superseded_by: RecordId | None = None
    """The record that takes its place, where one does."""


class RuleException(Model):
    """A rule that does not apply to this record, and why."""

    rule: RuleId
    """The rule's name, as `kb check` prints it."""
    reason: Prose
    """Why the rule is wrong here."""


class Record(Entity):
    """One claim, from one source, about one component: the unit everything is computed from."""

    component: ComponentId
    """The part of the model that the claim is about; the same as the record's folder."""
    claim: Text
    """What the source found or says: one plain sentence of ours, no stronger than the source."""
    kind: ClaimKindId
    """The kind of statement: a measured effect, an association, a view, a requirement …"""
    outcomes: tuple[OutcomeId, ...] = ()
    """What may change, where the claim is about change."""
    factor: FactorId | None = None
    """What helps or hinders implementation, where the claim is about that."""
    direction: DirectionId
    """Which way the finding points; `not_applicable` for kinds that point nowhere."""
    source: SourceId
    """The key among the sources of the document that makes the claim."""
    study: StudyId | None = None
    """The piece of research behind the claim, where there is one."""
    study_type: StudyTypeId
    """The kind of research, or of document, behind the claim, or `not_reported`."""
    setting: SettingId
    """The field of practice that the claim comes from, never wider than the source's, or
    `not_reported`."""
    countries: Annotated[tuple[CountryId, ...], Field(min_length=1)]
    """Where the finding comes from; `not_reported` where the source does not say."""
    sample: Text
    """Who or what was studied, as reported, or `not_reported`."""
    sample_location: Text | None = None
    """Where the sample is given, if not in the document that was read: `Abstract of the source`."""
    location: Text
    """Where in the source the claim is, or `not_reported` if the source was not read."""
    how_read: HowReadId
    """Whether the source was read, its abstract, its opening, or another document that cites it."""
    cited_through: CitedThrough | None = None
    """The document that was read instead, and where there."""
    reading: Reading | None = None
    """What was before the person who read the source, or the document that cites it, and when."""
    support: Support | None = None
    """At most ten words of the document that was read, by which another person finds the place."""
    nearness: NearnessId = "component"
    """Whether the component itself was studied, a part of it, something similar, or a wider
    programme. Only the first two fill a cell of the map."""
    results: tuple[Result, ...] = ()
    """The figures behind the claim, where there are any."""
    source_check: SourceCheck | None = None
    """What the source itself says of a claim that is cited through another document."""
    appraisal: Appraisal | None = None
    """A judgement of how far the finding can be trusted; without one, it was not assessed."""
    read_by: tuple[PersonId, ...] = ()
    """Who read it; empty until somebody is named."""
    checked_by: tuple[PersonId, ...] = ()
    """Who checked it a second time; empty until somebody is named."""
    responds_to: tuple[RecordId, ...] = ()
    """Records of barriers that this one says how to meet."""
    note: Prose | None = None
    """Anything a reader must know to read the claim rightly."""
    added: Day
    """The day the record was added, as YYYY-MM-DD."""
    status: StatusId
    """Where the record stands in editing; only published records count."""
    notice: Notice | None = None
    """Why the record was withdrawn or superseded."""
    exceptions: tuple[RuleException, ...] = ()
    """Rules that do not apply here, each with its reason."""

    @property
    def documents(self) -> tuple[SourceId, ...]:
        """The source, and the document that was read instead of it, if one was."""
        return (self.source, *([self.cited_through.source] if self.cited_through else []))

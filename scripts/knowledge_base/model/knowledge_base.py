"""Everything in the evidence files, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from knowledge_base.model.blueprint import Blueprint, Measure
from knowledge_base.model.clinician_post import ClinicianPost
from knowledge_base.model.context import ContextEvent, Person, Search
from knowledge_base.model.examples import Examples
from knowledge_base.model.gap import Discrepancy, Gap
from knowledge_base.model.instrument import Instrument
from knowledge_base.model.logic_model import LogicModel
from knowledge_base.model.pilot_defaults import Measured, PilotDefaults
from knowledge_base.model.provider import Provider
from knowledge_base.model.record import Record
from knowledge_base.model.report import Report
from knowledge_base.model.source import Source
from knowledge_base.model.source_note import Inclusion, SourceNote
from knowledge_base.model.study import Study
from knowledge_base.model.vocabulary import (
    ClaimKindTerm,
    ComponentTerm,
    FactorTerm,
    HowReadTerm,
    NearnessTerm,
    OutcomeTerm,
    RegionTerm,
    SettingTerm,
    SourceCheckTerm,
    StandingTerm,
    StudyTypeTerm,
    Term,
    Vocabulary,
)

TermT = TypeVar("TermT", bound=Term)

PUBLISHED = "published"
"""The status of records that count, and the standing of a source that has no notice."""


def _words(vocabulary: str, kind: type[TermT]) -> cached_property[dict[str, TermT]]:
    """Return the property that a vocabulary's words are, with all that words of its kind say."""
    return cached_property(
        lambda kb: {
            i: term for i, term in kb.vocabularies[vocabulary].items() if isinstance(term, kind)
        }
    )


@dataclass(frozen=True)
class KnowledgeBase:
    """Everything in the evidence files, known to be right.

    What has a file of its own is sorted by id. What shares a file (vocabularies, posts, gaps,
    discrepancies) keeps the file's order, which is the order that pages show.
    """

    records: dict[str, Record]
    studies: dict[str, Study]
    sources: dict[str, Source]
    blueprint: dict[str, Blueprint]
    providers: dict[str, Provider]
    instruments: dict[str, Instrument]
    clinician_posts: dict[str, ClinicianPost]
    logic_model: LogicModel
    pilot_defaults: PilotDefaults
    gaps: dict[str, Gap]
    discrepancies: dict[str, Discrepancy]
    report: Report
    examples: Examples
    source_notes: dict[str, SourceNote]
    inclusion: Inclusion | None
    context: dict[str, ContextEvent]
    searches: dict[str, Search]
    people: dict[str, Person]
    aliases: dict[str, str]
    """The record that took the place of an id that had a page, by that id."""
    vocabularies: dict[str, Vocabulary]

    components = _words("component", ComponentTerm)
    """The components, in their order."""
    outcomes = _words("outcome", OutcomeTerm)
    """The outcomes, in their order."""
    claim_kinds = _words("claim-kind", ClaimKindTerm)
    """The kinds of claim."""
    factors = _words("factor", FactorTerm)
    """What helps or hinders implementation."""
    study_types = _words("study-type", StudyTypeTerm)
    """The types of study."""
    settings = _words("setting", SettingTerm)
    """The settings."""
    regions = _words("region", RegionTerm)
    """The regions."""
    ways_of_reading = _words("how-read", HowReadTerm)
    """How claims were read."""
    degrees_of_nearness = _words("nearness", NearnessTerm)
    """How near what was studied can be to a component."""
    verdicts = _words("source-check", SourceCheckTerm)
    """What a source can say of a claim that another document makes of it."""
    standings = _words("standing", StandingTerm)
    """Whether a document still stands."""

    def term(self, kind: str, term_id: str) -> Term:
        """Return a word of a vocabulary. Raises KeyError if there is none."""
        return self.vocabularies[kind][term_id]

    def label(self, kind: str, term_id: str) -> str:
        """Return how pages name a word of a vocabulary."""
        return self.term(kind, term_id).label

    def component_for(self, role: str) -> str | None:
        """Return the component that has a role in the pages that plan a pilot, if one has it."""
        return next((i for i, term in self.components.items() if term.role == role), None)

    def measures_for(self, role: str) -> Mapping[str, Measure]:
        """Return the measures of the component that has a role; none if no component has it."""
        blueprint = self.blueprint.get(self.component_for(role) or "")
        return blueprint.measures if blueprint else {}

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The components but for the one that stands for all of them together."""
        return tuple(i for i, term in self.components.items() if term.role != "together")

    @cached_property
    def home_settings(self) -> tuple[str, ...]:
        """How pages name the settings whose findings are direct."""
        return tuple(term.label for term in self.settings.values() if term.direct)

    @cached_property
    def home(self) -> str:
        """How sentences name the setting of the model, from which findings are direct."""
        return " or ".join(self.home_settings)

    def measure(self, default: Measured) -> Measure:
        """Return the number of the blueprint that a default of the planner rests on."""
        return self.blueprint[default.component].measures[default.measure]

    @cached_property
    def published(self) -> tuple[Record, ...]:
        """The records that count, by id."""
        return tuple(record for record in self.records.values() if self.stands(record))

    @cached_property
    def notes_by_source(self) -> dict[str, SourceNote]:
        """What must be known of each source that has a note, by the source's key."""
        return {note.source: note for note in self.source_notes.values()}

    def standing_of(self, source: str) -> str:
        """Return whether a source still stands: a word of the vocabulary."""
        note = self.notes_by_source.get(source)
        return note.standing.status if note and note.standing else PUBLISHED

    @cached_property
    def documents(self) -> frozenset[str]:
        """The sources that a record rests on, or was read in instead: each has a page."""
        return frozenset(key for record in self.records.values() for key in record.documents)

    @cached_property
    def fallen_sources(self) -> frozenset[str]:
        """The sources that were taken back, so that nothing can rest on them."""
        return frozenset(
            key for key in self.notes_by_source if self.standings[self.standing_of(key)].fallen
        )

    def stands(self, record: Record) -> bool:
        """Whether a record counts: it is published, and what it was read in was not taken back."""
        return record.status == PUBLISHED and self.fallen_sources.isdisjoint(record.documents)

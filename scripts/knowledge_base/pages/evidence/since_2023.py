"""What came after the report: the pilot, policy, and evidence that the report does not give."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from knowledge_base.model.base import NOT_APPLICABLE, Statement
from knowledge_base.model.context import ContextEvent, Search
from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.reading_note import Reading
from knowledge_base.model.record import Record
from knowledge_base.pages.evidence.searches import PILOT, pilot_searches
from knowledge_base.views.citations import claim_names
from knowledge_base.views.limits import comes_from_report
from knowledge_base.views.readings import usual_reading
from knowledge_base.views.selection import COMPARISON, basis, bears_on_outcomes, is_near


@dataclass(frozen=True)
class EventsOfKind:
    """What happened, of one kind, in the order of its days."""

    kind: str
    events: dict[str, ContextEvent]


@dataclass(frozen=True)
class NewClaim:
    """A claim that was not read in the report."""

    record: Record
    number: int | None
    """Its number among the claims of its source, where that has several."""
    is_review: bool
    """Whether a review makes it, which brings other people's studies together."""
    cited_by_report: bool
    """Whether the report names the source, though not for this."""
    is_near: bool
    """Whether it is on a component itself or a part of it, and so counts in the evidence map."""
    is_later: bool
    """Whether its source is younger than the report's year."""
    notes: tuple[str, ...]
    """Interests of the authors, and what was published against it."""

    @property
    def points(self) -> bool:
        """Whether the claim says which way something changes or bears."""
        return self.record.direction != NOT_APPLICABLE


@dataclass(frozen=True)
class OfSource:
    """New claims of one source that were studied and read in the same way."""

    claims: tuple[NewClaim, ...]

    @property
    def first(self) -> NewClaim:
        """The claim that stands for all in what they share."""
        return self.claims[0]

    @property
    def shared(self) -> tuple[str, ...]:
        """What a reader must know of every one of several claims, a sentence each."""
        notes = [_sentences(claim.record.note) for claim in self.claims]
        return tuple(s for s in notes[0] if all(s in n for n in notes)) if len(notes) > 1 else ()

    def note(self, claim: NewClaim) -> str:
        """Return what a reader must know of one claim besides."""
        return " ".join(s for s in _sentences(claim.record.note) if s not in self.shared)


@dataclass(frozen=True)
class Beside:
    """The directions of the claims on one outcome, with how many claims point each way."""

    outcome: str
    report: dict[str, int]
    near: dict[str, int]
    """New claims on the component itself or a part of it."""
    around: dict[str, int]
    """New claims on something like it, or on the programme around it."""


@dataclass(frozen=True)
class ComponentEvidence:
    """What is new on a component."""

    component: str
    in_brief: tuple[Statement, ...]
    """Whether it helps, as far as studies tell."""
    beside: tuple[Beside, ...]
    near: tuple[OfSource, ...]
    around: tuple[OfSource, ...]
    reviews: tuple[OfSource, ...]

    @property
    def size(self) -> int:
        """How many claims are new."""
        return sum(len(of.claims) for of in (*self.near, *self.around, *self.reviews))


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    usual: Reading | None
    """How most of the pages on events were read."""
    pilot: dict[str, ContextEvent]
    pilot_searches: dict[str, Search]
    changes: tuple[EventsOfKind, ...]
    claims: int
    studies: int
    reviews: int
    whole: int
    """How many of the new claims were read in a source that was read as a whole."""
    compared: tuple[NewClaim, ...]
    """Claims of primary studies that measured an effect against a comparison, nearest first."""
    compared_studies: int
    """How many studies these are."""
    compared_in_reviews: tuple[NewClaim, ...]
    figures: int
    """How many figures the new claims give."""
    components: tuple[ComponentEvidence, ...]


def facts(kb: KnowledgeBase) -> Facts:
    """Return what is known of the time after the report, and what it left out."""
    new = [_new(kb, record) for record in kb.published if not comes_from_report(kb, record)]
    degrees = list(kb.vocabularies["nearness"])
    # The claims of a study stand together.
    nearest_first = sorted(
        new, key=lambda claim: (degrees.index(claim.record.nearness), claim.record.study or "")
    )
    compared = [claim for claim in nearest_first if basis(kb, claim.record) == COMPARISON]
    return Facts(
        usual=usual_reading(event.reading for event in kb.context.values()),
        pilot=_in_order(kb, PILOT),
        pilot_searches=pilot_searches(kb),
        changes=tuple(
            EventsOfKind(kind, events)
            for kind in kb.vocabularies["context-kind"]
            if kind != PILOT and (events := _in_order(kb, kind))
        ),
        claims=len(new),
        studies=_studies(claim for claim in new if not claim.is_review),
        reviews=_studies(claim for claim in new if claim.is_review),
        whole=sum(1 for claim in new if claim.record.how_read == "in-source"),
        compared=tuple(claim for claim in compared if not claim.is_review),
        compared_studies=_studies(claim for claim in compared if not claim.is_review),
        compared_in_reviews=tuple(claim for claim in compared if claim.is_review),
        figures=sum(len(claim.record.results) for claim in new),
        components=tuple(
            own for component in kb.components if (own := _component(kb, component, new)).size
        ),
    )


def _in_order(kb: KnowledgeBase, kind: str) -> dict[str, ContextEvent]:
    # Where only a year or a month is known, it stands before the days within it.
    of_kind = [(i, event) for i, event in kb.context.items() if event.kind == kind]
    return dict(sorted(of_kind, key=lambda item: item[1].date))


def _new(kb: KnowledgeBase, record: Record) -> NewClaim:
    source, report = kb.sources[record.source], kb.sources[kb.report.source]
    study = kb.studies[record.study] if record.study else None
    note = kb.notes_by_source.get(record.source)
    return NewClaim(
        record,
        claim_names(kb)[record.id].number,
        is_review=study is not None and study.review is not None,
        is_near=is_near(kb, record),
        cited_by_report=bool(source.listed),
        is_later=(source.year or 0) > (report.year or 0),
        notes=(
            *(interest.statement for interest in note.interests),
            *(dispute.statement for dispute in note.disputes),
        )
        if note
        else (),
    )


def _studies(claims: Iterable[NewClaim]) -> int:
    return len({claim.record.study for claim in claims if claim.record.study})


def _component(kb: KnowledgeBase, component: str, new: list[NewClaim]) -> ComponentEvidence:
    # The most direct kind of evidence first.
    bases = list(kb.vocabularies["evidence-basis"])
    own = sorted(
        (claim for claim in new if claim.record.component == component),
        key=lambda claim: bases.index(basis(kb, claim.record)),
    )
    primary = [claim for claim in own if not claim.is_review]
    blueprint = kb.blueprint.get(component)
    return ComponentEvidence(
        component,
        blueprint.effects_in_brief if blueprint else (),
        _beside(kb, component, [claim.record for claim in own]),
        near=_by_source(claim for claim in primary if claim.is_near),
        around=_by_source(claim for claim in primary if not claim.is_near),
        reviews=_by_source(claim for claim in own if claim.is_review),
    )


def _by_source(claims: Iterable[NewClaim]) -> tuple[OfSource, ...]:
    """Return claims by what they share, in the order of the first of each."""
    shared = attrgetter("source", "nearness", "study_type", "setting", "how_read")
    groups = by_key((shared(claim.record), claim) for claim in claims)
    return tuple(OfSource(tuple(group)) for group in groups.values())


def _sentences(note: str | None) -> list[str]:
    return re.split(r"(?<=[.?!]) ", note) if note else []


def _beside(kb: KnowledgeBase, component: str, new: list[Record]) -> tuple[Beside, ...]:
    report = [r for r in kb.published if r.component == component and comes_from_report(kb, r)]
    touched = {
        outcome for record in new if bears_on_outcomes(record) for outcome in record.outcomes
    }
    return tuple(
        Beside(
            outcome,
            _directions(kb, outcome, report),
            _directions(kb, outcome, [r for r in new if is_near(kb, r)]),
            _directions(kb, outcome, [r for r in new if not is_near(kb, r)]),
        )
        for outcome in kb.outcomes
        if outcome in touched
    )


def _directions(kb: KnowledgeBase, outcome: str, records: list[Record]) -> dict[str, int]:
    on_it = [r.direction for r in records if outcome in r.outcomes and bears_on_outcomes(r)]
    return {
        direction: count
        for direction in kb.vocabularies["direction"]
        if (count := on_it.count(direction))
    }

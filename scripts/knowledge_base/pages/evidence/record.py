"""A page for every evidence record: all its fields, and what the reader must keep in mind."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from knowledge_base.markup import addresses
from knowledge_base.model.base import NOT_APPLICABLE, NOT_REPORTED
from knowledge_base.model.fields import RECORD_FIELDS, Field
from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.reading_note import Reading
from knowledge_base.model.record import Record
from knowledge_base.pages.evidence.things import DocumentFacts, Things
from knowledge_base.pages.generated import Link, PageKind
from knowledge_base.views.citations import claim_names
from knowledge_base.views.claims import Check, source_check
from knowledge_base.views.effects import Effects, effects
from knowledge_base.views.fallen import Fall, fall_in_words, fall_of
from knowledge_base.views.limits import comes_from_report
from knowledge_base.views.selection import is_finding
from knowledge_base.views.since_report import SINCE_REPORT, since_report
from knowledge_base.wording.dates import long_date
from knowledge_base.wording.nouns import reported


@dataclass(frozen=True)
class Row:
    """A field of a record with its value: text, and links to what it names."""

    field: str
    label: str
    """Empty where the template has it: of what is no field, but follows from some."""
    value: tuple[str | Link, ...]
    """Empty where the template has the words."""


@dataclass(frozen=True)
class CheckFacts:
    """What the source itself says of the claim, and how that was read."""

    check: Check
    support: str
    reading: Reading | None
    on: str
    checked_by: tuple[str, ...]
    """The names of who checked it."""


@dataclass(frozen=True)
class RecordFacts:
    """What the page of a record shows."""

    title: str
    record: Record
    source: Link
    places: tuple[str, ...]
    """The countries that the finding comes from, where the source states them."""
    read_instead: Link | None
    """The document that was read in the place of the source."""
    fall: Fall | None
    """How the record has fallen, if it doesn't stand."""
    fall_in_words: str
    successor: Link | None
    """The record that takes this one's place in the end."""
    check: CheckFacts | None
    effects: Effects
    documents: tuple[DocumentFacts, ...]
    """What must be known of the source, and of what was read instead of it; without those of which
    nothing is on file."""
    includes: tuple[Link, ...]
    """Studies of this base that the review behind it includes, which are counted by themselves."""
    included_in: tuple[Link, ...]
    """Reviews of this base that include the study behind it."""
    read_by: tuple[str, ...]
    """The names of who read it."""
    checked_by: tuple[str, ...]
    judge: str
    """The name of who appraised it; empty where nobody did."""
    rows: tuple[Row, ...]
    from_report: bool
    """Whether the claim was read in the report that most of the site rests on."""
    report: str
    """How that report is named."""


def facts_of_records(kb: KnowledgeBase) -> Iterator[tuple[str, Callable[[], RecordFacts]]]:
    """Yield each record's id with what makes the facts that its page shows."""
    base = _Base(kb)
    for record in kb.records.values():
        yield record.id, partial(base.facts, record)


def record_titles(kb: KnowledgeBase) -> dict[str, str]:
    """Return the title of each record's page; those that would be alike get the claim's number."""
    names = claim_names(kb)
    titles = {
        record.id: f"{names[record.id].source} on {kb.components[record.component].in_a_sentence}: "
        f"{_topic(kb, record).lower()}"
        for record in kb.records.values()
    }
    times = Counter(titles.values())
    return {
        record_id: title if times[title] == 1 else f"{title} (claim {names[record_id].number})"
        for record_id, title in titles.items()
    }


def _topic(kb: KnowledgeBase, record: Record) -> str:
    """Name what a claim is about, and say no more than the claim.

    An aim or a gap is not a finding, and what hinders is not what would help.
    """
    kind = kb.claim_kinds[record.kind].label
    if record.outcomes:
        outcomes = ", ".join(kb.outcomes[outcome].label for outcome in record.outcomes)
        return outcomes if is_finding(kb, record) else f"{kind} ({outcomes})"
    if record.factor:
        factor = kb.factors[record.factor]
        return factor.as_barrier if record.direction == "unfavourable" else factor.label
    return kind


class _Base(Things):
    """A knowledge base with what is worked out once for the pages of all records."""

    def __init__(self, kb: KnowledgeBase) -> None:
        super().__init__(kb)
        self.titles = record_titles(kb)

    @cached_property
    def responses(self) -> Mapping[str, list[str]]:
        """The records that count and respond to another, by the other's id."""
        return by_key((barrier, r.id) for r in self.kb.published for barrier in r.responds_to)

    def facts(self, record: Record) -> RecordFacts:
        """Return what the page of one record shows."""
        kb, through = self.kb, record.cited_through
        fall = fall_of(kb, record)
        successor = fall.successor if fall else None
        review = kb.studies[record.study].review if record.study else None
        return RecordFacts(
            title=self.titles[record.id],
            record=record,
            source=self.source(record.source),
            places=tuple(
                kb.label("country", country)
                for country in record.countries
                if country not in (NOT_REPORTED, NOT_APPLICABLE)
            ),
            read_instead=self.source(through.source) if through else None,
            fall=fall,
            fall_in_words=fall_in_words(kb, fall) if fall else "",
            successor=self.record(successor) if successor else None,
            check=self.check(record),
            effects=effects(kb, [record]),
            documents=tuple(filter(None, map(self.notes, record.documents))),
            includes=self.studies(review.includes if review else ()),
            included_in=self.studies(self.reviews.get(record.study or "", ())),
            read_by=self.people(record.read_by),
            checked_by=self.people(record.checked_by),
            judge=kb.people[record.appraisal.judge].name if record.appraisal else "",
            rows=tuple(self.rows(record)),
            from_report=comes_from_report(kb, record),
            report=kb.sources[kb.report.source].short if kb.report.source else "",
        )

    def rows(self, record: Record) -> Iterator[Row]:
        """Yield the fields of a record in the order of the page's table."""
        for field in RECORD_FIELDS:
            value = self.value(record, field) if field.row else None
            if value is not None:
                yield Row(field.name, field.label, value)
            if field.name == "nearness" and self.kb.report.source:
                since = SINCE_REPORT[since_report(self.kb, record)]
                yield Row("since_report", "", (since,))
            if field.name == "responds_to" and (responses := self.responses.get(record.id)):
                yield Row("responses", "", self.records(responses))
        for exception in record.exceptions:
            yield Row("exceptions", exception.rule, (exception.reason,))

    def value(self, record: Record, field: Field) -> tuple[str | Link, ...] | None:
        """Return what a record says in a field; None where it says nothing."""
        kb, value = self.kb, field.of(record)
        match field.name:
            case "kind":
                kind = kb.claim_kinds[value]
                return (f"{kind.label}: {kind.definition}",)
            case "source":
                return (self.source(value),)
            case "study":
                return self.study(value)
            case "how_read":
                return ()
        if not value:
            return None
        match field.name:
            case "outcomes":
                return _separated(
                    Link(kb.outcomes[o].label, addresses.address("outcome", o)) for o in value
                )
            case "responds_to":
                return self.records(value)
        if terms := kb.vocabularies.get(field.refers_to or ""):
            values = value if field.is_several else (value,)
            return ("; ".join(terms[term].label for term in values),)
        return (long_date(value) if isinstance(value, date) else reported(str(value)),)

    def study(self, study_id: str | None) -> tuple[Link, ...]:
        """Return a link to the study behind a record, if one is identified."""
        return self.studies([study_id] if study_id else ())

    @cached_property
    def reviews(self) -> Mapping[str, list[str]]:
        """The reviews that include a study, by its id."""
        return by_key(
            (included, study.id)
            for study in self.kb.studies.values()
            if study.review
            for included in study.review.includes
        )

    def check(self, record: Record) -> CheckFacts | None:
        """Return what the source itself says of the claim; None if nobody has looked."""
        entry, check = record.source_check, source_check(self.kb, record)
        if entry is None or check is None:
            return None
        return CheckFacts(
            check,
            entry.support or "",
            entry.reading,
            long_date(entry.on),
            self.people(entry.checked_by),
        )


def _separated(links: Iterable[Link]) -> tuple[str | Link, ...]:
    pieces = tuple(piece for link in links for piece in ("; ", link))
    return pieces[1:]


KIND = PageKind("record", "evidence/record.html", addresses.RECORDS, facts_of_records)

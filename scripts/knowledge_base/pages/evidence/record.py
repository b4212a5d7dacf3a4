"""A page for every evidence record: all its fields, and what the reader must keep in mind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from knowledge_base.markup import addresses
from knowledge_base.model.fields import RECORD_FIELDS, Field
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.pages.generated import Link, PageKind
from knowledge_base.views.citations import citation_labels, gathered_by_source, record_labels
from knowledge_base.views.limits import comes_from_report
from knowledge_base.wording.nouns import reported


@dataclass(frozen=True)
class Row:
    """A field of a record with its value: text, and links to what it names."""

    field: str
    label: str
    value: tuple[str | Link, ...]
    """Empty where the template has the words."""


@dataclass(frozen=True)
class RecordFacts:
    """What the page of a record shows."""

    title: str
    record: Record
    source: Link
    read_instead: Link | None
    """The document that was read in the place of the source."""
    successor: Link | None
    """The record that takes this one's place."""
    rows: tuple[Row, ...]
    from_report: bool
    """Whether the claim was read in the report that most of the site rests on."""
    report: str
    """How that report is named."""


def facts_of_records(kb: KnowledgeBase) -> dict[str, RecordFacts]:
    """Return what each record's page shows."""
    base = _Base(kb)
    return {record.id: base.facts(record) for record in kb.records.values()}


def record_titles(kb: KnowledgeBase) -> dict[str, str]:
    """Return the title of each record's page; those that would be alike get words of their id."""
    titles = {record.id: _title(kb, record) for record in kb.records.values()}
    times = Counter(titles.values())
    return {
        record_id: title if times[title] == 1 else f"{title} ({_words(record_id)})"
        for record_id, title in titles.items()
    }


def _title(kb: KnowledgeBase, record: Record) -> str:
    component = kb.components[record.component].short.lower()
    return f"{kb.sources[record.source].short} on {component}: {_topic(kb, record)}"


def _topic(kb: KnowledgeBase, record: Record) -> str:
    if record.outcomes:
        return ", ".join(kb.outcomes[o].label for o in record.outcomes).lower()
    if record.factor:
        return kb.label("factor", record.factor).lower()
    return _words(record.id)


def _words(record_id: str) -> str:
    """Return the words of an id that follow its author and year."""
    return re.sub(r"^.*?-(\d{4}[a-z]?|nd)-", "", record_id).replace("-", " ")


class _Base:
    """A knowledge base with what is worked out once for the pages of all records."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self.titles = record_titles(kb)
        self.source_labels = citation_labels(kb.sources)
        self.record_labels = record_labels(kb)

    @cached_property
    def responses(self) -> Mapping[str, list[str]]:
        """The records that count and respond to another, by the other's id."""
        responses: dict[str, list[str]] = {}
        for record in self.kb.published:
            for barrier in record.responds_to:
                responses.setdefault(barrier, []).append(record.id)
        return responses

    def facts(self, record: Record) -> RecordFacts:
        """Return what the page of one record shows."""
        kb, through, notice = self.kb, record.cited_through, record.notice
        successor = notice.superseded_by if notice else None
        return RecordFacts(
            title=self.titles[record.id],
            record=record,
            source=self.source(record.source),
            read_instead=self.source(through.source) if through else None,
            successor=Link(successor, KIND.reference(successor)) if successor else None,
            rows=tuple(self.rows(record)),
            from_report=comes_from_report(kb, record),
            report=kb.sources[kb.report.source].short,
        )

    def rows(self, record: Record) -> Iterator[Row]:
        """Yield the fields of a record in the order of the page's table."""
        for field in RECORD_FIELDS:
            value = self.value(record, field) if field.row else None
            if value is not None:
                yield Row(field.name, field.label, value)
            if field.name == "responds_to" and (responses := self.responses.get(record.id)):
                yield Row("responses", "Responses", self.records(responses))
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
            chosen = value if field.is_several else (value,)
            return ("; ".join(terms[term].label for term in chosen),)
        return (reported(str(value)),)

    def source(self, key: str) -> Link:
        """Return a link to a source in the reference list."""
        return Link(self.source_labels[key], addresses.address("source", key))

    def study(self, study_id: str | None) -> tuple[Link, ...]:
        """Return a link to the study behind a record, if one is identified."""
        if study_id is None:
            return ()
        return (Link(self.kb.studies[study_id].name, addresses.address("study", study_id)),)

    def records(self, ids: Iterable[str]) -> tuple[str | Link, ...]:
        """Return links to records, gathered by their sources."""
        return tuple(
            Link(text, KIND.reference(record_id)) if record_id else text
            for text, record_id in gathered_by_source(self.record_labels, ids)
        )


def _separated(links: Iterable[Link]) -> tuple[str | Link, ...]:
    pieces = tuple(piece for link in links for piece in ("; ", link))
    return pieces[1:]


KIND = PageKind("record", "evidence/record.html", addresses.RECORDS, facts_of_records)

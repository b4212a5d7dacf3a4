"""A static API: an address for each record, study, source and course, below `data/v1/`.

Each document carries the edition, the licence, the limits and links, so that it can be quoted on
its own. The classes here are its shapes: the JSON Schemas beside the documents are made of them,
and of the model. What the site promises about change stands on the page of downloads, and
`tests/exports/api_v1_promised.txt` holds us to it.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any

from knowledge_base.exports.formats.csl_json import item
from knowledge_base.exports.notes import LICENCE
from knowledge_base.exports.source_remarks import source_remarks
from knowledge_base.markup import addresses
from knowledge_base.model.base import POUNDS, Day, HowReadId, Model, StandingId
from knowledge_base.model.fields import RECORD_FIELDS
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.provider import Course
from knowledge_base.model.record import Record
from knowledge_base.model.study import Study
from knowledge_base.views.catalogue import CourseRow, Verdict, catalogue
from knowledge_base.views.citations import citation_labels
from knowledge_base.views.edition import edition
from knowledge_base.views.limits import limits_of

FOLDER = "v1"
INDEX = f"{FOLDER}/index.json"

Links = dict[str, str | tuple[str, ...]]


class Edition(Model):
    """Which state of the evidence a document is of."""

    version: str
    """The version: the date and a fingerprint of all evidence."""
    date: Day | None = None
    """The newest date in the evidence."""


class Document(Model):
    """What every document says."""

    edition: Edition
    licence: str
    """The address of the licence of our text and data. Sources keep their own."""
    limits: str
    """What a reader must know before relying on any of it."""
    links: Links
    """Addresses by what they lead to, seen from this document."""


class HowRead(Model):
    """How the claim of a record was read."""

    id: HowReadId
    label: str
    meaning: str


class RecordDocument(Document):
    """One claim, from one source, about one component."""

    id: str
    """The record's id. It never changes."""
    stands: bool
    """Whether the record counts: it is published, and its source still stands."""
    how_read: HowRead
    """Whether we read the source, a part of it, or another document that cites it."""
    labels: dict[str, str | tuple[str, ...]]
    """How pages name the words that the record uses, by field."""
    source_label: str
    """How pages name the source."""
    record: Record
    """The record, as the evidence has it."""


class StudyDocument(Document):
    """A piece of research, which several sources can report."""

    id: str
    """The study's id. It never changes."""
    study: Study
    """The study, as the evidence has it."""


class SourceDocument(Document):
    """A document that claims come from."""

    id: str
    """The source's key. It never changes."""
    label: str
    """How pages name the source."""
    standing: StandingId
    """Whether it still stands as it was published."""
    remark: str | None = None
    """How it was read, whether it still stands, its authors' interests, and disputes about it."""
    csl: dict[str, Any]
    """The reference as an item of CSL-JSON, for citation managers."""


class CourseDocument(Document):
    """A training course on offer."""

    id: str
    """The provider and the course, joined by a slash."""
    provider: str
    """Who runs it."""
    course: Course
    """The course, as the evidence has it."""
    price_per_place_gbp: Annotated[float, POUNDS] | None = None
    """The price for one person in pounds, before VAT where that is extra."""
    price_note: str
    """How the price for one person was worked out, or why it was not."""
    aft_hours: Verdict
    """Whether the entry shows that the hours asked for at Foundation level are met."""
    checked: Day
    """The day on which the entry was last compared with its source."""


class Entry(Model):
    """One thing in the index."""

    id: str
    href: str
    """The address of its document, seen from the index."""


class IndexDocument(Document):
    """Everything that has an address."""

    records: tuple[Entry, ...]
    studies: tuple[Entry, ...]
    sources: tuple[Entry, ...]
    courses: tuple[Entry, ...]


SHAPES: dict[str, type[Document]] = {
    "records": RecordDocument,
    "studies": StudyDocument,
    "sources": SourceDocument,
    "courses": CourseDocument,
    "index": IndexDocument,
}
"""The shape of the documents in each folder, and of the index."""
SCHEMAS = {name: f"{FOLDER}/schemas/{name}.schema.json" for name in SHAPES}


def documents(kb: KnowledgeBase) -> dict[str, str]:
    """Return all documents and their schemas, by their path among the downloads."""
    api = _Api(kb)
    texts = {path: _text(document) for path, document in api.documents()}
    schemas = {
        SCHEMAS[name]: json.dumps(schema_of(SHAPES[name]), indent=1, ensure_ascii=False) + "\n"
        for name in shapes(kb)
    }
    return texts | {INDEX: _text(api.index(texts))} | schemas


def shapes(kb: KnowledgeBase) -> list[str]:
    """Return the names of the shapes that there are documents of."""
    return [name for name in SHAPES if name != "courses" or kb.providers]


def schema_of(shape: type[Document]) -> dict[str, Any]:
    """Return the JSON Schema of a shape. It allows fields that are added later."""
    schema: dict[str, Any] = _open(shape.model_json_schema())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def path_of(kind: str, thing: str) -> str:
    """Return the path of a thing's document among the downloads."""
    return f"{FOLDER}/{kind}/{thing}.json"


def _open(part: Any) -> Any:
    if isinstance(part, list):
        return [_open(item) for item in part]
    if not isinstance(part, dict):
        return part
    return {n: _open(p) for n, p in part.items() if (n, p) != ("additionalProperties", False)}


def _text(document: Document) -> str:
    return document.model_dump_json(indent=1, by_alias=True, exclude_none=True) + "\n"


class _Api:
    """A knowledge base with what its documents share."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        this = edition(kb)
        self.edition = Edition(version=this.version, date=this.day)
        self.labels = citation_labels(kb.sources)
        self.remarks = source_remarks(kb)

        self.records_of: dict[str, list[str]] = defaultdict(list)
        """The records that name a source or a study, by its kind and id."""
        for record in kb.records.values():
            for key in dict.fromkeys(record.documents):
                self.records_of[f"sources/{key}"].append(record.id)
            self.records_of[f"studies/{record.study}"].append(record.id)

    def documents(self) -> Iterator[tuple[str, Document]]:
        """Yield each document with its path."""
        kb = self.kb
        for record_id, record in kb.records.items():
            yield self._record(record_id, record)
        # An address that was given once leads on.
        for former, record_id in kb.aliases.items():
            yield self._record(former, kb.records[record_id])
        for study in kb.studies.values():
            yield self._study(study)
        for key in kb.sources:
            yield self._source(key)
        for row in catalogue(kb):
            yield self._course(row)

    def index(self, paths: Iterable[str]) -> IndexDocument:
        """Return the index of the documents at these paths."""
        entries: dict[str, list[Entry]] = defaultdict(list)
        for path in paths:
            _, kind, thing = path.removesuffix(".json").split("/", 2)
            if thing not in self.kb.aliases:
                entries[kind].append(Entry(id=thing, href=f"{kind}/{thing}.json"))
        links = {
            "about": addresses.page("book/about/data"),
            "package": addresses.data("datapackage.json"),
            **{f"schema_of_{name}": addresses.data(SCHEMAS[name]) for name in shapes(self.kb)},
        }
        return IndexDocument(
            **self._notes(INDEX, links),
            records=tuple(entries["records"]),
            studies=tuple(entries["studies"]),
            sources=tuple(entries["sources"]),
            courses=tuple(entries["courses"]),
        )

    def _record(self, name: str, record: Record) -> tuple[str, RecordDocument]:
        kb, path = self.kb, path_of("records", name)
        how = kb.term("how-read", record.how_read)
        links: dict[str, Any] = {
            "page": addresses.record(record.id),
            "source": _api("sources", record.source),
            "study": _api("studies", record.study) if record.study else None,
            "cited_through": record.cited_through and _api("sources", record.cited_through.source),
            "superseded_by": record.notice
            and record.notice.superseded_by
            and _api("records", record.notice.superseded_by),
        }
        return path, RecordDocument(
            **self._notes(path, links, "records"),
            id=record.id,
            stands=kb.stands(record),
            how_read=HowRead(id=record.how_read, label=how.label, meaning=how.definition),
            labels=self._labels(record),
            source_label=self.labels[record.source],
            record=record,
        )

    def _study(self, study: Study) -> tuple[str, StudyDocument]:
        path = path_of("studies", study.id)
        links = {
            "page": addresses.address("study", study.id),
            "sources": tuple(_api("sources", key) for key in study.sources),
            "records": tuple(_api("records", i) for i in self.records_of[f"studies/{study.id}"]),
        }
        return path, StudyDocument(**self._notes(path, links, "studies"), id=study.id, study=study)

    def _source(self, key: str) -> tuple[str, SourceDocument]:
        path, source = path_of("sources", key), self.kb.sources[key]
        links = {
            "page": addresses.source(key, has_page=key in self.kb.documents),
            "records": tuple(_api("records", i) for i in self.records_of[f"sources/{key}"]),
        }
        return path, SourceDocument(
            **self._notes(path, links, "sources"),
            id=key,
            label=self.labels[key],
            standing=self.kb.standing_of(key),
            remark=self.remarks.get(key),
            csl=item(source),
        )

    def _course(self, row: CourseRow) -> tuple[str, CourseDocument]:
        path = path_of("courses", row.id)
        links = {
            "page": addresses.address("course", row.id),
            "sources": tuple(_api("sources", key) for key in row.course.sources),
        }
        return path, CourseDocument(
            **self._notes(path, links, "courses"),
            id=row.id,
            provider=row.provider.name,
            course=row.course,
            price_per_place_gbp=row.price_per_place,
            price_note=row.price_note,
            aft_hours=row.standard,
            checked=row.provider.checked,
        )

    def _labels(self, record: Record) -> dict[str, str | tuple[str, ...]]:
        """Return how pages name the words of a record."""
        labels: dict[str, str | tuple[str, ...]] = {}
        for field in RECORD_FIELDS:
            terms, value = self.kb.vocabularies.get(field.refers_to or ""), field.of(record)
            if terms and value:
                labels[field.name] = (
                    tuple(terms[word].label for word in value)
                    if field.is_several
                    else terms[value].label
                )
        return labels

    def _notes(self, path: str, links: Mapping[str, Any], shape: str = "") -> dict[str, Any]:
        """Return what every document says; links lead from the root of the site."""
        about = {
            **links,
            **({"schema": addresses.data(SCHEMAS[shape])} if shape else {}),
            "index": addresses.data(INDEX),
        }
        here = addresses.data(path)
        return {
            "edition": self.edition,
            "licence": LICENCE["path"],
            "limits": limits_of(self.kb),
            "links": {
                name: tuple(addresses.seen_from(here, a) for a in to)
                if isinstance(to, tuple)
                else addresses.seen_from(here, to)
                for name, to in about.items()
                if to
            },
        }


def _api(kind: str, thing: str) -> str:
    return addresses.data(path_of(kind, thing))

"""The evidence files as read: values with their documents, before they are known to be right."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from knowledge_base.model.base import UNREAD, tells
from knowledge_base.model.places import Trail
from knowledge_base.model.record import Record
from knowledge_base.model.shape import references
from knowledge_base.model.source import Source
from knowledge_base.model.study import Study
from knowledge_base.model.vocabulary import VOCABULARIES as VOCABULARY_TYPES
from knowledge_base.model.vocabulary import Vocabulary
from knowledge_base.reading.file_kinds import (
    CONTEXT,
    FILE_KINDS,
    GAPS,
    PEOPLE,
    RECORDS,
    REPORT,
    STUDIES,
    VOCABULARIES,
    FileKind,
)
from knowledge_base.reading.salvage import salvage
from knowledge_base.reading.yaml_source import Document

T = TypeVar("T")


@dataclass
class EvidenceFile(Generic[T]):
    """One file: its id, its document, and its value if that could be read."""

    id: str
    document: Document
    annotation: Any
    content: T | None = None
    """What the file says; None if it could not be read."""

    @cached_property
    def value(self) -> T:
        """The content of the file; `UNREAD` for each part of it that could not be read."""
        if self.content is not None:
            return self.content
        part: T = salvage(self.document.value, self.annotation)
        return part

    def tells(self, *fields: str) -> bool:
        """Whether all of these fields could be read, each as a whole."""
        return self.content is not None or tells(self.value, *fields)


class Reference(NamedTuple):
    """A place in a file that names something else."""

    document: Document
    trail: Trail
    kind: str
    """What is named: a vocabulary, or `source`, `study`, `record`, `rule`, `next-step` …"""
    id: str


@dataclass
class Evidence:
    """All files as read. Checks run over what could be read; ids count even where it couldn't."""

    as_of: date
    rule_ids: frozenset[str]
    """The rules that a record may name in an exception."""
    files: dict[str, dict[str, EvidenceFile[Any]]] = field(default_factory=dict)
    """Entries by family and id; records by `component/id`, so that a name used twice is seen."""
    sources: dict[str, Source] = field(default_factory=dict)
    sources_read: bool = False
    """Whether `sources.bib` could be read at all."""
    published_ids: tuple[str, ...] = ()
    """The ids of all records that ever had a page, a line each."""
    _in_order: dict[str, tuple[int, list[EvidenceFile[Any]]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """The entries of families that were asked for, with how many there were then."""

    def entries(self, family: FileKind) -> list[EvidenceFile[Any]]:
        """Return the family's entries whose values could be read, sorted by path."""
        return [entry for entry in self.in_parts(family) if entry.content is not None]

    def in_parts(self, family: FileKind) -> list[EvidenceFile[Any]]:
        """Return the family's entries of which anything could be read, sorted by path."""
        files = self.files.get(family.name, {})
        number, entries = self._in_order.get(family.name, (-1, []))
        if number != len(files):
            entries = [entry for _, entry in sorted(files.items()) if entry.value is not UNREAD]
            self._in_order[family.name] = len(files), entries
        return list(entries)

    @property
    def all_read(self) -> bool:
        """Whether every file is there and was read, so that what none of them says is known."""
        vocabularies = self.files.get(VOCABULARIES.name, {})
        return (
            self.sources_read
            and all(name in vocabularies for name in VOCABULARY_TYPES)
            and all(
                family.name in self.files
                for family in FILE_KINDS
                if family.is_one_file and not family.may_be_absent
            )
            and all(
                e.content is not None for family in self.files.values() for e in family.values()
            )
        )

    @property
    def records(self) -> list[EvidenceFile[Record]]:
        """The records that could be read."""
        return self.entries(RECORDS)

    def records_that_tell(self, *fields: str) -> list[EvidenceFile[Record]]:
        """Return the records of which at least these fields could be read."""
        return [entry for entry in self.in_parts(RECORDS) if entry.tells(*fields)]

    @property
    def studies(self) -> dict[str, EvidenceFile[Study]]:
        """The studies that could be read, by id."""
        return {entry.id: entry for entry in self.entries(STUDIES)}

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference that could be read; to be asked for once all files are."""
        return tuple(
            Reference(entry.document, *reference)
            for family in FILE_KINDS
            for entry in self.in_parts(family)
            for reference in references(entry.value, entry.annotation)
        )

    def vocabulary(self, name: str) -> Vocabulary:
        """Return a vocabulary's terms by id; empty where its file could not be read."""
        entry = self.files.get(VOCABULARIES.name, {}).get(name)
        return (entry.content if entry else None) or {}

    def known_ids(self, kind: str) -> set[str] | None:
        """Return the ids that a reference of this kind may name; None if that can't be told."""
        if kind == "source":
            return set(self.sources) if self.sources_read else None
        if kind == "rule":
            return set(self.rule_ids)
        if kind == "record":
            return {entry.id for entry in self.files.get(RECORDS.name, {}).values()}
        if kind == "study":
            return set(self.files.get(STUDIES.name, {}))
        if kind == "next-step":
            reports = self.entries(REPORT)
            return set(reports[0].value.next_steps) if reports else None
        if kind in ("context-event", "gap", "person"):
            files = self.entries({"context-event": CONTEXT, "gap": GAPS, "person": PEOPLE}[kind])
            return set(files[0].value) if files else None if kind == "gap" else set()
        words = self.files.get(VOCABULARIES.name, {}).get(kind)
        return set(words.content) if words and words.content is not None else None

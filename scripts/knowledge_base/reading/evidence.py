"""The evidence files as read: values with their documents, before they are known to be right."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from knowledge_base.model.base import UNREAD, Entity, tells
from knowledge_base.model.places import Trail
from knowledge_base.model.record import Record
from knowledge_base.model.shape import references
from knowledge_base.model.source import Source
from knowledge_base.model.study import Study
from knowledge_base.model.vocabulary import VOCABULARIES as VOCABULARY_TYPES
from knowledge_base.model.vocabulary import Vocabulary
from knowledge_base.reading import text_file, validation, yaml_source
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
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.salvage import salvage
from knowledge_base.reading.yaml_source import Document

T = TypeVar("T")


class Proof(NamedTuple):
    """That nothing is wrong in a record or study, and what rules about others ask of it."""

    needs: tuple[str, ...]
    """The records and studies that it names, by their paths."""
    studies: tuple[str, ...]
    """The studies that it names, by id."""
    sources: tuple[str, ...]
    """The sources that it names, by key."""
    claim: str
    """What another record has in common that repeats its claim; empty for a study."""


@dataclass(eq=False)
class EvidenceFile(Generic[T]):
    """One file: its id, its text, and what it says, which is read when it is first asked for."""

    id: str
    path: str
    annotation: Any
    text: str | None = field(repr=False)
    """None if it could not be read."""
    proof: Proof | None = field(default=None, repr=False)
    """What is left of it where nothing is wrong, so that it need not be read (again)."""

    @cached_property
    def _reading(self) -> tuple[Document, T | None, list[Finding]]:
        # So it stays if reading stops with an error.
        nothing: tuple[Document, T | None, list[Finding]] = Document(self.path), None, []
        self.__dict__["_reading"] = nothing
        if self.text is None:
            return nothing
        document, findings = yaml_source.parse(self.text, self.path)
        is_yaml = document.value is not None or not findings
        findings += text_file.unended(self.text, self.path)
        if not is_yaml:
            return document, None, findings
        content, problems = validation.validate(document, self.annotation)
        _name(content, self.id)
        return document, content, [*findings, *problems]

    @property
    def document(self) -> Document:
        """The file as plain values that know where they stand."""
        return self._reading[0]

    @property
    def content(self) -> T | None:
        """What the file says; None if it could not be read."""
        return self._reading[1]

    @property
    def findings(self) -> list[Finding]:
        """What reading found wrong."""
        return self._reading[2]

    @cached_property
    def value(self) -> T:
        """The content of the file; `UNREAD` for each part of it that could not be read."""
        if self.content is not None:
            return self.content
        part: T = salvage(self.document.value, self.annotation)
        return part

    @property
    def is_whole(self) -> bool:
        """Whether all of it could be read."""
        return self.proof is not None or self.content is not None

    def tells(self, *fields: str) -> bool:
        """Whether all of these fields could be read, each as a whole."""
        return self.is_whole or tells(self.value, *fields)

    @cached_property
    def references(self) -> tuple[tuple[Trail, str, str], ...]:
        """Everything that it names: where, of which kind, and its id."""
        return tuple(references(self.value, self.annotation))

    def forget(self) -> None:
        """Let go of what the file says, which is read again when it is next asked for."""
        for name in ("_reading", "value", "references"):
            self.__dict__.pop(name, None)


def _name(content: Any, entity_id: str) -> None:
    """Tell a file's entity its id, or each of several that share a file its own."""
    if isinstance(content, Entity):
        content.named(entity_id)
    elif isinstance(content, dict):
        for key, value in content.items():
            if isinstance(value, Entity):
                value.named(key)


class Reference(NamedTuple):
    """A place in a file that names something else."""

    file: EvidenceFile[Any]
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
    """Whether there are sources, and each one's file could be read at all."""
    sources_sound: bool = False
    """Whether, besides, reading their files found nothing wrong: none need be read again."""
    unread_folders: frozenset[str] = frozenset()
    """Folders, from that of the evidence, in which nobody could look for files."""
    is_part: bool = False
    """Whether this is a part of the evidence, so that what is not here may be elsewhere."""
    published_ids: tuple[str, ...] = ()
    """The ids of all records that ever had a page, a line each."""
    _in_order: dict[str, tuple[int, list[EvidenceFile[Any]]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """The entries of families that were asked for, with how many there were then."""

    def entries(self, family: FileKind) -> list[EvidenceFile[Any]]:
        """Return the family's entries whose values could be read, sorted by path."""
        return [entry for entry in self.in_parts(family) if entry.is_whole]

    def in_parts(self, family: FileKind) -> list[EvidenceFile[Any]]:
        """Return the family's entries of which anything could be read, sorted by path."""
        files = self.files.get(family.name, {})
        number, entries = self._in_order.get(family.name, (-1, []))
        if number != len(files):
            entries = [e for _, e in sorted(files.items()) if e.is_whole or e.value is not UNREAD]
            self._in_order[family.name] = len(files), entries
        return list(entries)

    def to_check(self, family: FileKind) -> list[EvidenceFile[Any]]:
        """Return the family's entries less those of which it is known that nothing is wrong.

        For rules that look at a file, what it names, and files that are no records or studies.
        """
        return [entry for entry in self.in_parts(family) if not entry.proof]

    @property
    def all_read(self) -> bool:
        """Whether every file is there and was read, so that what none of them says is known."""
        vocabularies = self.files.get(VOCABULARIES.name, {})
        return (
            not self.is_part
            and not self.unread_folders
            and self.sources_read
            and all(name in vocabularies for name in VOCABULARY_TYPES)
            and all(
                family.name in self.files
                for family in FILE_KINDS
                if family.is_one_file and not family.may_be_absent
            )
            and all(e.is_whole for family in self.files.values() for e in family.values())
        )

    @property
    def records(self) -> list[EvidenceFile[Record]]:
        """The records that could be read."""
        return self.entries(RECORDS)

    def records_that_tell(self, *fields: str) -> list[EvidenceFile[Record]]:
        """Return the records to check of which at least these fields could be read."""
        return [entry for entry in self.to_check(RECORDS) if entry.tells(*fields)]

    @property
    def studies(self) -> dict[str, EvidenceFile[Study]]:
        """The studies that could be read, by id."""
        return {entry.id: entry for entry in self.entries(STUDIES)}

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference in a file to check; to be asked for once all files are read."""
        return tuple(
            Reference(entry, *reference)
            for family in FILE_KINDS
            for entry in self.to_check(family)
            for reference in entry.references
        )

    def named(self, kind: Literal["source", "study"]) -> set[str]:
        """Return the ids of this kind that any file names."""
        names = {name for _, _, of_kind, name in self.references if of_kind == kind}
        for entry in (*self.in_parts(RECORDS), *self.in_parts(STUDIES)):
            if entry.proof:
                names.update(entry.proof.sources if kind == "source" else entry.proof.studies)
        return names

    def lacks(self, family: FileKind) -> bool:
        """Whether files of this kind may lie in a folder in which nobody could look."""
        return any(family.lies_in(folder) for folder in self.unread_folders)

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
        if (kind == "record" and self.lacks(RECORDS)) or (kind == "study" and self.lacks(STUDIES)):
            return None
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

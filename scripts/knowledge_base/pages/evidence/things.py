"""How the pages of records and of sources name people, sources, studies and records, and link them.

What a reader must know of a document besides what it says is the same on both.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge_base.markup import addresses
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source_note import Standing
from knowledge_base.pages.generated import Link
from knowledge_base.views.citations import citation_labels, claim_names, gathered_by_source
from knowledge_base.views.fallen import fall_in_words, fall_of


@dataclass(frozen=True)
class Remark:
    """Something that a reader must know of a document, with where it was read."""

    statement: str
    sources: tuple[Link, ...]
    support: str


@dataclass(frozen=True)
class DocumentFacts:
    """What a reader must know of a document besides what it says."""

    link: Link
    standing: Standing | None
    """Its notice, if it doesn't simply stand as published."""
    interests: tuple[Remark, ...]
    disputes: tuple[Remark, ...]


class Things:
    """What the evidence holds, as pages name it."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self.source_labels = citation_labels(kb.sources)
        self.claim_names = claim_names(kb)

    def source(self, key: str) -> Link:
        """Return a link to a source: to its page, or else to its place in the reference list."""
        return Link(
            self.source_labels[key], addresses.source(key, has_page=key in self.kb.documents)
        )

    def studies(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Return links to studies."""
        return tuple(
            Link(self.kb.studies[study].name, addresses.address("study", study)) for study in ids
        )

    def people(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the names of people."""
        return tuple(self.kb.people[person].name for person in ids)

    def record(self, record_id: str, text: str = "") -> Link:
        """Return a link to a record, named by its source if no text is given."""
        name = self.claim_names[record_id]
        return Link(text or name.source, addresses.record(record_id), str(name))

    def records(self, ids: Iterable[str]) -> tuple[str | Link, ...]:
        """Return links to records, gathered by their sources."""
        pieces: list[str | Link] = []
        for text, record_id in gathered_by_source(self.claim_names, ids):
            pieces.append(self.record(record_id, text) if record_id else text)
            if fall := fall_of(self.kb, self.kb.records[record_id]) if record_id else None:
                pieces.append(f" ({fall_in_words(self.kb, fall)})")
        return tuple(pieces)

    def notes(self, key: str) -> DocumentFacts | None:
        """Return what must be known of a document; None if nothing is on file."""
        note = self.kb.notes_by_source.get(key)
        if note is None:
            return None
        return DocumentFacts(
            self.source(key),
            note.standing,
            tuple(self._remark(one.statement, one.sources, one.support) for one in note.interests),
            tuple(self._remark(one.statement, (one.source,), one.support) for one in note.disputes),
        )

    def _remark(self, statement: str, sources: Iterable[str], support: str | None) -> Remark:
        return Remark(statement, tuple(map(self.source, sources)), support or "")

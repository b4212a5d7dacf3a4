"""The reference list, formatted by pybtex from BibTeX fields, and what rests on each source."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any
from unicodedata import normalize

from pybtex.database import BibliographyData, Entry, Person
from pybtex.plugin import find_plugin

from knowledge_base.markup import addresses
from knowledge_base.markup.claims import sources_read
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source import Source, plain
from knowledge_base.views.citations import citation_labels, claims_by_source

_PEOPLE = ("author", "editor")


@dataclass(frozen=True)
class Reference:
    """A source in the list."""

    source: Source
    label: str
    initial: str
    """The letter under which it is looked up."""
    text: str
    """Its entry, without links."""
    listed: str | None
    """Where the report lists it; None for the report itself, and where it does not."""
    page: str
    """The address of its own page; empty where it has none."""
    claims: int
    """How many claims rest on it."""
    read: str
    """Whether it was read, or through what it is cited; empty if no claim rests on it."""
    note: str | None


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    references: tuple[Reference, ...]


def facts(kb: KnowledgeBase) -> Facts:
    """Return the reference list, and for each source what rests on it."""
    counts, read, labels = claims_by_source(kb), sources_read(kb), citation_labels(kb.sources)
    ordered = sorted(
        kb.sources.values(), key=lambda s: (s.authors[:1] or (s.title,), s.year or 9999, s.key)
    )
    return Facts(
        tuple(
            Reference(
                source,
                labels[key := source.key],
                normalize("NFKD", labels[key])[0].upper(),
                formatted_reference(source),
                None if key == kb.report.source else source.listed,
                addresses.source(key) if key in kb.documents else "",
                counts.get(key, 0),
                read.get(key, ""),
                plain(source.fields["note"]) if "note" in source.fields else None,
            )
            for source in ordered
        )
    )


def formatted_reference(source: Source) -> str:
    """Return a source as a reference, without links."""
    style, backend = _style_and_backend()
    [formatted] = style.format_bibliography(BibliographyData({source.key: _entry(source)}))
    return plain(formatted.text.render(backend))


@cache
def _style_and_backend() -> tuple[Any, Any]:
    # To find a plugin, pybtex reads what every installed package has to offer.
    style = find_plugin("pybtex.style.formatting", "unsrt")()
    return style, find_plugin("pybtex.backends", "plaintext")()


def _entry(source: Source) -> Entry:
    fields = {
        name: _whole(value)
        for name, value in source.fields.items()
        # The link is ours to set, the note is shown beside the reference.
        if name not in (*_PEOPLE, "doi", "url", "note", "listed", "shortauthor")
    }
    persons = {
        role: [Person(_whole(name)) for name in source.names(role)]
        for role in _PEOPLE
        if role in source.fields
    }
    return Entry(source.kind, fields=fields, persons=persons)


def _whole(text: str) -> str:
    """Return the text so that pybtex, which reads it as LaTeX, finds no comment in it."""
    return re.sub(r"(?<!\\)%", r"\\%", text)

"""The reference list, formatted by pybtex from the sources' BibTeX fields."""

from __future__ import annotations

import re

from pybtex.database import BibliographyData, Entry, Person
from pybtex.plugin import find_plugin

from knowledge_base.markup import loose as myst
from knowledge_base.model.source import Source, plain

_PEOPLE = ("author", "editor")


def formatted_references(sources: dict[str, Source]) -> dict[str, str]:
    """Return each source as a reference in Markdown, sorted by author and year."""
    style = find_plugin("pybtex.style.formatting", "unsrt")()
    backend = find_plugin("pybtex.backends", "plaintext")()
    ordered = sorted(
        sources.values(), key=lambda s: (s.authors[:1] or (s.title,), s.year or 9999, s.key)
    )
    data = BibliographyData({source.key: _entry(source) for source in ordered})
    formatted = style.format_bibliography(data)
    texts = {entry.key: entry.text.render(backend) for entry in formatted}
    return {source.key: _reference(source, texts[source.key]) for source in ordered}


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


def _reference(source: Source, formatted: str) -> str:
    reference = myst.text(plain(formatted))
    if source.doi:
        return f"{reference} {myst.link(f'doi:{source.doi}', source.url or '')}"
    if source.url:
        return f"{reference} {myst.link('Link to the source', source.url)}"
    return reference

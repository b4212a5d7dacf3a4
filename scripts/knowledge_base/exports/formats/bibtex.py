"""The sources as BibTeX."""

from collections.abc import Callable
from functools import partial

from knowledge_base import book
from knowledge_base.exports.source_remarks import source_remarks
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source import Source
from knowledge_base.views.edition import edition

SOURCES = "sources.bib"


def files(kb: KnowledgeBase) -> dict[str, Callable[[], str]]:
    """Return the reference list."""
    return {SOURCES: partial(reference_list, kb)}


def reference_list(kb: KnowledgeBase) -> str:
    """Return all sources."""
    remarks = source_remarks(kb)
    entries = (entry(source, remarks.get(source.key, "")) for source in kb.sources.values())
    return head(kb) + "\n".join(entries)


def head(kb: KnowledgeBase) -> str:
    """Return what a file begins with: the base that it is from, and its edition."""
    return f"@comment{{{book.title()}, {edition(kb).words}}}\n\n"


def entry(source: Source, remark: str = "") -> str:
    """Return a source as a BibTeX entry, a remark behind the note that it may have."""
    values = dict(source.fields)
    if remark:
        values["note"] = ". ".join(part for part in (values.get("note"), _escaped(remark)) if part)
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in values.items())
    return f"@{source.kind}{{{source.key},\n{fields}}}\n"


def _escaped(text: str) -> str:
    """Return our words as BibTeX takes them; braces would end the field."""
    return text.translate({ord("{"): "(", ord("}"): ")", ord("&"): "\\&", ord("%"): "\\%"})

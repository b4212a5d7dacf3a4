"""The sources as BibTeX."""

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source import Source

SOURCES = "sources.bib"
CONTENTS = {SOURCES: "the references, for Zotero, EndNote or Mendeley"}


def files(kb: KnowledgeBase) -> dict[str, str]:
    """Return the reference list."""
    return {SOURCES: "\n".join(entry(source) for source in kb.sources.values())}


def entry(source: Source) -> str:
    """Return a source as a BibTeX entry."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in source.fields.items())
    return f"@{source.kind}{{{source.key},\n{fields}}}\n"

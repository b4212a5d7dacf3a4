"""The sources as BibTeX."""

from knowledge_base.exports import source_remarks
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source import Source

SOURCES = "sources.bib"
CONTENTS = {SOURCES: source_remarks.CONTENTS}


def files(kb: KnowledgeBase) -> dict[str, str]:
    """Return the reference list."""
    remarks = source_remarks.source_remarks(kb)
    return {SOURCES: "\n".join(entry(s, remarks.get(s.key, "")) for s in kb.sources.values())}


def entry(source: Source, remark: str = "") -> str:
    """Return a source as a BibTeX entry, a remark behind the note that it may have."""
    given = dict(source.fields)
    if remark:
        given["note"] = ". ".join(part for part in (given.get("note"), _escaped(remark)) if part)
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in given.items())
    return f"@{source.kind}{{{source.key},\n{fields}}}\n"


def _escaped(text: str) -> str:
    """Return our words as BibTeX takes them; braces would end the field."""
    return text.translate({ord("{"): "(", ord("}"): ")", ord("&"): "\\&", ord("%"): "\\%"})

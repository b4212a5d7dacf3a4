"""The sources as BibTeX."""

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source import Source
from knowledge_base.model.source_note import SourceNote
from knowledge_base.views.citations import cited_through, read_in_part

SOURCES = "sources.bib"
CONTENTS = {
    SOURCES: "the references, for Zotero, EndNote or Mendeley; a note says how each was read, and "
    "whether it still stands"
}


def files(kb: KnowledgeBase) -> dict[str, str]:
    """Return the reference list."""
    notes = source_remarks(kb)
    return {SOURCES: "\n".join(entry(s, notes.get(s.key, "")) for s in kb.sources.values())}


def entry(source: Source, remark: str = "") -> str:
    """Return a source as a BibTeX entry, a remark behind the note that it may have."""
    given = dict(source.fields)
    if remark:
        given["note"] = ". ".join(part for part in (given.get("note"), remark) if part)
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in given.items())
    return f"@{source.kind}{{{source.key},\n{fields}}}\n"


def source_remarks(kb: KnowledgeBase) -> dict[str, str]:
    """Return what must be known of each source: how it was read, its standing, its disputes."""
    parts, through = read_in_part(kb), cited_through(kb)
    remarks = {}
    for key in kb.sources:
        remark = []
        if key in parts:
            remark.append(", ".join(kb.label("how-read", how) for how in parts[key]))
        elif through.get(key):
            remark.append("Not read: cited through another document")
        if note := kb.notes_by_source.get(key):
            remark += _of_note(kb, note)
        if remark:
            remarks[key] = "; ".join(_plain(part) for part in remark)
    return remarks


def _of_note(kb: KnowledgeBase, note: SourceNote) -> list[str]:
    told = []
    if note.standing:
        standing = kb.label("standing", note.standing.status)
        told.append(f"{standing}, {note.standing.on}: {note.standing.reason}")
    told += [f"Interest: {interest.statement}" for interest in note.interests]
    told += [f"Disputed: {dispute.statement}" for dispute in note.disputes]
    return told


def _plain(text: str) -> str:
    """Return our words as BibTeX takes them; braces would end the field."""
    words = " ".join(text.split()).rstrip(".")
    return words.translate({ord("{"): "(", ord("}"): ")", ord("&"): "\\&", ord("%"): "\\%"})

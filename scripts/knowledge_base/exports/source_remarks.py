"""What a list of references says of a source besides it: how it was read, whether it stands."""

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source_note import SourceNote
from knowledge_base.views.citations import cited_through, read_in_part


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
            remarks[key] = "; ".join(" ".join(part.split()).rstrip(".") for part in remark)
    return remarks


def _of_note(kb: KnowledgeBase, note: SourceNote) -> list[str]:
    remark = []
    if note.standing:
        standing = kb.label("standing", note.standing.status)
        remark.append(f"{standing}, {note.standing.on}: {note.standing.reason}")
    remark += [f"Interest: {interest.statement}" for interest in note.interests]
    remark += [f"Disputed: {dispute.statement}" for dispute in note.disputes]
    return remark

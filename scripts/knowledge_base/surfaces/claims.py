"""Claims as pages show them: the sentence, its kind, its source, and how it was read."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge_base.load import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.surfaces import myst


def how_read(kb: KnowledgeBase, record: Record) -> str:
    """Return how a claim was read: in its source, or through which other document and where."""
    if record.cited_through is None:
        return f"Read in {myst.source(record.source)}, {myst.text(record.location)}."
    through = record.cited_through
    return (
        f"{myst.source(record.source)} was not read: the claim is **cited through** "
        f"{myst.source(through.source)}, {myst.text(through.location)}."
    )


def read_badge(kb: KnowledgeBase, record: Record) -> str:
    """Return the mark that a claim is cited through another document, or was read."""
    if record.how_read == "cited-through":
        return myst.badge(
            "Cited through the 2023 report" if _via_report(kb, record) else "Cited through",
            "through",
        )
    return myst.badge("Read in the source", "read")


def _via_report(kb: KnowledgeBase, record: Record) -> bool:
    return record.cited_through is not None and record.cited_through.source == kb.report.source


def badges(kb: KnowledgeBase, record: Record) -> str:
    """Return the marks of a claim: kind, study type, setting, direction, how read."""
    marks = [
        myst.badge(kb.claim_kinds[record.kind].label, "kind"),
        myst.badge(kb.study_types[record.study_type].label, "study-type"),
        myst.badge(kb.settings[record.setting].label, "setting"),
    ]
    if record.direction != "not_applicable":
        label = kb.label("direction", record.direction)
        if record.kind == "implementation":
            label = {"favourable": "Helps", "unfavourable": "Hinders"}.get(record.direction, label)
        marks.append(myst.badge(label, f"direction-{record.direction}"))
    marks.append(read_badge(kb, record))
    return " ".join(marks)


def claim(kb: KnowledgeBase, record: Record) -> str:
    """Return one claim as a list item's content."""
    note = f" *{myst.text(record.note)}*" if record.note else ""
    return f"{myst.text(record.claim)} {myst.record(record.id)}{note} {badges(kb, record)}"


def claims(kb: KnowledgeBase, records: Iterable[Record]) -> str:
    """Return claims as a list in the order given."""
    items = [claim(kb, record) for record in records]
    return f"{{.claims}}\n{myst.bullets(items)}" if items else ""

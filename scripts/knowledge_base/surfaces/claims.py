"""Claims as pages show them: the sentence, its kind, its source, and how it was read."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge_base.load import KnowledgeBase
from knowledge_base.model.base import NOT_APPLICABLE, NOT_REPORTED
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
    kind = "through" if record.how_read == "cited-through" else "read"
    return myst.badge(how_read_in_brief(kb, record), kind)


def how_read_in_brief(kb: KnowledgeBase, record: Record) -> str:
    """Return in plain words that a claim is cited through another document, or was read."""
    if record.how_read == "cited-through":
        return "Cited through the 2023 report" if _via_report(kb, record) else "Cited through"
    return "Read in the source"


def _via_report(kb: KnowledgeBase, record: Record) -> bool:
    return record.cited_through is not None and record.cited_through.source == kb.report.source


def facts(kb: KnowledgeBase, record: Record) -> str:
    """Return what a reader must know about a claim in one line: kind, design, setting, how read."""
    study_type = kb.study_types[record.study_type]
    words = [kb.claim_kinds[record.kind].label]
    if study_type.research != "none":
        words.append(study_type.label if record.study_type != NOT_REPORTED else "Design not told")
    if record.setting not in (NOT_REPORTED, NOT_APPLICABLE):
        words.append(kb.settings[record.setting].label)
    elif record.setting == NOT_REPORTED:
        words.append("Setting not told")
    marks = [direction] if (direction := _direction(kb, record)) else []
    marks.append(read_badge(kb, record))
    return f"[{myst.text(' · '.join(words))}]{{.facts}} {' '.join(marks)}"


def _direction(kb: KnowledgeBase, record: Record) -> str:
    if record.direction == NOT_APPLICABLE:
        return ""
    label = kb.label("direction", record.direction)
    if record.kind == "implementation":
        label = {"favourable": "Helps", "unfavourable": "Hinders"}.get(record.direction, label)
    return myst.badge(label, f"direction-{record.direction}")


def claim(kb: KnowledgeBase, *records: Record) -> str:
    """Return a claim with its source and facts; several records make the same claim."""
    first = records[0]
    notes = dict.fromkeys(record.note for record in records if record.note)
    note = f" *{myst.text(' '.join(notes))}*" if notes else ""
    return (
        f"{myst.text(first.claim)} [{myst.records(r.id for r in records)}]{{.support}}{note} "
        f"{facts(kb, first)}"
    )


def claims(kb: KnowledgeBase, records: Iterable[Record]) -> str:
    """Return claims as a list in the order given; one that several sources make stands once."""
    items = [claim(kb, *group) for group in same_claims(records)]
    return f"{{.claims}}\n{myst.bullets(items)}" if items else ""


def same_claims(records: Iterable[Record]) -> list[list[Record]]:
    """Return the records in groups that make the same claim and would be told alike."""
    groups: dict[tuple[str, ...], list[Record]] = {}
    for record in records:
        key = (record.claim, record.kind, record.direction, record.study_type, record.setting)
        groups.setdefault((*key, record.how_read), []).append(record)
    return list(groups.values())

"""Claims as pages show them: the sentence, its kind, its source, and how it was read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge_base.markup import loose as myst
from knowledge_base.model.base import NOT_APPLICABLE, NOT_REPORTED
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.citations import citation_labels, cited_through, read_in_part
from knowledge_base.views.claims import same_claims, source_check
from knowledge_base.views.selection import is_near


def read_badge(kb: KnowledgeBase, record: Record) -> str:
    """Return the mark that a claim is cited through another document, or was read."""
    extent = kb.ways_of_reading[record.how_read].extent
    kind = {"whole": "read", "part": "part", "none": "through"}[extent]
    return myst.badge(how_read_in_brief(kb, record), kind)


def how_read_in_brief(kb: KnowledgeBase, record: Record) -> str:
    """Return in plain words that a claim is cited through another document, or was read."""
    if record.how_read == "cited-through":
        return "Cited through the 2023 report" if _via_report(kb, record) else "Cited through"
    return kb.label("how-read", record.how_read)


def sources_read(kb: KnowledgeBase) -> dict[str, str]:
    """Return in plain words, for each source of claims, whether it was read, or what instead."""
    labels = citation_labels(kb.sources) | {kb.report.source: "the report"}
    parts = read_in_part(kb)
    return {
        source: "; ".join(kb.label("how-read", how) for how in parts[source])
        if source in parts
        else f"Not read: cited through {' and '.join(labels[key] for key in through)}"
        if through
        else "Read"
        for source, through in cited_through(kb).items()
    }


def _via_report(kb: KnowledgeBase, record: Record) -> bool:
    return record.cited_through is not None and record.cited_through.source == kb.report.source


def facts(kb: KnowledgeBase, *records: Record, told: bool = False) -> str:
    """Return what a reader must know about a claim in one line: kind, designs, setting, how read.

    Several records make the same claim; only their designs can differ. Kind and direction are
    left out where the place that it stands in has told them.
    """
    record = records[0]
    words = [] if told else [kb.claim_kinds[record.kind].label]
    for design in dict.fromkeys(one.study_type for one in records):
        study_type = kb.study_types[design]
        if study_type.research != "none":
            words.append(study_type.label if design != NOT_REPORTED else "Design not told")
    if record.setting not in (NOT_REPORTED, NOT_APPLICABLE):
        words.append(kb.settings[record.setting].label)
    elif record.setting == NOT_REPORTED:
        words.append("Setting not told")
    marks = [direction] if not told and (direction := _direction(kb, record)) else []
    marks.append(read_badge(kb, record))
    if not is_near(kb, record):
        marks.append(myst.badge(kb.label("nearness", record.nearness), "apart"))
    checks = [check for one in records if (check := source_check(kb, one)) and not check.conflicts]
    marks += dict.fromkeys(
        myst.badge(kb.label("source-check", check.verdict), "check") for check in checks
    )
    line = f"[{myst.text(' · '.join(words))}]{{.facts}} " if words else ""
    return f"{line}{' '.join(marks)}"


BEARING = {"favourable": "Helps", "unfavourable": "Hinders"}
"""Directions of what bears on implementation."""


def _direction(kb: KnowledgeBase, record: Record) -> str:
    if record.direction == NOT_APPLICABLE:
        return ""
    label = direction_label(kb, record.direction, bearing=record.kind == "implementation")
    return myst.badge(label, f"direction-{record.direction}")


def direction_label(kb: KnowledgeBase, direction: str, *, bearing: bool) -> str:
    """Return a direction in a word; ``bearing`` on implementation, a factor helps or hinders."""
    label = kb.label("direction", direction)
    return BEARING.get(direction, label) if bearing else label


def claim(
    kb: KnowledgeBase, *records: Record, told: bool = False, without: str | None = None
) -> str:
    """Return a claim with its source and facts; several records make the same claim.

    ``without`` is a note that stands elsewhere in the same place.
    """
    first = records[0]
    notes = [r.note for r in records if r.note and r.note != without]
    # Notes on the same claim share sentences: each stands once.
    sentences = dict.fromkeys(s for note in notes for s in re.split(r"(?<=[.?!]) ", note))
    note = f" *{myst.text(' '.join(sentences))}*" if sentences else ""
    return (
        f"{myst.text(first.claim)} [{myst.records(r.id for r in records)}]{{.support}}{note} "
        f"{facts(kb, *records, told=told)}{_conflicts(kb, records)}"
    )


def _conflicts(kb: KnowledgeBase, records: tuple[Record, ...]) -> str:
    """Return what the sources say that don't say what the claim says."""
    checks = [check for one in records if (check := source_check(kb, one)) and check.conflicts]
    return "".join(
        f" [**{myst.text(kb.label('source-check', check.verdict))}** "
        f"({myst.record(check.record)}): {myst.text(check.sentence)}]{{.source-check}}"
        for check in checks
    )


def claims(kb: KnowledgeBase, records: Iterable[Record], *, told: bool = False) -> str:
    """Return claims as a list in the order given; one that several sources make stands once.

    A note that all of them carry stands once too, after the list.
    """
    groups = same_claims(records)
    notes = {record.note for group in groups for record in group}
    shared = notes.pop() if len(groups) > 1 and len(notes) == 1 else None
    items = [claim(kb, *group, told=told, without=shared) for group in groups]
    return myst.paragraphs(
        f"{{.claims}}\n{myst.bullets(items)}" if items else "",
        f"[On each of these: {myst.text(shared)}]{{.support}}" if shared else "",
    )

"""A sentence that rests on a claim that has fallen; it says so on its page, and can be mended."""

from collections.abc import Iterator, Mapping

from knowledge_base.model.record import GONE
from knowledge_base.model.source_note import SourceNote
from knowledge_base.model.vocabulary import StandingTerm
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import (
    ALIASES,
    INCLUSION,
    RECORDS,
    SOURCE_NOTES,
    STUDIES,
)
from knowledge_base.reading.findings import WARNING, Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "fallen-support",
    "Nothing rests on a record that was withdrawn, superseded or set back to draft, or on a source "
    "that was retracted. This is a warning: the pages say so beside the sentence.",
)

_ABOUT = (RECORDS, SOURCE_NOTES, STUDIES, INCLUSION, ALIASES)
"""Kinds of file that speak of records and sources as such, and rest no sentence on them."""


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a warning for each reference to a record or a source that has fallen."""
    sources = _fallen_sources(evidence)
    records = _fallen_records(evidence, sources)
    about = {entry.path for family in _ABOUT for entry in evidence.in_parts(family)}
    for reference in evidence.references:
        fallen = {"record": records, "source": sources}.get(reference.kind, {})
        if reference.id in fallen and reference.file.path not in about:
            yield RULE.finding(
                reference.file.document.at(reference.trail),
                f"this rests on '{reference.id}', which {fallen[reference.id]}.",
                "Name what takes its place, or change the sentence. Until then, pages say so "
                "beside it.",
                WARNING,
            )


def _fallen_sources(evidence: Evidence) -> dict[str, str]:
    """Return what became of each source that was taken back."""
    standings = evidence.vocabulary("standing")
    fallen = {}
    for entry in evidence.entries(SOURCE_NOTES):
        notes: dict[str, SourceNote] = entry.value
        for note in notes.values():
            term = standings.get(note.standing.status) if note.standing else None
            if isinstance(term, StandingTerm) and term.fallen:
                fallen[note.source] = f"is no longer relied on: {term.label.lower()}"
    return fallen


def _fallen_records(evidence: Evidence, sources: dict[str, str]) -> dict[str, str]:
    """Return what became of each record that does not stand."""
    fallen = {}
    successors = {
        entry.id: entry.value.notice.superseded_by
        for entry in evidence.records_that_tell("notice")
        if entry.value.notice and entry.value.notice.superseded_by
    }
    for entry in evidence.in_parts(RECORDS):
        # Where nothing is wrong, the record is published.
        if entry.proof and sources.keys().isdisjoint(entry.proof.sources):
            continue
        if not entry.tells("status", "source", "cited_through", "notice"):
            continue
        record = entry.value
        taken_back = next((key for key in record.documents if key in sources), None)
        if record.status == "draft":
            fallen[entry.id] = "is a draft"
        elif record.status in GONE:
            fallen[entry.id] = f"was {record.status}"
            if record.notice and record.notice.superseded_by:
                fallen[entry.id] += f", in the end by '{_last(successors, entry.id)}'"
        elif taken_back:
            fallen[entry.id] = f"comes from '{taken_back}', which {sources[taken_back]}"
    return fallen


def _last(successors: Mapping[str, str], record_id: str) -> str:
    """Return what supersedes a record in the end."""
    seen = {record_id}
    while (following := successors.get(record_id)) and following not in seen:
        record_id = following
        seen.add(following)
    return record_id

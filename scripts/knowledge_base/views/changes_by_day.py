"""What changed, by the dates in the data: without a clock, and without an earlier version."""

from collections.abc import Iterator
from typing import NamedTuple

from knowledge_base.model.knowledge_base import PUBLISHED, KnowledgeBase
from knowledge_base.model.record import GONE

ADDED = "added"
FALLEN = "fallen"
STANDING = "standing"
CHECK = "check"
EVENT = "event"
SEARCH = "search"

KINDS = (ADDED, FALLEN, STANDING, CHECK, EVENT, SEARCH)
"""Every kind of change, in the order in which a day shows them."""


class Change(NamedTuple):
    """One thing that changed."""

    day: str
    """The day, as far as it is known: of a notice on a source it may be a month or a year."""
    kind: str
    """One of `KINDS`."""
    id: str
    """The id of the record, event or search, or the key of the source."""


def dated_changes(kb: KnowledgeBase) -> tuple[Change, ...]:
    """Return every change with a date, newest first; a month comes after the days within it."""
    by_kind = sorted(_changes(kb), key=lambda change: (KINDS.index(change.kind), change.id))
    return tuple(sorted(by_kind, key=lambda change: change.day, reverse=True))


def changes_by_day(kb: KnowledgeBase) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the ids of what changed by day, newest first, and by kind."""
    days: dict[str, dict[str, tuple[str, ...]]] = {}
    for change in dated_changes(kb):
        day = days.setdefault(change.day, dict.fromkeys(KINDS, ()))
        day[change.kind] += (change.id,)
    return days


def _changes(kb: KnowledgeBase) -> Iterator[Change]:
    for key, record in kb.records.items():
        # A draft was never part of the evidence; what fell was, until its notice.
        if record.status in (PUBLISHED, *GONE):
            yield Change(record.added.isoformat(), ADDED, key)
        if record.notice:
            yield Change(record.notice.date.isoformat(), FALLEN, key)
        if record.source_check and kb.stands(record):
            yield Change(record.source_check.on.isoformat(), CHECK, key)
    for note in kb.source_notes.values():
        if note.standing:
            yield Change(note.standing.on, STANDING, note.source)
    for key, event in kb.context.items():
        # Not when it happened: readers look for what is new here, and that is when it was read.
        yield Change(event.reading.on.isoformat(), EVENT, key)
    for key, search in kb.searches.items():
        yield Change(search.on.isoformat(), SEARCH, key)

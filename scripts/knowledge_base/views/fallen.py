"""Claims that have fallen: withdrawn, superseded, back to draft, or their source taken back.

What rests on one of them says so where it stands, so that nobody takes it for a claim that counts.
"""

from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.wording.dates import long_date, partial_day
from knowledge_base.wording.sentences import wording

_WORDING = wording("parts/claims")

DRAFT = "draft"


@dataclass(frozen=True)
class Fall:
    """How a record came to count no longer."""

    how: str
    """A status of the record or, where its source fell, the source's standing."""
    on: str
    """The day of the decision or of the notice, in words; empty where it has none."""
    reason: str
    """Why, for a reader; empty for a draft."""
    source: str | None = None
    """The source that was taken back, where it is that."""
    successor: str | None = None
    """The record that stands in its place in the end, where one does."""


def fall_of(kb: KnowledgeBase, record: Record) -> Fall | None:
    """Return how a record has fallen; None if it stands."""
    if kb.stands(record):
        return None
    if record.notice:
        successor = last_successor(kb, record.id)
        return Fall(
            record.status,
            long_date(record.notice.date),
            record.notice.reason,
            successor=successor if successor != record.id else None,
        )
    for source in record.documents:
        standing = kb.notes_by_source[source].standing if source in kb.fallen_sources else None
        if standing:
            return Fall(standing.status, partial_day(standing.on), standing.reason, source)
    return Fall(record.status, "", "")


def last_successor(kb: KnowledgeBase, record_id: str) -> str:
    """Return what takes a record's place in the end; the record itself, if nothing does."""
    seen = {record_id}
    while (notice := kb.records[record_id].notice) and notice.superseded_by:
        if notice.superseded_by in seen:
            break
        record_id = notice.superseded_by
        seen.add(record_id)
    return record_id


def fall_in_words(kb: KnowledgeBase, fall: Fall) -> str:
    """Return in a few words how a record has fallen, as they stand behind its name."""
    how = kb.label("standing", fall.how).lower() if fall.source else fall.how
    cause = "source" if fall.source else DRAFT if fall.how == DRAFT else "notice"
    return _WORDING.say("fall", cause=cause, how=how, has_day=bool(fall.on), day=fall.on)


def falls(kb: KnowledgeBase) -> dict[str, Fall]:
    """Return how each record that does not stand has fallen, by its id."""
    by_id = ((record.id, fall_of(kb, record)) for record in kb.records.values())
    return {record_id: fall for record_id, fall in by_id if fall}

"""What is to be looked at again, and why, as of a day."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.wording.sentences import wording

PROVIDER = "provider"
SOURCE = "source"
SEARCH = "search"
DRAFT = "draft"
CHECK = "check"

REASONS: Mapping[str, str] = wording("about/due").at("reasons")
"""Why something is due, as a heading of the list of what is."""

_MONTHS = {PROVIDER: 12, SOURCE: 12, SEARCH: 6}
"""After how many months something is to be looked at again; what isn't here is due at once."""


@dataclass(frozen=True)
class Due:
    """One thing that is to be looked at again."""

    reason: str
    """Why: a key of `REASONS`."""
    id: str
    """The id of the provider, search or record, or the key of the source."""
    name: str
    """How people know it."""
    since: date
    """The day on which it was last looked at or, for a draft, added."""
    claims: int = 0
    """How many published claims are made by it, where it is a source."""


def due(kb: KnowledgeBase, as_of: date) -> tuple[Due, ...]:
    """Return what is due on a day, by reason, what waited longest first."""
    places = list(REASONS)
    return tuple(
        sorted(
            (item for item in _items(kb) if _is_due(item, as_of)),
            key=lambda item: (places.index(item.reason), item.since, item.id),
        )
    )


def _is_due(item: Due, as_of: date) -> bool:
    months = _MONTHS.get(item.reason)
    return months is None or item.since <= months_before(as_of, months)


def months_before(day: date, months: int) -> date:
    """Return the same day some months earlier, or the last one of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _items(kb: KnowledgeBase) -> Iterator[Due]:
    """Yield everything that becomes due one day, whether or not it is now."""
    for key, provider in kb.providers.items():
        yield Due(PROVIDER, key, provider.name, provider.checked)
    claims = Counter(record.source for record in kb.published)
    for source, day in last_looks(kb).items():
        yield Due(SOURCE, source, kb.sources[source].short, day, claims[source])
    for key, search in kb.searches.items():
        yield Due(SEARCH, key, search.what_for, search.on)
    for key, record in kb.records.items():
        if record.status == DRAFT:
            yield Due(DRAFT, key, record.claim, record.added)
    yield from _checks_not_possible(kb)


def last_looks(kb: KnowledgeBase) -> dict[str, date]:
    """Return the day on which each source was last looked at: read, checked or tried."""
    looks: dict[str, date] = {}

    def look(source: str, day: date) -> None:
        looks[source] = max(looks.get(source, day), day)

    for record in kb.records.values():
        read = record.cited_through.source if record.cited_through else record.source
        look(read, record.reading.latest if record.reading else record.added)
        if record.source_check:
            look(record.source, record.source_check.on)
    for event in kb.context.values():
        look(event.source, event.reading.latest)
    for provider in kb.providers.values():
        for newer in provider.newer:
            look(newer.source, newer.reading.latest)
    return dict(sorted(looks.items()))


def _checks_not_possible(kb: KnowledgeBase) -> Iterator[Due]:
    """Yield each source of which nothing could be read, with the claims that wait for it."""
    tries = by_key(
        (record.source, check.on)
        for record in kb.published
        if (check := record.source_check) and check.how_read is None
    )
    for source, days in sorted(tries.items()):
        yield Due(CHECK, source, kb.sources[source].short, max(days), len(days))

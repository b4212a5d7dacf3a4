"""What changed: every dated change of the data, by day."""

from collections import Counter
from dataclasses import dataclass

from knowledge_base.exports.formats.changes import FEED
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.changes_by_day import (
    ADDED,
    CHECK,
    EVENT,
    FALLEN,
    SEARCH,
    STANDING,
    changes_by_day,
)


@dataclass(frozen=True)
class Day:
    """What changed on a day, or in a month or year of which no more is known."""

    day: str
    records: int
    """How many records were added."""
    added: dict[str, tuple[str, ...]]
    """The records that were added, by component."""
    fallen: tuple[Record, ...]
    """The records that were withdrawn or superseded."""
    standings: tuple[str, ...]
    """The sources on which a notice was published."""
    checks: int
    """Of how many claims the source was looked up."""
    verdicts: dict[str, int]
    """How many of these checks came to each verdict."""
    events: tuple[str, ...]
    searches: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    days: tuple[Day, ...]
    """The newest first."""
    feed: str
    """The file that holds the same for feed readers."""


def facts(kb: KnowledgeBase) -> Facts:
    """Return what changed, by day."""
    days = (_day(kb, day, changes) for day, changes in changes_by_day(kb).items())
    return Facts(tuple(days), FEED)


def _day(kb: KnowledgeBase, day: str, changes: dict[str, tuple[str, ...]]) -> Day:
    checks = [check for i in changes[CHECK] if (check := kb.records[i].source_check)]
    verdicts = Counter(check.verdict for check in checks)
    by_component = {
        component: tuple(i for i in changes[ADDED] if kb.records[i].component == component)
        for component in kb.components
    }
    return Day(
        day,
        records=len(changes[ADDED]),
        added={component: ids for component, ids in by_component.items() if ids},
        fallen=tuple(kb.records[i] for i in changes[FALLEN]),
        standings=changes[STANDING],
        checks=len(checks),
        verdicts={verdict: verdicts[verdict] for verdict in kb.verdicts if verdicts[verdict]},
        events=changes[EVENT],
        searches=changes[SEARCH],
    )

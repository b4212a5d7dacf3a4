"""What is to be looked at again, as of the newest date of the evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.due import REASONS, Due, due
from knowledge_base.views.edition import edition


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    as_of: date | None
    """The day to count from; None where nothing is dated."""
    count: int
    """How many things are due."""
    reasons: Mapping[str, str]
    """Every reason why something can be due, as a heading."""
    due: dict[str, tuple[Due, ...]]
    """What is due, by reason; without the reasons for which nothing is."""


def facts(kb: KnowledgeBase) -> Facts:
    """Return what is due, by reason, what waited longest first."""
    day = edition(kb).day
    items = due(kb, day) if day else ()
    by_reason = {reason: tuple(i for i in items if i.reason == reason) for reason in REASONS}
    return Facts(
        as_of=day,
        count=len(items),
        reasons=REASONS,
        due={reason: of_it for reason, of_it in by_reason.items() if of_it},
    )

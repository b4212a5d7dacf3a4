"""How most of a list was read: said once, so that only what was read otherwise says so itself."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge_base.model.groups import by_key
from knowledge_base.model.reading_note import Reading


def usual_reading(readings: Iterable[Reading | None]) -> Reading | None:
    """Return a reading of the days and the kind of copy that most have; None if there is none."""
    by_way = by_key(
        ((reading.on, reading.again, reading.kind), reading) for reading in readings if reading
    )
    return max(by_way.values(), key=len)[0] if by_way else None

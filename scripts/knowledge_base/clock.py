"""What day it is, for those who check and those who write."""

from datetime import UTC, date, datetime, timedelta

_FURTHEST_AHEAD = timedelta(hours=14)
"""Where a day begins first, so much earlier than by universal time."""


def latest_today(now: datetime | None = None) -> date:
    """Return the latest date that it is anywhere: what a contributor calls today is no future."""
    return ((now or datetime.now(UTC)) + _FURTHEST_AHEAD).date()

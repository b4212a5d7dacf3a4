"""Days as pages write them."""

from __future__ import annotations

from datetime import date


def short_date(day: date) -> str:
    """Return a day as a cell of a table has room for it: `31 May 2023`, `2 Sep 2024`."""
    return f"{day.day} {day:%b %Y}"

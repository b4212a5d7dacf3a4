"""Days as spreadsheets leave them → days as records write them."""

import re
from datetime import date
from typing import Any

_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")


def day_in(cell: str, before: Any = None) -> tuple[str, tuple[str, str] | None]:
    """Return a cell with a day as records write it, and what is wrong if it may be two days.

    Spreadsheets show days in the order of their country: 3/4/2026 is 3 April or 4 March.
    """
    if cell.strip() in _as_spreadsheets_turn(str(before)):
        return str(before), None
    match = _DAY.fullmatch(cell.strip())
    if not match:
        return cell, None
    first, second, year = map(int, match.groups())
    days = [_day(year, month, day) for day, month in {(first, second), (second, first)}]
    possible = [one for one in days if one]
    if len(possible) == 1:
        return possible[0], None
    if str(before) in possible:
        return str(before), None
    return cell, (
        f"'{cell.strip()}' may be {' or '.join(sorted(possible))}."
        if possible
        else f"'{cell.strip()}' is not a day that exists.",
        "Write the day as in 2023-05-31, in a column of text.",
    )


def _as_spreadsheets_turn(month: str) -> set[str]:
    """Return what spreadsheets make of a month, such as 2018-03: a day, or Mar-18."""
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError:
        return set()
    return {first.isoformat(), *(first.strftime(form) for form in ("%b-%y", "%d/%m/%Y", "%b %Y"))}


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None

"""Numbers as the text of tables and sentences; those of a plan the same in `pilot_page.js`."""

from __future__ import annotations

from collections.abc import Callable
from math import floor

from knowledge_base.model.range import Range

POUNDS = "pounds"
"""How a unit of money begins; its sign stands before the number instead."""

WHOLE_FROM = 10
"""From here up, results have no decimals."""


def short(number: float) -> str:
    """Return a number with commas and at most two decimals, halves rounded up."""
    hundredths = floor(number * 100 + 0.5)
    whole, part = divmod(hundredths, 100)
    return f"{whole:,}" + (f".{part:02d}".rstrip("0") if part else "")


def figure(number: float) -> str:
    """Return a result no finer than is sensible: whole from ten up, else with one decimal."""
    return short(floor(number + 0.5) if number >= WHOLE_FROM else floor(number * 10 + 0.5) / 10)


def span(figures: Range, shown: Callable[[float], str] = short) -> str:
    """Return a range: `2 to 4 (central 3)`, or one number where there is only one."""
    low, central, high = shown(figures.low), shown(figures.central), shown(figures.high)
    return central if low == central == high else f"{low} to {high} (central {central})"


def rounded(figures: Range) -> str:
    """Return a range of results, each no finer than is sensible."""
    return span(figures, figure)


def pounds(amount: float) -> str:
    """Return pounds without pence, halves rounded up."""
    return f"£{floor(amount + 0.5):,}"


def price(amount: float) -> str:
    """Return pounds, with the pence where there are any."""
    pence = floor(amount * 100 + 0.5)
    return f"{pounds(pence // 100)}.{pence % 100:02d}" if pence % 100 else pounds(amount)


def about(amount: float) -> str:
    """Return pounds to the nearest thousand, where no more than a size is meant."""
    return f"about {pounds(1_000 * floor(amount / 1_000 + 0.5))}"


def pounds_span(amount: Range) -> str:
    """Return a range of pounds."""
    return span(amount, pounds)


def of_span(figures: Range, one: str) -> str:
    """Return a range with its noun: `2 to 4 (central 3) days`, `1 day`."""
    told = span(figures)
    return f"{told} {one if told == '1' else one + 's'}"


def of(number: float, one: str, many: str = "") -> str:
    """Return a number with its noun: `2.5 days`, `1 day`."""
    return f"{short(number)} {one if number == 1 else many or one + 's'}"

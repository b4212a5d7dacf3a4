"""Numbers as the text of tables and sentences; the same in the browser's `figures.js`."""

import re
from collections.abc import Callable
from math import floor

from knowledge_base.model.blueprint import Measure
from knowledge_base.model.range import Range

POUNDS = "pounds"
"""How a unit of money begins; its sign stands before the number instead."""

WHOLE_FROM = 100
"""From here up, results have no decimals."""


def short(number: float) -> str:
    """Return a number with commas and at most two decimals, halves rounded up."""
    hundredths = floor(number * 100 + 0.5)
    whole, part = divmod(hundredths, 100)
    return f"{whole:,}" + (f".{part:02d}".rstrip("0") if part else "")


def whole(number: float) -> str:
    """Return a number without decimals, halves rounded up."""
    return short(floor(number + 0.5))


def figure(number: float) -> str:
    """Return a result no finer than is sensible: whole from 100 up, else with one decimal."""
    return whole(number) if number >= WHOLE_FROM else short(floor(number * 10 + 0.5) / 10)


def span(figures: Range, in_words: Callable[[float], str] = short) -> str:
    """Return a range: `2 to 4 (central 3)`, or one number where there is only one."""
    low, central, high = in_words(figures.low), in_words(figures.central), in_words(figures.high)
    return central if low == central == high else f"{low} to {high} (central {central})"


def rounded(figures: Range) -> str:
    """Return a range of results, each no finer than is sensible."""
    return span(figures, figure)


def pounds(amount: float) -> str:
    """Return pounds without pence, halves rounded up."""
    return f"£{floor(amount + 0.5):,}"


def amount(money: float) -> str:
    """Return an amount of pounds without their sign, with the pence where there are any."""
    whole, pence = divmod(floor(money * 100 + 0.5), 100)
    return f"{whole:,}.{pence:02d}" if pence else f"{whole:,}"


def price(money: float) -> str:
    """Return pounds, with the pence where there are any."""
    return f"£{amount(money)}"


def prices(low: float, high: float) -> str:
    """Return from what to what something costs or pays: `£1,200 to £1,450.50`, or one price."""
    return price(low) if low == high else f"{price(low)} to {price(high)}"


def thousands(amount: float) -> str:
    """Return whole thousands of pounds, for the axis of a chart: `£30k`."""
    return f"£{floor(amount / 1_000 + 0.5):,}k"


def about(amount: float) -> str:
    """Return pounds to the nearest thousand, where no more than a size is meant."""
    return f"about {pounds(1_000 * floor(amount / 1_000 + 0.5))}"


def measured(measure: Measure) -> str:
    """Return a measure with its unit: `12 to 15 days`, `at least 60 hours`, `£27,000 a year`.

    Raises ValueError for a measure without a number, which the check refuses.
    """
    is_money = measure.unit.startswith(POUNDS)
    as_text = price if is_money else short
    unit = measure.unit.removeprefix(POUNDS) if is_money else f" {measure.unit}"
    if measure.low is not None and measure.high is not None:
        number = f"{as_text(measure.low)} to {as_text(measure.high)}"
    else:
        number = as_text(measure.central)
        if measure.central == 1:
            unit = re.sub(r"(\w\w)s\b", r"\1", unit, count=1)
    return f"{_BOUNDS.get(measure.bound or '', '')}{number}{unit}"


_BOUNDS = {"minimum": "at least ", "maximum": "at most ", "about": "about "}

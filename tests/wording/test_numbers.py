"""Numbers and money: the same number is written the same everywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge_base.model.blueprint import Measure
from knowledge_base.wording.numbers import amount, measured, pounds, price, prices, short, thousands


@pytest.mark.parametrize(
    ("money", "written"),
    [
        (0, "£0"),
        (1_200, "£1,200"),
        (1_200.0, "£1,200"),
        (42_500.5, "£42,500.50"),
        (833.333333, "£833.33"),
        (0.005, "£0.01"),
        (999.999, "£1,000"),
        (1_000_000, "£1,000,000"),
    ],
)
def test_a_price_has_pence_where_there_are_any(money: float, written: str):
    assert price(money) == written
    assert amount(money) == written.removeprefix("£")


@pytest.mark.parametrize("whole", [0, 1, 2, 100, 1_001])
def test_halves_are_rounded_up_everywhere(whole: int):
    assert pounds(whole + 0.5) == f"£{whole + 1:,}"
    assert price(whole + 0.125) == f"£{whole:,}.13"
    assert short(whole + 0.125) == f"{whole:,}.13"


@given(st.integers(min_value=0, max_value=10**10))
def test_a_price_says_every_penny(pence: int):
    written = price(pence / 100)
    whole, _, part = written.removeprefix("£").replace(",", "").partition(".")
    assert int(whole) * 100 + int(part or 0) == pence


def test_a_range_of_prices_is_one_price_where_its_ends_are_equal():
    assert prices(1_200, 1_450.5) == "£1,200 to £1,450.50"
    assert prices(1_200, 1_200) == "£1,200"


def test_an_axis_has_whole_thousands():
    assert thousands(30_000) == "£30k"


@pytest.mark.parametrize(
    ("numbers", "unit", "written"),
    [
        ({"low": 12, "high": 15}, "days", "12 to 15 days"),
        ({"value": 60, "bound": "minimum"}, "hours", "at least 60 hours"),
        ({"value": 1, "bound": "maximum"}, "meetings a week", "at most 1 meeting a week"),
        ({"high": 37.5}, "hours a week", "37.5 hours a week"),
        ({"low": 27_000, "high": 42_500.5}, "pounds a year", "£27,000 to £42,500.50 a year"),
        ({"value": 40_000, "bound": "about"}, "pounds a year", "about £40,000 a year"),
    ],
)
def test_a_measure_has_its_unit(numbers: dict[str, float], unit: str, written: str):
    assert measured(Measure.model_validate({"label": "M", "unit": unit, **numbers})) == written


def test_a_measure_without_a_number_cannot_be_written():
    with pytest.raises(ValueError, match="has no number"):
        measured(Measure(label="M", unit="days"))

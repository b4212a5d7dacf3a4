"""The numbers that a text names, however they are written."""

from __future__ import annotations

import pytest

from knowledge_base.reading.numbers_in_text import in_digits, numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("£1,250", {1250}),
        ("1250.00 pounds", {1250}),
        ("£25k, or 25 K", {25, 25_000}),
        ("one thousand", {1000}),
        ("a thousand two hundred and twelve", {1212}),
        ("two hundred and fifty thousand", {250_000}),
        ("twenty-one of thirty two", {21, 32}),
        ("two and three", {2, 3}),
        ("£1.5 million", {1.5, 1_500_000}),
        ("£1,000 to £1,500", {1000, 1500}),
        ("16 3-hour sessions and four 6-hour sessions", {16, 3, 4, 6}),
        ("SCORE-15 in thousands of homes", set()),
    ],
)
def test_a_number_counts_however_it_is_written(text: str, numbers: set[float]):
    assert numbers_in(text) == numbers


def test_numbers_in_digits_are_in_their_order():
    assert in_digits("From £9,000 for 20, that is 450 each; 450") == [9000, 20, 450, 450]

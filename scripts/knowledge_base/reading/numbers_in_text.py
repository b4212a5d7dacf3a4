"""The numbers that a text names, in digits or words."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"(?<![\w.,-])-?\d[\d,]*(?:\.\d+)?(?![\w])")
"""A number by itself: not the end of a name such as SCORE-15 or of a range such as 2021–22."""
_WORDS = re.compile(
    r"\b(?:(one|a|once|every)|(two|twice)|(three)|(four)|(five)|(six)|(seven)|(eight)|(nine)|(ten)"
    r"|(eleven)|(twelve))\b",
    re.IGNORECASE,
)


def in_digits(text: str) -> list[float]:
    """Return the numbers that a text names in digits, in its order."""
    return [float(match.group().rstrip(",").replace(",", "")) for match in _DIGITS.finditer(text)]


def numbers_in(text: str) -> set[float]:
    """Return every number that a text names."""
    words = {float(match.lastindex or 0) for match in _WORDS.finditer(text)}
    return words.union(in_digits(text))

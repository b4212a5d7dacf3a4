"""The numbers that a text names, in digits or words."""

import re

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_DIGITS = re.compile(rf"(?<![\w.,-])-?{_NUMBER}(?![\w])")
"""A number by itself: not the end of a name such as SCORE-15 or of a range such as 2021–22."""

# fmt: off
_TO_NINETEEN = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on
_TIMES = {"hundred": 100, "thousand": 1000, "k": 1000, "million": 1_000_000}
_VALUES = {
    **{word: value for value, word in enumerate(_TO_NINETEEN, 1)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    **{"a": 1, "once": 1, "every": 1, "twice": 2},
}
_ONE = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_TO_NINETEEN[:9])}))?|{'|'.join(_VALUES)})"
_WORDS = re.compile(
    rf"(?:(?<![\w.,-]){_NUMBER}|\b{_ONE})"
    rf"(?:\s?k|\s+(?:hundred|thousand|million)(?:\s+(?:and\s+)?{_ONE})?)*\b",
    re.IGNORECASE,
)
"""A number in words, such as `two hundred and fifty thousand`, or in both, such as `25k`."""


def in_digits(text: str) -> list[float]:
    """Return the numbers that a text names in digits, in its order."""
    return [_number(match.group()) for match in _DIGITS.finditer(text)]


def numbers_in(text: str) -> set[float]:
    """Return every number that a text names."""
    return {_value(match.group().lower()) for match in _WORDS.finditer(text)}.union(in_digits(text))


def _number(digits: str) -> float:
    return float(digits.rstrip(",").replace(",", ""))


def _value(words: str) -> float:
    """Return the value of a match of `_WORDS`."""
    whole = part = 0.0
    for word in re.findall(rf"{_NUMBER}|[a-z]+", words):
        if word in _TIMES:
            part = (part or 1) * _TIMES[word]
            if part >= 1000:
                whole, part = whole + part, 0
        elif word != "and":
            part += _VALUES[word] if word in _VALUES else _number(word)
    return whole + part

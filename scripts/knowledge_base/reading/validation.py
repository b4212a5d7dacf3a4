"""A document's values → a model, or findings that say where and why it doesn't fit."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from knowledge_base.model.base import NOT_REPORTED
from knowledge_base.model.places import Trail
from knowledge_base.model.shape import shape
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.yaml_source import Document

LONGEST_LIST = 250
"""Characters of a hint that lists all known words."""
CLOSE = 0.6
"""How alike, of 1, a word must be to what it may have been meant to be."""


@cache
def adapter(annotation: Any) -> TypeAdapter[Any]:
    """Return what turns a document's values into ``annotation``."""
    return TypeAdapter(annotation)


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the known word that ``word`` was most likely meant to be, or None."""
    matches = difflib.get_close_matches(word.lower(), sorted(choices), n=1, cutoff=CLOSE)
    return matches[0] if matches else None


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Return the hint for an unknown word: the nearest known one, or all if they are few."""
    choices = sorted(words)
    if not choices:
        return MEANT["none"]
    if match := nearest(word, choices):
        return MEANT["near"].format(match=match)
    if len(listed := ", ".join(choices)) <= LONGEST_LIST:
        return MEANT["few"].format(listed=listed)
    return MEANT["many"].format(number=len(choices))


MEANT = {
    "none": "There are none.",
    "near": "Did you mean '{match}'?",
    "few": "Known: {listed}.",
    "many": "There are {number} known ones, none of them close to this.",
}
"""Hints for an unknown word."""


def validate(document: Document, annotation: Any) -> tuple[Any, list[Finding]]:
    """Return the document's value as ``annotation``, or None and everything that is wrong."""
    try:
        # By alias alone: the names that a model's fields have in Python are not for files.
        value = adapter(annotation).validate_python(document.value, by_alias=True, by_name=False)
        return value, _empty_fields(document, annotation)
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        misspelt = _misspelt(document, details, annotation)
        findings = [
            _finding(document, detail, annotation)
            for detail in details
            if not _only_for_others(detail, details)
            and not (detail["type"] == "missing" and detail["loc"] in misspelt)
        ]
        # Where a value may be of several types, each says what it wants; the last is the widest.
        of_type = {f.location: f for f in findings if f.rule == "wrong-type"}
        others = {f for f in findings if f.rule != "wrong-type"}
        return None, sorted({*others, *of_type.values()})


def _only_for_others(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Return whether a list is too short only because pydantic leaves out what is wrong in it."""
    loc = detail["loc"]
    return detail["type"] == "too_short" and any(
        other["loc"][: len(loc)] == loc for other in details if len(other["loc"]) > len(loc)
    )


def _misspelt(
    document: Document, details: list[ErrorDetails], annotation: Any
) -> set[tuple[int | str, ...]]:
    """Return where fields are missing only because their keys are misspelt, which is told."""
    return {
        (*loc[:-1], correct)
        for loc in (detail["loc"] for detail in details if detail["type"] == "extra_forbidden")
        if (correct := nearest(str(loc[-1]), _keys(annotation, _trail(document, loc)[:-1])))
    }


EMPTY_FIELD = ("{name} is empty.", "Give it a value, or remove the key.")


def _empty_fields(document: Document, annotation: Any) -> list[Finding]:
    """Return a finding for each optional field that is there but says nothing."""
    return [
        Finding(
            document.at(trail),
            "wrong-type",
            EMPTY_FIELD[0].format(name=_name(trail)),
            EMPTY_FIELD[1],
        )
        for trail in _nothing(document.value)
        if trail and trail[-1] in _keys(annotation, trail[:-1])
    ]


def _nothing(value: Any, trail: Trail = ()) -> Iterator[Trail]:
    if value is None:
        yield trail
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _nothing(item, (*trail, key))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _nothing(item, (*trail, position))


@dataclass(frozen=True)
class Explanation:
    """What people who don't write Python are told of one of pydantic's errors."""

    rule: str
    message: str
    """With `{key}` or `{name}` for what is wrong, `{value}` or `{what}` for what it says, and
    `{wanted}` for what it had to be."""
    hint: str
    """With `{key}`; `{meant}` for the known key that was meant, `{right_type}` for how to write it,
    and `{unless_reported}` for the word for what the source doesn't say, if there is one."""
    of_key: bool = False
    """Whether the key is wrong, and not its value."""


_INVALID_DATE = Explanation(
    "invalid-date",
    "{value} is not a day in the form YYYY-MM-DD, or there is no such day.",
    "Write the day as in 2023-05-31.",
)
WRONG_TYPE = Explanation("wrong-type", "{name} {wanted}, not {what}.", "{right_type}")
EXPLANATIONS = {
    "missing": Explanation(
        "missing-field", "'{key}' is missing.", "Add '{key}:'.{unless_reported}"
    ),
    "extra_forbidden": Explanation(
        "unknown-key", "'{key}' is not a key that is known here.", "{meant}", of_key=True
    ),
    "date_from_datetime_inexact": _INVALID_DATE,
    "date_from_datetime_parsing": _INVALID_DATE,
    "date_parsing": _INVALID_DATE,
    "date_type": _INVALID_DATE,
    "value_error": _INVALID_DATE,  # raised for dates alone
    "string_pattern_mismatch": Explanation(
        "id-form",
        "{value} is not in the form of an id.",
        "Use lower-case letters, digits and single hyphens, as in 'two-words'.",
        of_key=True,
    ),
    "one_line": Explanation(
        "one-line",
        "{name} holds a line break.",
        "Write it in one line: pages show it inside a line.",
    ),
    "cut_text": Explanation(
        "cut-text",
        "{name} stops in the middle of a sentence.",
        "Write it to its end, and end it with a full stop.",
    ),
    "web_address": Explanation(
        "malformed-link",
        "{value} is not a well-formed link that begins with http:// or https://.",
        "Give the whole address of the page, as your browser shows it.",
    ),
    "few_words": Explanation(
        "support-length",
        "{name} has more than ten words.",
        "Quote at most ten of the source's words: enough to find the place by.",
    ),
    "without_marks": Explanation(
        "support-length",
        "{name} stands in quotation marks, and pages add their own.",
        "Take these away. A word processor may have made them of straight ones.",
    ),
    "partial_day": Explanation(
        "invalid-date",
        "{value} is not a day, a month or a year.",
        "Write it as far as it is known: 2024-04-01, 2024-04 or 2024.",
    ),
    "pay_year": Explanation(
        "invalid-date", "{value} is not a year of pay.", "Write it as in 2022/23."
    ),
}
"""By pydantic's types of errors; all others are values of the wrong type."""
REQUIREMENTS = {
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "dict_type": "must hold keys with values",
    "model_type": "must hold keys with values",
    "string_type": "must be text",
    "string_too_short": "must say something",
    "string_too_long": "must have at most {max_length} characters",
    "tuple_type": "must be a list",
    "int_type": "must be a whole number",
    "float_type": "must be a number",
    "greater_than_equal": "must be {ge:g} or more",
    "less_than_equal": "must be {le:g} or less",
    "literal_error": "must be {expected}",
    "too_short": "must name at least {min_length}",
    "too_long": "must name at most {max_length}",
}
"""What a value of the wrong type had to be; what pydantic calls else says so in its own words."""
RIGHT_TYPE = {
    "empty": "Give it a value.{unless_reported}",
    "text": "Put quotes around it, so that it is read as text.",
    "number": "Write digits and at most a point, without quotes, commas or signs of currency.",
    "list": "Put square brackets around it, also where there is only one.",
    "other": "Compare with another file of the same kind.",
}
"""How to write a value of the right type."""


def _right_type(detail: ErrorDetails) -> str:
    match detail["type"], detail["input"]:
        case _, None:
            return RIGHT_TYPE["empty"]
        case "string_type", bool() | int() | float():
            return RIGHT_TYPE["text"]
        case "int_type" | "float_type", _:
            return RIGHT_TYPE["number"]
        case "tuple_type", str():
            return RIGHT_TYPE["list"]
        case "literal_error", str(word):
            return did_you_mean(word, re.findall("'([^']+)'", detail["ctx"]["expected"]))
    return RIGHT_TYPE["other"]


def _finding(document: Document, detail: ErrorDetails, annotation: Any) -> Finding:
    trail = _trail(document, detail["loc"])
    explanation = EXPLANATIONS.get(detail["type"], WRONG_TYPE)
    if detail["type"] == "missing":
        trail = (*trail, detail["loc"][-1])
        place = document.at_missing(trail, _keys(annotation, trail[:-1]))
    elif detail["type"] == "cut_text":
        place = document.at_end(trail)
    else:
        place = document.at_key(trail) if explanation.of_key else document.at(trail)
    key = trail[-1] if trail else ""
    hint = explanation.hint.replace("{right_type}", _right_type(detail))
    return Finding(
        place,
        explanation.rule,
        explanation.message.format(
            key=key,
            name=_name(trail),
            value=_display(detail["input"]),
            what=_what(detail),
            wanted=_requirement(detail),
        ),
        hint.format(
            key=key,
            meant=did_you_mean(str(key), _keys(annotation, trail[:-1])),
            unless_reported=unless_reported(annotation, trail),
        ),
    )


def unless_reported(annotation: Any, trail: Trail) -> str:
    """Return what to write where the source doesn't say, for fields that have a word for it."""
    form = shape(annotation).at(trail[:-1])
    field = form.fields.get(str(trail[-1])) if form and trail else None
    if field is None or NOT_REPORTED not in field.description:
        return ""
    return UNLESS_REPORTED


UNLESS_REPORTED = f" What the source does not report is written '{NOT_REPORTED}'."


def _requirement(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    if context.get("min_length") == 1:
        context = {"min_length": "one"}
    template = REQUIREMENTS.get(detail["type"], "does not fit ({msg})")
    return template.format(msg=detail["msg"], **context)


def _what(detail: ErrorDetails) -> str:
    """Return what stands there instead of what is wanted; of a list that is as such right, all."""
    value = detail["input"]
    if isinstance(value, dict | list) and detail["type"] not in ("too_short", "too_long"):
        return "a list" if isinstance(value, list) else "keys with values"
    return _display(value)


def _name(trail: Trail) -> str:
    """Return how a message names the value at ``trail``: its key, or its place in a list."""
    match trail:
        case ():
            return "the file"
        case (*_, str(key)):
            return f"'{key}'"
        case (*_, str(key), int(position)):
            return f"item {position + 1} of '{key}'"
        case _:
            return "an item"


def _display(value: object) -> str:
    if value is None or value == "":
        return "empty"
    if isinstance(value, bool):
        return str(value).lower()
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _trail(document: Document, loc: tuple[int | str, ...]) -> Trail:
    """Return pydantic's location without the steps that aren't in the document.

    Pydantic adds missing fields, names of union members and ``[key]`` to its locations.
    """
    trail: Trail = ()
    for step in loc:
        if (*trail, step) in document.values:
            trail = (*trail, step)
    return trail


def _keys(annotation: Any, trail: Trail) -> list[str]:
    """Return the keys that the model at ``trail`` knows, in its order."""
    form = shape(annotation).at(trail)
    return list(form.fields) if form else []

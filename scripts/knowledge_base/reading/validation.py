"""A document's values → a model, or findings that say where and why it doesn't fit."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from knowledge_base.model.base import NOT_REPORTED
from knowledge_base.model.places import Trail
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.yaml_source import Document

_LONGEST_LIST = 250
"""Characters of a hint that lists all known words."""


@cache
def adapter(annotation: Any) -> TypeAdapter[Any]:
    """Return what turns a document's values into ``annotation``."""
    return TypeAdapter(annotation)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that ``word`` was most likely meant to be, or None."""
    matches = difflib.get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the hint for an unknown word: the nearest known one, or all if they are few."""
    choices = sorted(known)
    if not choices:
        return "There are none."
    if match := nearest(word, choices):
        return f"Did you mean '{match}'?"
    if len(listed := ", ".join(choices)) <= _LONGEST_LIST:
        return f"Known: {listed}."
    return f"There are {len(choices)} known ones, none of them close to this."


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
        (*loc[:-1], meant)
        for loc in (detail["loc"] for detail in details if detail["type"] == "extra_forbidden")
        if (meant := nearest(str(loc[-1]), _siblings(annotation, _trail(document, loc)[:-1])))
    }


def _empty_fields(document: Document, annotation: Any) -> list[Finding]:
    """Return a finding for each optional field that is there but says nothing."""
    return [
        Finding(
            document.at(trail),
            "wrong-type",
            f"{_name(trail)} is empty.",
            "Give it a value, or remove the key.",
        )
        for trail in _nothing(document.value)
        if trail and trail[-1] in _siblings(annotation, trail[:-1])
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


def _finding(document: Document, detail: ErrorDetails, annotation: Any) -> Finding:
    trail = _trail(document, detail["loc"])
    kind = detail["type"]
    if kind == "missing":
        missing = detail["loc"][-1]
        return Finding(
            document.at(trail),
            "missing-field",
            f"'{missing}' is missing.",
            f"Add '{missing}:'.{_unless_reported(annotation, (*trail, missing))}",
        )
    if kind == "extra_forbidden":
        *_, unknown = trail
        return Finding(
            document.at_key(trail),
            "unknown-key",
            f"'{unknown}' is not a key that is known here.",
            did_you_mean(str(unknown), _siblings(annotation, trail[:-1])),
        )
    if "date" in kind or (kind == "value_error" and "YYYY-MM-DD" in detail["msg"]):
        return Finding(
            document.at(trail),
            "invalid-date",
            f"{_shown(detail['input'])} is not a day that exists, written YYYY-MM-DD.",
            "Write the day as in 2023-05-31.",
        )
    if kind == "string_pattern_mismatch":
        return Finding(
            document.at_key(trail),
            "id-form",
            f"{_shown(detail['input'])} is not in the form of an id.",
            "Use lower-case letters, digits and single hyphens, as in 'group-supervision'.",
        )
    hint = "Compare with another file of the same kind."
    if kind == "string_type" and isinstance(detail["input"], bool | int | float):
        hint = "Put quotes around it, so that it is read as text."
    if detail["input"] is None:
        hint = f"Give it a value.{_unless_reported(annotation, trail)}"
    elif kind in ("int_type", "float_type"):
        hint = "Write digits and at most a point, without quotes, commas or signs of currency."
    if kind == "tuple_type" and isinstance(detail["input"], str):
        hint = "Put square brackets around it, also where there is only one."
    if kind == "literal_error" and isinstance(detail["input"], str):
        hint = did_you_mean(detail["input"], re.findall("'([^']+)'", detail["ctx"]["expected"]))
    shown = _shown(detail["input"])
    if kind not in ("too_short", "too_long") and isinstance(detail["input"], dict | list):
        shown = "a list" if isinstance(detail["input"], list) else "keys with values"
    return Finding(
        document.at(trail),
        "wrong-type",
        f"{_name(trail)} {_wanted(detail)}, not {shown}.",
        hint,
    )


def _unless_reported(annotation: Any, trail: Trail) -> str:
    """Return what to write where the source doesn't say, for fields that have a word for it."""
    if not trail or NOT_REPORTED not in _fields(annotation, trail[:-1]).get(str(trail[-1]), ""):
        return ""
    return f" What the source does not report is written '{NOT_REPORTED}'."


_WANTED = {
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "dict_type": "must hold keys with values",
    "model_type": "must hold keys with values",
    "string_type": "must be text",
    "string_too_short": "must say something",
    "tuple_type": "must be a list",
    "int_type": "must be a whole number",
    "float_type": "must be a number",
}


def _wanted(detail: ErrorDetails) -> str:
    """Return what pydantic wanted, for people who don't write Python."""
    context = detail.get("ctx", {})
    if detail["type"] == "greater_than_equal":
        return f"must be {context['ge']:g} or more"
    if detail["type"] == "less_than_equal":
        return f"must be {context['le']:g} or less"
    if detail["type"] == "literal_error":
        return f"must be {context['expected']}"
    if detail["type"] == "string_too_long":
        return f"must have at most {context['max_length']} characters"
    if detail["type"] == "too_short":
        least = context["min_length"]
        return f"must name at least {'one' if least == 1 else least}"
    if detail["type"] == "too_long":
        return f"must name at most {context['max_length']}"
    return _WANTED.get(detail["type"], f"does not fit ({detail['msg']})")


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


def _shown(value: object) -> str:
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


@cache
def _schema(annotation: Any) -> dict[str, Any]:
    return adapter(annotation).json_schema(by_alias=True)


def _siblings(annotation: Any, trail: Trail) -> list[str]:
    """Return the keys that the model around ``trail`` knows."""
    return sorted(_fields(annotation, trail))


def _fields(annotation: Any, trail: Trail) -> dict[str, str]:
    """Return the keys that the model around ``trail`` knows, and what each is for."""
    schema = _schema(annotation)
    definitions = schema.get("$defs", {})

    def resolved(node: dict[str, Any]) -> dict[str, Any]:
        while True:
            if "$ref" in node:
                node = definitions[node["$ref"].rsplit("/", 1)[-1]]
            elif "anyOf" in node:
                node = next((n for n in node["anyOf"] if n.get("type") != "null"), {})
            else:
                return node

    node = resolved(schema)
    for step in trail:
        if isinstance(step, int):
            node = node.get("items", {})
        elif step in node.get("properties", {}):
            node = node["properties"][step]
        else:
            # Where the keys must be ids, they are given as a pattern.
            patterns = node.get("patternProperties", {}).values()
            extra = next(iter(patterns), node.get("additionalProperties", {}))
            node = extra if isinstance(extra, dict) else {}
        node = resolved(node)
    properties: dict[str, Any] = node.get("properties", {})
    return {key: of_key.get("description", "") for key, of_key in properties.items()}

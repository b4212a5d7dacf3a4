"""Statements with what they rest on, quantities, and text for tables."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge_base.markup import loose as myst
from knowledge_base.model.base import NOT_APPLICABLE, NOT_REPORTED, Statement
from knowledge_base.model.blueprint import Measure
from knowledge_base.wording.numbers import measured


def statement(item: Statement) -> str:
    """Return one statement with what it rests on."""
    return f"{myst.text(item.text)} {myst.support(item.records, item.sources, item.location)}"


def statements(items: Iterable[Statement]) -> str:
    """Return statements as a list."""
    return myst.bullets(statement(item) for item in items)


def prose(items: Iterable[Statement]) -> str:
    """Return statements as one paragraph."""
    return " ".join(statement(item) for item in items)


def measure(item: Measure) -> str:
    """Return a number with its unit."""
    return myst.text(measured(item))


def shown(value: str) -> str:
    """Return text for a table, with the marks for nothing told written out."""
    return myst.text(reported(value))


def reported(value: str) -> str:
    """Return a value in words, also where it says that nothing is reported."""
    words = {NOT_REPORTED: "Not reported", NOT_APPLICABLE: "Not applicable"}
    return words.get(value, value)

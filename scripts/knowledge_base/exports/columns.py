"""Tables with typed columns. What a column may hold, the model says: nothing is repeated here.

CSV, the data package's description, SQLite, Parquet and the workbook are all made of these.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any, Literal, Optional

from pydantic import TypeAdapter

from knowledge_base.model.base import Model, Unit
from knowledge_base.model.fields import Field
from knowledge_base.model.shape import Shape, shape

NUMBER, DATE, STRING = "number", "date", "string"
BETWEEN = "; "
"""What parts several values in one cell."""


@dataclass(frozen=True)
class Column:
    """A column of a table, and how its value follows from what a row is about."""

    name: str
    annotation: Any
    """The type of its values, as the model writes types."""
    value: Callable[[Any], Any]
    description: str = ""

    @cached_property
    def shape(self) -> Shape:
        """What its values are made of."""
        return shape(self.annotation)

    @cached_property
    def is_several(self) -> bool:
        """Whether a row has several values in it."""
        return self._options[0].get("type") == "array"

    @cached_property
    def is_required(self) -> bool:
        """Whether every row has a value in it."""
        least = self._options[0].get("minItems", 0) > 0
        return least if self.is_several else not self.shape.is_optional

    @cached_property
    def type(self) -> str:
        """The type of one value, in the words of JSON Schema, or `date`."""
        types = {DATE if s.get("format") == DATE else s.get("type", STRING) for s in self._items}
        return types.pop() if len(types) == 1 else NUMBER

    @cached_property
    def refers_to(self) -> str | None:
        """What its values name: a vocabulary, or `source`, `study` and the like."""
        return self.shape.named

    @cached_property
    def unit(self) -> str | None:
        """In what its numbers are counted, where the column has one unit."""
        shapes = (self.shape, *self.shape.options)
        units = (mark.name for s in shapes for mark in s.marks if isinstance(mark, Unit))
        return next(units, None)

    @cached_property
    def choices(self) -> tuple[str, ...]:
        """The values that it may have, where they are few and no vocabulary has them."""
        return tuple(value for item in self._items for value in item.get("enum", ()))

    @cached_property
    def limits(self) -> dict[str, Any]:
        """The pattern, the least and the most of a value, by JSON Schema's names for them."""
        names = ("pattern", "minimum", "maximum")
        return {name: item[name] for item in self._items for name in names if name in item}

    @cached_property
    def _options(self) -> tuple[dict[str, Any], ...]:
        return _options_of(self.annotation)

    @cached_property
    def _items(self) -> tuple[dict[str, Any], ...]:
        if not self.is_several:
            return self._options
        return tuple(option["items"] for option in self._options)


@dataclass(frozen=True)
class Table:
    """Rows of typed values."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    key: tuple[str, ...]
    """The columns that no two rows have the same values in."""
    holds: str = ""
    """What its key names, in the words of `Column.refers_to`."""

    def cells(self) -> Iterator[tuple[Any, ...]]:
        """Yield the rows as a spreadsheet has them."""
        for row in self.rows:
            yield tuple(map(as_cell, row))


def table_of(
    name: str,
    things: Sequence[Any],
    columns: Sequence[Column],
    key: Sequence[str] = ("id",),
    holds: str = "",
) -> Table:
    """Return a table with a row for each thing."""
    rows = (tuple(column.value(thing) for column in columns) for thing in things)
    return Table(name, tuple(columns), tuple(rows), tuple(key), holds)


def as_cell(value: Any) -> Any:
    """Return a value as it stands in a cell; several are joined by '; '."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return BETWEEN.join(value)
    return value.isoformat() if isinstance(value, date) else value


def columns_of(
    model: type[Model],
    *names: str,
    at: Callable[[Any], Any] = lambda thing: thing,
    prefix: str = "",
    optional: bool = False,
) -> tuple[Column, ...]:
    """Return a column for each of the model's fields that is named.

    ``at`` leads from the thing of a row to the model; with ``optional``, it may lead to nothing.
    """
    fields = {field.name: field for field in shape(model).fields.values()}
    return tuple(
        Column(
            f"{prefix}{name}",
            maybe(fields[name].annotation) if optional else fields[name].annotation,
            _getter(at, name, () if fields[name].is_list else None),
            fields[name].description,
        )
        for name in names
    )


def record_column(field: Field) -> Column:
    """Return the column of a field of a record."""
    assert field.shape
    annotation = field.shape.annotation
    nested = len(field.steps) > 1
    return Column(
        field.name, maybe(annotation) if nested else annotation, field.of, field.description
    )


@cache
def _options_of(annotation: Any) -> tuple[dict[str, Any], ...]:
    """Return the schema of each type of which a value may be, nothing aside."""
    return tuple(_flat(TypeAdapter(annotation).json_schema()))


def _flat(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "anyOf" in schema:
        for option in schema["anyOf"]:
            yield from (schema | inner for inner in _flat(option))
    elif schema.get("type") != "null":
        yield schema


def maybe(annotation: Any) -> Any:
    """Return the type of what may be there or not."""
    return Optional[annotation]  # noqa: UP045 - `|` does not take every type that this is given


def one_of(values: Iterable[str]) -> Any:
    """Return the type of a text that is one of these."""
    return Literal[tuple(values)]


def _getter(at: Callable[[Any], Any], name: str, nothing: Any) -> Callable[[Any], Any]:
    return lambda thing: getattr(at(thing), name, nothing)

"""The register of a record's fields: how each is named, asked for, shown and searched.

The model is the master of what a field holds: its place, its type, and what it is for. What the
model has no place for stands in `fields.yml`, beside this module. Pages, tables, commands, the map
and the search read it, so that a new field needs its line in the model, its entry there and, if it
has one, its vocabulary.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from knowledge_base.model.places import Trail
from knowledge_base.model.record import Record
from knowledge_base.model.shape import FieldShape, shape

NEW = "new"
"""What is answered instead of an id or key where the thing isn't on file yet."""


@dataclass(frozen=True)
class Field:
    """A field of a record, or a part of one that is asked for and shown by itself."""

    name: str
    """Its one name: of the column, the filter, the option, and the answer to its question."""
    label: str = ""
    """How pages and filters name it."""
    question: str = ""
    """What an interview asks; without one it is not asked for."""
    help: str = ""
    """What `kb new record` says of its option; without it there is none."""
    path: tuple[str, ...] = ()
    """Where in the record it stands, if not under its name."""
    formerly: tuple[str, ...] = ()
    """Names that links and commands had for it, which still work."""
    row: bool = True
    """Whether it is a row on the record's page."""
    column: bool = True
    """Whether it is a column of the table of records."""
    facet: bool = False
    """Whether the map filters by it."""
    card: bool = False
    """Whether the map shows it on a record's card."""
    searched: bool = False
    """Whether the search finds a record by it."""
    choices: Mapping[str, str] | None = None
    """What it may hold, each in words, where that is neither a vocabulary nor free text."""
    derived: Mapping[str, str] | None = None
    """Columns that follow from it, each with what it holds."""

    @property
    def steps(self) -> tuple[str, ...]:
        """The way to it from the record."""
        return self.path or (self.name,)

    @property
    def shape(self) -> FieldShape | None:
        """Its type and help, by the model; None for what isn't said in the record itself."""
        whole = shape(Record).fields.get(self.steps[0])
        if whole is None or len(self.steps) == 1:
            return whole
        inside = whole.at(())
        return inside.fields.get(self.steps[1]) if inside else None

    @property
    def description(self) -> str:
        """What it is for."""
        return self.shape.description if self.shape else ""

    @property
    def refers_to(self) -> str | None:
        """What its values name: a vocabulary, or `source`, `study` and the like."""
        return self.shape.named if self.shape else None

    @property
    def is_required(self) -> bool:
        """Whether every record has it."""
        whole = shape(Record).fields.get(self.steps[0])
        return whole is not None and whole.is_required

    @property
    def is_several(self) -> bool:
        """Whether it holds several values."""
        return self.shape is not None and self.shape.is_list

    @property
    def options(self) -> tuple[str, ...]:
        """Its option on the command line, and those that it had."""
        return tuple(f"--{name.replace('_', '-')}" for name in (self.name, *self.formerly))

    def of(self, record: Record) -> Any:
        """Return its value in a record; None where it has none."""
        value: Any = record
        for step in self.steps:
            value = getattr(value, step, None)
        return value


def _field(name: str, entry: Mapping[str, Any]) -> Field:
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()
    }
    return Field(name, **values)


# Every command reads it, and libyaml does so in a tenth of the time.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ENTRIES: dict[str, dict[str, Any]] = yaml.load(
    Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"), _LOADER
)
FIELDS = tuple(_field(name, entry) for name, entry in _ENTRIES.items())
"""Every field, in the order of asking; `study_name` and the like are of a study not on file yet."""

RECORD_FIELDS = tuple(
    sorted(
        (field for field in FIELDS if field.shape),
        key=lambda field: list(Record.model_fields).index(field.steps[0]),
    )
)
"""The fields of a record, in the model's order."""

DERIVED_COLUMNS = {field.name: field.derived for field in FIELDS if field.derived}
"""Columns of the table of records that follow from a field, behind whose column they stand."""

EDITION_COLUMN = "version"
"""The last column of every table: of which state of the evidence a row is."""

FIELD = {field.name: field for field in FIELDS}
"""Each field by its name."""


def field_at(trail: Trail) -> str:
    """Return the name of the field of a record at the end of ``trail``; empty if there is none."""
    for field in RECORD_FIELDS if trail else ():
        both = min(len(field.steps), len(trail))
        if field.steps[:both] == trail[:both]:
            return field.name
    return ""

"""Everything that can be counted as one SQLite file: typed tables that refer to each other.

What a cell of a spreadsheet holds several of is a table of its own here, such as
`records_outcomes`. Each vocabulary is a table, too. `about` says which edition it is, and `columns`
what each column means.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from typing import Any

from knowledge_base.exports.columns import Column, Table
from knowledge_base.exports.formats.tables import VOCABULARIES, tables
from knowledge_base.exports.notes import notes
from knowledge_base.model.knowledge_base import KnowledgeBase

DATABASE = "knowledge-base.sqlite"

_TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
_VIEWS = """
CREATE VIEW claims AS
SELECT records.id, component.label AS component, records.claim, claim_kind.label AS kind,
  records.source_label AS source, how_read.label AS how_read, records.location, sources.url
FROM records
JOIN component ON component.id = records.component
JOIN claim_kind ON claim_kind.id = records.kind
JOIN how_read ON how_read.id = records.how_read
JOIN sources ON sources.id = records.source
WHERE records.stands;

CREATE VIEW claims_by_outcome AS
SELECT records.component, records_outcomes.outcomes AS outcome,
  records.evidence_basis, records.direction, count(*) AS claims,
  count(DISTINCT CASE WHEN NOT records.is_review THEN records.study END) AS studies,
  count(DISTINCT CASE WHEN records.is_review THEN records.study END) AS reviews
FROM records JOIN records_outcomes ON records_outcomes.id = records.id
WHERE records.stands
GROUP BY 1, 2, 3, 4;
"""
"""Answers to common questions: each claim that counts, in words; what there is on each outcome."""


def files(kb: KnowledgeBase) -> dict[str, Callable[[], bytes]]:
    """Return the database."""
    return {DATABASE: partial(_database, kb)}


def _database(kb: KnowledgeBase) -> bytes:
    there = [table for table in tables(kb) if table.name != VOCABULARIES]
    keys = {table.holds: (table.name, table.key[0]) for table in there if table.holds}
    keys |= {name: (name, "id") for name in kb.vocabularies}
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("PRAGMA page_size = 1024")
        for name, terms in kb.vocabularies.items():
            connection.execute(
                f"CREATE TABLE {_name(name)} (id TEXT PRIMARY KEY NOT NULL, "
                "label TEXT NOT NULL, definition TEXT NOT NULL) STRICT"
            )
            words = ((key, term.label, term.definition) for key, term in terms.items())
            _insert(connection, name, words)
        for table in there:
            _add(connection, table, keys)
        _about(connection, kb, there)
        connection.commit()
        # Not as rows are added: a record may refer to one that comes later.
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
        if any(table.name == "records" for table in there):
            connection.executescript(_VIEWS)
        return connection.serialize()


def _add(connection: sqlite3.Connection, table: Table, keys: Mapping[str, tuple[str, str]]) -> None:
    columns = [column for column in table.columns if not column.is_several]
    key = ", ".join(map(_name, table.key))
    parts = [*(_definition(column, keys) for column in columns), f"PRIMARY KEY ({key})"]
    connection.execute(f"CREATE TABLE {_name(table.name)} ({', '.join(parts)}) STRICT")
    places = [place for place, column in enumerate(table.columns) if not column.is_several]
    _insert(connection, table.name, (tuple(_value(row[p]) for p in places) for row in table.rows))
    for place, column in enumerate(table.columns):
        if column.is_several:
            _add_values(connection, table, place, keys)


def _add_values(
    connection: sqlite3.Connection, table: Table, place: int, keys: Mapping[str, tuple[str, str]]
) -> None:
    """Add the table of a column's values, each with its position, by the key of the row."""
    column = table.columns[place]
    name = f"{table.name}_{column.name}"
    key = ", ".join(map(_name, table.key))
    whose = [c for c in table.columns if c.name in table.key]
    parts = [
        *(f"{_name(c.name)} {_TYPES.get(c.type, 'TEXT')} NOT NULL" for c in whose),
        "position INTEGER NOT NULL",
        f"{_name(column.name)} TEXT NOT NULL{_reference(column, keys)}",
        f"PRIMARY KEY ({key}, position)",
        f"FOREIGN KEY ({key}) REFERENCES {_name(table.name)} ({key})",
    ]
    connection.execute(f"CREATE TABLE {_name(name)} ({', '.join(parts)}) STRICT")
    places = [table.columns.index(c) for c in whose]
    rows = (
        (*(row[p] for p in places), position, value)
        for row in table.rows
        for position, value in enumerate(row[place], start=1)
    )
    _insert(connection, name, rows)


def _definition(column: Column, keys: Mapping[str, tuple[str, str]]) -> str:
    name = _name(column.name)
    needed = " NOT NULL" if column.is_required else ""
    values = "0, 1" if column.type == "boolean" else ", ".join(f"'{c}'" for c in column.choices)
    check = f" CHECK ({name} IN ({values}))" if values else ""
    return f"{name} {_TYPES.get(column.type, 'TEXT')}{needed}{check}{_reference(column, keys)}"


def _reference(column: Column, keys: Mapping[str, tuple[str, str]]) -> str:
    table, key = keys.get(column.refers_to or "", ("", ""))
    return f" REFERENCES {_name(table)} ({key})" if table else ""


def _about(connection: sqlite3.Connection, kb: KnowledgeBase, there: Sequence[Table]) -> None:
    connection.execute("CREATE TABLE about (what TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")
    _insert(connection, "about", notes(kb).items())
    connection.execute(
        'CREATE TABLE "columns" ("table" TEXT NOT NULL, "column" TEXT NOT NULL, '
        "meaning TEXT NOT NULL, unit TEXT) STRICT"
    )
    rows = ((_plain(t.name), c.name, c.description, c.unit) for t in there for c in t.columns)
    _insert(connection, "columns", rows)


def _insert(connection: sqlite3.Connection, table: str, rows: Any) -> None:
    listed = list(rows)
    if listed:
        blanks = ", ".join("?" * len(listed[0]))
        connection.executemany(f"INSERT INTO {_name(table)} VALUES ({blanks})", listed)


def _value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _plain(name: str) -> str:
    return name.replace("-", "_")


def _name(name: str) -> str:
    return f'"{_plain(name)}"'

"""The one writer of Parquet. DuckDB writes it: half as heavy to install as the other, pyarrow."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

import duckdb

from knowledge_base.exports.columns import Table

_TYPES = {"integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}


def as_parquet(table: Table, notes: Mapping[str, str]) -> bytes:
    """Return a table with typed columns, lists where a row has several values, and notes.

    The same table gives the same bytes: one thread, and no time of day.
    """
    names = [f'"{column.name}"' for column in table.columns]
    types = [
        _TYPES.get(column.type, "VARCHAR") + ("[]" if column.is_several else "")
        for column in table.columns
    ]
    values = [
        [list(value) if isinstance(value, tuple) else value for value in column]
        for column in zip(*table.rows, strict=True)
    ]
    select = ", ".join(
        f"unnest(?::{kind}[]) AS {name}" for name, kind in zip(names, types, strict=True)
    )
    about = ", ".join(f"{_text(name)}: {_text(text)}" for name, text in notes.items())
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(":memory:") as connection:
        connection.execute("SET threads = 1")
        connection.execute(f"CREATE TABLE rows AS SELECT {select}", values)
        file = Path(folder) / "table.parquet"
        connection.execute(
            f"COPY rows TO {_text(str(file))} "
            f"(FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{about}}})"
        )
        return file.read_bytes()


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"

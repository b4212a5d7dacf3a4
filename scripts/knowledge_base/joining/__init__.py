"""Many knowledge bases of this form as one: their Parquet files, joined with SQL.

One site holds one base, and what a static site can bear is limited. Beyond it, the exports of many
bases lie side by side, and a query engine reads them. DuckDB does so here, on one machine; the
questions in `questions/` keep to SQL that Trino understands as well, so that a cluster can be asked
the same.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb

TABLES = ("records", "studies", "sources")
"""The tables that are joined. Each gets a column `base`: the name of the base of a row."""

QUESTIONS = {
    file.stem: file.read_text(encoding="utf-8")
    for file in sorted((Path(__file__).parent / "questions").glob("*.sql"))
}
"""What can be asked of all bases at once, by the name of its file."""


class NotAnExportError(Exception):
    """A folder doesn't hold the tables of a knowledge base."""


@contextmanager
def joined(exports: Mapping[str, Path]) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the bases that `kb export` has written into folders, by name, as one.

    A column that only some bases have, since they were exported by an older or newer version, is
    empty in the others.

    Raises:
        NotAnExportError: A folder lacks one of the tables, or it can't be read.
    """
    with duckdb.connect(":memory:") as connection:
        for table in TABLES:
            for folder in exports.values():
                if not (folder / f"{table}.parquet").is_file():
                    raise NotAnExportError(
                        f"'{folder}' has no file {table}.parquet: write it there with kb export"
                    )
            parts = " UNION ALL BY NAME ".join(
                f"SELECT {_text(name)} AS base, * "
                f"FROM read_parquet({_text(str(folder / table))} || '.parquet')"
                for name, folder in exports.items()
            )
            try:
                connection.execute(f"CREATE VIEW {table} AS {parts}")
            except duckdb.Error as error:
                raise NotAnExportError(f"{table}.parquet can't be read: {error}") from error
        yield connection


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"

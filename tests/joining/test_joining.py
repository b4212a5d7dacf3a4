"""Bases of this form can be asked as one, on this machine or on a cluster."""

from __future__ import annotations

import csv
import io
import sqlite3
from pathlib import Path

import pytest
import sqlglot

import kb
from knowledge_base.joining import QUESTIONS, TABLES, NotAnExportError, joined


@pytest.fixture(scope="module")
def exports(clean_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The made-up base, and one of made-up records; they have some sources in common."""
    folder = tmp_path_factory.mktemp("bases")
    other = folder / "other"
    assert kb.main(["made-up", "--records", "60", str(other)]) == 0
    roots = {"choirs": clean_corpus, "many": other, "again": clean_corpus}
    for name, root in roots.items():
        assert kb.main(["--root", str(root), "export", str(folder / f"{name}-export")]) == 0
    return {name: folder / f"{name}-export" for name in roots}


def test_each_row_says_from_which_base_it_comes_and_none_is_lost(exports: dict[str, Path]) -> None:
    with joined(exports) as bases:
        for table in TABLES:
            rows = dict(bases.execute(f"SELECT base, COUNT(*) FROM {table} GROUP BY 1").fetchall())
            assert rows == {name: rows_of(exports[name], table) for name in exports}


def rows_of(export: Path, table: str) -> int:
    with (export / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


def test_a_source_that_two_bases_cite_is_found_once(
    exports: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    named = [f"{name}={exports[name]}" for name in ("choirs", "again")]
    capsys.readouterr()
    assert kb.main(["join", "sources-in-several-bases", *named]) == 0
    answer = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    with (exports["choirs"] / "sources.csv").open(encoding="utf-8-sig", newline="") as file:
        dois = {row["doi"].lower() for row in csv.DictReader(file) if row["doi"]}
    assert dois
    assert {row["doi"]: row["bases"] for row in answer} == dict.fromkeys(dois, "2")


@pytest.mark.parametrize("question", QUESTIONS)
def test_other_engines_are_asked_the_same(exports: dict[str, Path], question: str) -> None:
    sql = QUESTIONS[question]
    # Trino, which runs on clusters, would be sent the very words.
    assert sqlglot.transpile(sql, read="trino", write="trino") == sqlglot.transpile(
        sql, read="trino", write="duckdb"
    )
    # SQLite, written by other people, gives the same answer.
    with joined(exports) as bases, sqlite3.connect(":memory:") as other:
        for table in TABLES:
            rows = bases.execute(f"SELECT * FROM {table}")
            names = [f'"{column[0]}"' for column in rows.description]
            other.execute(f"CREATE TABLE {table} ({', '.join(names)})")
            plain = [[v if isinstance(v, str | int | None) else str(v) for v in row]
                     for row in rows.fetchall()]  # fmt: skip
            blanks = ", ".join("?" * len(names))
            other.executemany(f"INSERT INTO {table} VALUES ({blanks})", plain)
        assert other.execute(sql).fetchall() == bases.execute(sql).fetchall()


def test_a_folder_without_an_export_is_named(
    exports: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (
        pytest.raises(NotAnExportError, match=r"has no file records\.parquet"),
        joined({"nothing": tmp_path}),
    ):
        pass
    (tmp_path / "records.parquet").write_text("no Parquet")
    for name in ("studies", "sources"):
        (tmp_path / f"{name}.parquet").write_bytes(
            (exports["choirs"] / f"{name}.parquet").read_bytes()
        )
    assert kb.main(["join", "claims-by-component", f"broken={tmp_path}"]) == 1
    assert "records.parquet can't be read" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        kb.main(["join", "claims-by-component", str(tmp_path)])
    assert "isn't of the form NAME=DIR" in capsys.readouterr().err

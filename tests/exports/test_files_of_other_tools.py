"""Each file to take away opens in the tools that people use, and says what the evidence says."""

from __future__ import annotations

import io
import json
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import igraph
import networkx as nx
import openpyxl
import pandas as pd
import pytest
import rispy
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_file

from knowledge_base.contributing.references.formats import FORMATS
from knowledge_base.contributing.table_file import table_in_workbook
from knowledge_base.exports.columns import Table
from knowledge_base.exports.formats import csl_json, tables
from knowledge_base.exports.formats.workbook import files as workbook_files
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source import Source
from knowledge_base.model.source import plain as plain_text
from knowledge_base.views.edition import edition
from knowledge_base.views.limits import limits_of

HOSTILE = '=1+1" <b> \x07 😀'


@pytest.fixture(scope="module")
def expected(kb: KnowledgeBase) -> dict[str, Table]:
    return {table.name: table for table in tables.tables(kb)}


def plain(value: Any) -> Any:
    """A value as Python has it, whichever library it comes from; nothing is nothing."""
    if isinstance(value, tuple | list):
        return list(value)
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, list):
        return value
    return None if value is None or value is pd.NaT or value != value else value


# SQLite


def test_sqlite_holds_every_row_and_its_keys_hold(folder: Path, expected: dict[str, Table]):
    with closing(sqlite3.connect(folder / "knowledge-base.sqlite")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        for name, table in expected.items():
            if name == tables.VOCABULARIES:
                continue
            single = [c.name for c in table.columns if not c.is_several]
            listed = ", ".join(f'"{c}"' for c in single)
            rows = database.execute(f'SELECT {listed} FROM "{name.replace("-", "_")}"').fetchall()
            places = [p for p, c in enumerate(table.columns) if not c.is_several]
            whole = [tuple(str(plain(row[p])) for p in places) for row in table.rows]
            # SQLite has no type of its own for yes and no.
            as_numbers = [tuple({"True": "1", "False": "0"}.get(v, v) for v in r) for r in whole]
            given = [tuple(str(value) for value in row) for row in rows]
            assert Counter(_numbers(given)) == Counter(_numbers(as_numbers)), name


def _numbers(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Rows in which a whole number is written in one way."""
    return [tuple(v.removesuffix(".0") for v in row) for row in rows]


def test_sqlite_refuses_what_the_model_refuses(folder: Path, kb: KnowledgeBase):
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize((folder / "knowledge-base.sqlite").read_bytes())
        database.execute("PRAGMA foreign_keys = ON")
        record = next(iter(kb.records))
        for change in (
            "source = 'nobody1999'",
            "kind = 'guess'",
            "claim = NULL",
            "stands = 2",
            "year = 'late'",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                database.execute(f"UPDATE records SET {change} WHERE id = ?", [record])


def test_views_answer_what_counts(folder: Path, kb: KnowledgeBase):
    with closing(sqlite3.connect(folder / "knowledge-base.sqlite")) as database:
        claims = pd.read_sql("SELECT * FROM claims", database)
        by_outcome = pd.read_sql("SELECT * FROM claims_by_outcome", database)
        about = dict(database.execute("SELECT what, value FROM about").fetchall())
    assert sorted(claims["id"]) == sorted(record.id for record in kb.published)
    assert set(claims["component"]) <= {term.label for term in kb.components.values()}
    pairs = Counter((r.component, outcome) for r in kb.published for outcome in r.outcomes)
    counted = by_outcome.groupby(["component", "outcome"])["claims"].sum()
    assert {pair: int(number) for pair, number in counted.items()} == dict(pairs)
    assert about["Version"] == edition(kb).version
    assert about["Limits"] == limits_of(kb)


# Parquet


def test_parquet_keeps_types_and_lists(folder: Path, expected: dict[str, Table]):
    for name, table in expected.items():
        file = str(folder / f"{name}.parquet")
        # `ORDER BY` nothing: the rows stay in their order.
        rows = duckdb.sql(f"SELECT * FROM '{file}'").fetchall()
        assert [list(map(plain, row)) for row in rows] == [
            list(map(plain, row)) for row in table.rows
        ], name
        frame = pd.read_parquet(file)
        assert list(frame) == [column.name for column in table.columns]
        assert len(frame) == len(table.rows)
        for column in table.columns:
            if column.type == "boolean":
                assert frame[column.name].dtype == bool, column.name
            if column.type == "date" and column.is_required:
                assert str(frame[column.name].iloc[0]) <= "2100", column.name


def test_parquet_names_its_edition(folder: Path, kb: KnowledgeBase):
    file = folder / "records.parquet"
    found = dict(duckdb.sql(f"SELECT key, value FROM parquet_kv_metadata('{file}')").fetchall())
    assert found[b"Version"].decode() == edition(kb).version


# Excel


def test_the_workbook_holds_every_table_behind_its_notes(
    folder: Path, kb: KnowledgeBase, expected: dict[str, Table]
):
    file = folder / "knowledge-base.xlsx"
    sheets = pd.read_excel(file, sheet_name=None, keep_default_na=False)
    assert list(sheets) == ["Read me", *expected]
    for name, table in expected.items():
        assert list(sheets[name]) == [column.name for column in table.columns]
        assert len(sheets[name]) == len(table.rows)
    notes = openpyxl.load_workbook(file, read_only=True)["Read me"]
    words = [[cell or "" for cell in row] for row in notes.iter_rows(values_only=True)]
    text = " ".join(str(cell) for row in words for cell in row)
    assert edition(kb).version in text
    assert limits_of(kb) in text
    assert "Creative Commons" in text
    explained = {tuple(row[:2]) for row in words}
    for name, table in expected.items():
        assert {(name, column.name) for column in table.columns} <= explained


def test_the_workbook_does_not_tell_the_time(folder: Path, kb: KnowledgeBase):
    properties = openpyxl.load_workbook(folder / "knowledge-base.xlsx").properties
    assert properties.created == properties.modified
    assert properties.modified.date() == edition(kb).day


def test_no_cell_of_the_workbook_is_a_formula(knowledge_base: KnowledgeBase):
    record = next(iter(knowledge_base.records.values()))
    changed = record.model_copy(update={"claim": HOSTILE}).named(record.id)
    kb = replace(knowledge_base, records=knowledge_base.records | {record.id: changed})
    (make,) = workbook_files(kb).values()
    cells = [
        cell
        for sheet in openpyxl.load_workbook(io.BytesIO(make()))
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert HOSTILE.replace("\x07", "") in {cell.value for cell in cells}


def test_records_of_the_workbook_are_read_when_it_is_imported(folder: Path, kb: KnowledgeBase):
    heading, *rows = table_in_workbook(folder / "knowledge-base.xlsx", "x")
    assert heading.cells[0] == "id"
    assert {row.cells[0] for row in rows} == set(kb.records)


# CSL-JSON


def test_every_source_can_be_set_by_a_citation_processor(
    folder: Path, kb: KnowledgeBase, recwarn: pytest.WarningsRecorder
):
    items = json.loads((folder / csl_json.SOURCES).read_text(encoding="utf-8"))
    assert [item["id"] for item in items] == list(kb.sources)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    listed = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        listed.register(Citation([CitationItem(item["id"])]))
    text = "\n".join(map(str, listed.bibliography()))
    assert not [w for w in recwarn if "not supported" in str(w.message)]
    for source in kb.sources.values():
        if source.year:
            assert str(source.year) in text
        assert source.authors[0].split(",")[0] in text or "shortauthor" in source.fields


def test_csl_reads_back(folder: Path, kb: KnowledgeBase):
    text = (folder / csl_json.SOURCES).read_text(encoding="utf-8")
    assert "{" not in "".join(item["title"] for item in json.loads(text))
    reading = FORMATS["csl-json"].read(text, "")
    assert not reading.broken
    assert [reference.key for reference in reading.references] == list(kb.sources)


def test_names_and_dates_in_csl_are_in_their_parts():
    fields = {
        "title": "On {Larkwater} -- a study",
        "author": "van der Berg, Jo and {Hill and Dale} and King, Jr., M. and others",
        "year": "2020",
        "month": "October",
        "pages": "1--9",
    }
    item = csl_json.item(Source("x", "article", fields, lines={}), "Read in part")
    assert item["author"] == [
        {"family": "Berg", "given": "Jo", "non-dropping-particle": "van der"},
        {"literal": "Hill and Dale"},
        {"family": "King", "given": "M.", "suffix": "Jr."},
    ]
    assert item["issued"] == {"date-parts": [[2020, 10]]}
    assert item["title"] == "On Larkwater – a study"
    assert item["page"] == "1–9"
    assert item["note"] == "Read in part"


# GraphML


def test_igraph_reads_the_graph(folder: Path):
    file = folder / "evidence-graph.graphml"
    graph = igraph.Graph.Read_GraphML(str(file))
    same = nx.read_graphml(file)
    assert (graph.vcount(), graph.ecount()) == (len(same.nodes), len(same.edges))


# References


def test_rispy_reads_every_source_of_the_ris_export(kb: KnowledgeBase, folder: Path):
    with (folder / "sources.ris").open(encoding="utf-8") as file:
        entries = {entry["id"]: entry for entry in rispy.load(file)}
    assert list(entries) == list(kb.sources)
    for key, source in kb.sources.items():
        entry = entries[key]
        assert entry["title"] == source.title
        assert entry.get("year") == (str(source.year) if source.year else None)
        assert entry.get("doi", "").lower() == (source.doi or "")
        assert entry.get("urls", []) == ([source.url] if source.url else [])
        people = [plain_text(name) for name in source.names("author") if name != "others"]
        assert entry.get("authors", []) == people
        assert not {"unknown_tag"} & set(entry)


def test_pybtex_reads_every_source_of_the_bibtex_export(kb: KnowledgeBase, folder: Path):
    entries = parse_file(folder / "sources.bib", bib_format="bibtex").entries
    assert list(entries) == list(kb.sources)
    for key, source in kb.sources.items():
        entry = entries[key]
        assert entry.type == source.kind
        assert plain_text(entry.fields["title"]) == source.title
        assert plain_text(entry.fields["year"]) == plain_text(source.fields["year"])
        people = entry.persons.get("author", [])
        assert len(people) == len(source.names("author"))

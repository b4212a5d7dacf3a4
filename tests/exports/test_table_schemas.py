"""The data package's description, put to the reference validator of its standard: frictionless."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import frictionless
import pytest

from knowledge_base.exports.columns import Column, Table, maybe
from knowledge_base.exports.data_package import DESCRIPTION
from knowledge_base.exports.formats.tables import tables
from knowledge_base.exports.table_schemas import table_schema
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.provider import Days
from knowledge_base.model.record import Record


def description(folder: Path) -> dict[str, Any]:
    return json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))


def faults(folder: Path) -> list[str]:
    """What frictionless finds: in the description, in each file's size and hash, in each cell."""
    report = frictionless.validate(str(folder / DESCRIPTION))
    return [*map(str, report.errors), *(row[-1] for row in report.flatten(["title", "note"]))]


def test_the_package_is_valid(folder: Path):
    assert faults(folder) == []
    package = description(folder)
    names = [resource["name"] for resource in package["resources"]]
    assert len(set(names)) == len(names)
    assert {"version", "created", "contributors", "licenses"} <= set(package)


@pytest.mark.parametrize(
    ("table", "column", "value", "fault"),
    [
        ("records", "source", "nobody1999", "foreign-key"),
        ("records", "superseded_by", "no-such-record", "foreign-key"),
        ("records", "kind", "guess", "constraint"),
        ("records", "claim", "", "constraint"),
        ("records", "countries", "england; narnia", "constraint"),
        ("records", "id", "Not an id", "constraint"),
        ("records", "added", "yesterday", "type"),
        ("records", "stands", "yes", "type"),
        ("studies", "is_review", "", "constraint"),
    ],
)
def test_a_cell_that_the_model_refuses_is_at_fault(
    table: str, column: str, value: str, fault: str, folder: Path
):
    package = frictionless.Package(str(folder / DESCRIPTION))
    resource = package.get_resource(table)
    rows = resource.read_rows()
    header = resource.schema.field_names
    cells = [[row.cells[header.index(name)] for name in header] for row in rows]
    cells[0][header.index(column)] = value
    target = frictionless.Resource(data=[header, *cells], schema=resource.schema, name=table)
    package.set_resource(target)
    types = {error[0] for error in package.validate().flatten(["type"])}
    assert any(fault in name for name in types), types


def test_several_ids_in_a_cell_are_all_on_file(kb: KnowledgeBase):
    """The standard knows no foreign key for such a cell."""
    by_kind = {table.holds: table for table in tables(kb) if table.holds}
    for table in tables(kb):
        for place, column in enumerate(table.columns):
            if column.is_several and (target := by_kind.get(column.refers_to or "")):
                known = {row[0] for row in target.rows}
                assert {value for row in table.rows for value in row[place]} <= known, column.name


def test_units_and_limits_are_those_of_the_model(kb: KnowledgeBase):
    table = Table("x", (Column("days", maybe(Days), lambda _: 1),), ((1,),), ())
    (field,) = table_schema(kb, table, {})["fields"]
    assert field["unit"] == "days"
    assert field["type"] == "number"
    assert field["constraints"]["minimum"] == 0
    assert "required" not in field["constraints"]


def test_columns_that_the_model_asks_for_are_required(folder: Path):
    resources = {r["name"]: r for r in description(folder)["resources"]}
    fields = {f["name"]: f for f in resources["records"]["schema"]["fields"]}
    for name, info in Record.model_fields.items():
        if info.is_required() and name in fields:
            assert fields[name]["constraints"]["required"], name
    pattern = fields["outcomes"]["constraints"]["pattern"]
    assert not re.fullmatch(pattern, "no-such-outcome")

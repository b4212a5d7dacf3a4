"""A table in a file: rows of cells, each with the line or row that it begins on."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from knowledge_base.model.places import Location
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import IMPORT_FILE as RULE

RECORDS = "records"
"""The sheet that is read where a workbook has several, as an export has."""


MAX_ROWS = 50_000
"""As many as references that a file of the largest size holds; far more than anyone reads."""


class Row(NamedTuple):
    """A row of a table."""

    line: int
    cells: list[str]


class TableError(ValueError):
    """A text that is no table; says why as a finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def separator_of(text: str) -> str:
    """Return what parts the cells of a table: a comma, or what other countries' programs write."""
    return max(",;\t", key=text.partition("\n")[0].count)


def table_in(text: str, path: str) -> list[Row]:
    """Return the rows, without the empty cells at their ends that spreadsheets leave.

    The first is the heading, which may be empty. Raises `TableError` where quotation marks or
    cells are such that no rows can be told.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text), strict=True)
    rows = []
    start = 1
    try:
        for cells in reader:
            while cells and not cells[-1].strip():
                cells.pop()
            rows.append(Row(start, cells))
            start = reader.line_num + 1
            if len(rows) > MAX_ROWS:
                raise _too_long(path)
    except csv.Error as error:
        raise TableError(
            Finding(
                Location(path, max(reader.line_num, 1)),
                RULE,
                "a quotation mark that opens a cell is not closed before the file ends."
                if "end of data" in str(error)
                else f"the table can't be read: {error}.",
                'Look for a cell that begins with " and does not end with one, or save the '
                "table anew from the spreadsheet, as CSV UTF-8.",
            )
        ) from error
    return rows or [Row(1, [])]


def table_in_workbook(file: Path, path: str) -> list[Row]:
    """Return the rows of the sheet `records` of an Excel workbook, or of its first.

    Dates are written as YYYY-MM-DD.

    Formulas are not computed: what Excel last showed counts. Raises `TableError`.
    """
    try:
        workbook = load_workbook(file, read_only=True, data_only=True)
        names = workbook.sheetnames
        sheet = workbook[RECORDS if RECORDS in names else names[0]]
        rows = [
            Row(number, [_as_text(cell) for cell in cells])
            for number, cells in enumerate(
                sheet.iter_rows(values_only=True, max_row=MAX_ROWS + 1), start=1
            )
        ]
        workbook.close()
    except (BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, OSError) as error:
        raise TableError(
            Finding(
                Location(path),
                RULE,
                "the file can't be read as an Excel workbook.",
                "Save it anew from the spreadsheet, as .xlsx or as CSV UTF-8.",
            )
        ) from error
    if len(rows) > MAX_ROWS:
        raise _too_long(path)
    for row in rows:
        while row.cells and not row.cells[-1].strip():
            row.cells.pop()
    return rows or [Row(1, [])]


def _too_long(path: str) -> TableError:
    return TableError(
        Finding(
            Location(path, MAX_ROWS + 1),
            RULE,
            f"the table has more than {MAX_ROWS:,} rows.",
            "Import a part of it at a time.",
        )
    )


def _as_text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)

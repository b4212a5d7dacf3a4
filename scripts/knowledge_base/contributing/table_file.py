"""A table in a file: rows of cells, each with the line or row that it begins on."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook

from knowledge_base.model.places import Location
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import IMPORT_FILE as RULE

RECORDS = "records"
"""How the sheet's name begins that is read where a workbook has several, as an export has."""


MAX_ROWS = 50_000
"""As many as references that a file of the largest size holds; far more than anyone reads."""
MAX_COLUMNS = 300
"""No program whose tables are read here has as many."""
MAX_UNPACKED = 64 * 1024 * 1024
"""As large as a file of text may be; a few bytes can be packed so as to fill any memory."""
_LAST_ROW = 2**20
"""The last that a spreadsheet has. Those with a format and no content are no rows of a table."""


class Row(NamedTuple):
    """A row of a table."""

    line: int
    cells: list[str]


class TableError(ValueError):
    """A text that is no table; says why as a finding."""

    def __init__(self, place: Location, message: str, hint: str) -> None:
        super().__init__(message)
        self.finding = Finding(place, RULE, message, hint)


SEPARATORS = ",;\t"
"""What parts the cells of a table: a comma, or what other countries' programs write."""


def separator_of(text: str) -> str:
    """Return what parts the cells of the first row."""
    return max(SEPARATORS, key=text.partition("\n")[0].count)


def table_in(text: str, path: str, separator: str = "") -> list[Row]:
    """Return the rows, without the empty cells at their ends that spreadsheets leave.

    The first is the heading, which may be empty. Raises `TableError` where quotation marks or
    cells are such that no rows can be told.
    """
    delimiter = separator or separator_of(text)
    # Where tabs part the cells, programs may write quotation marks of the text as they are.
    bare = delimiter == "\t" and text.count('"') % 2 == 1
    lines = io.StringIO(text, newline="")
    reader = csv.reader(
        lines,
        delimiter=delimiter,
        strict=True,
        quoting=csv.QUOTE_NONE if bare else csv.QUOTE_MINIMAL,
    )
    rows = []
    start = 1
    try:
        for cells in reader:
            while cells and not cells[-1].strip():
                cells.pop()
            rows.append(Row(start, cells))
            start = reader.line_num + 1
            if len(rows) > MAX_ROWS:
                raise _too_large(path, start, f"{MAX_ROWS:,} rows")
    except csv.Error as error:
        raise TableError(
            Location(path, max(reader.line_num, 1)),
            "a quotation mark that opens a cell is not closed before the file ends."
            if "end of data" in str(error)
            else f"the table can't be read: {error}.",
            'Look for a cell that begins with " and does not end with one, or save the '
            "table anew from the spreadsheet, as CSV UTF-8.",
        ) from error
    return rows or [Row(1, [])]


def table_in_workbook(file: Path, path: str) -> list[Row]:
    """Return the rows of the sheet `records` of an Excel workbook, or of its widest.

    Dates are written as YYYY-MM-DD.

    Formulas are not computed: what Excel last showed counts. Raises `TableError`, also where a
    formula has no result.
    """
    try:
        with ZipFile(file) as archive:
            if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
                raise _too_large(path, 1, f"{MAX_UNPACKED:,} bytes once it is unpacked")
            has_formulas = any(
                b"<f>" in archive.read(part) or b"<f " in archive.read(part)
                for part in archive.namelist()
                if part.startswith("xl/worksheets/") and part.endswith(".xml")
            )
        workbook = load_workbook(file, read_only=True, data_only=True)
        sheet = _sheet(workbook)
        if has_formulas and (cell := _without_result(file, sheet)):
            raise TableError(
                Location(path, *cell),
                "this cell holds a formula, and the file does not hold its result.",
                "Open the file in the spreadsheet and save it again, or paste the cells as values.",
            )
        rows = list(_rows(sheet, path))
        workbook.close()
    except TableError:
        raise
    except Exception as error:  # the library raises whatever a broken file leads it to
        raise TableError(
            Location(path),
            "the file can't be read as an Excel workbook.",
            "Save it anew from the spreadsheet, as .xlsx or as CSV UTF-8.",
        ) from error
    return rows or [Row(1, [])]


def _rows(sheet: Any, path: str) -> Iterator[Row]:
    """Yield the rows that hold anything, and the first."""
    width, given = MAX_COLUMNS + 1, 0
    cells_by_row = sheet.iter_rows(values_only=True, max_row=_LAST_ROW, max_col=width)
    blank = (None,) * width
    for number, values in enumerate(cells_by_row, start=1):
        if number > 1 and values == blank:  # of which a far row brings a million
            continue
        cells = [_as_text(value) for value in values]
        while cells and not cells[-1].strip():
            cells.pop()
        if len(cells) == width:
            raise _too_large(path, number, f"{MAX_COLUMNS:,} columns")
        if cells or number == 1:
            given += 1
            yield Row(number, cells)
        if given > MAX_ROWS:
            raise _too_large(path, number, f"{MAX_ROWS:,} rows")


def _sheet(workbook: Workbook) -> Any:
    """Return the sheet to read."""
    sheets = [workbook[name] for name in workbook.sheetnames]
    named = [sheet for sheet in sheets if sheet.title.casefold().startswith(RECORDS)]
    return named[0] if named else max(sheets, key=lambda sheet: sheet.max_column or 0)


def _without_result(file: Path, sheet: Any) -> tuple[int, int] | None:
    """Return the row and column of the first formula of which the file holds no result."""
    formulas = load_workbook(file, read_only=True)[sheet.title]
    for written, shown in zip(formulas.iter_rows(), sheet.iter_rows(), strict=False):
        for cell, result in zip(written, shown, strict=False):
            if cell.data_type == "f" and result.value is None:
                return cell.row, cell.column
    return None


def _too_large(path: str, line: int, most: str) -> TableError:
    message = f"the table has more than {most}."
    return TableError(Location(path, line), message, "Import a part of it at a time.")


def _as_text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)

"""The tables as an Excel workbook, its notes on the first sheet."""

import io
import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from knowledge_base import book
from knowledge_base.exports.archive import parts_of, zipped
from knowledge_base.exports.columns import Table, as_cell
from knowledge_base.exports.formats.tables import WORDING, tables
from knowledge_base.exports.notes import notes
from knowledge_base.exports.table_schemas import values_of
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.edition import edition

WORKBOOK = "knowledge-base.xlsx"

_CORE = "docProps/core.xml"
_BOLD = Font(bold=True)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_WIDE, _NARROW = 60, 18
"""Widths of columns, in signs."""
_LONG = 40
"""From how many signs on a cell needs a wide column."""


def files(kb: KnowledgeBase) -> dict[str, Callable[[], bytes]]:
    """Return the workbook."""
    return {WORKBOOK: partial(_workbook, kb)}


def _workbook(kb: KnowledgeBase) -> bytes:
    there = tables(kb)
    workbook = Workbook(write_only=True)
    _read_me(workbook, kb, there)
    for table in there:
        head = [column.name for column in table.columns]
        wide = [
            any(len(str(as_cell(row[place]))) > _LONG for row in table.rows)
            for place in range(len(head))
        ]
        rows = [[_value(value) for value in row] for row in table.rows]
        _sheet(workbook, table.name, [_WIDE if w else _NARROW for w in wide], [head, *rows])
    return steady(workbook, kb)


def _read_me(workbook: Any, kb: KnowledgeBase, there: Sequence[Table]) -> None:
    sheet = workbook.create_sheet(WORDING.say("notes.sheet"))
    for letter, width in zip("ABCDE", (24, _WIDE, 80, 14, _WIDE), strict=True):
        sheet.column_dimensions[letter].width = width
    for heading, text in notes(kb).items():
        sheet.append([_cell(sheet, heading, bold=True), _cell(sheet, text)])
    sheet.append([])
    sheet.append([_cell(sheet, heading, bold=True) for heading in WORDING.at("notes.columns")])
    for table in there:
        for column in table.columns:
            words = "; ".join(values_of(kb, column))
            about = (table.name, column.name, column.description, column.unit or "", words)
            sheet.append([_cell(sheet, text) for text in about])


def _sheet(workbook: Any, name: str, widths: Sequence[int], rows: Sequence[Sequence[Any]]) -> None:
    sheet = workbook.create_sheet(name)
    sheet.freeze_panes = "B2"
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{len(rows)}"
    for number, row in enumerate(rows):
        sheet.append([_cell(sheet, value, bold=not number) for value in row])


def _cell(sheet: Any, value: Any, *, bold: bool = False) -> Any:
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, value)
    # A text that begins with '=' would be a formula.
    cell.data_type = "s"
    cell.alignment = _WRAPPED
    if bold:
        cell.font = _BOLD
    return cell


def _value(value: Any) -> Any:
    cell = as_cell(value) if isinstance(value, tuple) else value
    return ILLEGAL_CHARACTERS_RE.sub("", cell) if isinstance(cell, str) else cell


def steady(workbook: Any, kb: KnowledgeBase) -> bytes:
    """Return the workbook's file; it states the day of the evidence, not the time of the build."""
    day = edition(kb).day
    workbook.properties.title = book.title()
    workbook.properties.creator = book.author()
    workbook.properties.version = edition(kb).version
    stream = io.BytesIO()
    workbook.save(stream)
    parts = parts_of(stream.getvalue())
    moment = f"{day or '1980-01-01'}T00:00:00Z".encode()
    parts[_CORE] = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", moment, parts[_CORE])
    return zipped(parts)

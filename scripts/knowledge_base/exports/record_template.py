"""A spreadsheet to fill with records, a row each, with drop-down lists and notes on columns."""

from collections.abc import Collection, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from knowledge_base.contributing.spreadsheet_rows import COLUMNS, NEEDED
from knowledge_base.exports.formats.workbook import steady
from knowledge_base.model.fields import FIELD
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.wording.sentences import wording

TEMPLATE = "record-template.xlsx"

_WORDING = wording("about/add-evidence")
_ROWS = 1_000
"""Rows that have drop-down lists."""
_BOLD = Font(bold=True)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_AS_TEXT = "@"
"""The format of cells that Excel leaves as they were typed, dates too."""


def record_template(kb: KnowledgeBase) -> bytes:
    """Return the workbook; the records come first, for that sheet is the one that is imported."""
    workbook = Workbook()
    records = workbook.active
    records.title = _WORDING.at("template.records")
    notes = workbook.create_sheet(_WORDING.at("template.notes"))
    words = workbook.create_sheet(_WORDING.at("template.words"))
    records.freeze_panes = "B2"
    _explain(notes, kb)
    for place, name in enumerate(COLUMNS, start=1):
        letter = get_column_letter(place)
        head = records.cell(1, place, name)
        head.font = _BOLD
        records.column_dimensions[letter].width = 40 if name in ("claim", "note") else 20
        for row in range(2, _ROWS + 2):
            records.cell(row, place).number_format = _AS_TEXT
        if about := _about(name):
            head.comment = Comment(about, "", width=360, height=120)
        if choices := _choices(kb, name):
            words.append([])
            for row, word in enumerate((name, *choices), start=1):
                words.cell(row, place, word)
            source = f"{quote_sheetname(words.title)}!${letter}$2:${letter}${len(choices) + 1}"
            several = name in FIELD and FIELD[name].is_several
            # Where there may be several, a list of one's own is to be allowed.
            list_ = DataValidation("list", source, allow_blank=True, showErrorMessage=not several)
            list_.add(f"{letter}2:{letter}{_ROWS + 1}")
            records.add_data_validation(list_)
    return steady(workbook, kb)


def _explain(sheet: Any, kb: KnowledgeBase) -> None:
    for sentence in _WORDING.at("template.how"):
        sheet.append([sentence])
    sheet.append([])
    sheet.append(_WORDING.at("template.columns"))
    for cell in sheet[sheet.max_row]:
        cell.font = _BOLD
    for name in COLUMNS:
        needed = _WORDING.at("template.needed" if name in NEEDED else "template.optional")
        sheet.append([name, _about(name), needed, "; ".join(_choices(kb, name))])
        for cell in sheet[sheet.max_row]:
            cell.alignment = _WRAPPED
    for letter, width in zip("ABCD", (26, 70, 24, 70), strict=True):
        sheet.column_dimensions[letter].width = width


def _about(name: str) -> str:
    field = FIELD.get(name)
    return " ".join((field.description or field.question).split()) if field else ""


def _choices(kb: KnowledgeBase, name: str) -> Sequence[str]:
    """Return what a column may hold: words, or what is on file."""
    field = FIELD.get(name)
    if field is None:
        return ()
    on_file: dict[str, Collection[str]] = {
        "source": kb.sources,
        "study": kb.studies,
        "record": kb.records,
    }
    kind = field.refers_to or ""
    return tuple(on_file.get(kind, ()) or kb.vocabularies.get(kind, ()) or field.choices or ())

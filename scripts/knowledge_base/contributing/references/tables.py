"""Tables of references, as Covidence, Rayyan, Scopus and Zotero export them → references."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from knowledge_base.contributing.references.reference import (
    Broken,
    Reading,
    Reference,
    from_plain_text,
)
from knowledge_base.contributing.references.text import without_html
from knowledge_base.contributing.table_file import TableError, separator_of, table_in

_COLUMNS = {
    "title": "title",
    "authors": "author",
    "author": "author",
    "author full names": "full_author",
    "editors": "editor",
    "editor": "editor",
    "year": "date",
    "published year": "date",
    "publication year": "date",
    "date": "day",
    "month": "day",
    "published month": "day",
    "journal": "container",
    "publication title": "container",
    "source title": "container",
    "volume": "volume",
    "issue": "number",
    "number": "number",
    "pages": "pages",
    "page start": "first_page",
    "page end": "last_page",
    "publisher": "published_by",
    "place": "address",
    "location": "address",
    "edition": "edition",
    "series": "series",
    "issn": "issn",
    "isbn": "isbn",
    "doi": "doi",
    "url": "url",
    "link": "url",
    "language": "language",
    "language of original document": "language",
    "item type": "kind",
    "document type": "kind",
    "type": "kind",
}
"""What a column holds, by its heading in small letters."""
_SEVERAL = ("day", "url")
"""What more than one column gives a part of."""
_NEEDED = frozenset(["title"])
_MARKS = frozenset(["author", "date"])
"""One of these beside a title makes a table one of references."""


def recognise(text: str) -> bool:
    """Whether the first row of a text has headings of such a table."""
    try:
        first = next(csv.reader([text.split("\n", 1)[0]], delimiter=separator_of(text)), [])
    except csv.Error:  # no cell is that long
        return False
    names = {_COLUMNS.get(heading.strip().lower()) for heading in first}
    return names >= _NEEDED and bool(names & _MARKS) and "claim" not in first


def read(text: str, path: str) -> Reading:
    """Return the references in ``text``, one a row."""
    try:
        header, *rows = table_in(text, path)
    except TableError as error:
        return Reading(broken=(Broken(error.finding, text),))
    headings = [cell.strip() for cell in header.cells]
    references = [
        _reference(row.line, dict(zip(headings, row.cells, strict=False)), _line(text, row.cells))
        for row in rows
        if any(cell.strip() for cell in row.cells)
    ]
    return Reading(tuple(references), head=_line(text, headings), separator="", tail="")


def _line(text: str, cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, delimiter=separator_of(text), lineterminator="\n").writerow(cells)
    return line.getvalue()


def _reference(line: int, row: Mapping[str, str], text: str) -> Reference:
    cells: dict[str, str] = {}
    for heading, cell in row.items():
        name = _COLUMNS.get(heading.lower())
        if name and (value := without_html(cell)):
            if name in _SEVERAL and name in cells:
                cells[name] = f"{cells[name]} {value}"
            cells.setdefault(name, value)
    author = cells.pop("author", "")
    people = {"author": cells.pop("full_author", author), "editor": cells.pop("editor", "")}
    return from_plain_text(
        line,
        cells.pop("kind", "") or ("article" if "container" in cells else "misc"),
        {role: [names] for role, names in people.items()},
        cells,
        left_out=(name for name, cell in row.items() if cell and name.lower() not in _COLUMNS),
        text=text,
    )

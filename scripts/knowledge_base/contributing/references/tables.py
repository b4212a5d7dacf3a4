"""Tables of references, as databases and tools for reviews export them → references.

Below the names of columns the rows are read alike. Where the columns are named by the tags of RIS
or of Web of Science, the rows are read as references in those tags.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from knowledge_base.contributing.likeness import letters
from knowledge_base.contributing.references import tagged
from knowledge_base.contributing.references.dialects import (
    PUBLICATION_TYPES,
    RIS,
    WEB_OF_SCIENCE,
)
from knowledge_base.contributing.references.reference import (
    Broken,
    Reading,
    Reference,
    family_first,
    from_plain_text,
)
from knowledge_base.contributing.references.text import without_html
from knowledge_base.contributing.table_file import SEPARATORS, Row, TableError, table_in
from knowledge_base.model.places import Location
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import IMPORT_FILE as RULE
from knowledge_base.wording.nouns import counted

_HEADINGS = {
    "title": (
        *("title", "article title", "display name", "document title", "item title"),
        "title primary",
    ),
    "author": (
        *("author", "authors", "author names", "authors, primary"),
        *("authorships.author.display_name", "creators"),
    ),
    "full_author": ("author full names",),
    "editor": ("editor", "editors", "authors, secondary"),
    "date": ("year", "published year", "publication year", "pub year"),
    "day": (
        *("date", "month", "published month", "publication date", "date of publication"),
        *("date published", "pub date", "pub month & day"),
    ),
    "container": (
        *("journal", "journal title", "journal/book", "periodical full", "publication"),
        *("publication name", "publication title", "pub title", "source title"),
        *("source title/anthology title", "primary_location.source.display_name"),
        *("parent title", "venue"),
    ),
    "database_or_container": ("source",),
    "volume": ("volume", "journal volume", "biblio.volume"),
    "number": ("issue", "number", "issue number", "journal issue", "biblio.issue"),
    "pages": ("pages", "pagination", "art. no.", "article number"),
    "first_page": ("page start", "first page", "start page", "biblio.first_page"),
    "last_page": ("page end", "last page", "end page", "other pages", "biblio.last_page"),
    "published_by": ("publisher", "book publisher"),
    "address": ("place", "location", "place of publication"),
    "edition": ("edition",),
    "series": ("series",),
    "issn": ("issn", "issns", "issn/isbn", "primary_location.source.issn_l", "standard number"),
    "isbn": ("isbn",),
    "doi": ("doi", "item doi", "digital object identifier"),
    "url": (
        *("url", "link", "article url", "document url", "dimensions url", "external url"),
        "plink",
    ),
    "language": ("language", "article language", "language of original document"),
    "kind": (
        *("item type", "document type", "type", "publication type", "reference type"),
        *("content type", "doc type"),
    ),
}
_COLUMNS = {letters(heading): name for name, headings in _HEADINGS.items() for heading in headings}
"""What a column holds, by the letters of its heading: tools write `StartPage` and `start_page`."""
_IN_NATURAL_ORDER = ("author/s", "authorships.author.display_name", "creators")
_SEVERAL = ("day", "url")
"""What more than one column gives a part of."""
_RAGGED = (
    "Give each column a name in the first row, and put quotes around text that holds the sign "
    "between cells."
)
_MARKS = frozenset(["author", "date"])
"""One of these beside a title makes a table one of references."""
_BEFORE_THE_TABLE = 10
"""How many rows may tell of the search before the names of the columns come."""


def recognise(text: str) -> bool:
    """Whether a text has headings of such a table."""
    return bool(_separator(text))


def read(text: str, path: str) -> Reading:
    """Return the references in ``text``, one a row."""
    separator = _separator(text) or ","
    try:
        return read_rows(table_in(text, path, separator), path, separator)
    except TableError as error:
        return Reading(broken=(Broken(error.finding, text),))


def heading_in(rows: Sequence[Row]) -> int | None:
    """Return which of the first rows names the columns of references, or None."""
    return next(
        (n for n, row in enumerate(rows[:_BEFORE_THE_TABLE]) if _is_heading(row.cells)), None
    )


def read_rows(rows: Sequence[Row], path: str, separator: str = ",") -> Reading:
    """Return the references in a table's rows, one a row."""
    start = heading_in(rows) or 0
    headings = [cell.strip() for cell in rows[start].cells]
    dialect = WEB_OF_SCIENCE if {"PT", "SO"} <= set(headings) else RIS
    references, broken = [], []
    for line, cells in rows[start + 1 :]:
        if len(cells) > len(headings):
            message = f"the row has {len(cells)} cells, and {len(headings)} columns have a name."
            finding = Finding(Location(path, line, len(headings) + 1), RULE, message, _RAGGED)
            broken.append(Broken(finding, _line(cells, separator)))
        elif any(cell.strip() for cell in cells):
            row = {
                name: re.sub(r'\A="(.*)"\Z', r"\1", cell)  # text, in the words of Excel
                for name, cell in zip(headings, cells, strict=False)
            }
            text = _line(cells, separator)
            if "TI" in row:
                reference = tagged.reference(dialect, line, list(row.items()), text)
            else:
                reference = _reference(line, row, text)
            references.append(reference)
    before = f"{counted(rows[start].line - 1, 'row')} before the names of the columns left out."
    return Reading(
        tuple(references),
        tuple(broken),
        remarks=(before,) if start else (),
        head=_line(headings, separator),
        separator="",
        tail="",
    )


def _separator(text: str) -> str | None:
    """Return what parts the cells of a table of references; None where there is none."""
    first = "\n".join(islice(_lines(text), _BEFORE_THE_TABLE))
    for separator in SEPARATORS:
        try:
            rows = [Row(0, cells) for cells in csv.reader(io.StringIO(first), delimiter=separator)]
        except csv.Error:  # no cell is that long
            continue
        if heading_in(rows) is not None:
            return separator
    return None


def _lines(text: str) -> Iterator[str]:
    return (line.rstrip("\n") for line in io.StringIO(text))


def _is_heading(cells: Sequence[str]) -> bool:
    headings = {cell.strip() for cell in cells}
    names = {_COLUMNS.get(letters(heading)) for heading in headings}
    is_one = ("title" in names and bool(names & _MARKS)) or {"TI", "AU"} <= headings
    return is_one and "claim" not in headings


def _line(cells: Sequence[str], separator: str) -> str:
    line = io.StringIO()
    csv.writer(line, delimiter=separator, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _reference(line: int, row: Mapping[str, str], text: str) -> Reference:
    cells: dict[str, str] = {}
    for heading, cell in row.items():
        name = _COLUMNS.get(letters(heading))
        if name and (value := without_html(cell)):
            if heading.lower() in _IN_NATURAL_ORDER:
                value = ";".join(family_first(one.strip()) for one in re.split("[;|]", value))
            if name in _SEVERAL and name in cells:
                cells[name] = f"{cells[name]} {value}"
            cells.setdefault(name, value)
    author = cells.pop("author", "")
    people = {"author": cells.pop("full_author", author), "editor": cells.pop("editor", "")}
    source = cells.pop("database_or_container", "")
    if "sourcetitle" not in map(letters, row):
        cells.setdefault("container", source)
    kind = cells.pop("kind", "")
    return from_plain_text(
        line,
        PUBLICATION_TYPES.get(kind, kind) or ("article" if cells.get("container") else "misc"),
        {role: [names] for role, names in people.items()},
        cells,
        left_out=(name for name, cell in row.items() if cell and letters(name) not in _COLUMNS),
        text=text,
    )

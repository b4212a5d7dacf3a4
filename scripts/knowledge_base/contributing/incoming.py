"""What a file is that somebody brings in: references, a table of records, or a contribution.

It is recognised by what it holds, not by how its name ends.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from zipfile import is_zipfile

from knowledge_base.contributing import contribution
from knowledge_base.contributing.references import tables
from knowledge_base.contributing.references.formats import FORMATS, recognised
from knowledge_base.contributing.references.reference import Reading
from knowledge_base.contributing.table_file import (
    Row,
    TableError,
    separator_of,
    table_in,
    table_in_workbook,
)
from knowledge_base.model.places import Location
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import IMPORT_FILE
from knowledge_base.reading.text_file import read_text

RECORDS = "csv"
"""The format of records: `records.csv`, as `kb export` writes it."""
MAX_BYTES = 64 * 1024 * 1024
"""The largest file that is imported: some forty thousand references with their abstracts."""
MAX_CONTRIBUTION = 1024 * 1024
"""The longest contribution: hundreds of records with what is said of them."""
_TOO_LARGE = "Export a part of the library at a time, or leave out the abstracts."

_FOREIGN = {
    rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": (
        "the file is a workbook of an Excel before 2007 (.xls), which is not read here.",
        "Save it from the spreadsheet as .xlsx, or as CSV UTF-8.",
    ),
    rb"%PDF": (
        "the file is a document (PDF), and holds no references that a program can read.",
        "Export the reference from a reference manager, or from the page of the publisher.",
    ),
    rb"(?i)(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+)?html\b": (
        "the file is a web page, and holds no references that a program can read.",
        "The site may have sent it in place of the export. Sign in there, and export anew.",
    ),
}
"""How files begin that are often taken for an export, and what is to be said of each."""
_BEGINNING = 1000
_PACKED = b"PK\x03\x04"
"""How workbooks begin, and all archives, also where one was cut off."""


@dataclass(frozen=True)
class References:
    """A reference list, with something in it."""

    reading: Reading


@dataclass(frozen=True)
class Records:
    """A table of records, its heading in one of the first rows."""

    rows: list[Row]


@dataclass(frozen=True)
class Contribution:
    """What the page Add evidence hands over."""

    text: str


class RefusedFile(ValueError):
    """A file that is nothing that can come in; says why as findings."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        super().__init__("the file can't come in")
        self.findings = list(findings)


def incoming(file: Path, form: str | None = None) -> References | Records | Contribution:
    """Return what a file holds, read as a format if one is given.

    Raises `RefusedFile` if it is none of what can come in, or too much of it; OSError if it can't
    be read.
    """
    try:
        with file.open("rb") as content:
            beginning = content.read(_BEGINNING)
        is_packed = beginning.startswith(_PACKED) or is_zipfile(file)
        if is_packed and file.stat().st_size <= MAX_BYTES:
            return _in_workbook(file)
        return _in_text(file, beginning, form)
    except TableError as error:
        raise RefusedFile([error.finding]) from error


def _in_workbook(file: Path) -> References | Records:
    rows = table_in_workbook(file, str(file))
    if tables.heading_in(rows) is None:
        return Records(rows)
    return _references(tables.read_rows(rows, str(file)), "table", str(file))


def _in_text(file: Path, beginning: bytes, form: str | None) -> References | Records | Contribution:
    path = str(file)
    for pattern, reason in _FOREIGN.items():
        if re.match(pattern, beginning):
            raise _refusal(path, *reason)
    text, findings = read_text(file.resolve(), path, MAX_BYTES, _TOO_LARGE)
    if text is None:
        raise RefusedFile(findings)
    text = re.sub(r"(?m)^\ufeff+", "", text)  # where files were put together
    if not text.strip():
        raise _refusal(path, "the file is empty.", "Export it anew.")
    if contribution.recognise(text):
        if len(text) > MAX_CONTRIBUTION:
            raise _refusal(
                path,
                f"the contribution has {len(text):,} characters, more than {MAX_CONTRIBUTION:,}.",
                "Import references by themselves, and send the rest in parts.",
            )
        return Contribution(text)
    form = form or recognised(text) or (RECORDS if _is_table(file, text) else None)
    if not form:
        raise _refusal(
            path,
            "the file is of no kind that is known here.",
            f"Export it as BibTeX or RIS, or say with --format what it is: {', '.join(FORMATS)}.",
        )
    if form == RECORDS:
        return Records(table_in(text, path))
    if finding := FORMATS[form].too_many(text, path):
        raise RefusedFile([finding])
    return _references(FORMATS[form].read(text, path), form, path)


def _references(reading: Reading, form: str, path: str) -> References:
    if reading.references or reading.broken:
        return References(reading)
    raise _refusal(
        path,
        f"there is no reference in this file, read as {FORMATS[form].label}.",
        f"If it is of another kind, say with --format which: {', '.join(FORMATS)}.",
    )


def _is_table(file: Path, text: str) -> bool:
    first = text.partition("\n")[0]
    return file.suffix.lower() in (".csv", ".tsv") or {"component", "claim"} <= {
        cell.strip() for cell in first.split(separator_of(text))
    }


def _refusal(path: str, message: str, hint: str) -> RefusedFile:
    return RefusedFile([Finding(Location(path), IMPORT_FILE, message, hint)])

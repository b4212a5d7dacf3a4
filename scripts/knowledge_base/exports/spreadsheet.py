"""Tables as CSV that a spreadsheet opens as they are, and safely."""

import csv
import io
from collections.abc import Iterable, Sequence

MARK = "\ufeff"
"""The byte order mark: Excel reads a CSV file as UTF-8 only if it begins with it."""


def as_csv(rows: Iterable[Sequence[object]]) -> str:
    """Return rows, the head among them, as the text of a file in UTF-8."""
    return MARK + "".join(csv_line(row) for row in rows)


def csv_line(row: Sequence[object]) -> str:
    """Return one row as it stands in a file, with its end."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerow([_defused(cell) for cell in row])
    return stream.getvalue()


def _defused(cell: object) -> object:
    """Return text that a spreadsheet won't run as a formula (OWASP, CSV injection)."""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{cell}"
    return cell

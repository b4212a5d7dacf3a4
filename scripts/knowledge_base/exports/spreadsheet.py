"""Tables as CSV that a spreadsheet opens as they are, and safely."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

MARK = "\ufeff"
"""The byte order mark: Excel reads a CSV file as UTF-8 only if it begins with it."""


def as_csv(rows: Iterable[Sequence[object]]) -> str:
    """Return rows, the head among them, as the text of a file in UTF-8."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerows([_defused(cell) for cell in row] for row in rows)
    return MARK + stream.getvalue()


def _defused(cell: object) -> object:
    """Return text that a spreadsheet won't run as a formula (OWASP, CSV injection)."""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{cell}"
    return cell

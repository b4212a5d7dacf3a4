"""Rows of records that are on file, as a spreadsheet gives them back → changes to the records."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge_base.contributing.record_changes import Change, changes_to, entry_of, value_of
from knowledge_base.contributing.skipped import Skipped
from knowledge_base.contributing.spreadsheet_days import day_in
from knowledge_base.contributing.spreadsheet_rows import DERIVED, EDITABLE, value_in
from knowledge_base.contributing.table_file import Row
from knowledge_base.model.places import Location
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import IMPORT_FILE as RULE


@dataclass(frozen=True)
class Edits:
    """What came of the rows."""

    changes: tuple[Change, ...]
    places: Mapping[tuple[str, str], Location]
    """Where in the table each change stands, by record and field."""
    unchanged: int
    """How many rows say what the records say."""
    unread: tuple[Skipped, ...]
    """Rows of records whose files can't be read."""
    findings: tuple[Finding, ...]


def edits_in(
    evidence: Evidence,
    table: Sequence[Row],
    path: str,
    exported: Mapping[str, Mapping[str, Any]],
) -> Edits:
    """Return the changes that the rows make to records that are on file.

    An empty cell takes the field away, a column that isn't there leaves it. ``exported`` has the
    rows that `kb export` would write, by id: what follows from others is held against it.
    """
    header = [name.strip() for name in table[0].cells]
    changes: list[Change] = []
    places: dict[tuple[str, str], Location] = {}
    findings: list[Finding] = []
    unread: list[Skipped] = []
    unchanged = 0
    rows: dict[str, tuple[int, list[str]]] = {}
    for line, cells in table[1:]:
        row = dict(zip(header, [*cells, *[""] * (len(header) - len(cells))], strict=False))
        record = row.get("id", "").strip()
        entry = entry_of(evidence, record)
        if not entry:
            if record in (evidence.known_ids("record") or ()):
                reason = f"the file of '{record}' can't be read; mend it first."
                unread.append(Skipped(line, reason))
            continue
        if rows.setdefault(record, (line, cells))[1] != cells:
            findings.append(
                Finding(
                    Location(path, line, header.index("id") + 1),
                    RULE,
                    f"the row on line {rows[record][0]} is of '{record}' too, and says something "
                    "else.",
                    "Keep one of the two rows.",
                )
            )
        values: dict[str, Any] = {}
        for column, name in enumerate(header, start=1):
            place = Location(path, line, column)
            if name in EDITABLE:
                places[entry.id, name] = place
                cell, problem = day_in(row[name], value_of(entry, name))
                if problem:
                    findings.append(Finding(place, RULE, *problem))
                values[name] = value_in(name, cell) or None
            elif name in DERIVED and entry.id in exported:
                findings += _derived(row[name], exported[entry.id].get(name, ""), name, place)
        new = list(changes_to(entry, values))
        changes += new
        unchanged += not new
    return Edits(tuple(changes), places, unchanged, tuple(unread), tuple(findings))


def _derived(cell: str, value: Any, name: str, place: Location) -> Iterator[Finding]:
    text = str(value_in(name, cell))
    if text.casefold() != str(value).casefold() and text != str(value):
        yield Finding(
            place,
            RULE,
            f"'{name}' follows from other fields, and can't be changed to '{text}' here.",
            f"Put '{value}' back, or change the source or study that it follows from.",
        )

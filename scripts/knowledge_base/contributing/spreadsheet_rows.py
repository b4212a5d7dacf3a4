"""Rows of a spreadsheet → draft records. The columns are those of `records.csv` in the export."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from knowledge_base.checks import repeated_claim
from knowledge_base.contributing.drafts import FILLED_IN, Draft, draft, findings_of, propose_id
from knowledge_base.contributing.record_changes import Change, changes_to, entry_of
from knowledge_base.contributing.skipped import Skipped
from knowledge_base.contributing.spreadsheet_days import day_in
from knowledge_base.contributing.table_file import Row
from knowledge_base.model.fields import (
    DERIVED_COLUMNS,
    EDITION_COLUMN,
    FIELD,
    RECORD_FIELDS,
    field_at,
)
from knowledge_base.model.places import Location
from knowledge_base.model.record import GONE, Record
from knowledge_base.model.vocabulary import VOCABULARIES
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import IMPORT_FILE as RULE
from knowledge_base.reading.validation import did_you_mean, nearest, unless_reported

NOT_A_DRAFT = (
    *("status", "notice_date", "notice_reason", "superseded_by"),
    *("source_check", "source_check_sentence", "appraisal"),
)
"""What only a record that is there has; a check or a judgement is more than a row holds."""
COLUMNS = (
    "id",
    *(f.name for f in RECORD_FIELDS if f.column and f.name not in NOT_A_DRAFT),
)
"""The columns that are read."""
NEEDED = tuple(
    f.name for f in RECORD_FIELDS if f.is_required and f.name in COLUMNS and f.name not in FILLED_IN
)
DERIVED = tuple(name for names in DERIVED_COLUMNS.values() for name in names)
"""Columns of the export that follow from others."""
EDITABLE = (*COLUMNS[1:], *NOT_A_DRAFT)
"""Columns that can be changed where the record is there."""
IGNORED = (*NOT_A_DRAFT, *DERIVED, EDITION_COLUMN)
"""Columns of the export that a draft doesn't have, or that follow from others."""


_BEFORE_THE_TABLE = 10
"""How many rows, such as a title, may stand before the names of the columns."""
_ERROR = re.compile(r"#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)")
"""What a spreadsheet shows where a formula has no result."""


def from_heading(table: Sequence[Row]) -> Sequence[Row]:
    """Return a table without the rows before the names of its columns."""
    names = {*COLUMNS, *IGNORED}
    for start, row in enumerate(table[:_BEFORE_THE_TABLE]):
        if len(names.intersection(map(str.strip, row.cells))) > 1:
            return table[start:]
    return table


@dataclass(frozen=True)
class Rows:
    """What came of a spreadsheet."""

    drafts: tuple[Draft, ...]
    skipped: tuple[Skipped, ...]
    """What was there already."""
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class _Row:
    line: int
    answers: dict[str, Any]


def drafts_of(evidence: Evidence, table: Sequence[Row], path: str, today: date) -> Rows:
    """Return the draft records that the rows make which have no record yet.

    The first row of the table is its heading.
    """
    there = evidence.known_ids("record") or set()
    header, rows, findings = _read(table, path, there)
    in_use = there | {row.answers["id"] for row in rows if "id" in row.answers}
    claims = {
        repeated_claim.same(entry.value.source, entry.value.claim): entry.id
        for entry in evidence.records_that_tell("source", "claim", "status")
        if entry.value.status not in GONE
    }
    drafts: dict[str, Draft] = {}
    lines: dict[str, int] = {}  # where each draft comes from, by its id
    skipped = []
    for row in rows:
        answers = row.answers
        claim = repeated_claim.same(answers.get("source", ""), answers.get("claim", ""))
        record_id = answers.pop("id", None)
        if claim in claims:
            other = entry_of(evidence, claims[claim])
            if other and (change := next(changes_to(other, answers), None)):
                findings.append(_without_its_id(row.line, header, path, change))
            elif other and record_id:
                findings.append(_another_id(row.line, header, path, other.id, record_id))
            skipped.append(Skipped(row.line, f"'{claims[claim]}' makes the same claim."))
        elif record_id in lines:
            findings.append(
                Finding(
                    Location(path, row.line, header.index("id") + 1),
                    RULE,
                    f"the row on line {lines[record_id]} has the id '{record_id}' too.",
                    "Give each row an id of its own, or leave the cell empty to have one proposed.",
                )
            )
        else:
            source = evidence.sources.get(answers.get("source", ""))
            record_id = record_id or propose_id(source, answers.get("claim", ""), in_use)
            new = draft(record_id, {"added": today.isoformat(), **answers})
            drafts[new.path], lines[record_id], claims[claim] = new, row.line, record_id
            in_use.add(record_id)
    of_cells = {finding.location for finding in findings}
    for finding in findings_of(evidence, drafts.values()):
        if finding.rule == "missing-field" and finding.field in {*NEEDED} - {*header}:
            continue  # a finding of the whole table
        new_draft = drafts.get(finding.location.path)
        line = lines[new_draft.id] if new_draft else 0
        placed = _in_the_row(finding, path, line, header) if line else finding
        if placed.location not in of_cells:
            findings.append(placed)
    return Rows(tuple(drafts.values()), tuple(skipped), tuple(sorted(set(findings))))


def _in_the_row(finding: Finding, path: str, line: int, header: list[str]) -> Finding:
    """Return a finding in a draft at the cell of the table that it comes from."""
    name = field_at(finding.location.trail)
    column = header.index(name) + 1 if name in header else 1
    return at_cell(finding, Location(path, line, column))


def at_cell(finding: Finding, place: Location) -> Finding:
    """Return a finding in a record's file at the cell of a table that it comes from."""
    trail, hint = finding.location.trail, finding.hint
    if finding.rule == "missing-field":
        hint = f"Fill the column '{field_at(trail)}' in this row.{unless_reported(Record, trail)}"
    return replace(finding, location=place, hint=hint)


def _without_its_id(line: int, header: list[str], path: str, change: Change) -> Finding:
    return Finding(
        Location(path, line, header.index("id") + 1 if "id" in header else 1),
        RULE,
        f"the row makes the claim of '{change.record}', and gives another "
        f"'{field_at(change.trail)}'.",
        f"To change that record, give the row the id '{change.record}'. If it is another claim, "
        "write it in other words.",
    )


def _another_id(line: int, header: list[str], path: str, before: str, after: str) -> Finding:
    return Finding(
        Location(path, line, header.index("id") + 1),
        RULE,
        f"the row is of '{before}', and an id can't be changed here to '{after}'.",
        f"Put '{before}' back. To give the record another id: kb rename {before} {after}",
    )


def _read(
    table: Sequence[Row], path: str, there: Collection[str]
) -> tuple[list[str], list[_Row], list[Finding]]:
    """Return the heading, the rows of new records, and what is wrong with the table as such."""
    first, *others = table
    header = [name.strip() for name in first.cells]
    rows: list[_Row] = []
    findings: list[Finding] = []
    for line, cells in others:
        findings += [
            Finding(
                Location(path, line, column),
                RULE,
                f"'{cell.strip()}' is no entry: it is what a spreadsheet shows where a formula "
                "fails.",
                "Type what the cell should say.",
            )
            for column, cell in enumerate(cells, start=1)
            if _ERROR.fullmatch(cell.strip())
        ]
        if len(cells) > len(header):
            findings.append(
                Finding(
                    Location(path, line, len(header) + 1),
                    RULE,
                    f"the row has {len(cells)} cells, the first row has {len(header)}.",
                    "Give each column a name in the first row. In CSV, put quotes around text that "
                    "holds a comma.",
                )
            )
        given = {
            name: (Location(path, line, column), cell)
            for column, (name, cell) in enumerate(zip(header, cells, strict=False), start=1)
            if name in COLUMNS and cell.strip()
        }
        if not given or ("id" in given and given["id"][1].strip() in there):
            continue
        answers = {}
        for name, (place, cell) in given.items():
            day, problem = day_in(cell)
            if problem:
                findings.append(Finding(place, RULE, *problem))
            answers[name] = value_in(name, day)
        rows.append(_Row(line, answers))
    findings += _header_findings(first.line, header, path, all_needed=bool(rows) or not others)
    return header, rows, findings


def _header_findings(
    line: int, header: list[str], path: str, *, all_needed: bool
) -> Iterator[Finding]:
    columns = (*COLUMNS, *IGNORED)
    for position, name in enumerate(header, start=1):
        if not name:
            yield Finding(
                Location(path, line, position),
                RULE,
                "this column has no name.",
                "Name it, or delete the column.",
            )
        elif name not in columns:
            yield Finding(
                Location(path, line, position),
                RULE,
                f"'{name}' is not a column that is known here.",
                did_you_mean(name, columns),
            )
        elif name in header[: position - 1]:
            yield Finding(
                Location(path, line, position),
                RULE,
                f"there is a second column '{name}'.",
                "Keep one of the two.",
            )
    misspelt = {nearest(name, columns) for name in header if name not in columns}
    if missing := [name for name in NEEDED if all_needed and name not in {*header, *misspelt}]:
        yield Finding(
            Location(path, line),
            RULE,
            f"the first row lacks the columns {', '.join(missing)}.",
            "Begin with the first row of records.csv, as `kb export` writes it.",
        )


def value_in(column: str, cell: str) -> Any:
    """Return what a cell says, as a record says it."""
    # The export puts an apostrophe before what a spreadsheet would run as a formula.
    text = re.sub(r"\A'(?=[=+\-@\t\r])", "", cell.strip())
    field = FIELD.get(column)
    if field and (field.refers_to in VOCABULARIES or field.choices):
        # Spreadsheets begin a cell with a capital letter.
        text = re.sub(r"(?<=\w) +(?=\w)", "-", re.sub("['’]", "", text.casefold()))
    if field and field.is_several:
        return [part.strip() for part in re.split("[;,\n]", text) if part.strip()]
    return text

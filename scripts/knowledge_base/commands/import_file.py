"""`kb import`: add sources from a reference list, or draft records from a table."""

import argparse
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path, PurePosixPath

from knowledge_base.clock import latest_today
from knowledge_base.commands.common import cannot_add, load_or_none, show
from knowledge_base.commands.progress import with_progress
from knowledge_base.contributing import contribution
from knowledge_base.contributing.change_set import ChangeSet
from knowledge_base.contributing.file_edits import EditError
from knowledge_base.contributing.incoming import (
    RECORDS,
    Contribution,
    Records,
    References,
    RefusedFile,
    incoming,
)
from knowledge_base.contributing.record_changes import changed_files, trail_of
from knowledge_base.contributing.references import merge
from knowledge_base.contributing.references.formats import FORMATS
from knowledge_base.contributing.references.reference import Reading, Reference
from knowledge_base.contributing.skipped import Skipped
from knowledge_base.contributing.spreadsheet_edits import Edits, edits_in
from knowledge_base.contributing.spreadsheet_rows import at_cell, drafts_of, from_heading
from knowledge_base.contributing.table_file import Row
from knowledge_base.exports.formats.tables import records_table
from knowledge_base.loading import read
from knowledge_base.model.places import Location
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding, errors
from knowledge_base.reading.rules import IMPORT_FILE as RULE
from knowledge_base.wording.nouns import counted
from knowledge_base.writing import write_together


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    labels = [form.label for form in FORMATS.values()]
    parser.epilog = (
        f"Reads {', '.join(labels[:-1])}, and {labels[-1]}, and recognises them by their content. "
        "Each new reference becomes a file in evidence/sources; one with the same DOI, or the same "
        "title and year, is left out. In a table with the columns of records.csv, as `kb export` "
        "writes it, each new row becomes a draft record. A contribution from the page Add "
        "evidence adds and changes what it holds."
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--format", choices=(*FORMATS, RECORDS), help="what FILE is, if it is not recognised"
    )
    parser.add_argument(
        "--rest",
        type=Path,
        metavar="REST",
        help="import the references that are in order, and write the others to REST",
    )
    parser.add_argument(
        "--progress", action="store_true", help="say how far it is, also where no terminal shows it"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="show what would be added, and write nothing"
    )


def run(arguments: argparse.Namespace) -> int:
    """Add what the file holds; return 1, and add nothing, if any of it would not pass."""
    file: Path = arguments.file
    if not file.is_file():
        if file.exists():
            arguments.error(f"'{file}' is a folder, a pipe or the like, and no file")
        arguments.error(f"there is no file '{file}'")
    if arguments.rest and arguments.rest.exists():
        arguments.error(f"'{arguments.rest}' already exists; choose a new file")
    evidence, _ = read(arguments.root, as_of=latest_today())
    if cannot_add(evidence):
        return 1
    try:
        brought = incoming(file, arguments.format)
    except RefusedFile as refusal:
        return refused(refusal.findings)
    match brought:
        case Contribution(text):
            return import_contribution(evidence, text, arguments)
        case Records(rows):
            return import_rows(evidence, rows, arguments)
        case References(reading):
            return import_references(evidence, reading, arguments)


def import_contribution(evidence: Evidence, text: str, arguments: argparse.Namespace) -> int:
    """Make the changes of a contribution from the page Add evidence."""
    if arguments.rest:
        arguments.error("--rest is for references; a contribution comes in as a whole")
    empty = ChangeSet(arguments.root, {})
    result = contribution.contributed(empty, evidence, text, str(arguments.file))
    if result.findings:
        return refused(result.findings)
    for line in result.lines:
        print(line)
    if not arguments.dry_run:
        result.change_set.make()
    number = len(result.change_set.files)
    print_total(number, "file", "written", dry_run=arguments.dry_run)
    return 0


def import_references(evidence: Evidence, reading: Reading, arguments: argparse.Namespace) -> int:
    """Add references to the sources; with `--rest`, those that are in order."""
    path = str(arguments.file)
    references = with_progress(reading.references, "references", always=arguments.progress)
    result = merge.merge(evidence, references, path, date.today())
    findings = sorted({*(piece.finding for piece in reading.broken), *result.findings})
    refused_ones = {id(one) for one in result.refused}
    good = [one for one in reading.references if id(one) not in refused_ones]
    if findings and not arguments.rest:
        way = "To import the references that are in order, give --rest with a new file."
        return refused(findings, hint=way if good else "")
    if findings:
        result = merge.merge(evidence, good, path, date.today())
    print_skipped(result.skipped)
    for line, sentence in result.remarks:
        print(f"Line {line}: {sentence}")
    for sentence in reading.remarks:
        print(sentence)
    for key, name in result.added.items():
        print(f"{key}: {name}")
    if result.left_out:
        print(f"Fields left out: {', '.join(result.left_out)}.")
    if not arguments.dry_run:
        files = {arguments.root / file: text for file, text in result.files.items()}
        if findings:
            files[arguments.rest] = rest_of(reading, good)
        write_together(files)
    print_total(len(result.added), "source", "added to evidence/sources", dry_run=arguments.dry_run)
    if result.added:
        print(
            "Until a record uses them, they are parked: nothing shows them. `kb new record` helps "
            "you write the records, and `kb prune` removes what none has used."
        )
    if findings:
        print()
        show(findings)
        print(f"The references with findings are in {arguments.rest}. Mend and import that file.")
    return 0


def rest_of(reading: Reading, good: Sequence[Reference]) -> str:
    """Return a file of the same kind with what can't be read and is not among the good ones."""
    taken = {id(reference) for reference in good}
    pieces = [piece.text for piece in reading.broken]
    pieces += [one.text for one in reading.references if id(one) not in taken]
    return f"{reading.head}{reading.separator.join(pieces)}{reading.tail}"


def import_rows(evidence: Evidence, table: Sequence[Row], arguments: argparse.Namespace) -> int:
    """Change the records that are on file as the rows say, and add drafts for those that aren't."""
    if arguments.rest:
        arguments.error("--rest is for references; a table of records comes in as a whole")
    path, root = str(arguments.file), arguments.root
    if before := len(table) - len(table := from_heading(table)):
        print(f"{counted(before, 'row')} before the names of the columns left out.")
    new = drafts_of(evidence, table, path, date.today())
    kb = load_or_none(root)
    exported = {row["id"]: row for row in records_table(kb)} if kb else {}
    edits = edits_in(evidence, table, path, exported)
    if findings := sorted({*new.findings, *edits.findings}):
        return refused(findings)
    try:
        files = changed_files(root, evidence, edits.changes)
    except EditError as error:
        return refused([Finding(Location(path), RULE, str(error), "Change it in its file.")])
    of_drafts = {draft.path: draft.text for draft in new.drafts}
    changed = ChangeSet(root, {**files, **of_drafts}, new=of_drafts)
    if findings := errors(changed.new_findings(evidence.as_of)):
        return refused(_in_the_table(finding, edits) for finding in findings)
    print_skipped((*edits.unread, *new.skipped))
    for change in edits.changes:
        print(change)
    for draft in new.drafts:
        print(draft.path)
    if not arguments.dry_run:
        changed.make()
    if edits.unchanged:
        print(f"{counted(edits.unchanged, 'row')} as on file.")
    if (rows := edits.unchanged + len(files)) and (others := len(exported) - rows) > 0:
        print(f"{counted(others, 'record')} without a row: nothing changes there.")
    if files:
        print_total(len(files), "record", "changed", dry_run=arguments.dry_run)
    if new.drafts or not files:
        place = "added to evidence/records"
        print_total(len(new.drafts), "draft record", place, dry_run=arguments.dry_run)
    return 0


def _in_the_table(finding: Finding, edits: Edits) -> Finding:
    """Return a finding in a changed file at the cell that it comes from."""
    record = PurePosixPath(finding.location.path).stem
    fields = [name for record_id, name in edits.places if record_id == record]
    field = next((n for n in fields if trail_of(n)[:1] == finding.location.trail[:1]), None)
    place = edits.places.get((record, field or ""))
    return at_cell(finding, place) if place else finding


def refused(findings: Iterable[Finding], hint: str = "") -> int:
    """Print why nothing is imported, and what can be done; return the exit status."""
    show(list(findings))
    if hint:
        print(hint)
    print("Nothing was imported.")
    return 1


def print_skipped(skipped: Iterable[Skipped]) -> None:
    """Print what is there already."""
    for line, reason in skipped:
        print(f"Left out, line {line}: {reason}")


def print_total(number: int, thing: str, done: str, *, dry_run: bool) -> None:
    """Print how many things were added or changed."""
    if dry_run:
        print(f"{counted(number, thing)} would be {done}. Nothing was written.")
    else:
        print(f"{counted(number, thing)} {done}.")

"""What the verbs that change records share: they show, check and make the changes, or refuse."""

import argparse
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from knowledge_base.clock import latest_today
from knowledge_base.commands.common import show, without_words
from knowledge_base.contributing.change_set import ChangeSet
from knowledge_base.contributing.file_edits import EditError
from knowledge_base.contributing.record_changes import Change, changed_files, entry_of
from knowledge_base.loading import read
from knowledge_base.model.record import Record
from knowledge_base.reading.evidence import Evidence, EvidenceFile
from knowledge_base.reading.findings import errors
from knowledge_base.reading.validation import did_you_mean
from knowledge_base.wording.nouns import counted


def add_dry_run(parser: argparse.ArgumentParser) -> None:
    """Declare the option to look first."""
    parser.add_argument("--dry-run", action="store_true", help="show what would change, and stop")


def read_evidence(arguments: argparse.Namespace) -> Evidence | None:
    """Return the evidence; None, once it was said why, where nothing can be changed in it."""
    evidence, _ = read(arguments.root, as_of=latest_today())
    return None if without_words(evidence) else evidence


def the_record(
    arguments: argparse.Namespace, evidence: Evidence, record_id: str
) -> EvidenceFile[Record]:
    """Return the record's file; stop with an error of the command line where there is none."""
    entry = entry_of(evidence, record_id)
    if entry is None:
        ids = evidence.known_ids("record") or ()
        if record_id in ids:
            arguments.error(f"the file of '{record_id}' can't be read; mend it first")
        arguments.error(f"there is no record '{record_id}'. {did_you_mean(record_id, ids)}")
        raise SystemExit(2)
    return entry


def change_records(
    arguments: argparse.Namespace, evidence: Evidence, changes: Iterable[Change]
) -> int:
    """Make changes to records; return 1 if the checks find errors."""
    changes = tuple(changes)
    try:
        files = changed_files(arguments.root, evidence, changes)
    except EditError as error:
        print(f"{error}\nNothing was written.")
        return 1
    return change_files(arguments.root, files, dry_run=arguments.dry_run, changes=changes)


def change_files(
    root: Path,
    files: Mapping[str, str | None],
    *,
    new: Collection[str] = (),
    dry_run: bool,
    changes: Iterable[object] = (),
) -> int:
    """Make changes to files; return 1, and make none, if the checks find new errors.

    ``changes`` are printed, a line each, unless they are refused.
    """
    change_set = ChangeSet(root, files, new)
    findings = change_set.new_findings(latest_today())
    if not errors(findings):
        for change in changes:
            print(change)
    if findings:
        # One wrong value in many records is one thing to correct.
        first = {(found.rule, found.message): found for found in reversed(findings)}
        show(sorted(first.values()))
        if more := len(findings) - len(first):
            print(f"The same was found at {counted(more, 'other place')}.")
    if errors(findings):
        print("Nothing was written.")
        return 1
    if dry_run:
        print(f"{counted(len(files), 'file')} would be changed. Nothing was written.")
        return 0
    change_set.make()
    print(f"{counted(len(files), 'file')} changed.")
    return 0

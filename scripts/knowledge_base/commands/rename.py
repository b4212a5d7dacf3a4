"""`kb rename`: give a record another id; its old address still works."""

import argparse
import re

from knowledge_base.commands.changing import (
    add_dry_run,
    change_files,
    read_evidence,
    the_record,
)
from knowledge_base.contributing.file_edits import EditError
from knowledge_base.contributing.renaming import renamed_files
from knowledge_base.model.base import ID_PATTERN


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("old", metavar="OLD", help="the record's id")
    parser.add_argument("new", metavar="NEW", help="the id that it gets")
    add_dry_run(parser)


def run(arguments: argparse.Namespace) -> int:
    """Rename the record, and whatever names it; return 1 if that would not pass the checks."""
    old, new = arguments.old, arguments.new
    evidence = read_evidence(arguments)
    if evidence is None:
        return 1
    the_record(arguments, evidence, old)
    if not re.fullmatch(ID_PATTERN, new):
        arguments.error(f"'{new}' is not in the form of an id: small letters, digits and hyphens")
    if new in (evidence.known_ids("record") or ()):
        arguments.error(f"there is a record '{new}' already")
    try:
        files = renamed_files(arguments.root, evidence, old, new)
    except EditError as error:
        print(f"{error}\nNothing was written.")
        return 1
    for path, text in sorted(files.items()):
        print(f"{'removed' if text is None else 'changed'}: {path}")
    return change_files(arguments.root, files, dry_run=arguments.dry_run)

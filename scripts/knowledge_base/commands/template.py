"""`kb template`: write a spreadsheet to fill with records, with drop-down lists and notes."""

import argparse
from pathlib import Path

from knowledge_base.commands.common import load_or_report
from knowledge_base.exports.record_template import TEMPLATE, record_template


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.epilog = (
        "Each row becomes a draft record with `kb import FILE`. Words are chosen from lists, and "
        "the second sheet says what each column is for."
    )
    parser.add_argument("file", type=Path, metavar="FILE", nargs="?", default=Path(TEMPLATE))


def run(arguments: argparse.Namespace) -> int:
    """Write the spreadsheet; return 1 if the evidence has errors."""
    file: Path = arguments.file
    if file.suffix.lower() != ".xlsx":
        arguments.error(f"'{file}' does not end in .xlsx")
    if file.exists():
        arguments.error(f"'{file}' already exists; choose a new file")
    kb = load_or_report(arguments.root)
    if kb is None:
        return 1
    try:
        file.write_bytes(record_template(kb))
    except OSError as error:
        arguments.error(f"'{file}' can't be written: {error.strerror}")
    print(f"The spreadsheet is in {file}. Fill it, then: kb import {file}")
    return 0

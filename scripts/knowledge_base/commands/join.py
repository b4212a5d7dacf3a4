"""`kb join`: ask several knowledge bases of this form one question."""

import argparse
import csv
import sys
from pathlib import Path

from knowledge_base.joining import QUESTIONS, NotAnExportError, joined


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb is told on the command line."""
    parser.add_argument("question", choices=tuple(QUESTIONS), help="what to ask")
    parser.add_argument(
        "exports",
        type=_export_of,
        nargs="+",
        metavar="NAME=DIR",
        help="a folder that kb export has written, and how to call its base",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the answer as CSV; return 1 if a folder holds no export."""
    exports = dict(arguments.exports)
    if len(exports) < len(arguments.exports):
        arguments.error("two folders have the same name; call each base something else")
    try:
        with joined(exports) as bases:
            answer = bases.execute(QUESTIONS[arguments.question])
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow([column[0] for column in answer.description or ()])
            writer.writerows(answer.fetchall())
    except NotAnExportError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _export_of(argument: str) -> tuple[str, Path]:
    name, is_named, folder = argument.partition("=")
    if not (name and is_named and folder):
        raise argparse.ArgumentTypeError(f"'{argument}' isn't of the form NAME=DIR")
    return name, Path(folder)

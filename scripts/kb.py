"""The command line: check, export, and help with adding evidence."""

from __future__ import annotations

import argparse
import os
import re
import sys
from datetime import date
from io import TextIOWrapper
from pathlib import Path, PurePosixPath

from knowledge_base import findings as found
from knowledge_base.checks import RULES
from knowledge_base.load import EVIDENCE_FOLDER, check

ROOT = Path(__file__).resolve().parent.parent


def main(argv: list[str] | None = None) -> int:
    """Run one command; return its exit status: 0 clean, 1 findings, 2 unusable arguments."""
    parser = argparse.ArgumentParser(prog="kb", description="Work with the evidence.")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", required=True)
    add_check(commands)
    arguments = parser.parse_args(argv)
    if not arguments.root.is_dir():
        parser.error(f"there is no folder '{arguments.root}'")
    if isinstance(sys.stdout, TextIOWrapper):  # a terminal may not know every character
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        status = int(arguments.run(arguments))
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    return status


def day(text: str) -> date:
    """Return the day that ``text`` names; an error that argparse shows if there is none."""
    try:
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"'{text}' is not a day that exists, written YYYY-MM-DD")


def add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `kb check`."""
    parser = commands.add_parser("check", help="find everything that is wrong with the evidence")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="show only findings in these")
    parser.add_argument("--format", choices=("text", "github", "json"), default="text")
    parser.add_argument(
        "--as-of", type=day, metavar="YYYY-MM-DD", help="the day after which no date lies (today)"
    )
    parser.add_argument("--rules", action="store_true", help="list the rules and stop")
    parser.set_defaults(run=run_check, error=parser.error)


def run_check(arguments: argparse.Namespace) -> int:
    """Print all findings; return 1 if there are any."""
    if arguments.rules:
        for rule in RULES.values():
            print(f"{rule.id:24} {rule.asks}")
        return 0
    try:
        wanted = [evidence_path(path, arguments.root) for path in arguments.paths]
    except ValueError as error:
        arguments.error(str(error))
    _, findings = check(arguments.root, as_of=arguments.as_of or date.today())
    if wanted:
        # A rule that stopped may have had something to say about any path.
        findings = [
            finding
            for finding in findings
            if finding.rule == "crash"
            or any(PurePosixPath(finding.location.path).is_relative_to(path) for path in wanted)
        ]
    if arguments.format == "json":
        print(found.render_json(findings))
    elif arguments.format == "github":
        if findings:
            print(found.render_github(findings))
    elif findings:
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        print(found.render_text(findings, colour=colour))
    else:
        print("No findings.")
    return 1 if findings else 0


def evidence_path(text: str, root: Path) -> PurePosixPath:
    """Return a path that a user gave as findings name it. Raises ValueError if it can't be one."""
    given = Path(os.path.abspath(text))  # noqa: PTH100 - resolve() would follow a link in evidence/
    if not os.path.lexists(given):
        raise ValueError(f"there is no file or folder '{text}'")
    place, top = given.parent.resolve() / given.name, root.resolve()
    evidence = top / EVIDENCE_FOLDER
    if not (place.is_relative_to(evidence) or evidence.is_relative_to(place)):
        raise ValueError(f"'{text}' is not in {evidence}, so nothing in it is checked")
    return PurePosixPath(place.relative_to(top) if place.is_relative_to(top) else ".")


if __name__ == "__main__":
    sys.exit(main())

"""`kb check`: find everything that is wrong with the evidence."""

import argparse
import os
import sys
from pathlib import Path, PurePosixPath

from knowledge_base.checks import RULES
from knowledge_base.clock import latest_today
from knowledge_base.commands.common import day, show
from knowledge_base.loading import check, check_changes
from knowledge_base.reading import findings as finding_texts
from knowledge_base.reading.file_kinds import EVIDENCE_FOLDER
from knowledge_base.timing import Timing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb is told on the command line."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="show findings in these files and folders only"
    )
    parser.add_argument("--format", choices=("text", "github", "json"), default="text")
    parser.add_argument(
        "--as-of",
        type=day,
        metavar="YYYY-MM-DD",
        help="report dates after this day (default: today)",
    )
    parser.add_argument(
        "--afresh",
        action="store_true",
        help="look at every file, also where the last check found nothing wrong",
    )
    parser.add_argument(
        "--timing",
        action="store_true",
        help="say what each step took, and why files are read again",
    )
    parser.add_argument("--rules", action="store_true", help="list the rules and exit")


def run(arguments: argparse.Namespace) -> int:
    """Print all findings; return 1 if there are errors."""
    if arguments.rules:
        for rule in RULES.values():
            print(f"{rule.id:24} {rule.asks}")
        return 0
    try:
        places = [evidence_path(path, arguments.root) for path in arguments.paths]
    except ValueError as error:
        arguments.error(str(error))
    as_of = arguments.as_of or latest_today()
    if arguments.afresh:
        _, findings = check(arguments.root, as_of=as_of)
    else:
        timing = Timing()
        findings = check_changes(arguments.root, as_of=as_of, timing=timing)
        if arguments.timing:
            print(timing, file=sys.stderr)
    if places:
        # A rule that stopped may have had something to say about any path.
        findings = [
            finding
            for finding in findings
            if finding.rule == "crash"
            or any(PurePosixPath(finding.location.path).is_relative_to(path) for path in places)
        ]
    if arguments.format == "json":
        print(finding_texts.render_json(findings))
    elif arguments.format == "github":
        if findings:
            print(finding_texts.render_github(findings))
    elif findings:
        show(findings)
    else:
        print("No findings.")
    return 1 if finding_texts.errors(findings) else 0


def evidence_path(text: str, root: Path) -> PurePosixPath:
    """Return a path that a user gave as findings name it. Raises ValueError if it can't be one."""
    path = Path(os.path.abspath(text))  # noqa: PTH100 - resolve() would follow a link in evidence/
    if not os.path.lexists(path):
        raise ValueError(f"there is no file or folder '{text}'")
    place, top = path.parent.resolve() / path.name, root.resolve()
    evidence = top / EVIDENCE_FOLDER
    if not (place.is_relative_to(evidence) or evidence.is_relative_to(place)):
        raise ValueError(f"'{text}' is not in {evidence}, so nothing in it is checked")
    return PurePosixPath(place.relative_to(top) if place.is_relative_to(top) else ".")

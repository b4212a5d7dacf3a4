"""`kb due`: list what needs another look, and why."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from textwrap import shorten

from knowledge_base.commands.common import day, load_or_report
from knowledge_base.views.due import CHECK, DRAFT, REASONS, Due, due
from knowledge_base.wording.dates import long_date
from knowledge_base.wording.nouns import counted

_LONGEST_NAME = 80


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb is told on the command line."""
    parser.add_argument(
        "--as-of",
        type=day,
        metavar="YYYY-MM-DD",
        help="the day to count from (default: today)",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print what is due; return 1 if the evidence has errors."""
    kb = load_or_report(arguments.root)
    if kb is None:
        return 1
    as_of = arguments.as_of or date.today()
    items = due(kb, as_of)
    print(as_json(items, as_of) if arguments.format == "json" else as_text(items, as_of))
    return 0


def as_json(items: Sequence[Due], as_of: date) -> str:
    """Return what is due as JSON, each reason in words beside its key."""
    content = {
        "as_of": as_of,
        "reasons": REASONS,
        "due": [asdict(item) for item in items],
    }
    return json.dumps(content, indent=2, ensure_ascii=False, default=str)


def as_text(items: Sequence[Due], as_of: date) -> str:
    """Return what is due below one another, under the reasons why."""
    if not items:
        return f"Nothing is due on {long_date(as_of)}."
    lines = [f"Due on {long_date(as_of)}: {len(items)}."]
    for reason, heading in REASONS.items():
        if of_reason := [item for item in items if item.reason == reason]:
            lines += ["", f"{heading}: {len(of_reason)}"]
            lines += [f"  {_line(item)}" for item in of_reason]
    return "\n".join(lines)


def _line(item: Due) -> str:
    verb = {DRAFT: "added", CHECK: "tried"}.get(item.reason, "last checked")
    claims = f", {counted(item.claims, 'claim')}" if item.claims else ""
    name = shorten(item.name, _LONGEST_NAME, placeholder=" …")
    return f"{item.id}: {name} ({verb} {long_date(item.since)}{claims})"

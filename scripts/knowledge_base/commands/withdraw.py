"""`kb withdraw`: withdraw a record; its page stays and says why."""

import argparse
from datetime import date
from typing import Any

from knowledge_base.commands.changing import (
    add_dry_run,
    change_records,
    read_evidence,
    the_record,
)
from knowledge_base.commands.common import day
from knowledge_base.contributing.record_changes import changes_to


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("record", metavar="ID", help="the record's id")
    add_notice(parser)


def add_notice(parser: argparse.ArgumentParser) -> None:
    """Declare what every notice says."""
    parser.add_argument(
        "--reason", required=True, metavar="TEXT", help="why, for a reader who follows an old link"
    )
    parser.add_argument(
        "--date", type=day, default=None, metavar="YYYY-MM-DD", help="the day of it (today)"
    )
    add_dry_run(parser)


def run(arguments: argparse.Namespace) -> int:
    """Withdraw the record; return 1 if that would not pass the checks."""
    return give_notice(arguments, {"status": "withdrawn"})


def give_notice(arguments: argparse.Namespace, values: dict[str, Any]) -> int:
    """Set a record's status, with the notice that says why."""
    evidence = read_evidence(arguments)
    if evidence is None:
        return 1
    entry = the_record(arguments, evidence, arguments.record)
    notice = {
        "notice_date": (arguments.date or date.today()).isoformat(),
        "notice_reason": arguments.reason,
    }
    return change_records(arguments, evidence, changes_to(entry, {**values, **notice}))

"""`kb supersede`: replace a record with another; its page stays and links to the new one."""

import argparse

from knowledge_base.commands.withdraw import add_notice, give_notice


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("record", metavar="ID", help="the id of the record that goes")
    parser.add_argument(
        "--by", required=True, metavar="ID", help="the id of the record that takes its place"
    )
    add_notice(parser)


def run(arguments: argparse.Namespace) -> int:
    """Supersede the record; return 1 if that would not pass the checks."""
    if arguments.by == arguments.record:
        arguments.error("a record cannot take its own place; --by names the other one")
    return give_notice(arguments, {"status": "superseded", "superseded_by": arguments.by})

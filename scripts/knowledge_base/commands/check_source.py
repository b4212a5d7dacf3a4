"""`kb check-source`: write down what a source says of a claim that is cited through another."""

import argparse
from datetime import date

from knowledge_base.commands.changing import (
    add_dry_run,
    change_records,
    read_evidence,
    the_record,
)
from knowledge_base.commands.common import day
from knowledge_base.contributing.record_changes import Change


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.epilog = (
        "A verdict needs a statement in the part we read; 'weaker' and 'different' need one "
        "that conflicts with the claim. Silence is 'not-in-that-part'."
    )
    parser.add_argument("record", metavar="ID", help="the id of the record that is checked")
    parser.add_argument("--verdict", required=True, help="a word of source-check.yml")
    parser.add_argument("--sentence", help="in one sentence of ours, what the source says of it")
    parser.add_argument("--how-read", help="how the source was read, such as 'abstract'")
    parser.add_argument("--address", help="where it was read")
    parser.add_argument("--copy", help="what was before you, such as 'undated-copy'")
    parser.add_argument("--support", help="at most ten of the source's words, quoted")
    parser.add_argument(
        "--date", type=day, default=None, metavar="YYYY-MM-DD", help="the day of it (today)"
    )
    add_dry_run(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the check; return 1 if it would not pass the checks of the evidence."""
    evidence = read_evidence(arguments)
    if evidence is None:
        return 1
    entry = the_record(arguments, evidence, arguments.record)
    on = (arguments.date or date.today()).isoformat()
    reading = {"address": arguments.address, "on": on, "kind": arguments.copy}
    check = {
        "verdict": arguments.verdict,
        "sentence": arguments.sentence,
        "how_read": arguments.how_read,
        "reading": reading if arguments.address else None,
        "support": arguments.support,
        "on": on,
    }
    values = {
        name: {k: v for k, v in value.items() if v} if isinstance(value, dict) else value
        for name, value in check.items()
        if value
    }
    before = entry.document.value.get("source_check")
    change = Change(entry.id, ("source_check",), before, values)
    return change_records(arguments, evidence, [change])

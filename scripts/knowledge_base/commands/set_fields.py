"""`kb set`: change a field of many records at once."""

import argparse
from collections.abc import Iterable
from typing import Any

from knowledge_base.commands.changing import add_dry_run, change_records, read_evidence
from knowledge_base.contributing.record_changes import changes_to, value_of
from knowledge_base.contributing.spreadsheet_rows import DERIVED, EDITABLE, value_in
from knowledge_base.reading.evidence import EvidenceFile
from knowledge_base.reading.validation import did_you_mean


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.epilog = (
        "Fields are named as the columns of records.csv. Separate several values with ';'. "
        "Nothing behind the '=' removes the field. Records are chosen by all of --where, which "
        "also takes 'id'. Example: kb set setting=clinical --where study=waves-project --dry-run"
    )
    parser.add_argument("values", nargs="+", metavar="FIELD=VALUE", help="what the records get")
    parser.add_argument(
        "--where",
        action="append",
        required=True,
        metavar="FIELD=VALUE",
        help="which records: those that have the value, or one of several",
    )
    add_dry_run(parser)


def run(arguments: argparse.Namespace) -> int:
    """Change the records; return 1, and change none, if any would not pass the checks."""
    pairs = (_pair(arguments, text, EDITABLE) for text in arguments.values)
    values = {name: value_in(name, text) or None for name, text in pairs}
    conditions = [_pair(arguments, text, (*EDITABLE, "id")) for text in arguments.where]
    evidence = read_evidence(arguments)
    if evidence is None:
        return 1
    records = [r for r in evidence.records if all(_has(r, *pair) for pair in conditions)]
    if not records:
        print("No record fits.")
        for name, value in conditions:
            values_there = {one for entry in evidence.records for one in _values(entry, name)}
            if value not in values_there:
                print(f"No record has '{value}' as its {name}. {did_you_mean(value, values_there)}")
        return 1
    changes = [change for entry in records for change in changes_to(entry, values)]
    if not changes:
        print("Every record that fits has these values already.")
        return 0
    return change_records(arguments, evidence, changes)


def _pair(arguments: argparse.Namespace, text: str, fields: Iterable[str]) -> tuple[str, str]:
    name, separator, value = text.partition("=")
    if not separator:
        arguments.error(f"'{text}' is not FIELD=VALUE")
    if name not in (fields := tuple(fields)):
        reason = "It follows from other fields." if name in DERIVED else did_you_mean(name, fields)
        arguments.error(f"'{name}' is not a field that can be changed. {reason}")
    return name, value.strip()


def _has(entry: EvidenceFile[Any], name: str, value: str) -> bool:
    return value in (_values(entry, name) or [""])


def _values(entry: EvidenceFile[Any], name: str) -> list[str]:
    """Return what a record says in a field, as text; of a list, each item."""
    actual = entry.id if name == "id" else value_of(entry, name)
    among = actual if isinstance(actual, list | tuple) else [actual]
    return [str(one) for one in among if one is not None and one != ""]

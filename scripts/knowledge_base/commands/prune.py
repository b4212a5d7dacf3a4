"""`kb prune`: remove the parked sources that no record uses."""

from __future__ import annotations

import argparse

from knowledge_base.commands.changing import add_dry_run, change_files, read_evidence
from knowledge_base.contributing.references import merge
from knowledge_base.reading.file_kinds import source_path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb is told on the command line."""
    parser.epilog = (
        "`kb import` parks the references that it adds to evidence/sources, until a record "
        "uses them. Those that none has used are removed; all others stay."
    )
    add_dry_run(parser)


def run(arguments: argparse.Namespace) -> int:
    """Remove the sources; return 1 if the evidence can't be read."""
    evidence = read_evidence(arguments)
    if evidence is None:
        return 1
    if not evidence.all_read:
        print("A file can't be read, and may name them. First, correct what `kb check` finds.")
        return 1
    named = {key for _, _, kind, key in evidence.references if kind == "source"}
    keys = [key for key, s in evidence.sources.items() if s.is_parked and key not in named]
    if not keys:
        print("No source is parked without a record.")
        return 0
    for key in keys:
        print(f"{key}: {merge.named(evidence.sources[key])}")
    files = dict.fromkeys(source_path(key) for key in keys)
    if not all((arguments.root / file).is_file() for file in files):
        print("Some are not in a file of their own. First, run `kb split-sources`.")
        return 1
    return change_files(arguments.root, files, dry_run=arguments.dry_run)

"""`kb prune`: remove the parked sources that no record uses."""

import argparse

from knowledge_base.clock import latest_today
from knowledge_base.commands.changing import add_dry_run, change_files
from knowledge_base.commands.common import without_words
from knowledge_base.contributing.references import merge
from knowledge_base.loading import read
from knowledge_base.reading.findings import errors
from knowledge_base.reading.rules import SOURCE_FILE


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb is told on the command line."""
    parser.epilog = (
        "`kb import` parks the references that it adds to evidence/sources, until a record "
        "uses them. Those that none has used are removed; all others stay."
    )
    add_dry_run(parser)


def run(arguments: argparse.Namespace) -> int:
    """Remove the sources; return 1 if the evidence can't be read, or a file holds more."""
    evidence, findings = read(arguments.root, as_of=latest_today())
    if without_words(evidence):
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
    files = dict.fromkeys(evidence.sources[key].path for key in keys)
    others = {source.path for key, source in evidence.sources.items() if key not in keys}
    # Where an entry is wrong as BibTeX, what else is in its file can't be told.
    unclear = {f.location.path for f in errors(findings) if f.rule != SOURCE_FILE}
    if shared := sorted(files.keys() & (others | unclear)):
        print(f"More than these may be in {', '.join(shared)}.")
        print("First, run `kb split-sources`, or correct what `kb check` finds.")
        return 1
    return change_files(arguments.root, files, dry_run=arguments.dry_run)

"""`kb schema`: write the JSON Schemas that editors use."""

import argparse
import sys
from datetime import date

from knowledge_base.commands.common import without_words
from knowledge_base.contributing.editor_schemas import schemas
from knowledge_base.loading import read
from knowledge_base.wording.nouns import counted
from knowledge_base.writing import write_files

FOLDER = "scripts/schemas"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb is told on the command line."""
    parser.add_argument(
        "--check", action="store_true", help="write nothing, and fail if they are out of date"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write or compare the schemas; return 1 if they can't be written, or are out of date."""
    evidence, _ = read(arguments.root, as_of=date.max)
    if without_words(evidence):
        return 1
    texts = {f"{FOLDER}/{name}": text for name, text in schemas(evidence).items()}
    if not arguments.check:
        touched = write_files(arguments.root, texts, owned=FOLDER)
        print(f"{counted(len(texts), 'schema')} in {FOLDER}, {len(touched)} of them changed.")
        return 0
    folder = arguments.root / FOLDER
    there = {
        file.relative_to(arguments.root).as_posix(): file.read_bytes()
        for file in (folder.rglob("*") if folder.is_dir() else ())
        if file.is_file()
    }
    current = {path: text.encode() for path, text in texts.items()}
    stale = sorted(p for p in {*there, *current} if there.get(p) != current.get(p))
    if not stale:
        print("The schemas are up to date.")
        return 0
    print(f"Out of date: {', '.join(stale)}. Run: make schema", file=sys.stderr)
    return 1

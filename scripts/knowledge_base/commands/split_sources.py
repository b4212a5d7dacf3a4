"""`kb split-sources`: give each source in evidence/sources.bib a file of its own."""

from __future__ import annotations

import argparse
from itertools import pairwise

from knowledge_base.clock import latest_today
from knowledge_base.commands.changing import add_dry_run, change_files
from knowledge_base.commands.common import show
from knowledge_base.loading import read
from knowledge_base.reading.file_kinds import BIBLIOGRAPHY, EVIDENCE_FOLDER, source_path
from knowledge_base.reading.findings import errors

PATH = f"{EVIDENCE_FOLDER}/{BIBLIOGRAPHY}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.epilog = (
        "Older knowledge bases have all sources in one file, in which git can't join what two "
        "people add. Each becomes evidence/sources/KEY.bib; their texts stay as they are."
    )
    add_dry_run(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the files and remove the one; return 1 if it can't be read without errors."""
    file = arguments.root / PATH
    if not file.is_file():
        print(f"There is no {PATH}: each source has a file of its own.")
        return 0
    evidence, findings = read(arguments.root, as_of=latest_today())
    if in_the_way := errors([f for f in findings if f.location.path == PATH]):
        show(in_the_way)
        print("Nothing was written.")
        return 1
    starts = {s.lines[""].line: key for key, s in evidence.sources.items() if s.path == PATH}
    texts = split(file.read_text(encoding="utf-8"), starts)
    files = {source_path(key): text for key, text in texts.items()}
    return change_files(arguments.root, {**files, PATH: None}, dry_run=arguments.dry_run)


def split(text: str, starts: dict[int, str]) -> dict[str, str]:
    """Return the text of each entry by its key; ``starts`` has the lines on which they begin.

    A comment goes with the entry that it stands above.
    """
    lines = text.splitlines(keepends=True)
    ends = [0]
    for start, following in pairwise([*sorted(starts), len(lines) + 1]):
        closing = (n for n in range(start, following) if lines[n - 1].rstrip() == "}")
        ends.append(next(closing, following - 1))
    ends[-1] = len(lines)
    pieces = ("".join(lines[before:end]).strip() for before, end in pairwise(ends))
    return {starts[line]: f"{piece}\n" for line, piece in zip(sorted(starts), pieces, strict=True)}

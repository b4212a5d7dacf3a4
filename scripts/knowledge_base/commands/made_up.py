"""`kb made-up`: write a made-up evidence base, to test the site with many records."""

import argparse
import shutil
from pathlib import Path

from development.made_up import made_up_evidence
from knowledge_base.commands.common import load_or_report
from knowledge_base.reading.file_kinds import EVIDENCE_FOLDER
from knowledge_base.wording.nouns import counted
from knowledge_base.writing import write_files


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb is told on the command line."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")
    parser.add_argument(
        "--records", type=int, default=500, metavar="N", help="how many (default: 500)"
    )
    parser.add_argument(
        "--seed",
        type=int,
        default=1,
        metavar="S",
        help="the same seed gives the same files (default: 1)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the evidence base; return 1 if the real one, whose words it uses, has errors."""
    folder: Path = arguments.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        arguments.error(f"'{folder}' is not empty; choose a new folder")
    if arguments.records < 1:
        arguments.error("at least one record is needed")
    kb = load_or_report(arguments.root)
    if kb is None:
        return 1
    files = made_up_evidence(kb.vocabularies, records=arguments.records, seed=arguments.seed)
    target = folder / EVIDENCE_FOLDER
    write_files(target, files, owned=".")
    shutil.copytree(
        arguments.root / EVIDENCE_FOLDER / "vocabularies",
        target / "vocabularies",
        copy_function=shutil.copyfile,
    )
    print(f"{counted(arguments.records, 'made-up record')} in {target}")
    print(f"Check it with: kb --root {folder} check")
    return 0

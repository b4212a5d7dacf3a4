"""`kb split-sources`: give each source in evidence/sources.bib a file of its own."""

import argparse

from knowledge_base.commands.changing import add_dry_run, change_files
from knowledge_base.commands.common import show
from knowledge_base.reading import bibliography
from knowledge_base.reading.file_kinds import BIBLIOGRAPHY, EVIDENCE_FOLDER, source_path
from knowledge_base.reading.findings import errors
from knowledge_base.reading.text_file import MAX_BIBLIOGRAPHY_BYTES, read_text

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
    text, findings = read_text(file, PATH, MAX_BIBLIOGRAPHY_BYTES)
    findings += bibliography.parse(text or "", PATH)[1]
    if text is None or errors(findings):
        show(findings)
        print("Nothing was written.")
        return 1
    texts = bibliography.texts(text)
    files: dict[str, str | None] = {source_path(key): entry for key, entry in texts.items()}
    there = {path for path in files if (arguments.root / path).is_file()}
    for path in there:
        if read_text(arguments.root / path, path)[0] != files[path]:
            print(f"{path} is there already, and differs from its entry in {PATH}.")
            print("Keep one of the two. Nothing was written.")
            return 1
    new = {path: entry for path, entry in files.items() if path not in there}
    return change_files(arguments.root, {**new, PATH: None}, new=new, dry_run=arguments.dry_run)

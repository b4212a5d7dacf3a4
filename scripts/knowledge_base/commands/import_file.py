"""`kb import`: add sources from BibTeX or RIS, or draft records from CSV."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from knowledge_base.commands.common import show, without_words
from knowledge_base.contributing import references as importing
from knowledge_base.contributing.skipped import Skipped
from knowledge_base.contributing.spreadsheet_rows import drafts_of
from knowledge_base.loading import read
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.yaml_source import MAX_BIBLIOGRAPHY_BYTES, read_text
from knowledge_base.wording.nouns import counted
from knowledge_base.writing import write_together

_FORMATS = {".bib": "bibtex", ".bibtex": "bibtex", ".ris": "ris", ".csv": "csv", ".tsv": "csv"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb is told on the command line."""
    parser.epilog = (
        "BibTeX and RIS add to evidence/sources.bib what it does not hold yet, by DOI and by title "
        "and year. CSV has the columns of records.csv, as `kb export` writes it, and adds a draft "
        "record for each row that is new."
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--format", choices=("bibtex", "ris", "csv"), help="if FILE's ending does not tell"
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would be added, and stop")


def run(arguments: argparse.Namespace) -> int:
    """Add what the file holds; return 1, and add nothing, if any of it would not pass."""
    file: Path = arguments.file
    if not file.is_file():
        arguments.error(f"there is no file '{file}'")
    form = str(arguments.format or _FORMATS.get(file.suffix.lower(), ""))
    if not form:
        arguments.error(f"'{file}' ends in no known way; say what it is with --format")
    evidence, _ = read(arguments.root, as_of=date.today())
    if without_words(evidence):
        return 1
    text, findings = read_text(file.resolve(), str(file), MAX_BIBLIOGRAPHY_BYTES)
    if text is None:
        return refused(findings)
    if form == "csv":
        return import_rows(evidence, text, arguments)
    return import_references(evidence, text, form, arguments)


def import_references(
    evidence: Evidence, text: str, form: str, arguments: argparse.Namespace
) -> int:
    """Add references to `sources.bib`."""
    path = str(arguments.file)
    references, findings = importing.read_references(text, path, form)
    bibliography = arguments.root / importing.PATH
    current, problems = read_text(bibliography, importing.PATH, MAX_BIBLIOGRAPHY_BYTES)
    if current is None:
        return refused(problems)
    result = importing.merge(evidence, current, references, path)
    if findings := sorted({*findings, *result.findings}):
        return refused(findings)
    tell_skipped(result.skipped)
    for key, name in result.added.items():
        print(f"{key}: {name}")
    if result.left_out:
        print(f"Fields that are not taken over: {', '.join(result.left_out)}.")
    if result.added and not arguments.dry_run:
        write_together({bibliography: result.text}, replacing=[bibliography])
    tell_total(len(result.added), "source", importing.PATH, dry_run=arguments.dry_run)
    if result.added:
        print(
            "Until a record names it, `kb check` reports each of them as unused-source. "
            "`kb new record` helps with the records."
        )
    return 0


def import_rows(evidence: Evidence, text: str, arguments: argparse.Namespace) -> int:
    """Add draft records."""
    result = drafts_of(evidence, text, str(arguments.file), evidence.as_of)
    if result.findings:
        return refused(result.findings)
    tell_skipped(result.skipped)
    for new in result.drafts:
        print(new.path)
    if not arguments.dry_run:
        write_together({arguments.root / new.path: new.text for new in result.drafts})
    tell_total(len(result.drafts), "draft record", "evidence/records", dry_run=arguments.dry_run)
    return 0


def refused(findings: Iterable[Finding]) -> int:
    """Print why nothing is imported; return the exit status."""
    show(list(findings))
    print("Nothing was imported.")
    return 1


def tell_skipped(skipped: Iterable[Skipped]) -> None:
    """Print what is there already."""
    for line, reason in skipped:
        print(f"Left out, line {line}: {reason}")


def tell_total(number: int, thing: str, place: str, *, dry_run: bool) -> None:
    """Print how many things were added where."""
    if dry_run:
        print(f"{counted(number, thing)} would be added to {place}. Nothing was written.")
    else:
        print(f"{counted(number, thing)} added to {place}.")

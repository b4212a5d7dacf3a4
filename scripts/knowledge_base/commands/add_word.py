"""`kb add-word`: add a word to a vocabulary, and bring the editors' schemas up to date."""

import argparse
from dataclasses import replace
from typing import Any

from knowledge_base.commands.changing import add_dry_run, read_evidence
from knowledge_base.commands.common import show
from knowledge_base.commands.schema import FOLDER
from knowledge_base.contributing.change_set import ChangeSet
from knowledge_base.contributing.drafts import written
from knowledge_base.contributing.editor_schemas import schemas
from knowledge_base.model.shape import shape
from knowledge_base.model.vocabulary import VOCABULARIES
from knowledge_base.reading import yaml_source
from knowledge_base.reading.file_kinds import VOCABULARIES as FILES
from knowledge_base.reading.findings import errors
from knowledge_base.reading.text_file import in_form_of
from knowledge_base.reading.validation import did_you_mean
from knowledge_base.wording.nouns import counted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb is told on the command line."""
    parser.epilog = (
        "For example: kb add-word country wales --label Wales --definition 'Wales.' The word comes "
        "after the others, or after the one that --after names. What the words of a vocabulary "
        "must say besides is given by --set."
    )
    parser.add_argument("vocabulary", choices=sorted(VOCABULARIES), metavar="VOCABULARY")
    parser.add_argument("id", metavar="ID", help="lower-case words joined by hyphens")
    parser.add_argument("--label", required=True, help="how pages name it")
    parser.add_argument("--definition", required=True, help="what it means, in a sentence")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help="what else it must say, such as level=practice; may be given several times",
    )
    parser.add_argument("--after", metavar="WORD", help="the word behind which it comes")
    add_dry_run(parser)


def run(arguments: argparse.Namespace) -> int:
    """Add the word; return 1 if it would not pass the checks."""
    evidence = read_evidence(arguments)
    if evidence is None:
        return 1
    words = evidence.vocabulary(arguments.vocabulary)
    if arguments.id in words:
        arguments.error(f"'{arguments.id}' is in the vocabulary already")
    if arguments.after and arguments.after not in words:
        arguments.error(
            f"there is no word '{arguments.after}'. {did_you_mean(arguments.after, words)}"
        )
    path = f"evidence/vocabularies/{arguments.vocabulary}.yml"
    file = evidence.files[FILES.name][arguments.vocabulary]
    text = _with_word(file.text or "", arguments.after, written(arguments.id, _values(arguments)))
    as_written = in_form_of(arguments.root / path, text)
    change = ChangeSet(arguments.root, {path: as_written})
    if findings := errors(change.new_findings(evidence.as_of)):
        show(findings)
        fields = shape(VOCABULARIES[arguments.vocabulary].term).fields
        for finding in findings:
            if finding.rule == "missing-field":
                name = str(finding.location.trail[-1])
                print(f"Give it with --set {name}=VALUE. {fields[name].description}")
        print("Nothing was written.")
        return 1
    entry = replace(file, text=text, proof=None)
    vocabularies = {**evidence.files[FILES.name], arguments.vocabulary: entry}
    with_word = replace(evidence, files={**evidence.files, FILES.name: vocabularies})
    files = {path: as_written} | {
        f"{FOLDER}/{name}": schema
        for name, schema in schemas(with_word).items()
        if not _is(arguments.root / FOLDER / name, schema)
    }
    for name in files:
        print(name)
    if arguments.dry_run:
        print(f"{counted(len(files), 'file')} would be changed. Nothing was written.")
        return 0
    ChangeSet(arguments.root, files).make()
    print(f"{counted(len(files), 'file')} changed.")
    return 0


def _values(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return what the word says, as its file has it."""
    fields = shape(VOCABULARIES[arguments.vocabulary].term).fields
    values: dict[str, Any] = {"label": arguments.label, "definition": arguments.definition}
    for pair in arguments.set:
        name, separator, value = pair.partition("=")
        if not separator:
            arguments.error(f"'{pair}' is not FIELD=VALUE")
        if name not in fields:
            arguments.error(f"'{name}' is not a field of its words. {did_you_mean(name, fields)}")
        if fields[name].is_list:
            values[name] = [part.strip() for part in value.split(";")]
        else:
            values[name] = {"true": True, "false": False}.get(value, value)
    return values


def _with_word(text: str, after: str | None, word: str) -> str:
    """Return a vocabulary's text with a word, its comments and order as they were."""
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    document, _ = yaml_source.parse(text, "")
    starts = sorted(line for trail, (line, _) in document.keys.items() if len(trail) == 1)
    place = len(lines)
    if after:
        start = document.keys[(after,)][0]
        place = next((line - 1 for line in starts if line > start), place)
        while lines[place - 1].startswith("#"):  # a comment belongs to the word below it
            place -= 1
    return "".join([*lines[:place], word, *lines[place:]])


def _is(file: Any, text: str) -> bool:
    return bool(file.is_file() and file.read_text(encoding="utf-8") == text)

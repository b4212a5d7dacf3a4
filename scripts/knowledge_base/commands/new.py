"""`kb new`: write a draft record, from answers or options."""

import argparse
import shlex
import sys
from collections.abc import Mapping
from datetime import date
from typing import Any

from knowledge_base.clock import latest_today
from knowledge_base.commands.common import cannot_add, day, show
from knowledge_base.commands.interview import Interview, like_on_file
from knowledge_base.contributing.drafts import (
    ANSWERS_OF_STUDY,
    Draft,
    StudyDraft,
    drafts,
    findings_of,
    propose_id,
    questions,
)
from knowledge_base.loading import read
from knowledge_base.model.fields import FIELDS, NEW, field_at
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding
from knowledge_base.writing import write_together

OPTIONS = {field.name: field.options[0] for field in FIELDS if field.help}
"""The option for each answer."""
_NEXT = """\
Draft written:
{paths}

Next
  1. Compare the claim with the source once more. Is it no stronger, and no wider?
  2. Run `make check`, and look at the record with `make serve`.
  3. Send all of it in one pull request. CONTRIBUTING.md explains how, step by step.
A draft does not count until a second person has compared it with the source."""
_NO_STUDY = """\
No study on file names '{source}' as its source. Add one with --study-name and --study-summary. If
the same research is on file from another source, add '{source}' to the `sources` of that study in
evidence/studies/."""
_NO_SOURCE = """\
There is no file evidence/sources/{source}.bib. Write it first. For example:

@article{{{source},
  author = {{Cobb, F. and {{Association of Choirs}}}},
  title = {{Talking of the course}},
  journal = {{Journal of Invented Practice}},
  year = {{2018}},
  doi = {{10.1234/example.2018.100}},
}}

Or import it from Zotero or a similar program with `kb import FILE`."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb is told on the command line."""
    things = parser.add_subparsers(dest="thing", required=True, metavar="THING")
    record = things.add_parser(
        "record",
        help="an evidence record: one claim, from one source, about one component",
        epilog="In a terminal, kb asks for whatever the options leave out. "
        "The words that fields can hold are in evidence/vocabularies/.",
    )
    for field in FIELDS:
        if field.help:
            record.add_argument(
                *field.options,
                dest=field.name,
                action="append" if field.is_several else "store",
                metavar=(field.refers_to or "text").upper(),
                help=field.help,
            )
    record.add_argument("--id", help="its id and file name (default: made from source and claim)")
    record.add_argument(
        "--date",
        type=day,
        default=None,
        metavar="YYYY-MM-DD",
        help="the day it is added (default: today)",
    )
    record.set_defaults(run=run, error=record.error)


def run(arguments: argparse.Namespace) -> int:
    """Write a draft record; return 1 if it would not pass the checks."""
    evidence, _ = read(arguments.root, as_of=latest_today())
    if cannot_add(evidence):
        return 1
    answers: dict[str, Any] = {
        name: value for name in OPTIONS if (value := getattr(arguments, name)) is not None
    }
    answers["added"] = (arguments.date or date.today()).isoformat()
    if "study_name" in answers:
        answers.setdefault("study", NEW)
    if sys.stdin and sys.stdin.isatty():  # a closed one is None
        files = files_from_interview(evidence, answers, arguments.id)
    else:
        files = files_from_options(evidence, answers, arguments)
    if files is None:
        return 1
    write_together({arguments.root / path: text for path, text in files.items()})
    print(_NEXT.format(paths="\n".join(f"  {path}" for path in files)))
    return 0


def files_from_options(
    evidence: Evidence, answers: dict[str, Any], arguments: argparse.Namespace
) -> Mapping[str, str] | None:
    """Return the files that the options make; None, once that was said, if they would not pass."""
    if answers.get("study") == NEW and "sample" in answers:
        answers.setdefault("study_sample", answers["sample"])
    source = answers.get("source")
    if lacking := [n for n, must in questions(evidence, answers) if must and not answers.get(n)]:
        message = f"also needed: {', '.join(OPTIONS[n] for n in lacking)}"
        reporting = (entry.value.sources for entry in evidence.studies.values())
        if source and source not in evidence.sources:
            message += f"\n{_NO_SOURCE.format(source=source)}"
        elif "study" in lacking and source and not any(source in of for of in reporting):
            message += f"\n{_NO_STUDY.format(source=source)}"
        arguments.error(message)
    new = drafts(evidence, arguments.id or proposed(evidence, answers), answers)
    if findings := findings_of(evidence, new):
        # The findings come last, where they stand above the next line that one types.
        for file in new:
            print(f"{file.path} would be:\n\n{file.text}")
        show(findings)
        if source not in evidence.sources:
            print(_NO_SOURCE.format(source=source))
        print("Nothing was written.")
        return None
    if new[-1].id in (evidence.known_ids("record") or ()):
        arguments.error(f"there is already a record '{new[-1].id}'; choose another id with --id")
    if like := like_on_file(evidence, answers):
        print(like)
    return {file.path: file.text for file in new}


def files_from_interview(
    evidence: Evidence, answers: dict[str, Any], record_id: str | None
) -> Mapping[str, str] | None:
    """Ask for what is needed, and return the files that it makes.

    Whoever stops is told how to go on later with what was answered.
    """
    interview = Interview(evidence, input)
    try:
        new = interviewed(interview, answers, record_id)
    except (KeyboardInterrupt, EOFError):
        for path, text in interview.files.items():
            print(f"\n\nTo keep the new source, write this into {path}:\n")
            print(text, end="")
        so_far = {name: value for name, value in {**interview.former, **answers}.items() if value}
        if words := _as_options(so_far):
            again = shlex.join(words)
            print(f"\n\nTo continue later, run:\n\n    .venv/bin/kb new record {again}")
        raise
    if new is None:
        return None
    return interview.files | {file.path: file.text for file in new}


def _as_options(answers: Mapping[str, Any]) -> list[str]:
    return [
        word
        for name, option in OPTIONS.items()
        if name in answers
        for value in (answers[name] if isinstance(answers[name], list) else [answers[name]])
        for word in (option, str(value))
    ]


def interviewed(
    interview: Interview, answers: dict[str, Any], record_id: str | None
) -> list[Draft] | None:
    """Ask for what is needed, and again for what the checks find fault with, until it passes.

    Returns None if they find fault with something that isn't asked.
    """
    print("A new evidence record. Press Ctrl-C to stop; nothing is written until the end.")
    while True:
        interview.complete(answers)
        evidence = interview.evidence
        if record_id is None:
            record_id = interview.confirm_id(proposed(evidence, answers))
        if record_id in (evidence.known_ids("record") or ()):
            print(f"\nThere is already a record '{record_id}'.")
            record_id = None
            continue
        new = drafts(evidence, record_id, answers)
        findings = findings_of(evidence, new)
        if not findings:
            return new
        print("\nThis would not pass the checks:")
        show(findings)
        faulty = {_question(new, finding) for finding in findings}
        if "id" in faulty:
            record_id = None
        again = {name for field in faulty for name in _ASKED_TOGETHER.get(field, (field,))}
        again &= {field.name for field in FIELDS if field.question}
        if "id" not in faulty and not again & answers.keys():
            return None
        interview.again(again, answers)


_ASKED_TOGETHER = {
    "cited_through": ("cited_through", "cited_through_location"),
    "how_read": ("how_read", "cited_through", "cited_through_location"),
    "read_at": ("read_at", "read_on", "copy_read", "page_date"),
    "study_type": ("study_type", "study"),
}


def _question(new: list[Draft], finding: Finding) -> str:
    """Return the answer that a finding is about."""
    for file in new:
        if file.path == finding.location.path:
            if isinstance(file, StudyDraft):
                return ANSWERS_OF_STUDY.get(finding.field, finding.field)
            if finding.rule in ("id-form", "misplaced-file"):
                return "id"
            return field_at(finding.location.trail)
    return ""


def proposed(evidence: Evidence, answers: dict[str, Any]) -> str:
    """Return an id that fits the answers and isn't taken."""
    source = evidence.sources.get(answers["source"])
    return propose_id(source, answers["claim"], evidence.known_ids("record") or ())

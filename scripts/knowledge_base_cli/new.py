"""`kb new record`: a draft record, by questions or by options."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import Any

from knowledge_base.evidence import Evidence
from knowledge_base.findings import Finding
from knowledge_base.load import read
from knowledge_base.scaffold import Draft, draft, field_at, findings_of, propose_id, wanted
from knowledge_base_cli.common import Commands, day, show, without_words
from knowledge_base_cli.files import write_together
from knowledge_base_cli.interview import Interview

OPTIONS = {
    "component": "--component",
    "claim": "--claim",
    "kind": "--kind",
    "outcomes": "--outcome",
    "factor": "--factor",
    "direction": "--direction",
    "source": "--source",
    "study": "--study",
    "study_type": "--study-type",
    "setting": "--setting",
    "countries": "--country",
    "sample": "--sample",
    "how_read": "--how-read",
    "through": "--cited-through",
    "through_location": "--through-location",
    "location": "--location",
    "note": "--note",
}
"""The option for each answer."""
_HELP = {
    "component": "the part of the model, such as 'training'",
    "claim": "what the source says, in one plain sentence",
    "kind": "what kind of statement that is, such as 'perception'",
    "outcomes": "what may change; may be given several times",
    "factor": "what helps or hinders",
    "direction": "which way the finding points",
    "source": "the key in evidence/sources.bib",
    "study": "the study behind it, by its id",
    "study_type": "the kind of research or document",
    "setting": "the field of practice",
    "countries": "where; may be given several times",
    "sample": "who or what was studied, or 'not_reported'",
    "how_read": "'in-source' or 'cited-through'",
    "through": "the key of the document that was read instead of the source",
    "through_location": "where in that document the claim stands",
    "location": "where in the source the claim stands",
    "note": "what else a reader must know",
}
_NEXT = """\
Written as a draft: {path}

Next
  1. Read the claim beside the source once more: no stronger, and no wider.
  2. `make check` checks it among all the others, `make serve` shows it.
  3. Send it: CONTRIBUTING.md says how, step by step.
A draft counts nowhere until a second person has compared it with the source."""


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = commands.add_parser("new", help="write a draft record, by questions or options")
    things = parser.add_subparsers(dest="thing", required=True, metavar="THING")
    record = things.add_parser(
        "record",
        help="an evidence record: one claim, from one source, about one component",
        epilog="At a terminal, what is not given is asked for. "
        "The words are in evidence/vocabularies/.",
    )
    for name, option in OPTIONS.items():
        record.add_argument(
            option,
            dest=name,
            action="append" if name in ("outcomes", "countries") else "store",
            metavar="WORD" if name not in ("claim", "note", "sample") else "TEXT",
            help=_HELP[name],
        )
    record.add_argument(
        "--responds-to",
        dest="responds_to",
        action="append",
        metavar="RECORD",
        help="a barrier that this record says how to meet, by its id",
    )
    record.add_argument("--id", help="the file's name; proposed from source and claim if not given")
    record.add_argument(
        "--date", type=day, default=None, metavar="YYYY-MM-DD", help="the day it is added (today)"
    )
    record.set_defaults(run=run, error=record.error)


def run(arguments: argparse.Namespace) -> int:
    """Write a draft record; return 1 if it would not pass the checks."""
    evidence, _ = read(arguments.root, as_of=date.today())
    if without_words(evidence):
        return 1
    names = (*OPTIONS, "responds_to")
    answers: dict[str, Any] = {
        name: value for name in names if (value := getattr(arguments, name)) is not None
    }
    answers["added"] = (arguments.date or evidence.as_of).isoformat()
    if sys.stdin.isatty():
        asked = interviewed(evidence, answers, arguments.id)
        if asked is None:
            return 1
        new = asked
    else:
        if lacking := [n for n, must in wanted(evidence, answers) if must and not answers.get(n)]:
            arguments.error(f"these are needed too: {', '.join(OPTIONS[n] for n in lacking)}")
        new = draft(arguments.id or proposed(evidence, answers), answers)
        if findings := findings_of(evidence, [new]):
            show(findings)
            print(f"Not written. It would have been:\n\n{new.text}", end="")
            return 1
        if new.id in (evidence.known("record") or ()):
            arguments.error(f"there is a record '{new.id}' already; name another with --id")
    write_together({arguments.root / new.path: new.text})
    print(_NEXT.format(path=new.path))
    return 0


def interviewed(evidence: Evidence, answers: dict[str, Any], record_id: str | None) -> Draft | None:
    """Ask for what is needed, and again for what the checks find fault with, until it passes.

    Returns None if they find fault with something that isn't asked.
    """
    interview = Interview(evidence, input)
    print("A new evidence record. Ctrl-C stops at any time, and leaves nothing behind.")
    while True:
        interview.complete(answers)
        if record_id is None:
            record_id = interview.confirm_id(proposed(evidence, answers))
        if record_id in (evidence.known("record") or ()):
            print(f"\nThere is a record '{record_id}' already.")
            record_id = None
            continue
        new = draft(record_id, answers)
        findings = findings_of(evidence, [new])
        if not findings:
            return new
        print("\nThis would not pass:")
        show(findings)
        faulty = {_question(new, finding) for finding in findings}
        if "id" in faulty:
            record_id = None
        again = {name for field in faulty for name in _ASKED_TOGETHER.get(field, (field,))}
        if "id" not in faulty and not again & answers.keys() & OPTIONS.keys():
            return None
        for name in again & OPTIONS.keys():
            answers.pop(name, None)


_ASKED_TOGETHER = {
    "cited_through": ("through", "through_location"),
    "how_read": ("how_read", "through", "through_location"),
    "study_type": ("study_type", "study"),
}


def _question(new: Draft, finding: Finding) -> str:
    """Return the answer that a finding is about."""
    if finding.rule in ("id-form", "misplaced-file"):
        return "id"
    return field_at(new.document, finding.location.line)


def proposed(evidence: Evidence, answers: dict[str, Any]) -> str:
    """Return an id that fits the answers and isn't taken."""
    source = evidence.sources.get(answers["source"])
    return propose_id(source, answers["claim"], evidence.known("record") or ())

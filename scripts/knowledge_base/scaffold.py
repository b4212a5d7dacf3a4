"""Draft records: what must be said of a claim, the file that says it, and what is wrong with it."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from knowledge_base import validation, yaml_source
from knowledge_base.checks import run_checks
from knowledge_base.evidence import RECORDS, Entry, Evidence
from knowledge_base.findings import Finding
from knowledge_base.model.base import NOT_APPLICABLE, NOT_REPORTED
from knowledge_base.model.record import Record
from knowledge_base.model.source import Source
from knowledge_base.model.vocabulary import ClaimKindTerm, StudyTypeTerm
from knowledge_base.yaml_source import Document

Answers = Mapping[str, Any]
"""What is known of a claim: the fields of a record, and `through` and `through_location` for the
document that it is cited through."""

MODELINE = "# yaml-language-server: $schema=../../../scripts/schemas/record.schema.json\n"
"""Lets any editor with the YAML language server complete and check a record as one types."""

_WIDTH = 96
_PROSE = ("claim", "note")
"""Fields that always stand on lines of their own."""


@dataclass(frozen=True)
class Draft:
    """A record that isn't there yet."""

    id: str
    fields: Mapping[str, Any]
    """What its file says, in the file's order."""

    @property
    def key(self) -> str:
        """The component's folder and the id."""
        return f"{self.fields.get('component')}/{self.id}"

    @property
    def path(self) -> str:
        """The place of its file."""
        return f"evidence/records/{self.key}.yml"

    @cached_property
    def text(self) -> str:
        """The content of its file."""
        return MODELINE + "".join(_written(key, value) for key, value in self.fields.items())

    @cached_property
    def document(self) -> Document:
        """Its file as read back, and so where each field will stand."""
        return yaml_source.parse(self.text, self.path)[0]


def draft(record_id: str, answers: Answers) -> Draft:
    """Return the draft that the answers make, with what follows from them filled in."""
    fields = {name: answers.get(name) for name in Record.model_fields}
    if through := {
        key: answers[name]
        for key, name in (("source", "through"), ("location", "through_location"))
        if answers.get(name)
    }:
        fields["cited_through"] = through
        fields["how_read"] = fields["how_read"] or "cited-through"
        fields["location"] = fields["location"] or NOT_REPORTED
    fields["direction"] = fields["direction"] or NOT_APPLICABLE
    fields["status"] = "draft"
    return Draft(record_id, {name: value for name, value in fields.items() if value})


def wanted(evidence: Evidence, answers: Answers) -> Iterator[tuple[str, bool]]:
    """Yield what is still to be said, in the order of asking, and whether it must be said."""
    kind = evidence.vocabulary("claim-kind").get(answers.get("kind", ""))
    study_type = evidence.vocabulary("study-type").get(answers.get("study_type", ""))
    for name in ("component", "claim", "kind"):
        yield name, True
    if isinstance(kind, ClaimKindTerm):
        for name, presence in (("outcomes", kind.outcomes), ("factor", kind.factor)):
            if presence != "none":
                yield name, presence == "required"
        if kind.direction == "required":
            yield "direction", True
    yield "source", True
    research = study_type.research if isinstance(study_type, StudyTypeTerm) else None
    if study_type is None or research != "none":
        yield "study", research in ("primary", "secondary")
    for name in ("study_type", "setting", "countries", "sample"):
        yield name, True
    cited = answers.get("through") or answers.get("through_location")
    if not cited:
        yield "how_read", True
    if cited or answers.get("how_read") == "cited-through":
        yield "through", True
        yield "through_location", True
    elif answers.get("how_read"):
        yield "location", True
    yield "note", False


def findings_of(evidence: Evidence, drafts: Iterable[Draft]) -> list[Finding]:
    """Return what all checks would find in the drafts' files, were they among the others."""
    drafts = list(drafts)
    entries: dict[str, Entry[Any]] = {}
    findings: list[Finding] = []
    for new in drafts:
        _, problems = yaml_source.parse(new.text, new.path)
        content, mismatches = validation.validate(new.document, RECORDS.annotation)
        if content is not None:
            content.named(new.id)
        entries[new.key] = Entry(new.id, new.document, RECORDS.annotation, content)
        findings += [*problems, *mismatches]
    records = evidence.files.get(RECORDS.name, {}) | entries
    with_drafts = replace(evidence, files=evidence.files | {RECORDS.name: records})
    paths = {new.path for new in drafts}
    found = {f for f in run_checks(with_drafts) if f.location.path in paths or f.rule == "crash"}
    return sorted({*findings, *found})


_LITTLE_WORDS = frozenset(
    re.findall(
        "[a-z]+",
        "a about after all also an and any are as at be because been before between both but by "
        "can did do does each for from had has have how if in into is it its may might more "
        "most much no nor not of on one only or other over said say says should so some such "
        "than that the their them then there these they this those through to under very was "
        "were what when where which while who whom whose will with without would",
    )
)
_MOST_WORDS = 4
_LONGEST_ID = 80
_LONGEST_NAME = 24


def propose_id(source: Source | None, claim: str, taken: Collection[str]) -> str:
    """Return an id of source, year and telling words of the claim, that none of ``taken`` has."""
    name = _slug(source.authors[0]) if source and source.authors else ""
    if source and not 0 < len(name) <= _LONGEST_NAME:
        name = _slug(re.sub(r"(?<=.)([0-9].*|nd)\Z", "", source.key))
    year = str(source.year or "nd") if source else ""
    words = [word for word in _slug(claim).split("-") if word and word not in _LITTLE_WORDS]
    proposal = "-".join(filter(None, (name, year, *words[:_MOST_WORDS])))
    proposal = proposal[: _LONGEST_ID - 3].strip("-") or "record"
    number, result = 1, proposal
    while result in taken:
        number += 1
        result = f"{proposal}-{number}"
    return result


def _slug(text: str) -> str:
    # Marks are taken off letters; apostrophes join, everything else parts.
    letters = unicodedata.normalize("NFKD", re.sub("['’]", "", text.lower()))
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    return "-".join(re.findall("[a-z0-9]+", plain))


def _written(key: str, value: Any, indent: str = "") -> str:
    """Return a key with its value as people write it here: short on the line, long folded."""
    if isinstance(value, Mapping):
        inner = "".join(_written(name, item, f"{indent}  ") for name, item in value.items())
        return f"{indent}{key}:\n{inner}"
    if isinstance(value, list | tuple):
        return f"{indent}{key}: [{', '.join(_scalar(str(item), '[{}]') for item in value)}]\n"
    text = " ".join(str(value).split())
    line = f"{indent}{key}: {_scalar(text, '{}')}\n"
    if key not in _PROSE and len(line) <= _WIDTH:
        return line
    folded = textwrap.fill(
        text,
        _WIDTH,
        initial_indent=f"{indent}  ",
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return f"{indent}{key}: >-\n{folded}\n"


def _scalar(text: str, around: str) -> str:
    """Return the text as YAML, in quotes only where it would be read as something else."""
    document, _ = yaml_source.parse(f"key: {around.format(text)}\n", "")
    plain = {"key": text} if around == "{}" else {"key": [text]}
    if document.value == plain:
        return text
    return "'" + text.replace("'", "''") + "'"


def field_at(document: Document, line: int) -> str:
    """Return the field of a record's file that stands on the line."""
    fields = {place[0]: str(trail[0]) for trail, place in document.keys.items() if len(trail) == 1}
    before = [start for start in fields if start <= line]
    return fields[max(before)] if before else ""

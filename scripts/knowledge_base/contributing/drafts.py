"""Draft records: what must be said of a claim, the files that say it, and what is wrong with them.

A claim whose study isn't on file yet makes two files, the record and its study.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, ClassVar

from knowledge_base.checks import run_checks
from knowledge_base.model.base import NOT_APPLICABLE, NOT_REPORTED
from knowledge_base.model.record import Record
from knowledge_base.model.source import Source
from knowledge_base.model.study import Study
from knowledge_base.model.vocabulary import ClaimKindTerm, StudyTypeTerm
from knowledge_base.reading import ids, validation, yaml_source
from knowledge_base.reading.evidence import Evidence, EvidenceFile
from knowledge_base.reading.file_kinds import RECORDS, STUDIES, FileKind
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.yaml_source import Document

Answers = Mapping[str, Any]
"""What is known of a claim: the fields of a record, and `through` and `through_location` for the
document that it is cited through. Where `study` is `NEW`, `study_name`, `study_summary` and
`study_sample` describe a study that isn't on file yet."""

NEW = "new"
"""What is answered instead of a study's id where the study isn't on file yet."""

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
    family: ClassVar[FileKind] = RECORDS
    modeline: ClassVar[str] = MODELINE

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
        return self.modeline + "".join(_written(key, value) for key, value in self.fields.items())

    @cached_property
    def document(self) -> Document:
        """Its file as read back, and so where each field will stand."""
        return yaml_source.parse(self.text, self.path)[0]


@dataclass(frozen=True)
class StudyDraft(Draft):
    """A study that isn't there yet."""

    family: ClassVar[FileKind] = STUDIES
    modeline: ClassVar[str] = MODELINE.replace("../../../", "../../").replace("record", "study")

    @property
    def key(self) -> str:
        """The id; studies have no folders."""
        return self.id

    @property
    def path(self) -> str:
        """The place of its file."""
        return f"evidence/studies/{self.id}.yml"


def drafts(evidence: Evidence, record_id: str, answers: Answers) -> list[Draft]:
    """Return the record that the answers make, and before it its study if that is a new one."""
    if answers.get("study") != NEW:
        return [draft(record_id, answers)]
    name = answers.get("study_name") or ""
    # A study with the id `NEW` could never be named as the one behind another record.
    taken = {NEW, *(evidence.known("study") or ())}
    study_id = _free(ids.slug(name)[:_LONGEST_PROPOSAL].strip("-") or "study", taken)
    fields = {
        "name": name,
        "sources": [answers["source"]] if answers.get("source") else [],
        "design": answers.get("study_type"),
        "setting": answers.get("setting"),
        "countries": answers.get("countries"),
        "sample": answers.get("study_sample") or answers.get("sample"),
        "summary": answers.get("study_summary"),
    }
    in_order = {n: fields[n] for n in Study.model_fields if fields.get(n)}
    return [StudyDraft(study_id, in_order), draft(record_id, {**answers, "study": study_id})]


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
    yield "study_type", True
    research = study_type.research if isinstance(study_type, StudyTypeTerm) else None
    if research != "none":
        yield "study", research in ("primary", "secondary")
    if answers.get("study") == NEW:
        yield "study_name", True
        yield "study_summary", True
    for name in ("setting", "countries", "sample"):
        yield name, True
    if answers.get("study") == NEW:
        yield "study_sample", True
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
    files = dict(evidence.files)
    findings: list[Finding] = []
    for new in drafts:
        _, problems = yaml_source.parse(new.text, new.path)
        content, mismatches = validation.validate(new.document, new.family.annotation)
        if content is not None:
            content.named(new.id)
        entry = EvidenceFile(new.id, new.document, new.family.annotation, content)
        files[new.family.name] = files.get(new.family.name, {}) | {new.key: entry}
        findings += [*problems, *mismatches]
    with_drafts = replace(evidence, files=files)
    paths = {new.path for new in drafts}
    found = {f for f in run_checks(with_drafts) if f.location.path in paths or f.rule == "crash"}
    return sorted({*findings, *found})


_STAND_INS = {
    "component": "unknown",
    "kind": "unknown",
    "source": "unknown",
    "study_type": "unknown",
    "setting": NOT_REPORTED,
    "countries": [NOT_REPORTED],
    "sample": NOT_REPORTED,
    "how_read": "in-source",
    "location": NOT_REPORTED,
    "added": "2000-01-01",
}
"""What stands for answers not given yet, so that those that are can be checked."""


def findings_of_claim(evidence: Evidence, answers: Answers) -> list[Finding]:
    """Return what is wrong with the claim, as far as the answers given so far tell."""
    given = {name: value for name, value in answers.items() if value}
    new = draft("unnamed", {**_STAND_INS, **given})
    return [
        finding
        for finding in findings_of(evidence, [new])
        if field_at(new.document, finding.location.line) == "claim"
    ]


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
_LONGEST_PROPOSAL = ids.LONGEST - len("-99")


def propose_id(source: Source | None, claim: str, taken: Collection[str]) -> str:
    """Return an id of source, year and telling words of the claim, that none of ``taken`` has."""
    name = ids.slug(source.authors[0]) if source and source.authors else ""
    if source and not 0 < len(name) <= ids.LONGEST_NAME:
        name = ids.slug(re.sub(r"(?<=.)([0-9].*|nd)\Z", "", source.key))
    year = str(source.year or "nd") if source else ""
    words = [word for word in ids.slug(claim).split("-") if word and word not in _LITTLE_WORDS]
    proposal = "-".join(filter(None, (name, year, *words[:_MOST_WORDS])))
    proposal = proposal[:_LONGEST_PROPOSAL].strip("-") or "record"
    return _free(proposal, taken)


def _free(proposal: str, taken: Collection[str]) -> str:
    """Return the id, with a number behind it if ``taken`` has it already."""
    number, result = 1, proposal
    while result in taken:
        number += 1
        result = f"{proposal}-{number}"
    return result


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

"""Draft records: what must be said of a claim, the files that say it, and what is wrong with them.

A claim whose study isn't on file yet makes two files, the record and its study.
"""

import json
import re
import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, ClassVar

from knowledge_base.checks import run_checks
from knowledge_base.model.base import NOT_APPLICABLE, NOT_REPORTED
from knowledge_base.model.fields import FIELDS, NEW, RECORD_FIELDS, field_at
from knowledge_base.model.source import Source
from knowledge_base.model.study import Study
from knowledge_base.model.vocabulary import ClaimKindTerm, StudyTypeTerm
from knowledge_base.reading import ids, yaml_source
from knowledge_base.reading.evidence import Evidence, EvidenceFile
from knowledge_base.reading.file_kinds import RECORDS, REPORT, STUDIES, FileKind
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.yaml_source import Document

Answers = Mapping[str, Any]
"""What is known of a claim, by the names of the register of fields. Where `study` is `NEW`,
`study_name`, `study_summary` and `study_sample` describe a study that isn't on file yet."""

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
        return self.modeline + "".join(written(key, value) for key, value in self.fields.items())

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
    in_use = {NEW, *(evidence.known_ids("study") or ())}
    study_id = _free(ids.slug(name)[:_LONGEST_PROPOSAL].strip("-") or "study", in_use)
    record = {**answers, "sources": answers.get("source") and [answers["source"]]}
    record["study_sample"] = answers.get("study_sample") or answers.get("sample")
    fields = {
        name: value
        for name in Study.model_fields
        if (value := record.get(ANSWERS_OF_STUDY.get(name, name)))
    }
    return [StudyDraft(study_id, fields), draft(record_id, {**answers, "study": study_id})]


ANSWERS_OF_STUDY = {
    "name": "study_name",
    "design": "study_type",
    "sample": "study_sample",
    "summary": "study_summary",
}
"""The answer behind each field of a new study, where it has another name."""


def draft(record_id: str, answers: Answers) -> Draft:
    """Return the draft that the answers make, with what follows from them filled in."""
    given = {name: value for name, value in answers.items() if value}
    if _is_cited(given):
        given = {"how_read": CITED_THROUGH, "location": NOT_REPORTED} | given
    given = {"direction": NOT_APPLICABLE} | given | {"status": "draft"}
    content: dict[str, Any] = {}
    for field in RECORD_FIELDS:
        if field.name in given:
            *outer, last = field.steps
            place = content
            for step in outer:
                place = place.setdefault(step, {})
            place[last] = given[field.name]
    return Draft(record_id, content)


FILLED_IN = frozenset({"direction", "location", "how_read", "added", "status"})
"""Fields that every record has, and that needn't be answered: they follow, or must be asked."""
IN_SOURCE = "in-source"
"""How a claim was read whose source was read as a whole."""
CITED_THROUGH = "cited-through"
"""How a claim was read whose source was not."""


def _is_cited(answers: Answers) -> bool:
    return bool(answers.get("cited_through") or answers.get("cited_through_location"))


def questions(evidence: Evidence, answers: Answers) -> Iterator[tuple[str, bool]]:
    """Yield what is still to be said, in the order of asking, and whether it must be said."""
    depending = _depending(evidence, answers)
    for field in FIELDS:
        otherwise = "required" if field.is_required else "optional"
        presence = depending.get(field.name, otherwise) if field.question else "none"
        if presence != "none":
            yield field.name, presence == "required"


def _depending(evidence: Evidence, answers: Answers) -> dict[str, str]:
    """Return whether there is an answer to give, for each question where others decide that."""
    kind = evidence.vocabulary("claim-kind").get(answers.get("kind", ""))
    study_type = evidence.vocabulary("study-type").get(answers.get("study_type", ""))
    research = study_type.research if isinstance(study_type, StudyTypeTerm) else "unknown"

    def required(condition: bool) -> str:
        return "required" if condition else "none"

    through = _is_cited(answers) or answers.get("how_read") == CITED_THROUGH
    read = bool(answers.get("how_read")) and not through
    noted = _how_reading_is_noted(evidence, answers) if read or through else "none"
    at_address = required(bool(answers.get("read_at")) or noted == "required")

    return {
        name: getattr(kind, name) if isinstance(kind, ClaimKindTerm) else "none"
        for name in ("outcomes", "factor", "direction")
    } | {
        "study": {"none": "none", "unknown": "optional"}.get(research, "required"),
        "study_name": required(answers.get("study") == NEW),
        "study_summary": required(answers.get("study") == NEW),
        "study_sample": required(answers.get("study") == NEW),
        "how_read": required(not _is_cited(answers)),
        "cited_through": required(through),
        "cited_through_location": required(through),
        "location": required(read),
        "read_at": noted,
        "read_on": at_address if noted != "none" else "none",
        "copy_read": at_address if noted != "none" else "none",
        "page_date": "optional" if noted != "none" and answers.get("read_at") else "none",
        "support": noted,
    }


def _how_reading_is_noted(evidence: Evidence, answers: Answers) -> str:
    """Return whether a reader must say what was before them; only of the report they needn't."""
    reports = [entry.value.source for entry in evidence.entries(REPORT)]
    if _is_cited(answers) or answers.get("how_read") == CITED_THROUGH:
        return "none" if answers.get("cited_through") in (None, *reports) else "required"
    is_whole = answers.get("how_read") == IN_SOURCE
    return "optional" if is_whole and answers.get("source") in reports else "required"


def findings_of(evidence: Evidence, drafts: Iterable[Draft]) -> list[Finding]:
    """Return what all checks would find in the drafts' files, were they among the others."""
    drafts = list(drafts)
    files = dict(evidence.files)
    findings: list[Finding] = []
    for new in drafts:
        entry: EvidenceFile[Any] = EvidenceFile(new.id, new.path, new.family.annotation, new.text)
        files[new.family.name] = files.get(new.family.name, {}) | {new.key: entry}
        findings += entry.findings
    with_drafts = replace(evidence, files=files)
    paths = {new.path for new in drafts}
    broken = {f for f in run_checks(with_drafts) if f.location.path in paths or f.rule == "crash"}
    return sorted({*findings, *broken})


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


def findings_of_answer(evidence: Evidence, name: str, answers: Answers) -> list[Finding]:
    """Return what is wrong with one answer, as far as those given so far tell."""
    given = {name: value for name, value in answers.items() if value}
    new = draft("unnamed", {**_STAND_INS, **given})
    findings = findings_of(evidence, [new])
    return [finding for finding in findings if field_at(finding.location.trail) == name]


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


def propose_id(source: Source | None, claim: str, in_use: Collection[str]) -> str:
    """Return an id of source, year and telling words of the claim, that none of ``taken`` has."""
    name = ids.slug(source.authors[0]) if source and source.authors else ""
    if source and not 0 < len(name) <= ids.LONGEST_NAME:
        name = ids.slug(re.sub(r"(?<=.)([0-9].*|nd)\Z", "", source.key))
    year = str(source.year or "nd") if source else ""
    words = [word for word in ids.slug(claim).split("-") if word and word not in _LITTLE_WORDS]
    proposal = "-".join(filter(None, (name, year, *words[:_MOST_WORDS])))
    proposal = proposal[:_LONGEST_PROPOSAL].strip("-") or "record"
    return _free(proposal, in_use)


def _free(proposal: str, in_use: Collection[str]) -> str:
    """Return the id, with a number behind it if ``taken`` has it already."""
    number, result = 1, proposal
    while result in in_use:
        number += 1
        result = f"{proposal}-{number}"
    return result


def written(key: str, value: Any, indent: str = "") -> str:
    """Return a key with its value as people write it here: short on the line, long folded."""
    if isinstance(value, Mapping):
        inner = "".join(written(name, item, f"{indent}  ") for name, item in value.items())
        return f"{indent}{key}:\n{inner}"
    if isinstance(value, list | tuple) and any(isinstance(item, Mapping) for item in value):
        items = "".join(_item(item, indent) for item in value)
        return f"{indent}{key}:\n{items}"
    if isinstance(value, bool | int | float):
        return f"{indent}{key}: {json.dumps(value)}\n"
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


def _item(item: Mapping[str, Any], indent: str) -> str:
    """Return an item of a list that holds keys with values."""
    lines = "".join(written(name, value, f"{indent}    ") for name, value in item.items())
    return f"{indent}  - {lines[len(indent) + 4 :]}"


def _scalar(text: str, around: str) -> str:
    """Return the text as YAML, in quotes only where it would be read as something else."""
    document, _ = yaml_source.parse(f"key: {around.format(text)}\n", "")
    plain = {"key": text} if around == "{}" else {"key": [text]}
    if document.value == plain:
        return text
    return "'" + text.replace("'", "''") + "'"

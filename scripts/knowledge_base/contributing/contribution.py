"""A contribution, as the page Add evidence hands it over: one file → changes to the evidence.

It holds a reference as it was pasted, new studies and records, and new values for fields of records
that are on file. `new` in the place of a source's key means the reference.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import Field

from knowledge_base.contributing.change_set import ChangeSet
from knowledge_base.contributing.drafts import Draft, StudyDraft, propose_id, written
from knowledge_base.contributing.file_edits import EditError, text_of, with_end
from knowledge_base.contributing.likeness import like_study
from knowledge_base.contributing.record_changes import Change, changed_files, entry_of, value_of
from knowledge_base.contributing.references import merge
from knowledge_base.contributing.references.formats import FORMATS, UNKNOWN, recognised
from knowledge_base.model.base import Id, Line, Model, Text
from knowledge_base.model.context import Person
from knowledge_base.model.fields import NEW
from knowledge_base.model.record import Record
from knowledge_base.model.source import Source
from knowledge_base.model.study import Study
from knowledge_base.reading import bibliography, validation, yaml_source
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import EVIDENCE_FOLDER, PEOPLE
from knowledge_base.reading.findings import Finding, errors
from knowledge_base.reading.rules import IMPORT_FILE as RULE
from knowledge_base.reading.text_file import in_form_of
from knowledge_base.reading.validation import did_you_mean
from knowledge_base.reading.yaml_source import Document


class Contribution(Model):
    """What a file with a contribution holds."""

    contribution: Literal[1]
    """The version of this form of file."""
    by: Line | None = None
    """Who sends it, if they say so."""
    note: Text | None = None
    """What they tell the reviewer."""
    reference: Text | None = None
    """The new source, as it was pasted: BibTeX, RIS, CSL-JSON and the like."""
    people: dict[Id, Person] = Field(default_factory=dict)
    """People who judged a finding and are not on file, by id."""
    studies: dict[Id, Study] = Field(default_factory=dict)
    """New studies, by id."""
    records: dict[Id, Record] = Field(default_factory=dict)
    """New records, by id."""
    changes: dict[Id, dict[str, Any]] = Field(default_factory=dict)
    """New values of fields of records that are on file, by the record's id; null removes a field.
    """


@dataclass(frozen=True)
class Contributed:
    """What comes of a contribution: the files that change, or findings that say why none may."""

    change_set: ChangeSet
    lines: tuple[str, ...] = ()
    """What is added or changed, a line each."""
    findings: tuple[Finding, ...] = ()


def recognise(text: str) -> bool:
    """Whether a text is a contribution."""
    return re.search("^contribution: *[0-9]+ *$", text, re.MULTILINE) is not None


def contributed(change_set: ChangeSet, evidence: Evidence, text: str, path: str) -> Contributed:
    """Return what the contribution in a text would change; ``change_set`` holds no change yet."""
    document, findings = yaml_source.parse(text, path)
    if document.value is None:
        return Contributed(change_set, findings=tuple(findings))
    content, problems = validation.validate(document, Contribution)
    if content is None or findings:
        return Contributed(change_set, findings=tuple(sorted({*findings, *problems})))
    return _Assembly(change_set, evidence, document).contributed()


_WITH_YEAR = re.compile(r"-(?:\d{4}|nd)[a-z]?-")
"""What an id has that names its source."""


class _Assembly:
    """The parts of one contribution, put together."""

    def __init__(self, change_set: ChangeSet, evidence: Evidence, document: Document) -> None:
        self.change_set = change_set
        self.evidence = evidence
        self.document = document
        self.given: Mapping[str, Any] = document.value
        self.places: dict[str, tuple[str, ...]] = {}
        """Where in the contribution each file comes from."""
        self.lines: list[str] = []
        self.key = NEW
        """The key of the reference."""
        self.source: Source | None = None
        """The document that the reference is of."""

    def contributed(self) -> Contributed:
        """Return what it changes, or everything that is wrong with it."""
        files: dict[str, str | None] = {}
        if findings := [*self._add_reference(files), *self._of_unknown_records()]:
            return replace(self._result(), findings=tuple(findings))
        names = {study: entry.value.name for study, entry in self.evidence.studies.items()}
        for new in self._drafts():
            if (self.change_set.root / new.path).exists():
                return self._refused(
                    new.path, f"{new.path} is there already.", "Choose another id."
                )
            files[new.path] = new.text
            self.lines.append(new.path)
            if isinstance(new, StudyDraft):
                name = new.fields["name"]
                if like := like_study(name, names):
                    self.lines.append(f"{new.path}: {like}")
                names[new.id] = name
        new_files = tuple(files)
        try:
            self._add_people(files)
            files |= changed_files(self.change_set.root, self.evidence, self._changes())
        except EditError as error:
            return self._refused("", str(error), "Change it in its file.")
        self.change_set = replace(self.change_set, files=files, new=new_files)
        findings = errors(self.change_set.new_findings(self.evidence.as_of))
        return replace(self._result(), findings=tuple(sorted(map(self._in_here, findings))))

    def _result(self) -> Contributed:
        return Contributed(self.change_set, tuple(self.lines))

    def _refused(self, path: str, message: str, hint: str) -> Contributed:
        place = self.document.at_key(self.places.get(path, ()))
        return replace(self._result(), findings=(Finding(place, RULE, message, hint),))

    def _add_reference(self, files: dict[str, str | None]) -> Iterator[Finding]:
        """Add the file of the reference; yield what is wrong with it."""
        text = self.given.get("reference")
        place = self.document.at(("reference",))
        if text is None:
            return
        form = recognised(text)
        if form is None:
            yield Finding(place, RULE, *UNKNOWN)
            return
        # Its lines are then those of this file.
        reading = FORMATS[form].read("\n" * place.line + text, self.document.path)
        result = merge.merge(self.evidence, reading.references, self.document.path)
        yield from (piece.finding for piece in reading.broken)
        yield from result.findings
        self.lines += [f"{key}: {name}" for key, name in result.added.items()]
        self.lines += [f"Line {line}: {remark}" for line, remark in result.remarks]
        self.lines += [f"Left out, line {line}: {reason}" for line, reason in result.skipped]
        if len(result.keys) == 1:
            self.key = result.keys[0]
        elif NEW in repr((self.given.get("records"), self.given.get("studies"))):
            yield Finding(
                place,
                RULE,
                f"'{NEW}' means the reference, but there is not one reference here.",
                "Paste one reference, and import the others by themselves.",
            )
        read = (bibliography.parse(text, path)[0] for path, text in result.files.items())
        self.source = self.evidence.sources.get(self.key)
        for sources in read:
            self.source = sources.get(self.key, self.source)
        files.update(result.files)
        self.places.update(dict.fromkeys(result.files, ("reference",)))

    def _add_people(self, files: dict[str, str | None]) -> None:
        if people := self.given.get("people"):
            path = f"{EVIDENCE_FOLDER}/{PEOPLE.pattern}"
            entries = "".join(written(person, values) for person, values in people.items())
            text = with_end(text_of(self.evidence, PEOPLE), entries)
            files[path] = in_form_of(self.change_set.root / path, text)
            self.places[path] = ("people",)
            self.lines += [f"{person}: {values['name']}" for person, values in people.items()]

    def _of_unknown_records(self) -> Iterator[Finding]:
        ids = self.evidence.known_ids("record") or set()
        for record_id in self.given.get("changes", {}):
            if record_id not in ids:
                yield Finding(
                    self.document.at_key(("changes", record_id)),
                    RULE,
                    f"there is no record '{record_id}' to change.",
                    did_you_mean(record_id, ids),
                )

    def _drafts(self) -> Iterator[Draft]:
        taken = set(self.evidence.known_ids("record") or ())
        for kind, model, make in (("studies", Study, StudyDraft), ("records", Record, Draft)):
            for given_id, given in self.given.get(kind, {}).items():
                new_id = given_id
                is_of_reference = model is Record and given.get("source") == NEW
                if is_of_reference and not _WITH_YEAR.search(given_id):
                    # The form does not read the reference, so its author and year come in here.
                    words = given_id.replace("-", " ")
                    new_id = propose_id(self.source, words, taken)
                taken.add(new_id)
                values = {"status": "draft"} if model is Record else {}
                values = {**self._with_key(given), **values}
                in_order = {name: values[name] for name in model.model_fields if name in values}
                new = make(new_id, in_order)
                self.places[new.path] = (kind, given_id)
                yield new

    def _with_key(self, value: Any) -> Any:
        """Return a value in which the reference's key stands for `new`."""
        if isinstance(value, dict):
            return {
                name: self._key_for(part) if name in ("source", "sources") else self._with_key(part)
                for name, part in value.items()
            }
        return value

    def _key_for(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._key_for(item) for item in value]
        return self.key if value == NEW else value

    def _changes(self) -> Iterator[Change]:
        for record_id, fields in self.given.get("changes", {}).items():
            entry = entry_of(self.evidence, record_id)
            if entry is None:
                continue
            self.places[entry.document.path] = ("changes", record_id)
            for name, value in fields.items():
                change = Change(record_id, (name,), value_of(entry, name), self._with_key(value))
                self.lines.append(str(change))
                yield change

    def _in_here(self, finding: Finding) -> Finding:
        """Return a finding in a file that would change at the place that it comes from."""
        place = self.places.get(finding.location.path)
        if place is None:
            return finding
        trail = finding.location.trail if place[0] != "reference" else ()
        return replace(finding, location=self.document.at((*place, *trail)))

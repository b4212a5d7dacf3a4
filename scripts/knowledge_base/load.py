"""Read every evidence file once, check everything, and give the knowledge base or all findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from knowledge_base import bibliography, validation, yaml_source
from knowledge_base.checks import RULES, guarded, run_checks
from knowledge_base.evidence import (
    BIBLIOGRAPHY,
    BLUEPRINT,
    DISCREPANCIES,
    FAMILIES,
    GAPS,
    INSTRUMENTS,
    LOGIC_MODEL,
    POSTS,
    PROVIDERS,
    RECORDS,
    REPORT,
    STUDIES,
    VOCABULARIES,
    Entry,
    Evidence,
    Family,
    words_of,
)
from knowledge_base.findings import Finding, in_one_line
from knowledge_base.model.base import Entity
from knowledge_base.model.blueprint import Blueprint
from knowledge_base.model.clinician_post import ClinicianPost
from knowledge_base.model.gap import Discrepancy, Gap
from knowledge_base.model.instrument import Instrument
from knowledge_base.model.logic_model import LogicModel
from knowledge_base.model.provider import Provider
from knowledge_base.model.record import Record
from knowledge_base.model.report import Report
from knowledge_base.model.source import Source
from knowledge_base.model.study import Study
from knowledge_base.model.vocabulary import (
    VOCABULARIES as VOCABULARY_TYPES,
)
from knowledge_base.model.vocabulary import (
    ClaimKindTerm,
    ComponentTerm,
    FactorTerm,
    OutcomeTerm,
    SettingTerm,
    StudyTypeTerm,
    Term,
    Vocabulary,
)
from knowledge_base.nouns import counted
from knowledge_base.places import Location

EVIDENCE_FOLDER = "evidence"

TermT = TypeVar("TermT", bound=Term)


class EvidenceError(Exception):
    """The evidence files have errors; carries all findings."""

    def __init__(self, findings: list[Finding]) -> None:
        first = findings[0]
        super().__init__(
            f"{counted(len(findings), 'finding')} in the evidence files; the first: "
            f"{in_one_line(first)} "
            "Run 'kb check' to see all of them."
        )
        self.findings = findings


@dataclass(frozen=True)
class KnowledgeBase:
    """Everything in the evidence files, known to be right.

    What has a file of its own is sorted by id. What shares a file (vocabularies, posts, gaps,
    discrepancies) keeps the file's order, which is the order that pages show.
    """

    records: dict[str, Record]
    studies: dict[str, Study]
    sources: dict[str, Source]
    blueprint: dict[str, Blueprint]
    providers: dict[str, Provider]
    instruments: dict[str, Instrument]
    clinician_posts: dict[str, ClinicianPost]
    logic_model: LogicModel
    gaps: dict[str, Gap]
    discrepancies: dict[str, Discrepancy]
    report: Report
    vocabularies: dict[str, Vocabulary]

    def term(self, kind: str, term_id: str) -> Term:
        """Return a word of a vocabulary. Raises KeyError if there is none."""
        return self.vocabularies[kind][term_id]

    def label(self, kind: str, term_id: str) -> str:
        """Return how pages name a word of a vocabulary."""
        return self.term(kind, term_id).label

    @cached_property
    def components(self) -> dict[str, ComponentTerm]:
        """The components, in their order."""
        return _typed(self.vocabularies["component"], ComponentTerm)

    @cached_property
    def outcomes(self) -> dict[str, OutcomeTerm]:
        """The outcomes, in their order."""
        return _typed(self.vocabularies["outcome"], OutcomeTerm)

    @cached_property
    def claim_kinds(self) -> dict[str, ClaimKindTerm]:
        """The kinds of claim."""
        return _typed(self.vocabularies["claim-kind"], ClaimKindTerm)

    @cached_property
    def factors(self) -> dict[str, FactorTerm]:
        """What helps or hinders implementation."""
        return _typed(self.vocabularies["factor"], FactorTerm)

    @cached_property
    def study_types(self) -> dict[str, StudyTypeTerm]:
        """The types of study."""
        return _typed(self.vocabularies["study-type"], StudyTypeTerm)

    @cached_property
    def settings(self) -> dict[str, SettingTerm]:
        """The settings."""
        return _typed(self.vocabularies["setting"], SettingTerm)

    @cached_property
    def published(self) -> tuple[Record, ...]:
        """The records that count, by id."""
        return tuple(r for r in self.records.values() if r.status == "published")


def _typed(terms: Vocabulary, kind: type[TermT]) -> dict[str, TermT]:
    return {term_id: term for term_id, term in terms.items() if isinstance(term, kind)}


def find_root(start: Path) -> Path:
    """Return the nearest folder at or above ``start`` that holds the evidence.

    Raises FileNotFoundError if there is none.
    """
    for folder in (start, *start.parents):
        evidence = folder / EVIDENCE_FOLDER
        # Either will do, so that evidence that lacks the other is found, and found fault with.
        if (evidence / BIBLIOGRAPHY).is_file() or (evidence / VOCABULARIES.name).is_dir():
            return folder
    raise FileNotFoundError(f"no folder '{EVIDENCE_FOLDER}' at or above {start}")


def load(root: Path, *, as_of: date | None = None) -> KnowledgeBase:
    """Return the knowledge base of the project at ``root``.

    With ``as_of``, dates after that day are errors too. Raises EvidenceError, with every
    finding, if the evidence files have errors.
    """
    knowledge_base, findings = check(root, as_of=as_of or date.max)
    if knowledge_base is None:
        raise EvidenceError(findings)
    return knowledge_base


def check(root: Path, *, as_of: date) -> tuple[KnowledgeBase | None, list[Finding]]:
    """Return the knowledge base, or None if there are findings, and all findings, sorted."""
    evidence, findings = read(root, as_of=as_of)
    findings = sorted({*findings, *run_checks(evidence)})
    return (None if findings else _assemble(evidence)), findings


def read(root: Path, *, as_of: date) -> tuple[Evidence, list[Finding]]:
    """Read all evidence files; return what could be read, and what reading found."""
    evidence = Evidence(as_of=as_of, rule_ids=frozenset(RULES))
    findings: list[Finding] = []
    folder = root / EVIDENCE_FOLDER
    if not folder.is_dir():
        return evidence, [
            Finding(
                Location(EVIDENCE_FOLDER),
                "missing-field",
                "there is no folder 'evidence' here.",
                "Run the command inside the project, or name its folder with --root.",
            )
        ]
    for file in sorted(folder.rglob("*"), key=lambda f: f.relative_to(folder).parts):
        relative = PurePosixPath(file.relative_to(folder).as_posix())
        hidden = any(part.startswith(".") for part in relative.parts)
        if hidden or not (file.is_file() or file.is_symlink()):
            continue
        path = f"{EVIDENCE_FOLDER}/{relative}"
        family = next((f for f in FAMILIES if f.holds(relative)), None)
        if family is None and str(relative) != BIBLIOGRAPHY:
            findings.append(_stray(path))
            continue
        findings.extend(guarded(partial(_read_file, evidence, family, relative, file, path), path))
    if not (folder / BIBLIOGRAPHY).is_file():
        findings.append(_absent(BIBLIOGRAPHY))
    for family in FAMILIES:
        if family.is_one_file and family.name not in evidence.files:
            findings.append(_absent(family.pattern))
    for name in VOCABULARY_TYPES:
        if name not in evidence.files.get(VOCABULARIES.name, {}):
            findings.append(_absent(f"vocabularies/{name}.yml"))
    return evidence, findings


def _stray(path: str) -> Finding:
    hint = "Records lie in evidence/records/<component>/<id>.yml; see CONTRIBUTING.md."
    if path.endswith(".yaml"):
        hint = "Rename it: evidence files end in '.yml'."
    return Finding(
        Location(path), "misplaced-file", "no kind of evidence file lies at this place.", hint
    )


def _absent(pattern: str) -> Finding:
    return Finding(
        Location(f"{EVIDENCE_FOLDER}/{pattern}"),
        "missing-field",
        "this file is missing.",
        "Bring it back from the last version in which it was there.",
    )


def _read_file(
    evidence: Evidence, family: Family | None, relative: PurePosixPath, file: Path, path: str
) -> list[Finding]:
    if family is None:
        text, findings = yaml_source.read_text(file, path, yaml_source.MAX_BIBLIOGRAPHY_BYTES)
        if text is not None:
            evidence.sources, problems = bibliography.parse(text, path)
            evidence.sources_read = True
            findings.extend(problems)
        return findings
    annotation = family.annotation
    if family is VOCABULARIES:
        if relative.stem not in VOCABULARY_TYPES:
            return [
                Finding(
                    Location(path),
                    "misplaced-file",
                    f"'{relative.stem}' is not a vocabulary.",
                    validation.did_you_mean(relative.stem, VOCABULARY_TYPES),
                )
            ]
        annotation = words_of(relative.stem)
    entry: Entry[Any] = Entry(relative.stem, yaml_source.Document(path), annotation)
    key = "/".join(relative.with_suffix("").parts[1:]) or relative.stem
    evidence.files.setdefault(family.name, {})[key] = entry
    text, findings = yaml_source.read_text(file, path)
    if text is None:
        return findings
    entry.document, findings = yaml_source.parse(text, path)
    if entry.document.value is None and findings:
        return findings
    entry.content, problems = validation.validate(entry.document, annotation)
    if isinstance(entry.content, Entity):
        entry.content.named(entry.id)
    return [*findings, *problems]


def _assemble(evidence: Evidence) -> KnowledgeBase:
    def many(family: Family) -> dict[str, Any]:
        return {e.id: e.value for e in sorted(evidence.entries(family), key=lambda e: e.id)}

    def one(family: Family) -> Any:
        return evidence.entries(family)[0].value

    return KnowledgeBase(
        records=many(RECORDS),
        studies=many(STUDIES),
        sources=evidence.sources,
        blueprint=many(BLUEPRINT),
        providers=many(PROVIDERS),
        instruments=many(INSTRUMENTS),
        clinician_posts=one(POSTS),
        logic_model=one(LOGIC_MODEL),
        gaps=one(GAPS),
        discrepancies=one(DISCREPANCIES),
        report=one(REPORT),
        vocabularies=many(VOCABULARIES),
    )

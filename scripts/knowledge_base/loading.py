"""Read every evidence file once, check everything, and give the knowledge base or all findings."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from knowledge_base.checks import RULES, guarded, run_checks
from knowledge_base.memory import Memory
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.places import Location
from knowledge_base.model.source import Source
from knowledge_base.model.vocabulary import (
    VOCABULARIES as VOCABULARY_TYPES,
)
from knowledge_base.proofs import PROVABLE, prove
from knowledge_base.reading import bibliography, text_file, validation
from knowledge_base.reading.evidence import Evidence, EvidenceFile
from knowledge_base.reading.file_kinds import (
    ALIASES,
    BIBLIOGRAPHY,
    BLUEPRINT,
    CONTEXT,
    DISCREPANCIES,
    EVIDENCE_FOLDER,
    EXAMPLES,
    FILE_KINDS,
    GAPS,
    INCLUSION,
    INSTRUMENTS,
    LOGIC_MODEL,
    PEOPLE,
    PILOT_DEFAULTS,
    POSTS,
    PROVIDERS,
    PUBLISHED_IDS,
    RECORDS,
    REPORT,
    SEARCHES,
    SOURCE_NOTES,
    SOURCES,
    STUDIES,
    VOCABULARIES,
    FileKind,
    source_path,
    words_of,
)
from knowledge_base.reading.findings import Finding, errors, in_one_line
from knowledge_base.reading.rules import SOURCE_FILE
from knowledge_base.timing import Timing
from knowledge_base.wording.nouns import counted


class EvidenceError(Exception):
    """The evidence files have errors; carries all findings."""

    def __init__(self, findings: list[Finding]) -> None:
        first = errors(findings)[0]
        super().__init__(
            f"{counted(len(findings), 'finding')} in the evidence files; the first: "
            f"{in_one_line(first)} "
            "Run 'kb check' to see all of them."
        )
        self.findings = findings


def find_root(start: Path) -> Path:
    """Return the nearest folder at or above ``start`` that holds the evidence.

    Raises FileNotFoundError if there is none.
    """
    for folder in (start, *start.parents):
        evidence = folder / EVIDENCE_FOLDER
        # Either will do, so that evidence that lacks the other is found, and found fault with.
        if any((evidence / name).exists() for name in (*_SOURCES, VOCABULARIES.name)):
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


def load_unchecked(root: Path) -> KnowledgeBase:
    """Return the knowledge base of the project at ``root``, whatever rules find fault with.

    Raises EvidenceError if a file is missing or can't be read.
    """
    evidence, findings = read(root, as_of=date.max)
    if not evidence.all_read:
        raise EvidenceError(sorted(findings))
    return _assemble(evidence)


def check(root: Path, *, as_of: date) -> tuple[KnowledgeBase | None, list[Finding]]:
    """Return the knowledge base, or None if there are errors, and all findings, sorted."""
    with _no_collector():
        evidence, findings = read(root, as_of=as_of)
        findings = sorted({*findings, *run_checks(evidence)})
        return (None if errors(findings) else _assemble(evidence)), findings


def check_changes(root: Path, *, as_of: date, timing: Timing | None = None) -> list[Finding]:
    """Return all findings, sorted; pass over what is right since an earlier check, and remember."""
    timing = timing or Timing()
    memory = Memory(root, as_of)
    with _no_collector():
        evidence, findings = read(root, as_of=as_of, memory=memory, timing=timing)
        findings = sorted({*findings, *run_checks(evidence, timing)})
        if evidence.files:
            with timing.step("keep for the next check"):
                timing.notes += memory.keep(evidence, findings)
        return findings


@contextmanager
def _no_collector() -> Iterator[None]:
    """Keep Python from looking for garbage while all that is read stays in use."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def read(
    root: Path, *, as_of: date, memory: Memory | None = None, timing: Timing | None = None
) -> tuple[Evidence, list[Finding]]:
    """Read all evidence files; return what could be read, and what reading found."""
    evidence = Evidence(as_of=as_of, rule_ids=frozenset(RULES))
    findings: list[Finding] = []
    texts: dict[str, str | None] = {}
    texts_of_sources: dict[str, str | None] = {}
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
    timing = timing or Timing()
    with timing.step("read the files"):
        unread: dict[str, Finding] = {}
        for file, relative in _files(folder, "", unread):
            path = f"{EVIDENCE_FOLDER}/{relative}"
            is_long = relative == BIBLIOGRAPHY
            is_of_sources = is_long or SOURCES.holds(relative)
            family = None
            if not is_of_sources:
                family = next((f for f in FILE_KINDS if f.holds(relative)), None)
            if family is None and not is_of_sources and relative != PUBLISHED_IDS:
                findings.append(_stray(path))
                continue
            most = text_file.MAX_BIBLIOGRAPHY_BYTES if is_long else text_file.MAX_BYTES
            text, problems = text_file.read_text(file, path, most)
            findings.extend(problems)
            texts[path] = text
            if family:
                findings.extend(_entry(evidence, family, relative, text, path))
            elif relative == PUBLISHED_IDS:
                evidence.published_ids = tuple((text or "").split())
            else:
                texts_of_sources[path] = text
        findings.extend(unread.values())
        texts |= dict.fromkeys((finding.location.path for finding in unread.values()), None)
        evidence.unread_folders = frozenset(unread)
    has_sources = (
        bool(texts_of_sources) or evidence.lacks(SOURCES) or (folder / SOURCES.name).is_dir()
    )
    if memory:
        with timing.step("recall the last check"):
            timing.notes += memory.recall(evidence, texts)
    if not evidence.sources_read:
        with timing.step("read the sources"):
            faults: list[Finding] = []
            for path, text in texts_of_sources.items():
                if text is not None:
                    faults.extend(guarded(partial(_read_sources, evidence, text, path), path))
            findings.extend(faults)
            evidence.sources = dict(sorted(evidence.sources.items()))
            are_read = None not in texts_of_sources.values() and not evidence.lacks(SOURCES)
            evidence.sources_read = has_sources and are_read
            evidence.sources_sound = evidence.sources_read and not faults
    last = [family.name for family in PROVABLE]
    with timing.step("read YAML into the model"):
        findings.extend(_contents(evidence, evidence.files.keys() - last))
    if memory:
        with timing.step("check records and studies in parts"):
            prove(evidence)
    with timing.step("read YAML into the model"):
        findings.extend(_contents(evidence, evidence.files.keys() & last))
    if not has_sources:
        findings.append(_absent(SOURCES.name, "folder"))
    for family in FILE_KINDS:
        is_needed = family.is_one_file and not family.may_be_absent and not evidence.lacks(family)
        if is_needed and family.name not in evidence.files:
            findings.append(_absent(family.pattern))
    for name in VOCABULARY_TYPES if not evidence.lacks(VOCABULARIES) else ():
        if name not in evidence.files.get(VOCABULARIES.name, {}):
            findings.append(_absent(f"vocabularies/{name}.yml"))
    return evidence, findings


def _contents(evidence: Evidence, families: Iterable[str]) -> Iterator[Finding]:
    """Read what the files of some kinds say, where nobody has; yield what is wrong with it."""
    for entry in (entry for family in families for entry in evidence.files[family].values()):
        if not entry.proof:
            yield from guarded(partial(getattr, entry, "findings"), entry.path)


def _files(
    folder: str | Path, inside: str, unread: dict[str, Finding]
) -> Iterator[tuple[str, str]]:
    """Yield each file below ``folder`` by its own path and the one below the evidence, in order.

    Why nobody can look in a folder is added to ``unread``.
    """
    here = inside.rstrip("/")
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        unread[here] = text_file.unreadable(error, f"{EVIDENCE_FOLDER}/{here}".rstrip("/"))
        return
    for entry in entries:
        relative = f"{inside}{entry.name}"
        if entry.name.startswith("."):
            continue
        is_folder = entry.is_dir(follow_symlinks=False)
        # Unlike the entry's own, this question has an answer for a link to itself.
        is_link = entry.is_symlink() and os.path.isdir(entry.path)  # noqa: PTH112
        if entry.name.endswith((_SUFFIX, _SUFFIX_OF_SOURCES)) or not (is_folder or is_link):
            yield entry.path, relative  # a folder in the place of a file, too: reading it says so
        elif is_link:
            unread[relative] = text_file.linked_folder(f"{EVIDENCE_FOLDER}/{relative}")
        if is_folder:
            yield from _files(entry.path, f"{relative}/", unread)


_SUFFIX = ".yml"
_SUFFIX_OF_SOURCES = ".bib"
_SOURCES = (SOURCES.name, BIBLIOGRAPHY)
"""The folder of the sources, and the one file in which all may be."""


def _stray(path: str) -> Finding:
    folder = path.split("/")[1]
    here = next((kind for kind in FILE_KINDS if kind.lies_in(folder)), RECORDS)
    hint = "Records lie in evidence/records/<component>/<id>.yml; see CONTRIBUTING.md."
    if SOURCES.lies_in(folder) or path.endswith(_SUFFIX_OF_SOURCES):
        hint = f"A source is in {source_path('<key>')}."
    elif path.endswith(".yaml"):
        hint = "Rename it: evidence files end in '.yml'."
    elif here is not RECORDS:
        hint = f"A file here is named {EVIDENCE_FOLDER}/{here.pattern.replace('*', '<id>')}."
    return Finding(
        Location(path), "misplaced-file", "no kind of evidence file lies at this place.", hint
    )


def _absent(pattern: str, kind: str = "file") -> Finding:
    return Finding(
        Location(f"{EVIDENCE_FOLDER}/{pattern}"),
        "missing-field",
        f"this {kind} is missing.",
        "Bring it back from the last version in which it was there.",
    )


def _read_sources(evidence: Evidence, text: str, path: str) -> list[Finding]:
    """Add the sources in a file to the evidence; return what is wrong with it."""
    sources, findings = bibliography.parse(text, path)
    if path == f"{EVIDENCE_FOLDER}/{BIBLIOGRAPHY}":
        findings.append(
            Finding(
                Location(path),
                SOURCE_FILE,
                "all sources are in one file, in which git can't join what two people add.",
                "Run `kb split-sources`; it gives each source a file of its own.",
                level="warning",
            )
        )
    else:
        findings.extend(bibliography.misfiled(sources, path))
    for key, source in sources.items():
        other = evidence.sources.setdefault(key, source)
        if other is not source:
            findings.append(
                Finding(
                    source.lines[""],
                    "duplicate-source",
                    f"the key '{key}' is already taken in {other.path}.",
                    "If both are the same document, remove one; if not, add a letter to the year.",
                )
            )
    return [*findings, *text_file.unended(text, path)]


def _entry(
    evidence: Evidence, family: FileKind, relative: str, text: str | None, path: str
) -> list[Finding]:
    """Add a file to the evidence; return a finding if it has no place there."""
    *folders, file_id = relative.removesuffix(_SUFFIX).split("/")
    annotation = family.annotation
    if family is VOCABULARIES:
        if file_id not in VOCABULARY_TYPES:
            return [
                Finding(
                    Location(path),
                    "misplaced-file",
                    f"'{file_id}' is not a vocabulary.",
                    validation.did_you_mean(file_id, VOCABULARY_TYPES),
                )
            ]
        annotation = words_of(file_id)
    entry: EvidenceFile[Any] = EvidenceFile(file_id, path, annotation, text)
    evidence.files.setdefault(family.name, {})["/".join([*folders[1:], file_id])] = entry
    return []


def _assemble(evidence: Evidence) -> KnowledgeBase:
    def many(family: FileKind) -> dict[str, Any]:
        return {e.id: e.value for e in sorted(evidence.entries(family), key=lambda e: e.id)}

    def one(family: FileKind) -> Any:
        return evidence.entries(family)[0].value

    def maybe(family: FileKind) -> Any:
        entries = evidence.entries(family)
        return entries[0].value if entries else family.instead

    return KnowledgeBase(
        records=many(RECORDS),
        studies=many(STUDIES),
        sources=_in_use(evidence),
        blueprint=many(BLUEPRINT),
        providers=many(PROVIDERS),
        instruments=many(INSTRUMENTS),
        clinician_posts=maybe(POSTS),
        logic_model=maybe(LOGIC_MODEL),
        pilot_defaults=maybe(PILOT_DEFAULTS),
        gaps=one(GAPS),
        discrepancies=maybe(DISCREPANCIES),
        report=maybe(REPORT),
        examples=maybe(EXAMPLES),
        source_notes=maybe(SOURCE_NOTES),
        inclusion=maybe(INCLUSION),
        context=maybe(CONTEXT),
        searches=maybe(SEARCHES),
        people=maybe(PEOPLE),
        aliases=maybe(ALIASES),
        vocabularies=many(VOCABULARIES),
    )


def _in_use(evidence: Evidence) -> dict[str, Source]:
    """Return the sources without those that are parked; of one that is named, that is no matter."""
    if not any(source.is_parked for source in evidence.sources.values()):
        return evidence.sources
    named = {key for _, _, kind, key in evidence.references if kind == "source"}
    return {
        key: replace(source, fields={n: v for n, v in source.fields.items() if n != "parked"})
        for key, source in evidence.sources.items()
        if key in named or not source.is_parked
    }

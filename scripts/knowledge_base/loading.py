"""Read every evidence file once, check everything, and give the knowledge base or all findings."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from knowledge_base.checks import RULES, run_checks
from knowledge_base.memory import Memory
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source import Source
from knowledge_base.proofs import PROVABLE, prove
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import EVIDENCE_FOLDER, FILE_KINDS, SOURCES, FileKind
from knowledge_base.reading.findings import Finding, errors, guarded, in_one_line
from knowledge_base.reading.folder import absent, absent_files, is_evidence, read_folder
from knowledge_base.reading.sources import read_sources
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
        if is_evidence(folder / EVIDENCE_FOLDER):
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
    timing = timing or Timing()
    folder = root / EVIDENCE_FOLDER
    evidence = Evidence(as_of=as_of, rule_ids=frozenset(RULES))
    with timing.step("read the files"):
        texts, of_sources, findings = read_folder(evidence, folder)
    if not folder.is_dir():
        return evidence, findings
    has_sources = bool(of_sources) or evidence.lacks(SOURCES) or (folder / SOURCES.name).is_dir()
    if memory:
        with timing.step("recall the last check"):
            timing.notes += memory.recall(evidence, texts)
    if not evidence.sources_read and has_sources:
        with timing.step("read the sources"):
            findings += read_sources(evidence, of_sources)
    last = [kind.name for kind in PROVABLE]
    with timing.step("read YAML into the model"):
        findings.extend(_contents(evidence, evidence.files.keys() - last))
    if memory:
        with timing.step("check records and studies in parts"):
            prove(evidence)
    with timing.step("read YAML into the model"):
        findings.extend(_contents(evidence, evidence.files.keys() & last))
    if not has_sources:
        findings.append(absent(SOURCES.name, "folder"))
    return evidence, [*findings, *absent_files(evidence)]


def _contents(evidence: Evidence, kinds: Iterable[str]) -> Iterator[Finding]:
    """Read what the files of some kinds say, where nobody has; yield what is wrong with it."""
    for entry in (entry for kind in kinds for entry in evidence.files[kind].values()):
        if not entry.proof:
            yield from guarded(partial(getattr, entry, "findings"), entry.path)


def _assemble(evidence: Evidence) -> KnowledgeBase:
    def content(kind: FileKind) -> Any:
        entries = evidence.entries(kind)
        if kind.is_one_file:
            return entries[0].value if entries else kind.instead
        return {entry.id: entry.value for entry in sorted(entries, key=lambda entry: entry.id)}

    contents = {kind.name.replace("-", "_"): content(kind) for kind in FILE_KINDS}
    return KnowledgeBase(sources=_in_use(evidence), **contents)


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

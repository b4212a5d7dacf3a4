"""Looks through the folder of the evidence: what lies there, what has no place, what is absent."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from knowledge_base.model.places import Location
from knowledge_base.model.vocabulary import VOCABULARIES as VOCABULARY_TYPES
from knowledge_base.reading import text_file
from knowledge_base.reading.evidence import Evidence, EvidenceFile
from knowledge_base.reading.file_kinds import (
    BIBLIOGRAPHY,
    EVIDENCE_FOLDER,
    FILE_KINDS,
    PUBLISHED_IDS,
    RECORDS,
    SOURCES,
    VOCABULARIES,
    FileKind,
    source_path,
    words_of,
)
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.validation import did_you_mean

_YAML, _BIBTEX = ".yml", ".bib"


def is_evidence(folder: Path) -> bool:
    """Whether a folder holds evidence, be it incomplete."""
    names = (SOURCES.name, BIBLIOGRAPHY, VOCABULARIES.name)
    # Any will do, so that evidence that lacks the others is found, and found fault with.
    return any((folder / name).exists() for name in names)


def read_folder(
    evidence: Evidence, folder: Path
) -> tuple[dict[str, str | None], dict[str, str | None], list[Finding]]:
    """Add all that lies in a folder to the evidence.

    Returns the text of each file by its path, None for what can't be read; those of them that hold
    sources; and what is wrong.
    """
    if not folder.is_dir():
        return {}, {}, [_no_folder()]
    texts: dict[str, str | None] = {}
    of_sources: dict[str, str | None] = {}
    findings: list[Finding] = []
    unread: dict[str, Finding] = {}
    for file, relative in _files(folder, "", unread):
        path = f"{EVIDENCE_FOLDER}/{relative}"
        is_of_sources = relative == BIBLIOGRAPHY or SOURCES.holds(relative)
        kind = None if is_of_sources else next((k for k in FILE_KINDS if k.holds(relative)), None)
        if not (kind or is_of_sources or relative == PUBLISHED_IDS):
            findings.append(_stray(path))
            continue
        is_long = relative == BIBLIOGRAPHY
        most = text_file.MAX_BIBLIOGRAPHY_BYTES if is_long else text_file.MAX_BYTES
        text, problems = text_file.read_text(file, path, most)
        findings.extend(problems)
        texts[path] = text
        if kind:
            findings.extend(_add(evidence, kind, relative, text, path))
        elif is_of_sources:
            of_sources[path] = text
        else:
            evidence.published_ids = tuple((text or "").split())
    evidence.unread_folders = frozenset(unread)
    texts |= dict.fromkeys((finding.location.path for finding in unread.values()), None)
    return texts, of_sources, [*findings, *unread.values()]


def absent_files(evidence: Evidence) -> Iterator[Finding]:
    """Yield what every knowledge base has and this one lacks, but for its sources."""
    for kind in FILE_KINDS:
        is_needed = kind.is_one_file and not kind.may_be_absent and not evidence.lacks(kind)
        if is_needed and kind.name not in evidence.files:
            yield absent(kind.pattern)
    for name in VOCABULARY_TYPES if not evidence.lacks(VOCABULARIES) else ():
        if name not in evidence.files.get(VOCABULARIES.name, {}):
            yield absent(VOCABULARIES.pattern.replace("*", name))


def absent(pattern: str, what: str = "file") -> Finding:
    """Return the finding that something is not there."""
    return Finding(
        Location(f"{EVIDENCE_FOLDER}/{pattern}"),
        "missing-field",
        f"this {what} is missing.",
        "Bring it back from the last version in which it was there.",
    )


def _no_folder() -> Finding:
    return Finding(
        Location(EVIDENCE_FOLDER),
        "missing-field",
        "there is no folder 'evidence' here.",
        "Run the command inside the project, or name its folder with --root.",
    )


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
        if entry.name.endswith((_YAML, _BIBTEX)) or not (is_folder or is_link):
            yield entry.path, relative  # a folder in the place of a file, too: reading it says so
        elif is_link:
            unread[relative] = text_file.linked_folder(f"{EVIDENCE_FOLDER}/{relative}")
        if is_folder:
            yield from _files(entry.path, f"{relative}/", unread)


def _stray(path: str) -> Finding:
    folder = path.split("/")[1]
    here = next((kind for kind in FILE_KINDS if kind.lies_in(folder)), RECORDS)
    hint = "Records are in evidence/records/<component>/<id>.yml; see CONTRIBUTING.md."
    if SOURCES.lies_in(folder) or path.endswith(_BIBTEX):
        hint = f"A source is in {source_path('<key>')}."
    elif path.endswith((".yaml", ".yml.txt")):
        hint = "Rename it: evidence files end in '.yml'."
    elif here is not RECORDS:
        hint = f"A file here is named {EVIDENCE_FOLDER}/{here.pattern.replace('*', '<id>')}."
    return Finding(
        Location(path), "misplaced-file", "no evidence file has this name at this place.", hint
    )


def _add(
    evidence: Evidence, kind: FileKind, relative: str, text: str | None, path: str
) -> Iterator[Finding]:
    """Add a file to the evidence, or yield why it has no place there."""
    *folders, file_id = relative.removesuffix(_YAML).split("/")
    annotation = kind.annotation
    if kind is VOCABULARIES:
        if file_id not in VOCABULARY_TYPES:
            yield Finding(
                Location(path),
                "misplaced-file",
                f"'{file_id}' is not a vocabulary.",
                did_you_mean(file_id, VOCABULARY_TYPES),
            )
            return
        annotation = words_of(file_id)
    entry: EvidenceFile[Any] = EvidenceFile(file_id, path, annotation, text)
    evidence.files.setdefault(kind.name, {})["/".join([*folders[1:], file_id])] = entry

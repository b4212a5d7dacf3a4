"""A record under another id: its file, what names it, and where its old address leads."""

from __future__ import annotations

import re
from pathlib import Path

from knowledge_base.contributing.file_edits import EditError
from knowledge_base.reading import yaml_source
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import ALIASES, EVIDENCE_FOLDER, PUBLISHED_IDS

ALIASES_PATH = f"{EVIDENCE_FOLDER}/{ALIASES.pattern}"
_BOOK = "book"
_SOURCES = (".md", ".jinja", ".yml", ".html", ".ipynb")
"""The files of the book in which an editor may name a record."""


def renamed_files(root: Path, evidence: Evidence, old: str, new: str) -> dict[str, str | None]:
    """Return the new texts of all files that a new id changes, by path; None for one that goes.

    The id is replaced where a file of the evidence refers to the record, and where a page of the
    book names it as `` {record}`old` `` or in quotes. If the record was ever published, its old
    id becomes an alias. Raises `EditError`.
    """
    (entry,) = (entry for entry in evidence.records if entry.id == old)
    path = entry.document.path
    files: dict[str, str | None] = {}

    def text_of(file: str) -> str:
        return files.get(file) or (root / file).read_text(encoding="utf-8")

    for reference in evidence.references:
        if (reference.kind, reference.id) == (RECORD, old):
            file = reference.file.path
            line, column = reference.file.document.values[reference.trail]
            files[file] = _replaced(text_of(file), line, column, old, new)
    files[path.replace(f"/{old}.yml", f"/{new}.yml")] = text_of(path)
    files[path] = None
    if old in evidence.published_ids:
        files[ALIASES_PATH] = _with_alias(root, old, new)
        ids = sorted({*evidence.published_ids, new})
        files[f"{EVIDENCE_FOLDER}/{PUBLISHED_IDS}"] = "".join(f"{one}\n" for one in ids)
    name = re.compile(rf"(?<=[`\"']){re.escape(old)}(?=[`\"'])")
    for page in sorted((root / _BOOK).rglob("*")):
        if page.suffix in _SOURCES and name.search(text := page.read_text(encoding="utf-8")):
            files[page.relative_to(root).as_posix()] = name.sub(new, text)
    return files


RECORD = "record"
"""The kind of reference that names a record."""


def _replaced(text: str, line: int, column: int, old: str, new: str) -> str:
    lines = text.splitlines(keepends=True)
    before, after = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
    if not re.match(rf"[\"']?{re.escape(old)}\b", after):
        raise EditError(f"'{old}' is not where it should be, on line {line}.")
    lines[line - 1] = before + after.replace(old, new, 1)
    return "".join(lines)


def _with_alias(root: Path, old: str, new: str) -> str:
    """Return the file of aliases with one more; those that led to the old id lead to the new."""
    file = root / ALIASES_PATH
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    document, _ = yaml_source.parse(text, ALIASES_PATH)
    for alias, leads_to in (document.value or {}).items():
        if leads_to == old:
            text = _replaced(text, *document.values[alias,], old, new)
    text = re.sub(r"\A\{\}\s*", "", text)
    return f"{text}{old}: {new}\n"

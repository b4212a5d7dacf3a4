"""A record under another id: its file, what names it, and where its old address leads."""

import re
from pathlib import Path

from knowledge_base.contributing.file_edits import EditError, text_of, with_end
from knowledge_base.reading import yaml_source
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import ALIASES, EVIDENCE_FOLDER, PUBLISHED_IDS
from knowledge_base.reading.text_file import in_form_of

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
    texts = {entry.path: entry.text or ""}
    for reference in evidence.references:
        if (reference.kind, reference.id) == (RECORD, old):
            file = reference.file
            line, column = file.document.values[reference.trail]
            text = texts.get(file.path, file.text or "")
            texts[file.path] = _replaced(text, line, column, old, new)
    if old in evidence.published_ids:
        texts[ALIASES_PATH] = _with_alias(text_of(evidence, ALIASES), old, new)
        ids = sorted({*evidence.published_ids, new})
        texts[f"{EVIDENCE_FOLDER}/{PUBLISHED_IDS}"] = "".join(f"{one}\n" for one in ids)
    name = re.compile(rf"(?<=[`\"']){re.escape(old)}(?=[`\"'])")
    for page in sorted((root / _BOOK).rglob("*")):
        if page.suffix in _SOURCES and name.search(text := page.read_text(encoding="utf-8-sig")):
            texts[page.relative_to(root).as_posix()] = name.sub(new, text)
    files = {path: in_form_of(root / path, text) for path, text in texts.items()}
    renamed = entry.path.replace(f"/{old}.yml", f"/{new}.yml")
    return files | {renamed: files[entry.path], entry.path: None}


RECORD = "record"
"""The kind of reference that names a record."""


def _replaced(text: str, line: int, column: int, old: str, new: str) -> str:
    lines = text.splitlines(keepends=True)
    before, after = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
    if not re.match(rf"[\"']?{re.escape(old)}\b", after):
        raise EditError(f"'{old}' is not where it should be, on line {line}.")
    lines[line - 1] = before + after.replace(old, new, 1)
    return "".join(lines)


def _with_alias(text: str, old: str, new: str) -> str:
    """Return the file of aliases with one more; those that led to the old id lead to the new."""
    document, _ = yaml_source.parse(text, ALIASES_PATH)
    for alias, leads_to in (document.value or {}).items():
        if leads_to == old:
            text = _replaced(text, *document.values[alias,], old, new)
    return with_end(text, f"{old}: {new}\n")

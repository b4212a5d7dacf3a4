"""Fingerprints of the parts of the evidence, and of the library and templates that show them.

A page is built again when a part it uses has another fingerprint than at the last build.
"""

import hashlib
from pathlib import Path

from knowledge_base.reading.file_kinds import (
    BIBLIOGRAPHY,
    EVIDENCE_FOLDER,
    FILE_KINDS,
    SOURCES,
)

LIBRARY = "library"
CITATION = "CITATION.cff"
"""How the whole is cited, from the root of the project; a page shows it."""


def digests(root: Path) -> dict[str, str]:
    """Return the fingerprint of each part, by the name of the attribute of KnowledgeBase."""
    folder = root / EVIDENCE_FOLDER
    parts: dict[str, list[Path]] = {
        family.name.replace("-", "_"): [
            file
            for file in sorted(folder.glob(family.pattern))
            if family.holds(file.relative_to(folder).as_posix())
        ]
        for family in FILE_KINDS
    }
    parts["sources"] = [folder / BIBLIOGRAPHY, *sorted(folder.glob(SOURCES.pattern))]
    parts[LIBRARY] = [
        file
        for place in (_SCRIPTS, root / _BOOK)
        for file in sorted(place.rglob("*"))
        if file.suffix in _CODE
    ]
    parts[LIBRARY].append(root / CITATION)
    return {name: _digest(files) for name, files in parts.items()}


def builder_digest(root: Path) -> str:
    """Return the fingerprint of what makes pages of everything: extensions, tools, the contents."""
    extensions = sorted((root / "scripts" / "book_extensions").glob("*.py"))
    # The navigation stands on every page; a title in it is no page's own.
    return _digest([*extensions, root / "requirements.txt", root / "_toc.yml"])


_SCRIPTS = Path(__file__).parents[2]
_BOOK = "book"
_CODE = (".py", ".html", ".jinja", ".js", ".css", ".svg", ".yml")
"""What pages are made by and from, beside the evidence and their own sources."""


def _digest(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        if file.is_file():
            digest.update(f"{file.name}\0{file.stat().st_size}\0".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()

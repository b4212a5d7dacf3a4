"""The folder of what a reader can take away: the data package, and the TIDieR checklist."""

from __future__ import annotations

from pathlib import Path

from knowledge_base.exports.data_package import data_package
from knowledge_base.exports.tidier_checklist import tidier_checklist
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.writing import write_files

FOLDER = "data"
"""Where the files lie, from the root of the built site."""


def write_downloads(kb: KnowledgeBase, site: Path) -> list[str]:
    """Write the files into the built site; return the paths that changed."""
    return write_files(site, downloads(kb), owned=FOLDER)


def downloads(kb: KnowledgeBase) -> dict[str, str | bytes]:
    """Return the files by their path from the root of the built site."""
    files: dict[str, str | bytes] = {**data_package(kb), **tidier_checklist(kb)}
    return {f"{FOLDER}/{name}": content for name, content in files.items()}

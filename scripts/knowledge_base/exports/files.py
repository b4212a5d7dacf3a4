"""The folder of what a reader can take away: the data package, the API, the TIDieR checklist."""

from __future__ import annotations

from knowledge_base.exports.api import documents
from knowledge_base.exports.data_package import data_package
from knowledge_base.exports.tidier_checklist import tidier_checklist
from knowledge_base.model.knowledge_base import KnowledgeBase

FOLDER = "data"
"""Where the files lie, from the root of the built site."""


def site_files(kb: KnowledgeBase) -> dict[str, str | bytes]:
    """Return the files by their path from the root of the built site."""
    files: dict[str, str | bytes] = {**data_package(kb), **documents(kb)}
    if kb.blueprint:
        files |= tidier_checklist(kb)
    return {f"{FOLDER}/{name}": content for name, content in files.items()}

"""The folder of what a reader can take away: the data package, the API, the TIDieR checklist."""

import re

from knowledge_base.exports.api import FOLDER as API
from knowledge_base.exports.api import documents
from knowledge_base.exports.data_package import data_package
from knowledge_base.exports.tidier_checklist import DOCUMENT, TABLE, tidier_checklist
from knowledge_base.model.knowledge_base import KnowledgeBase

FOLDER = "data"
"""Where the files lie, from the root of the built site."""


def downloads(kb: KnowledgeBase) -> dict[str, str | bytes]:
    """Return the files by their path in the folder, as the site and `kb export` have it."""
    checklist = tidier_checklist(kb) if kb.blueprint else {}
    return {**data_package(kb), **documents(kb), **checklist}


def is_download(path: str) -> bool:
    """Whether a file at ``path`` is one of ours that the data package does not list."""
    return path in (TABLE, DOCUMENT) or re.fullmatch(_OF_THE_API, path) is not None


_OF_THE_API = rf"{API}/(index|[a-z]+(/[\w.-]+)+)\.json"


def site_files(kb: KnowledgeBase) -> dict[str, str | bytes]:
    """Return the files by their path from the root of the built site."""
    return {f"{FOLDER}/{name}": content for name, content in downloads(kb).items()}

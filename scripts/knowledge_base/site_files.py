"""The files that a build writes beside the pages: scripts, styles, the map's data, downloads.

They are made by modules named `files`, which are found wherever they are. Each has a `FOLDER` of
its own in the built site, and `site_files`, which returns the files by their path from its root.
"""

from pathlib import Path
from types import ModuleType

from knowledge_base.discovery import modules_named
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.writing import write_files


def makers() -> tuple[ModuleType, ...]:
    """Return the modules that make files."""
    return modules_named("files", "knowledge_base", "genogram")


def site_files(kb: KnowledgeBase) -> dict[str, str | bytes]:
    """Return all files by their path. The same evidence gives the same bytes."""
    return {path: content for m in makers() for path, content in m.site_files(kb).items()}


def write_site_files(kb: KnowledgeBase, site: Path, *of: ModuleType) -> list[str]:
    """Write the files, or only those of the modules that are named; return the paths that changed.

    What else is in the folders is removed.
    """
    return [
        path
        for maker in of or makers()
        for path in write_files(site, maker.site_files(kb), owned=maker.FOLDER)
    ]

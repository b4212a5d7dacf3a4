"""The data to take away: the files of the package, with what is in each."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.exports.data_package import contents


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    files: tuple[tuple[str, tuple[str, ...]], ...]
    """What is in a file, with the files that hold it, each in another format."""


def facts() -> Facts:
    """Return every file of the package."""
    by_content: dict[str, list[str]] = {}
    for name, content in contents().items():
        by_content.setdefault(content, []).append(name)
    return Facts(tuple((content, tuple(names)) for content, names in by_content.items()))

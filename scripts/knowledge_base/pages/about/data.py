"""The data to take away: the files of the package, with what is in each."""

from dataclasses import dataclass

from knowledge_base import book
from knowledge_base.exports.api import shapes
from knowledge_base.exports.data_package import contents
from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    files: tuple[tuple[str, tuple[str, ...]], ...]
    """What is in a file, with the files that hold it, each in another format."""
    shapes: tuple[str, ...]
    """The shapes of the documents that have an address."""
    pdf: str
    """The file of the whole book, where one is made."""


def facts(kb: KnowledgeBase) -> Facts:
    """Return every file of the package."""
    by_content = by_key((content, name) for name, content in contents(kb).items())
    return Facts(
        tuple((content, tuple(names)) for content, names in by_content.items()),
        tuple(shapes(kb)),
        f"{book.name()}.pdf",
    )

"""What a page's code cells use: the knowledge base, and a way to show MyST.

Each output says in its metadata which parts of the knowledge base the page has used so far,
so that a later build executes the page again when, and only when, one of them has changed.
"""

from functools import cached_property
from pathlib import Path
from typing import Any

from IPython.display import display

from knowledge_base.loading import find_root, load
from knowledge_base.markup import myst
from knowledge_base.markup.templates import render
from knowledge_base.model.knowledge_base import KnowledgeBase

METADATA_KEY = "knowledge_base"


class WatchedKnowledgeBase(KnowledgeBase):
    """A knowledge base that remembers which of its parts were used."""

    def __getattribute__(self, name: str) -> Any:
        """Return the attribute; note its name if it is a part of the knowledge base."""
        if name in KnowledgeBase.__dataclass_fields__:
            object.__getattribute__(self, "__dict__").setdefault("_used", set()).add(name)
        return object.__getattribute__(self, name)

    @property
    def used(self) -> list[str]:
        """The names of the parts used so far."""
        return sorted(self.__dict__.get("_used", ()))


class Page:
    """A page of the book as its cells see it."""

    def __init__(self, root: Path | None = None) -> None:
        self.root = root or find_root(Path.cwd())

    @cached_property
    def kb(self) -> WatchedKnowledgeBase:
        """The knowledge base of the project that the page belongs to."""
        kb = _provided.get(self.root) or load(self.root)
        parts = {name: getattr(kb, name) for name in KnowledgeBase.__dataclass_fields__}
        return WatchedKnowledgeBase(**parts)

    def fill(self, template: str, facts: object = None) -> None:
        """Show a template of the book with the facts in its places.

        ``facts`` is a dataclass or a mapping; the template knows its fields by their names, and
        the knowledge base as `kb`. A template of HTML is shown as a block of its own.
        """
        self.show(render(self.root, template, self.kb, facts))

    def show_file(self, path: str, name: str | None = None) -> None:
        """Show a YAML file of the project, whose path is seen from its root, as code."""
        text = (self.root / path).read_text(encoding="utf-8")
        self.show(myst.code_block(text, "yaml", name))

    def show(self, *parts: str) -> None:
        """Show MyST Markdown as a part of the document, a blank line between the parts."""
        markdown = "\n\n".join(part for part in parts if part)
        display(  # type: ignore[no-untyped-call]
            {"text/markdown": markdown},
            raw=True,
            metadata={METADATA_KEY: {"used": self.kb.used}},
        )


_provided: dict[Path, KnowledgeBase] = {}


def provide(root: Path, kb: KnowledgeBase) -> None:
    """Have the pages of the project at ``root`` use what was loaded already.

    A build runs the code of all pages in one process, and all are to show the same evidence.
    """
    _provided[root] = kb

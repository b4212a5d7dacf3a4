"""The library for programs of one's own: its functions, as their docstrings describe them."""

import inspect
import re
from dataclasses import dataclass

from knowledge_base import library
from knowledge_base.exports.data_package import contents
from knowledge_base.exports.formats.tables import tables
from knowledge_base.model.knowledge_base import KnowledgeBase

_QUOTED = re.compile(r"(: |-> )'([^']*)'")
"""An annotation as `inspect` shows it, in quotation marks."""


@dataclass(frozen=True)
class Function:
    """A function of the library."""

    name: str
    signature: str
    paragraphs: tuple[str, ...]
    """What it does, by its docstring."""


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    functions: tuple[Function, ...]
    frames: tuple[tuple[str, str, int], ...]
    """Each table that can be had as a frame: its name, what is in it, and its rows."""


def facts(kb: KnowledgeBase) -> Facts:
    """Return what the library offers."""
    texts = contents(kb)
    return Facts(
        tuple(_function(name) for name in ("load", "frame", "frame_names", "graph")),
        tuple((table.name, texts[f"{table.name}.csv"], len(table.rows)) for table in tables(kb)),
    )


def _function(name: str) -> Function:
    function = getattr(library, name)
    paragraphs = (inspect.getdoc(function) or "").split("\n\n")
    return Function(
        name,
        _QUOTED.sub(r"\1\2", f"{name}{inspect.signature(function)}"),
        tuple(" ".join(paragraph.split()) for paragraph in paragraphs),
    )

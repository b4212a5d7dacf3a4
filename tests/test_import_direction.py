"""The arrow runs one way: files → reading → checks → knowledge base → views → pages, exports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import knowledge_base

LIBRARY = Path(knowledge_base.__file__).parent
NAME = "knowledge_base."

MODEL = {"model"}
READING = MODEL | {"reading", "wording"}
VIEWS = MODEL | {"views", "wording"}
MAY_KNOW = {
    "model": MODEL,
    "wording": MODEL | {"book", "wording"},
    "reading": READING,
    "checks": READING | {"checks", "discovery", "timing"},
    "contributing": READING | {"checks", "contributing", "loading", "writing"},
    "views": VIEWS,
    "markup": VIEWS | {"markup"},
}
"""What the modules of a room may know of the library. Rooms that aren't here show what these
work out: nothing here may know of them."""


def imported(file: Path) -> Iterator[str]:
    """The library's modules and packages that a module imports, the first part of each name."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        modules = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        modules += [name.name for name in node.names] if isinstance(node, ast.Import) else []
        for module in modules:
            if module.startswith(NAME):
                yield module.removeprefix(NAME).partition(".")[0]


@pytest.mark.parametrize("room", MAY_KNOW)
def test_a_room_knows_only_what_comes_before_it(room: str) -> None:
    wrong = {
        file.name: unknown
        for file in (LIBRARY / room).rglob("*.py")
        if (unknown := set(imported(file)) - MAY_KNOW[room])
    }
    assert wrong == {}

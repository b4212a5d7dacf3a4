"""The arrow runs one way: files → load → knowledge base → views → surfaces → pages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import knowledge_base

LIBRARY = Path(knowledge_base.__file__).parent
NAME = "knowledge_base."
KNOWN = {
    "model": {"model", "places"},
    "views": {"load", "model", "nouns", "views"},
}
"""What the modules of a package may know of the library."""


def imported(file: Path) -> Iterator[str]:
    """The library's modules and packages that a module imports, the first part of each name."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        modules = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        modules += [name.name for name in node.names] if isinstance(node, ast.Import) else []
        for module in modules:
            if module.startswith(NAME):
                yield module.removeprefix(NAME).partition(".")[0]


@pytest.mark.parametrize("package", KNOWN)
def test_a_package_knows_only_what_comes_before_it(package: str) -> None:
    wrong = {
        file.name: unknown
        for file in (LIBRARY / package).rglob("*.py")
        if (unknown := set(imported(file)) - KNOWN[package])
    }
    assert wrong == {}


def test_only_surfaces_know_surfaces() -> None:
    others = [file for file in LIBRARY.rglob("*.py") if LIBRARY / "surfaces" not in file.parents]
    assert others
    assert [file.name for file in others if "surfaces" in imported(file)] == []

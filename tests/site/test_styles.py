"""The styles that every page loads are for what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from html_pages import Page

from knowledge_base.model.knowledge_base import KnowledgeBase

pytestmark = pytest.mark.book

ADMONITIONS = {"warning", "caution", "attention"}
"""Boxes that a page may use at any time."""


def test_no_style_is_for_a_class_that_nothing_has(
    pages: dict[str, Page], real_kb: KnowledgeBase, project: Path
) -> None:
    of_pages = {name for page in pages.values() for e in page.root.walk() for name in e.classes}
    # A badge's class is made from a word of the evidence, and not every word need be in use.
    of_evidence = {f"badge-direction-{way}" for way in real_kb.vocabularies["direction"]}
    of_evidence.add("badge-status")
    code = "\n".join(
        file.read_text(encoding="utf-8")
        for folder in ("scripts", "book/_static", "book/_templates")
        for file in sorted((project / folder).rglob("*"))
        if file.suffix in (".py", ".js", ".html")
    )
    of_scripts = set(re.findall(r"[\w-]+", code))
    known = of_pages | of_evidence | of_scripts | ADMONITIONS
    dead = [
        (sheet.name, name)
        for sheet in sorted((project / "book" / "_static").glob("*.css"))
        for name in sorted(_classes(sheet.read_text(encoding="utf-8")) - known)
    ]
    assert dead == []


def _classes(css: str) -> set[str]:
    """Return the classes that selectors name."""
    selectors = re.sub(r"/\*.*?\*/|\{[^{}]*\}", "{}", css, flags=re.DOTALL)
    return set(re.findall(r"\.([A-Za-z_][\w-]*)", selectors))

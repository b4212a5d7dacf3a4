"""The code of the book's pages, run over any evidence: what a build would show, without a build."""

from __future__ import annotations

import re
from collections import Counter
from types import CodeType
from unittest.mock import patch

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.blueprint.component_sources import component_sources, is_made
from knowledge_base.pages.generated import generated_pages
from knowledge_base.pages.notebook import Page
from pages_as_notebooks import PROJECT, executable_pages
from shown import filled, with_html

CELL = re.compile(r"^```\{code-cell\}[^\n]*\n(?::[^\n]*\n)*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TABLE = re.compile(r"^:::\{list-table\}.*?^:::$", re.MULTILINE | re.DOTALL)
LABEL = re.compile(r"^\((.+)\)=$", re.MULTILINE)
NAMED = re.compile(r"^ *:name: (\S+)|\{#([\w./-]+)|\bid=\"([^\"]+)\"", re.MULTILINE)
LINK = re.compile(r"\]\(<#([^)>]+)>\)")
HREF = re.compile(r"\bhref=\"[^\"#]*#([^\"]+)\"")


def _cells(page: str, text: str) -> list[CodeType]:
    """Return the code of a page."""
    return [compile(cell, page, "exec") for cell in CELL.findall(text)]


PAGES = {
    str(page.relative_to(PROJECT)): _cells(str(page), page.read_text(encoding="utf-8"))
    for page in executable_pages()
    if not is_made(page)
}
"""The code of every page that the book holds, by the page's path."""


class ShownPage:
    """Stands for `knowledge_base.pages.notebook.Page`: keeps what a page shows of some evidence."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self.root = PROJECT
        self.markdown: list[str] = []

    def fill(self, template: str, facts: object = None) -> None:
        self.markdown.append(filled(template, self.kb, facts))

    def show(self, *parts: str) -> None:
        self.markdown += [with_html(part) for part in parts if part]

    show_file = Page.show_file


def shown_pages(kb: KnowledgeBase) -> dict[str, str]:
    """Return what every page shows of this evidence, by its path: MyST, or HTML if generated."""
    shown: dict[str, str] = {f"{p.name}.html": p.body for p in generated_pages(PROJECT, kb)}
    made = component_sources(PROJECT, kb)
    for name, cells in (PAGES | {page: _cells(page, text) for page, text in made.items()}).items():
        page = ShownPage(kb)
        with patch("knowledge_base.pages.notebook.Page", lambda page=page: page):
            names: dict[str, object] = {}
            for cell in cells:
                exec(cell, names)
        shown[name] = "\n\n".join(page.markdown)
    return shown


def faults(pages: dict[str, str]) -> list[str]:
    """Return what would stop the build of these pages.

    That is a table without a row, a label that stands twice, or a link to none.
    """
    empty = [
        f"{name}: no row below the head of {table.splitlines()[0]}"
        for name, markdown in pages.items()
        for table in TABLE.findall(markdown)
        if len(re.findall(r"^\* - ", table, re.MULTILINE)) < 2
    ]
    labels = Counter(label for markdown in pages.values() for label in LABEL.findall(markdown))
    twice = [f"the label {label} twice" for label, times in labels.items() if times > 1]
    found = {target for markdown in pages.values() for target in _targets(markdown)}
    dangling = [
        f"{name}: a link to #{label}, which is not there"
        for name, markdown in pages.items()
        for label in dict.fromkeys((HREF if name.endswith(".html") else LINK).findall(markdown))
        if label not in found and label not in WRITTEN
    ]
    return empty + twice + dangling


def _targets(markdown: str) -> list[str]:
    named = ("".join(names) for names in NAMED.findall(markdown))
    return [*LABEL.findall(markdown), *named]


WRITTEN = {
    target for page in executable_pages() for target in _targets(page.read_text(encoding="utf-8"))
}
"""What can be linked to in the words of pages, as far as it is named there."""

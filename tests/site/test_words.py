"""No page uses a word that the page on style gives another for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from html_pages import Element, Page

from knowledge_base.pages.about.style import facts

pytestmark = pytest.mark.book

STYLE = "book/about/style.html"


def own_text(element: Element) -> str:
    """The text of an element without code, and without what it quotes from a source."""
    if element.tag in ("script", "style", "code", "pre", "q", "blockquote"):
        return " "
    return "".join(
        child if isinstance(child, str) else own_text(child) for child in element.children
    )


def words_to_avoid(project: Path) -> dict[str, re.Pattern[str]]:
    return {
        word["not"]: re.compile(rf"\b{re.escape(word['not'])}\b", re.IGNORECASE)
        for word in facts(project)["words"]
    }


def uses(text: str, avoided: dict[str, re.Pattern[str]]) -> list[str]:
    """The words of the list that a text uses, each with what stands around it."""
    plain = " ".join(text.split())
    return [
        f"{word!r}: …{plain[max(0, match.start() - 40) : match.end() + 40]}…"
        for word, pattern in avoided.items()
        if (match := pattern.search(plain))
    ]


def test_a_word_is_found_whole_and_in_capitals(project: Path):
    avoided = words_to_avoid(project)
    assert uses("Elsewhere or\n untold", avoided)
    assert not uses("Elsewhere; he passes only", avoided)


def test_no_page_uses_a_word_to_avoid(book_pages: dict[str, Page], project: Path):
    avoided = words_to_avoid(project)
    faults = [
        f"{path}: {use}"
        for path, page in sorted(book_pages.items())
        if path != STYLE
        for main in page.root.all("main")
        for use in uses(own_text(main), avoided)
    ]
    assert not faults, "\n".join(faults)


def test_no_wording_for_scripts_uses_a_word_to_avoid(project: Path):
    avoided = words_to_avoid(project)
    faults = [
        f"{file.relative_to(project)}: {use}"
        for file in sorted((project / "book").rglob("*.wording.yml"))
        for use in uses(re.sub(r"(?m)^\s*#.*$", "", file.read_text(encoding="utf-8")), avoided)
    ]
    assert not faults, "\n".join(faults)


def test_no_page_shows_the_marks_of_a_template(book_pages: dict[str, Page]):
    marks = re.compile(r"\{[#%]|[#%]\}|\{\{|\}\}")
    faults = [
        f"{path}: …{match.string[max(0, match.start() - 30) : match.end() + 30]}…"
        for path, page in sorted(book_pages.items())
        for main in page.root.all("main")
        if (match := marks.search(own_text(main)))
    ]
    assert not faults, "\n".join(faults)

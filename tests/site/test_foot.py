"""The foot of every page: who made it, of which state of the evidence, where mistakes go."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from html_pages import Page, plain

from book_extensions.foot import report_at
from knowledge_base.markup.addresses import RECORDS
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.edition import edition

pytestmark = pytest.mark.book


def feet(pages: dict[str, Page]) -> dict[str, str]:
    """The text of each page's foot."""
    found = {path: page.root.all("dl", css_class="kb-colophon") for path, page in pages.items()}
    return {path: plain(" ".join(foot.text for foot in there)) for path, there in found.items()}


def test_each_page_says_who_made_it_and_whose_publication_it_is_not(
    book_pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    others = real_kb.report.independent_of
    assert len(others) == 2
    sentence = f"This is not a publication of {others[0]} or of {others[1]}."
    for path, foot in feet(book_pages).items():
        assert foot.startswith("Made by "), path
        assert sentence in foot, path


def test_each_page_says_the_date_and_version_of_the_evidence(
    book_pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    words = edition(real_kb).words
    assert not [path for path, foot in feet(book_pages).items() if words[1:] not in foot]


def test_each_page_says_how_to_name_it_where_it_is_wrong(book_pages: dict[str, Page]) -> None:
    for path, foot in feet(book_pages).items():
        page = path.removesuffix(".html")
        if page.startswith(f"{RECORDS}/"):
            assert f"name this record: {page.rpartition('/')[2]} " in foot
        elif page not in ("search", "404"):
            assert f"name this page: {page} " in foot


def test_a_report_at_the_code_host_names_the_page() -> None:
    address = urlsplit(report_at("https://code.example/us/base/", "book/index"))
    assert address.geturl().startswith("https://code.example/us/base/issues/new?")
    asked = parse_qs(address.query)
    assert asked["title"] == ["Mistake: book/index"]
    assert asked["body"] == ["Page: book/index\n"]
    assert report_at("", "book/index") == ""

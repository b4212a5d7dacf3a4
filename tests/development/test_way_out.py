"""The book can leave Jupyter Book 1: Sphinx alone makes the same site."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_book import LINKED_TO, small_book

from development.way_out import build_without_jupyter_book, differences, visible_texts
from printed_book import PDF
from site_build import copy_project


def test_a_page_differs_if_it_says_something_else_or_is_missing(tmp_path: Path) -> None:
    for site, pages in {
        "one": {"a": "A  word", "b": "B"},
        "other": {"a": "A\nword", "c": ""},
    }.items():
        (tmp_path / site).mkdir()
        for name, text in pages.items():
            page = f"<title>{site}</title><body class={site}><p>{text}</p>"
            (tmp_path / site / f"{name}.html").write_text(page)
    one, other = visible_texts(tmp_path / "one"), visible_texts(tmp_path / "other")
    assert differences(one, other) == ["b.html", "c.html"]


@pytest.mark.book
def test_sphinx_alone_makes_the_same_small_site(clean_corpus: Path, tmp_path: Path) -> None:
    book = small_book(tmp_path / "project", clean_corpus / "evidence", LINKED_TO)
    assert book.build().status == 0
    site = tmp_path / "site"
    build_without_jupyter_book(book.root, site, with_pdf=False)
    assert differences(visible_texts(book.site), visible_texts(site)) == []
    assert not (book.root / "conf.py").exists()


@pytest.mark.book
@pytest.mark.nightly
def test_sphinx_alone_makes_the_same_site(built_site: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    site = tmp_path / "site"
    build_without_jupyter_book(project, site, with_pdf=(built_site / PDF).exists())
    assert differences(visible_texts(built_site), visible_texts(site)) == []

"""What a site says of its own address: nothing if it has none, all that it needs if it has one."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from html_pages import Page
from small_book import Book, small_book

from book_extensions.site_address import at_root

pytestmark = pytest.mark.book

ADDRESS = "https://evidence.example/key-work/"
UNLISTED = ("404", "search", "index", "book/start")
"""Pages that are not there, are tools, stand twice, or only lead on from a former address."""
OWN = ('rel="canonical"', "og:url", "og:image", "<base ")
"""What only a site with an address says."""


@pytest.fixture(scope="module")
def with_address(clean_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Book:
    """A small book whose settings say where it is published."""
    root = tmp_path_factory.mktemp("published") / "project"
    book = small_book(root, clean_corpus / "evidence", kept=())
    config = root / "_config.yml"
    settings, changes = re.subn(
        r'^  baseurl: ""$', f"  baseurl: {ADDRESS}", config.read_text(encoding="utf-8"), flags=re.M
    )
    assert changes == 1
    config.write_text(settings, encoding="utf-8")
    built = book.build()
    assert built.status == 0, built.log[-3000:]
    return book


def addresses(site: Path) -> set[str]:
    tree = ElementTree.parse(site / "sitemap.xml")
    return {str(place.text) for place in tree.iter() if place.tag.endswith("}loc")}


def test_without_an_address_nothing_absolute_is_said(built_site: Path) -> None:
    assert not (built_site / "sitemap.xml").exists()
    for file in [*built_site.glob("*.html"), *built_site.glob("book/**/*.html")]:
        text = file.read_text(encoding="utf-8")
        assert not [mark for mark in OWN if mark in text], file


def test_the_sitemap_lists_each_page_by_the_address_that_it_names(with_address: Book) -> None:
    site = with_address.site
    listed = addresses(site)
    assert f"{ADDRESS}book/index.html" in listed
    assert len(listed) > 20
    for place in listed:
        file = site / place.removeprefix(ADDRESS)
        assert f'<link rel="canonical" href="{place}"' in file.read_text(encoding="utf-8")
    assert not listed & {f"{ADDRESS}{name}.html" for name in UNLISTED}


def test_a_page_names_its_picture(with_address: Book) -> None:
    (_, picture) = re.findall(
        r'property="og:(url|image)" content="([^"]+)"',
        (with_address.site / "book/questions.html").read_text(encoding="utf-8"),
    )
    assert picture == ("image", f"{ADDRESS}_static/share.png")
    data = (with_address.site / "_static/share.png").read_bytes()
    assert data[:4] == b"\x89PNG"
    assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (1200, 630)


def test_the_page_for_what_is_not_there_works_in_any_folder(with_address: Book) -> None:
    text = (with_address.site / "404.html").read_text(encoding="utf-8")
    base = text.index('<base href="/key-work/404.html">')
    assert base < min(text.index("<link"), text.index("<script"))


def test_the_root_of_the_site_is_its_first_page(pages: dict[str, Page], built_site: Path) -> None:
    first, copy = pages["book/index.html"], pages["index.html"]
    assert copy.title == first.title
    assert copy.article.text == first.article.text
    assert "refresh" not in {meta.attributes.get("http-equiv") for meta in copy.root.all("meta")}
    for link in copy.root.all("a", "link", "script"):
        path = (link.attributes.get("href") or link.attributes.get("src") or "").split("#")[0]
        if path and ":" not in path:
            assert (built_site / path.split("?")[0]).is_file(), path


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ('href="../_static/base.css?v=1"', 'href="_static/base.css?v=1"'),
        ('href="start.html#a"', 'href="book/start.html#a"'),
        ('href="#a"', 'href="#a"'),
        ('href="https://other.example/x"', 'href="https://other.example/x"'),
        ('href="mailto:a@b.example"', 'href="mailto:a@b.example"'),
        ('data-content_root="../"', 'data-content_root="./"'),
    ],
)
def test_an_address_seen_from_a_folder_is_seen_from_the_root(there: str, here: str) -> None:
    assert at_root(there, "book") == here

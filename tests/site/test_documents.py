"""Each built page is a sound document: one title, one first heading, no id twice."""

from __future__ import annotations

from collections import Counter

import pytest
from html_pages import Page

from knowledge_base.exports.formats.changes import FEED
from knowledge_base.markup import addresses

pytestmark = pytest.mark.book


def test_no_id_stands_twice_on_a_page(pages: dict[str, Page]) -> None:
    twice = {
        path: doubles
        for path, page in pages.items()
        if (doubles := [name for name, count in Counter(page.ids).items() if count > 1])
    }
    assert not twice


def test_no_id_is_empty_or_holds_a_blank(pages: dict[str, Page]) -> None:
    odd = [(p, name) for p, page in pages.items() for name in page.ids if len(name.split()) != 1]
    assert not odd


def test_each_page_has_one_first_heading(book_pages: dict[str, Page]) -> None:
    wrong = {
        path: firsts
        for path, page in book_pages.items()
        if len(firsts := [text for level, text in page.headings if level == 1]) != 1
    }
    assert not wrong


def test_headings_skip_no_level(book_pages: dict[str, Page]) -> None:
    jumps = []
    for path, page in book_pages.items():
        before = 0
        for level, text in page.headings:
            if level > before + 1:
                jumps.append(f"{path}: h{before} is followed by h{level} “{text}”")
            before = level
    assert not jumps, "\n" + "\n".join(jumps)


def test_headings_have_words(book_pages: dict[str, Page]) -> None:
    empty = [path for path, page in book_pages.items() for _, text in page.headings if not text]
    assert not empty


def test_each_page_says_its_language(pages: dict[str, Page]) -> None:
    assert not [path for path, page in pages.items() if not page.language.startswith("en")]


def test_titles_are_unique_and_not_empty(book_pages: dict[str, Page]) -> None:
    titles = Counter(page.title for page in book_pages.values())
    assert all(title.strip() for title in titles)
    same = {title: count for title, count in titles.items() if count > 1}
    assert not same


def test_each_page_has_a_description(book_pages: dict[str, Page]) -> None:
    without = []
    for path, page in book_pages.items():
        found = [
            e.attributes.get("content", "")
            for e in page.root.all("meta")
            if e.attributes.get("name") == "description"
        ]
        if len(found) != 1 or not found[0].strip():
            without.append(path)
    assert not without


def test_images_and_frames_say_what_they_show(pages: dict[str, Page]) -> None:
    silent = [
        path
        for path, page in pages.items()
        for element in page.root.all("img", "iframe")
        if ("alt" if element.tag == "img" else "title") not in element.attributes
    ]
    assert not silent


def test_a_heading_has_one_link_beside_it_and_none_in_its_name(
    book_pages: dict[str, Page],
) -> None:
    linked = 0
    for path, page in book_pages.items():
        names = page.article.all("h1", "h2", "h3", "h4", "caption", "summary")
        assert not [one.text for one in names if one.all("a", css_class="headerlink")], path
        assert not [one.text for one in names if one.text.endswith(("#", "¶"))], path
        for link in page.article.all("a", css_class="headerlink"):
            assert link.parent is not None
            (heading,) = link.parent.all("h2", "h3", "h4", "h5")
            assert link.attributes["aria-label"] == f"Link to this section: {heading.text}"
            linked += 1
    assert linked > 50


def test_each_page_leads_feed_readers_to_the_feed(book_pages: dict[str, Page]) -> None:
    for name, page in book_pages.items():
        links = [
            link.attributes["href"]
            for link in page.root.all("link")
            if link.attributes.get("type") == "application/atom+xml"
        ]
        expected = addresses.seen_from(name, addresses.data(FEED))
        assert links == [expected], name

"""The search's index over the built book: all of it is in, and each place is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from html_pages import Page, plain

from knowledge_base.markup.addresses import RECORDS
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.search import FIELDS
from knowledge_base.search.words import ASKED

MOVED = {"book/start.html"}
"""Pages that only lead on from a former address."""

pytestmark = pytest.mark.book

Entries = list[dict[str, str]]


@pytest.fixture(scope="module")
def entries(built_site: Path) -> Entries:
    script = (built_site / "search" / "index.js").read_text(encoding="utf-8")
    data = json.loads(script.removeprefix("window.KB_SEARCH = ").removesuffix(";\n"))
    return [dict(zip(FIELDS, values, strict=True)) for values in data["entries"]]


def test_every_place_is_there(entries: Entries, pages: dict[str, Page]) -> None:
    ids = {path: set(page.ids) for path, page in pages.items()}
    missing = []
    for entry in entries:
        path, _, anchor = entry["address"].partition("#")
        if path not in ids or (anchor and anchor not in ids[path]):
            missing.append((entry["kind"], entry["address"]))
    assert not missing


def test_every_place_that_answers_a_question_is_there(entries: Entries) -> None:
    places = {entry["address"].replace(".html", "") for entry in entries}
    assert [place for place in ASKED if place not in places] == []


def test_the_place_of_a_thing_shows_its_name(entries: Entries, pages: dict[str, Page]) -> None:
    at_their_name = {"course", "post", "instrument", "term", "study"}
    wrong = []
    for entry in entries:
        path, _, anchor = entry["address"].partition("#")
        if entry["kind"] not in at_their_name:
            continue
        text = plain(pages[path].by_id(anchor).text)
        wanted = plain(entry["title"].split(": ")[0])
        # The label of a heading stands in front of it.
        heading = pages[path].by_id(anchor).parent
        if wanted not in text and not (heading and wanted in plain(heading.text)):
            wrong.append((entry["address"], text[:80]))
    assert not wrong


def test_every_page_is_found_with_its_headings(
    entries: Entries, book_pages: dict[str, Page]
) -> None:
    found = {entry["address"].partition("#")[0] for entry in entries}
    expected = {path for path in book_pages if path.startswith("book/")} - MOVED
    withdrawn = {path for path in expected - found if path.startswith(f"{RECORDS}/")}
    assert expected - found - withdrawn == set()
    titles = {entry["title"] for entry in entries if entry["kind"] == "page"}
    headings = [text for level, text in book_pages["book/questions.html"].headings if level == 2]
    questions = [text for text in headings if text != "Sources cited"]
    assert len(questions) == 5
    assert "Sources cited" not in titles, "the list at the foot of each page is no answer"
    assert {plain(text).strip(" #") for text in questions} <= {plain(title) for title in titles}


def test_records_that_do_not_count_are_not_found(entries: Entries, real_kb: KnowledgeBase) -> None:
    found = {entry["address"] for entry in entries}
    published = {f"{RECORDS}/{record.id}.html" for record in real_kb.published}
    assert {address for address in found if address.startswith(f"{RECORDS}/")} == published


def test_sphinx_search_is_not_published(built_site: Path) -> None:
    names = {file.name for file in built_site.rglob("*.js")}
    assert names & {"searchindex.js", "searchtools.js", "language_data.js"} == set()


def test_the_search_page_leads_to_the_five_questions_and_to_lists(pages: dict[str, Page]) -> None:
    links = [a.attributes["href"] for a in pages["search.html"].article.all("a")]
    assert sum(link.startswith("book/questions.html#") for link in links) == 5
    wanted = ("evidence/records", "plan/providers", "about/references", "about/glossary")
    assert {f"book/{page}.html" for page in wanted} <= set(links)


def test_a_page_is_found_by_what_it_says_first(entries: Entries) -> None:
    texts = {entry["address"]: entry["text"] for entry in entries if entry["kind"] == "page"}
    brief = "book/brief/group-supervision.html"
    assert texts[brief] == texts[f"{brief}#what-it-is"]
    assert not texts[f"{brief}#what-is-known"].startswith("Source:")

"""What pages cite: numbers in the text that say what they lead to, and the list at the foot."""

from __future__ import annotations

import re

import pytest
from html_pages import Element, Page, plain
from test_links import target

from knowledge_base.markup.addresses import RECORDS, REFERENCES
from knowledge_base.model.knowledge_base import KnowledgeBase

pytestmark = pytest.mark.book

A_NUMBER = re.compile(r"(claim )?\d+", re.IGNORECASE)
A_NAME = re.compile(r"Source (\d+): \S.*")


def name(link: Element) -> str:
    return link.attributes.get("aria-label") or link.text


def cited(page: Page) -> list[Element]:
    return page.article.all("a", css_class="kb-cite__link")


def listed(page: Page) -> dict[str, Element]:
    """The places in the list at the foot, by their anchors."""
    lists = page.article.all("details", css_class="kb-cited")
    assert len(lists) <= 1
    places = [item for part in lists for item in part.all("li") if "id" in item.attributes]
    return {place.attributes["id"]: place for place in places}


def goals(link: Element) -> list[str]:
    first = link.attributes["href"].removeprefix("#")
    return [first, *link.attributes.get("data-also", "").split()]


def test_no_link_is_named_by_a_number_alone(book_pages: dict[str, Page]) -> None:
    nameless = [
        (path, link.text)
        for path, page in book_pages.items()
        for link in page.article.all("a")
        if A_NUMBER.fullmatch(name(link))
        and (link in cited(page) or f"{RECORDS}/" in target(path, link.attributes["href"]))
    ]
    assert nameless == []


def test_a_number_says_the_source_and_the_claim(
    book_pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    citing = 0
    for path, page in book_pages.items():
        places = listed(page)
        for link in cited(page):
            items = [places[goal] for goal in goals(link)]
            source = (
                items[0]
                if items[0].all("cite")
                else next(above for above in items[0].above() if above.tag == "li")
            )
            label = source.all("a", css_class="kb-cited__source")[0].text
            assert label in name(link), (path, name(link))
            if number := A_NAME.fullmatch(name(link)):
                assert link.text == number[1]
                assert source.attributes["id"] == f"cited-{number[1]}"
            for item in items:
                for claim in re.findall(r"^Claim (\d+)", item.text):
                    assert re.search(rf"\b{claim}\b", name(link)), (path, name(link))
        citing += bool(places)
    assert citing > 10


def test_sources_are_numbered_in_the_order_of_the_text(book_pages: dict[str, Page]) -> None:
    for path, page in book_pages.items():
        sources = dict.fromkeys(re.match(r"cited-\d+", goals(link)[0])[0] for link in cited(page))
        assert list(sources) == [f"cited-{number}" for number in range(1, len(sources) + 1)], path
        entries = [place for place in listed(page) if place.count("-") == 1]
        assert entries == list(sources), path


def test_the_list_holds_what_is_cited_and_leads_back(book_pages: dict[str, Page]) -> None:
    for path, page in book_pages.items():
        ids = {element.attributes.get("id") for element in page.article.walk()}
        wanted = {goal for link in cited(page) for goal in goals(link)}
        places = listed(page)
        for anchor, place in places.items():
            if anchor.count("-") == 2:
                assert anchor in wanted, (path, anchor)
            else:
                (back,) = place.all("a", css_class="kb-cited__back")
                assert back.attributes["href"].removeprefix("#") in ids, (path, anchor)


def test_a_claim_in_the_list_stands_as_on_its_record(
    book_pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    claims = 0
    for path, page in book_pages.items():
        for place in listed(page).values():
            if place.all("cite") or not (links := place.all("a")):
                continue
            goal = target(path, links[0].attributes["href"])
            record = real_kb.records[goal.removeprefix(f"{RECORDS}/").removesuffix(".html")]
            text = plain(page.article.text)
            said = place.all("span", css_class="kb-cited__claim")
            # What stands beside its number word for word is not said again in the list.
            assert plain(record.claim) in text, path
            assert [plain(claim.text) for claim in said] in ([], [plain(record.claim)]), path
            (read,) = place.all("span", css_class="kb-cited__read")
            through = record.how_read == "cited-through"
            label = "Cited through " if through else real_kb.label("how-read", record.how_read)
            assert read.text.startswith(label), (path, read.text)
            claims += 1
    assert claims > 50


def test_a_listed_source_leads_to_its_own_page(
    book_pages: dict[str, Page], real_kb: KnowledgeBase
) -> None:
    own = {f"{REFERENCES}/{key}.html" for key in real_kb.documents}
    led = {
        target(path, link.attributes["href"]).partition("#")[0]
        for path, page in book_pages.items()
        for link in page.article.all("a", css_class="kb-cited__source")
    }
    assert own & led
    assert led <= own | {f"{REFERENCES}.html"}

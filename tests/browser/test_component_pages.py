"""The page of a component in a real browser: tiles first, few words, the rest one step away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from windows import Windows

from knowledge_base.model.knowledge_base import KnowledgeBase

pytestmark = pytest.mark.browser

OPEN_WORDS = (Path(__file__).parent / "open_words.js").read_text(encoding="utf-8").rstrip(";\n")
MOST_OPEN_WORDS = 1_200

Opener = Callable[..., Page]


@pytest.fixture
def opened(windows: Windows, built_site: Path) -> Opener:
    """Opens a page of the built book as a file."""

    def open_page(name: str, *, width: int = 1366) -> Page:
        path, mark, place = name.partition("#")
        file = (built_site / "book" / f"{path}.html").as_uri()
        return windows.open(f"{file}{mark}{place}", width=width, height=900)

    return open_page


@pytest.fixture
def pages(opened: Opener, real_kb: KnowledgeBase) -> Iterator[Page]:
    """The page of each component in turn."""
    return (opened(f"blueprint/{component}") for component in real_kb.components)


def test_a_reader_who_presses_nothing_has_few_words_before_them(pages: Iterator[Page]) -> None:
    for page in pages:
        words = page.locator("main").evaluate(OPEN_WORDS)
        assert 300 < words <= MOST_OPEN_WORDS, (page.url, words)


def test_the_first_screen_has_a_tile_for_each_thing_one_asks_first(pages: Iterator[Page]) -> None:
    for page in pages:
        tiles = page.locator(".kb-tile")
        expect(tiles.locator(".kb-tile-name")).to_have_text(
            ["What", "Who", "How much", "Cost", "What is known", "What is not known"],
            use_inner_text=True,
        )
        for index in range(tiles.count()):
            bounds = tiles.nth(index).bounding_box()
            assert bounds is not None
            assert bounds["y"] + bounds["height"] < 900


def test_the_steps_lead_through_the_page(opened: Opener) -> None:
    page = opened("blueprint/training")
    for link in page.locator(".kb-way li a").all():
        link.click()
        expect(page.get_by_role("heading", name=link.inner_text(), exact=False)).to_be_in_viewport()


def test_every_sign_of_a_claim_has_a_name(pages: Iterator[Page]) -> None:
    for page in pages:
        signs = page.locator(".claims .kb-sign, .barriers .kb-sign")
        assert signs.count() > 0 or page.locator(".claims").count() == 0
        nameless = signs.evaluate_all(
            "all => all.filter((one) => one.getAttribute('role') !== 'img'"
            " || !one.querySelector('title')?.textContent)"
        )
        assert nameless == []


def test_what_a_source_says_less_of_is_never_folded_into_a_sign(
    opened: Opener, real_kb: KnowledgeBase
) -> None:
    """Where a claim is open and its source conflicts, so is what the source says."""
    for component in real_kb.components:
        page = opened(f"blueprint/{component}")
        for item in page.locator("table.barriers li").all():
            hrefs = item.locator("a").evaluate_all("all => all.map((one) => one.href)")
            conflicts = [
                record
                for record in real_kb.published
                if record.source_check
                and real_kb.verdicts[record.source_check.verdict].conflicts
                and any(f"/{record.id}.html" in href for href in hrefs)
            ]
            if conflicts:
                expect(item.locator(".source-check").first).to_be_visible()


def test_an_address_within_details_opens_them(opened: Opener) -> None:
    page = opened("blueprint/feedback-tools#figures")
    figures = page.locator("#figures")
    expect(figures).to_be_visible()
    expect(figures).to_be_in_viewport()


def test_what_is_folded_away_is_on_paper(opened: Opener) -> None:
    page = opened("blueprint/training")
    table = page.locator("table.tidier")
    expect(table).to_be_hidden()
    page.emulate_media(media="print")
    expect(table).to_be_visible()


@pytest.mark.parametrize("width", [1366, 1024, 768, 390, 320])
def test_nothing_leaves_the_window(opened: Opener, real_kb: KnowledgeBase, width: int) -> None:
    for component in real_kb.components:
        page = opened(f"blueprint/{component}", width=width)
        page.locator("main details").evaluate_all(
            "all => all.forEach((one) => { one.open = true; })"
        )
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, (component, wide)


def test_a_chart_says_its_finding_and_has_its_figures_in_text(opened: Opener) -> None:
    page = opened("blueprint/training")
    chart = page.locator(".kb-bars").first
    expect(chart.locator("figcaption")).to_contain_text("3 to 15 days")
    expect(chart.locator("li").first).to_contain_text("12 to 15 days")


def test_on_paper_a_note_stands_once_and_is_pointed_to(opened: Opener) -> None:
    page = opened("blueprint/feedback-tools")
    again = page.locator(".claims .kb-no-print")
    pointer = page.locator(".kb-only-printed")
    assert again.count() == pointer.count() > 0
    expect(pointer.first).to_be_hidden()
    page.emulate_media(media="print")
    expect(pointer.first).to_be_visible()
    expect(again.first).to_be_hidden()
    note = again.first.inner_text()
    expect(page.locator(".claims em:visible").get_by_text(note, exact=True)).to_have_count(1)

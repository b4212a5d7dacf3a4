"""Words that explain themselves where they stand: by pointer, keyboard and touch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

PAGE = "book/start"
TRAINING = "book/blueprint/training"


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Any]:
    contexts = []

    def open_page(name: str = PAGE, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": 390, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{address}{name}.html")
        return page

    yield open_page
    for context in contexts:
        context.close()


def word(page: Page) -> Locator:
    return page.locator("a.kb-term", has_text="AFT").first


def explanation(page: Page) -> Locator:
    return page.get_by_role("tooltip").filter(has_text="Association for Family Therapy")


def test_the_pointer_opens_it_and_can_rest_on_it(opened: Any) -> None:
    page = opened()
    page.clock.install()
    word(page).hover()
    expect(explanation(page)).to_be_visible()
    box = explanation(page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    explanation(page).hover()
    page.clock.run_for(1_000)
    expect(explanation(page)).to_be_visible()
    page.mouse.move(1, 1)
    expect(explanation(page)).to_be_hidden()


def test_focus_opens_it_and_escape_closes_it(opened: Any) -> None:
    page = opened()
    for _ in range(80):
        page.keyboard.press("Tab")
        if word(page).evaluate("one => one === document.activeElement"):
            break
    expect(word(page)).to_be_focused()
    expect(explanation(page)).to_be_visible()
    expect(word(page)).to_have_accessible_description(
        "Association for Family Therapy and Systemic Practice. The body that accredits institutes "
        "which teach systemic practice, and sets standards for their courses."
    )
    page.keyboard.press("Escape")
    expect(explanation(page)).to_be_hidden()
    expect(word(page)).to_be_focused()


def test_a_tap_opens_it_and_a_second_one_leads_to_the_glossary(opened: Any) -> None:
    page = opened(has_touch=True)
    word(page).tap()
    expect(explanation(page)).to_be_visible()
    assert PAGE in page.url
    word(page).tap()
    page.wait_for_url("**/about/glossary.html#term-aft")


def test_without_scripts_it_leads_to_the_glossary(opened: Any) -> None:
    page = opened(java_script_enabled=False)
    assert word(page).locator("abbr").get_attribute("title") == (
        "Association for Family Therapy and Systemic Practice"
    )
    word(page).click()
    page.wait_for_url("**/about/glossary.html#term-aft")
    expect(page.locator("#term-aft")).to_be_visible()


def test_a_word_is_marked_once_a_page_and_only_in_prose(opened: Any) -> None:
    page = opened(TRAINING)
    marked = page.locator("a.kb-term").evaluate_all("all => all.map(one => one.hash)")
    assert len(marked) > 3
    assert len(marked) == len(set(marked))
    assert page.locator(":is(h1, h2, h3, h4, a, code, thead, caption) a.kb-term").count() == 0
    assert page.locator("a.kb-term a").count() == 0

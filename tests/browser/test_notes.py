"""Notes beside words of the glossary and beside citations: by pointer, keyboard and touch."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from windows import Windows

pytestmark = pytest.mark.browser

PAGE = "book/brief/training"
TRAINING = "book/blueprint/training"


@pytest.fixture
def opened(windows: Windows, address: str) -> Any:
    def open_page(name: str = PAGE, **options: Any) -> Page:
        return windows.open(f"{address}{name}.html", width=390, height=800, own=True, **options)

    return open_page


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
        "that teach systemic practice, and sets standards for their courses."
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


SUPERVISION = "book/blueprint/group-supervision"


def citation(page: Page) -> Locator:
    return page.locator("sup > a.kb-cite__link:visible").first


def cited(page: Page) -> Locator:
    """The note beside the citation."""
    return page.locator("sup:has(a[aria-describedby]) + [role=tooltip]")


def test_the_pointer_opens_what_a_citation_leads_to(opened: Any) -> None:
    page = opened(SUPERVISION)
    page.clock.install()
    citation(page).hover()
    note = cited(page)
    expect(note).to_be_visible()
    item = page.locator(f"[id='{citation(page).evaluate('one => one.hash.slice(1)')}']")
    for part in ("claim", "read"):
        words = item.locator(f"> .kb-cited__{part}").text_content() or ""
        expect(note).to_contain_text(words)
    name = citation(page).get_attribute("aria-label") or ""
    expect(note).to_contain_text(name.partition(": ")[2])
    note.hover()
    page.clock.run_for(1_000)
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()


def test_focus_opens_what_a_citation_leads_to_and_escape_closes_it(opened: Any) -> None:
    page = opened(SUPERVISION)
    page.keyboard.press("Tab")  # from here on, focus is the keyboard's
    citation(page).focus()
    expect(cited(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(cited(page)).to_be_hidden()
    expect(citation(page)).to_be_focused()


def test_a_tap_opens_what_a_citation_leads_to_and_a_second_one_goes_there(opened: Any) -> None:
    page = opened(SUPERVISION, has_touch=True)
    citation(page).tap()
    expect(cited(page)).to_be_visible()
    assert "#" not in page.url
    citation(page).tap()
    page.wait_for_url("**/group-supervision.html#cited-*")
    expect(page.locator("li:target")).to_be_in_viewport()


def test_without_scripts_a_citation_opens_the_list_and_leads_back(opened: Any) -> None:
    page = opened(SUPERVISION, java_script_enabled=False)
    assert not page.locator("details.kb-cited").evaluate("one => one.open")
    citation(page).click()
    place = page.locator("li:target")
    expect(place).to_be_in_viewport()
    place.locator("xpath=ancestor::li[1]").locator(".kb-cited__back").click()
    expect(page.locator("a.kb-cite__link:target")).to_be_in_viewport()

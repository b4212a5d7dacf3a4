"""The frame on the screen: a header that stays and covers nothing, a menu whose groups fold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from site_pages import a_record, parts
from windows import Windows

pytestmark = pytest.mark.browser

SUPERVISION = "book/blueprint/group-supervision"
WIDTHS = (1366, 768, 390, 320)

Opener = Callable[..., Page]

BEHIND_THE_HEADER = """() => {
    const header = document.querySelector(".kb-header");
    const one = document.activeElement;
    if (one === document.body || one.closest(".kb-header, .kb-skip, #kb-menu")) return null;
    const { top, bottom } = one.getBoundingClientRect();
    const edge = header.getBoundingClientRect().bottom;
    return top < edge - 1 && bottom > 0 ? one.outerHTML.slice(0, 120) : null;
}"""
"""What has the keyboard, where any of it is behind the header."""

CUT_RINGS = """() => {
    const cut = [];
    for (const one of document.querySelectorAll("a[href], button, input, summary")) {
        one.focus({ focusVisible: true, preventScroll: true });
        if (document.activeElement !== one) continue;
        const { outlineWidth, outlineOffset } = getComputedStyle(one);
        const ring = Math.floor(parseFloat(outlineWidth) + parseFloat(outlineOffset));
        let frame = one.parentElement;
        while (frame && getComputedStyle(frame).overflowX !== "auto") frame = frame.parentElement;
        if (!frame) continue;
        const [inner, outer] = [one, frame].map((box) => box.getBoundingClientRect());
        if (inner.left - ring < outer.left || inner.right + ring > outer.right)
            cut.push(one.outerHTML.slice(0, 120));
    }
    return cut;
}"""
"""What has a ring, when it has the keyboard, that its scrolling frame cuts off."""


@pytest.fixture
def opened(windows: Windows, address: str) -> Opener:
    """Opens a page of the site in a window of its own."""

    def open_page(name: str, width: int = 1366, height: int = 768) -> Page:
        path, mark, place = name.partition("#")
        return windows.open(f"{address}{path}.html{mark}{place}", width=width, height=height)

    return open_page


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", [SUPERVISION, a_record()])
def test_what_has_the_keyboard_is_not_behind_the_header(
    opened: Opener, name: str, width: int
) -> None:
    page = opened(name, width)
    page.locator(".kb-footer a").first.focus()
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(BEHIND_THE_HEADER) is None


@pytest.mark.parametrize(
    "name", ["book/blueprint/training", "book/plan/providers", "book/plan/pilot"]
)
def test_the_ring_around_what_has_the_keyboard_is_whole(opened: Opener, name: str) -> None:
    assert opened(name).evaluate(CUT_RINGS) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_link_to_a_heading_leads_below_the_header(opened: Opener, width: int) -> None:
    page = opened(f"{SUPERVISION}#sources-cited", width)
    heading, header = page.locator("#sources-cited h2"), page.locator(".kb-header")
    expect(heading).to_be_in_viewport()
    top, edge = heading.bounding_box(), header.bounding_box()
    assert top is not None
    assert edge is not None
    assert top["y"] >= edge["y"] + edge["height"]


@pytest.mark.parametrize("width", WIDTHS)
def test_search_and_menu_stay_within_reach(opened: Opener, width: int) -> None:
    page = opened(SUPERVISION, width)
    page.evaluate("scrollTo(0, 5000)")
    header = page.locator(".kb-header")
    search = header.locator("input[type=search]" if width >= 768 else ".kb-search-link")
    expect(search).to_be_in_viewport()
    menu = page.locator("#kb-menu" if width >= 1024 else ".kb-menu-button")
    expect(menu).to_be_in_viewport()
    box = header.bounding_box()
    assert box is not None
    assert box["height"] <= 64


def test_a_low_window_keeps_its_room(opened: Opener) -> None:
    page = opened(SUPERVISION, 640, 360)
    page.evaluate("scrollTo(0, 5000)")
    expect(page.locator(".kb-header")).not_to_be_in_viewport()


@pytest.mark.parametrize("height", [768, 900])
@pytest.mark.parametrize("name", [SUPERVISION, a_record(), "book/about/accessibility"])
def test_the_menu_opens_where_the_reader_is_and_fits(
    opened: Opener, name: str, height: int
) -> None:
    page = opened(name, height=height)
    groups = page.locator("#kb-menu > details")
    assert groups.count() == len(parts())
    openings = groups.evaluate_all("all => all.filter((one) => one.open).length")
    assert openings == 1
    expect(groups.locator("[aria-current]")).to_be_visible()
    assert page.locator("#kb-menu").evaluate("one => one.scrollHeight <= one.clientHeight")
    for group in groups.all():
        expect(group.locator("summary")).to_be_in_viewport(ratio=1)


def test_a_group_of_the_menu_opens_by_keyboard(opened: Opener) -> None:
    page = opened(SUPERVISION)
    plan = page.locator("#kb-menu > details", has_text="Plan a pilot")
    plan.locator("summary").press("Enter")
    expect(plan.get_by_role("link", name="Plan a pilot", exact=True)).to_be_visible()


def test_the_panel_of_the_menu_closes_when_the_keyboard_moves_on(opened: Opener) -> None:
    page = opened("book/index", 390)
    page.get_by_role("button", name="Menu").press("Enter")
    menu = page.locator("#kb-menu")
    expect(menu).to_be_visible()
    for _ in range(8):
        page.keyboard.press("Tab")
    expect(menu).to_be_hidden()
    assert page.evaluate("document.activeElement !== document.body")


def test_the_button_closes_the_menu_that_it_opened(opened: Opener) -> None:
    page = opened(SUPERVISION, 390)
    button, menu = page.get_by_role("button", name="Menu"), page.locator("#kb-menu")
    button.click()
    menu.locator("summary").first.focus()
    button.click()
    expect(menu).to_be_hidden()


@pytest.mark.parametrize("missing", ["group-supervison.html", "book/blueprint/group-supervison"])
def test_an_address_that_leads_nowhere_is_searched_for(
    browser: Browser, address: str, built_site: Path, missing: str
) -> None:
    text = (built_site / "404.html").read_text(encoding="utf-8")
    # As the build does for a site with an address.
    anywhere = text.replace(
        '<meta charset="utf-8" />',
        f'<meta charset="utf-8"><base href="{urlsplit(address).path}404.html">',
    )
    page = browser.new_page()
    page.route(
        f"**/{missing}",
        lambda route: route.fulfill(status=404, content_type="text/html", body=anywhere),
    )
    page.goto(f"{address}{missing}")
    expect(page.locator("h1")).to_have_text("Page not found")
    expect(page.get_by_role("searchbox")).to_have_value("group supervison")
    first = page.locator("#kb-search-list a").first
    expect(first).to_contain_text("group supervision", ignore_case=True)
    first.click()
    page.wait_for_url("**/book/**.html*")
    page.close()


def test_the_page_for_what_is_not_there_asks_by_itself_for_nothing(opened: Opener) -> None:
    page = opened("404")
    expect(page.get_by_role("searchbox")).to_have_value("")
    expect(page.get_by_role("link", name="All evidence records").last).to_be_visible()

"""Every page can be read and used by everyone: rules by axe, and by hand what axe can't see."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from axe_rules import violations
from playwright.sync_api import Browser, Page, expect
from scrolling import has_scrolled
from site_pages import KINDS, PAGES, a_record
from windows import Windows

pytestmark = pytest.mark.browser

WINDOWS = [pytest.param(1366, "light", id="desktop-light"), pytest.param(320, "dark", id="phone")]
FRAME = ["book/index", "book/questions", a_record()]
"""Pages that show each kind of frame."""

OVERLAPS = (Path(__file__).parent / "overlaps.js").read_text(encoding="utf-8")
OUTSIDE = (Path(__file__).parent / "outside.js").read_text(encoding="utf-8")
BROKEN_WORDS = (Path(__file__).parent / "broken_words.js").read_text(encoding="utf-8")
OPEN_ALL = """() => {
    for (const fold of document.querySelectorAll("main details:not([name])")) fold.open = true;
}"""
"""Of folds with a name one is open at a time: menus, whose own tests open each."""

Opener = Callable[..., Page]


def of(names: Iterable[str]) -> pytest.MarkDecorator:
    """Have a test look at these pages. Tests of one page follow one another: it is loaded once."""
    mark = pytest.mark.xdist_group
    return pytest.mark.parametrize("name", [pytest.param(n, marks=mark(n), id=n) for n in names])


@pytest.fixture(scope="module")
def looked_at(browser: Browser, address: str) -> Opener:
    """Shows a page of the site in the one window of all tests that only look at pages."""
    window = browser.new_page()

    def show(name: str, width: int = 1366, theme: Any = "light", media: Any = "screen") -> Page:
        window.set_viewport_size({"width": width, "height": 800})
        window.emulate_media(media=media, color_scheme=theme, reduced_motion="reduce")
        if window.url != f"{address}{name}.html":
            window.goto(f"{address}{name}.html")
        return window

    return show


@pytest.fixture
def opened(windows: Windows, address: str) -> Opener:
    """Opens a page of the site in a window of its own."""

    def open_page(
        name: str, width: int = 1366, theme: Any = "light", *, scripts: bool = True
    ) -> Page:
        return windows.open(
            f"{address}{name}.html",
            width=width,
            height=800,
            color_scheme=theme,
            reduced_motion="reduce",
            java_script_enabled=scripts,
        )

    return open_page


@of(KINDS)
def test_axe_finds_nothing(looked_at: Opener, name: str) -> None:
    # One window a page, in turn: axe takes long over a long page, and colours are the same tokens.
    width, theme = WINDOWS[KINDS.index(name) % 2].values
    assert violations(looked_at(name, width, theme)) == []


@pytest.mark.parametrize("name", FRAME)
@pytest.mark.parametrize(
    ("width", "theme"),
    [pytest.param(1366, "dark", id="desktop-dark"), pytest.param(320, "light", id="phone-light")],
)
def test_axe_finds_nothing_in_the_frame_in_the_other_colours(
    looked_at: Opener, name: str, width: int, theme: str
) -> None:
    assert violations(looked_at(name, width, theme)) == []


@of(PAGES)
def test_a_page_has_one_heading_its_language_and_its_landmarks(
    looked_at: Opener, name: str
) -> None:
    page = looked_at(name)
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "en-GB"
    assert page.locator("meta[name=description]").get_attribute("content")
    for landmark in ("banner", "main", "contentinfo"):
        assert page.get_by_role(landmark).count() == 1, landmark  # type: ignore[arg-type]
    levels = page.eval_on_selector_all(
        "main :is(h1, h2, h3, h4, h5, h6)", "all => all.map((one) => Number(one.tagName[1]))"
    )
    jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
    assert levels[0] == 1
    assert jumps == [], "a heading leaves out a level"


@pytest.mark.parametrize("name", FRAME)
def test_the_skip_link_comes_first_and_leads_to_the_text(opened: Opener, name: str) -> None:
    page = opened(name)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to main content"
    box = skip.bounding_box()
    assert box is not None
    assert box["y"] >= 0, "it can be seen once it is reached"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize(("width", "theme"), WINDOWS)
@pytest.mark.parametrize("name", FRAME)
def test_whatever_has_the_keyboard_shows_it(
    opened: Opener, name: str, width: int, theme: str
) -> None:
    page = opened(name, width, theme)
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break  # the end of a short page
        shows = page.evaluate(
            """() => {
                const one = document.activeElement;
                const style = getComputedStyle(one);
                return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
            }"""
        )
        assert shows, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_the_menu_of_a_small_window_works_by_keyboard(opened: Opener) -> None:
    page = opened("book/questions", 320)
    button = page.get_by_role("button", name="Menu")
    menu = page.get_by_role("navigation", name="Site")
    assert not menu.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert menu.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#kb-menu') !== null")
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    assert page.evaluate("document.activeElement.matches('.kb-menu-button')")


def test_the_open_menu_passes_axe_and_fits(opened: Opener) -> None:
    page = opened("book/index", 320, "dark")
    page.get_by_role("button", name="Menu").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_menu_says_which_page_this_is(opened: Opener) -> None:
    assert opened("book/questions").locator("#kb-menu [aria-current=page]").count() == 1
    assert opened(a_record()).locator("#kb-menu [aria-current=true]").count() == 1


def test_a_menu_longer_than_the_window_begins_where_the_reader_is(opened: Opener) -> None:
    here = "#kb-menu [aria-current=page]"
    expect(opened("book/about/accessibility").locator(here)).to_be_in_viewport()
    assert opened("book/questions").locator("#kb-menu").evaluate("one => one.scrollTop") == 0


def test_without_javascript_the_menu_opens_and_dead_buttons_are_not_there(opened: Opener) -> None:
    page = opened("book/questions", 320, scripts=False)
    page.get_by_role("button", name="Menu").click()
    assert page.get_by_role("navigation", name="Site").is_visible()
    assert not page.get_by_role("button", name="Dark mode").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_dark_mode_follows_the_system_until_the_reader_chooses(opened: Opener) -> None:
    page = opened("book/questions", theme="dark")
    button = page.get_by_role("button", name="Dark mode")
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert page.locator("html").get_attribute("data-theme") == "light"
    page.reload()
    assert page.locator("html").get_attribute("data-theme") == "light"
    assert button.get_attribute("aria-pressed") == "false"


def test_nothing_moves_for_those_who_ask_for_it(looked_at: Opener) -> None:
    page = looked_at("book/index")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => {
            const style = getComputedStyle(one);
            const longest = (list) => Math.max(...list.split(",").map(parseFloat));
            return longest(style.transitionDuration) > 0.05
                || longest(style.animationDuration) > 0.05;
        }).length"""
    )
    assert moving == 0


def test_what_is_wider_than_the_window_is_reached_and_scrolled_by_keyboard(opened: Opener) -> None:
    page = opened("book/notebooks/plan-a-pilot", 320)
    code = page.locator("pre.scrolls").first
    code.focus()
    assert code.get_attribute("aria-label") == "Code"
    page.keyboard.press("ArrowRight")
    assert has_scrolled(code)


def test_a_table_of_cards_names_each_value_and_stays_a_table(opened: Opener) -> None:
    page = opened("book/about/performance", 320)
    table = page.locator("table.stacks").first
    assert table.get_attribute("role") == "table"
    for label in ("1,000 records", "10,000 records"):
        cells = table.locator(f"td[data-label='{label}']")
        contents = cells.evaluate_all(
            "all => all.map((one) => getComputedStyle(one, '::before').content)"
        )
        assert set(contents) == {f'"{label}"'}


def test_a_short_value_stands_on_the_line_of_its_name(opened: Opener) -> None:
    # On a phone of the usual width; on the smallest it may slip below its name.
    page = opened("book/plan/clinician-posts", 390)
    heights = page.locator("table.stacks:has(td[data-label*=more]) td").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().height"
        " / parseFloat(getComputedStyle(one).lineHeight))"
    )
    assert heights
    assert max(heights) < 2


@of(KINDS)
def test_no_text_lies_over_other_text(looked_at: Opener, name: str) -> None:
    page = looked_at(name)
    found = {}
    for width in (1366, 1280, 768, 320):
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = page.evaluate(OVERLAPS)
    assert found == {1366: [], 1280: [], 768: [], 320: []}


@of(PAGES)
def test_no_word_of_a_table_is_broken(looked_at: Opener, name: str) -> None:
    page = looked_at(name)
    page.evaluate(OPEN_ALL)
    found = {}
    for width in (1366, 1024, 768):
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = page.evaluate(BROKEN_WORDS)
    assert found == {1366: [], 1024: [], 768: []}


@of(page for page in KINDS if page != "search")
def test_on_paper_only_the_text_is_left_and_no_table_is_cut(looked_at: Opener, name: str) -> None:
    # The width of A4 less its margins, at 96 pixels an inch.
    page = looked_at(name, 670, media="print")
    shown = page.eval_on_selector_all(
        "#kb-menu, .kb-header form, .kb-mode, .kb-turn, .kb-made",
        "all => all.filter((one) => one.checkVisibility()).map((one) => one.className)",
    )
    assert shown == []
    cut = page.eval_on_selector_all(
        ".table-frame",
        "all => all.filter((one) => one.scrollWidth > one.clientWidth + 2)"
        ".map((one) => one.textContent.trim().slice(0, 60))",
    )
    assert cut == []


@of(PAGES)
def test_nothing_is_outside_the_window_whatever_is_open(looked_at: Opener, name: str) -> None:
    page = looked_at(name)
    page.evaluate(OPEN_ALL)
    found = {}
    for width in (1366, 1024, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = page.evaluate(OUTSIDE)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found[width].append(f"the page is {wide} wide")
    page.goto("about:blank")  # for other tests, nothing is open
    assert not any(found.values()), found

"""The evidence map for everyone: axe in each view, light and dark, and the keyboard alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from axe_rules import violations
from evidence_map_site import opened, settled
from playwright.sync_api import Browser, Page, expect
from windows import Windows

pytestmark = [pytest.mark.browser, pytest.mark.book]

VIEWS = {
    "picture": "",
    "table": "view=map",
    "graph": "view=graph&factors=yes",
    "list": "view=list",
    "filtered": "view=map&component=training&words=skill",
    "nothing left": "view=list&words=nosuchword",
    "panel of a cell": "open=cell:training/practitioner-skill",
    "panel of an empty cell": "open=cell:genograms/practitioner-skill",
    "panel of a node": "view=graph&open=component:genograms",
    "a path": "view=graph&path=component:training/practitioner-confidence",
    "a broken link": "component=nonsense",
}
IN_ITS_OWN_COLOURS = ("picture", "table", "graph", "list", "panel of a cell", "a path")
"""The views that between them show everything that has a colour."""


@pytest.fixture(scope="module")
def address(built_site: Path) -> str:
    return (built_site / "book" / "evidence" / "map.html").as_uri()


@pytest.fixture
def page(windows: Windows) -> Page:
    return windows.open("about:blank", height=900)


@pytest.mark.parametrize(
    ("view", "theme"),
    [(view, "light") for view in VIEWS] + [(view, "dark") for view in IN_ITS_OWN_COLOURS],
)
def test_axe_finds_nothing_in_any_view(page: Page, address: str, view: str, theme: str) -> None:
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    opened(page, address, VIEWS[view])
    page.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", theme)
    settled(page)
    assert violations(page) == []


def test_axe_finds_nothing_with_a_filter_open(page: Page, address: str) -> None:
    opened(page, address)
    page.locator(".em-drop > summary", has_text="More filters").click()
    page.locator(".em-fold > summary").first.click()
    assert violations(page) == []


def test_the_keyboard_alone_does_the_main_tasks(page: Page, address: str) -> None:
    """Filter, switch the view, open records from the graph, come back, reset."""
    opened(page, address)

    def tab_to(selector: str, most: int = 400) -> None:
        for _ in range(most):
            page.keyboard.press("Tab")
            if page.evaluate("(s) => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"{selector} can't be reached with the Tab key")

    tab_to(".em-drop summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".em-chips li")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".em-drop summary").first).to_be_focused()
    tab_to("[role=tab]")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Graph")).to_be_focused()
    expect(page.locator("#em-graph")).to_be_visible()
    tab_to(".em-drawing a")
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog")
    expect(panel).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    assert page.evaluate("() => document.activeElement.matches('.em-drawing a')")
    page.get_by_role("tab", name="Picture").click()
    page.get_by_role("button", name="Clear all filters").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".em-chips li")).to_have_count(0)
    expect(page.locator(".em-drop summary").first).to_be_focused()
    tab_to(".em-table a")
    page.keyboard.press("ArrowRight")
    cell = page.evaluate("() => document.activeElement.closest('td').dataset.component")
    page.keyboard.press("Enter")
    expect(panel.locator("h2")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    assert page.evaluate("() => document.activeElement.closest('td').dataset.component") == cell


def test_a_sheet_over_the_map_keeps_the_focus(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, address, "open=cell:training/practitioner-skill")
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "() => document.activeElement === document.body"
            " || document.querySelector('dialog').contains(document.activeElement)"
        ), "the focus has left the panel"


def test_few_stops_of_the_tab_key_lead_through_the_page(page: Page, address: str) -> None:
    opened(page, address)
    stops = page.evaluate(
        """() => [...document.querySelectorAll('main :is(a[href], button, input, select, summary)')]
          .filter((e) => e.tabIndex >= 0 && e.checkVisibility()).length"""
    )
    assert stops <= 45


def test_every_cell_is_a_control_with_a_full_name(page: Page, address: str) -> None:
    opened(page, address)
    cell = page.get_by_role("gridcell").get_by_role("link", name="Training, Practitioner skill.")
    expect(cell).to_have_count(1)
    names = page.locator(".em-table td a").evaluate_all(
        "(links) => links.map((link) => link.querySelector('.em-sr').textContent)"
    )
    assert len({name.split(".")[0] for name in names}) == len(names)


def test_reduced_motion_is_obeyed(page: Page, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    opened(page, address, "open=cell:training/practitioner-skill")
    assert page.locator("dialog").evaluate("(d) => getComputedStyle(d).animationName") == "none"


@pytest.mark.parametrize("width", [1366, 1024, 768, 390])
def test_nothing_moves_as_the_controls_come(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.add_init_script(
        """window.moved = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.moved += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });"""
    )
    settled(opened(page, address))
    page.wait_for_timeout(200)
    assert page.evaluate("() => window.moved") < 0.01
    page.close()


@pytest.mark.parametrize("width", [320, 768, 1366])
def test_nothing_runs_off_the_book_page(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for view in ("", "view=map", "view=graph", "view=list"):
        opened(page, address, view)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_links_of_the_map_lead_to_places_that_exist(page: Page, address: str) -> None:
    site = Path(address.removeprefix("file://")).parent
    page.goto(address)
    targets = page.locator("#em a[href]").evaluate_all(
        "(links) => links.map((a) => a.getAttribute('href'))"
    )
    ids: dict[str, str] = {}
    for target in targets:
        path, _, place = target.partition("#")
        if not path:
            continue
        file = os.path.normpath(site / path)
        text = ids.setdefault(file, Path(file).read_text(encoding="utf-8"))
        assert not place or f'id="{place}"' in text, target

"""The planner at every width: the answer in sight, nothing outside the window, nothing covered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_rules import violations
from playwright.sync_api import Page, expect
from windows import Windows

from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan import pilot
from knowledge_base.views.pilot_inputs import default_inputs

pytestmark = pytest.mark.browser

WIDTHS = (1366, 1024, 768, 390, 320)
STATES = {
    "default": "",
    "own-price": "#course=own&other_costs=250000",
    "errors": "#key_workers=12.7&course=nonsense&session_hours_low=9&salary_high=x",
    "every-note": (
        "#course=institute-of-family-therapy/management-and-supervision&months=1&teams=2"
        "&group_size=60&frequency=quarterly&key_workers=9000&clinicians_low=0.1&session_hours_high=12"
    ),
    "few": "#key_workers=1&months=1&frequency=monthly",
    "huge": "#key_workers=10000&months=120&other_costs=1000000000",
}
Opener = Callable[..., Page]


@pytest.fixture
def opened(faultless: Windows, built_site: Path) -> Opener:
    """Opens the planner; afterwards, no script may have failed."""
    address = (built_site / "book" / "plan" / "pilot.html").as_uri()

    def open_page(state: str = "", width: int = 1366, height: int = 768, **options: str) -> Page:
        page = faultless.open(
            address + STATES.get(state, state),
            width=width,
            height=height,
            reduced_motion="reduce",
            **options,
        )
        page.evaluate("document.querySelectorAll('.kb-form details').forEach(d => d.open = true)")
        return page

    return open_page


@pytest.fixture(scope="module")
def kb(project: Path) -> KnowledgeBase:
    return load(project)


def bar_of(kb: KnowledgeBase, key_workers: int) -> str:
    plan = pilot.pilot_plan(default_inputs(kb, key_workers=key_workers))
    return pilot.results(plan).say("bar")


OUTSIDE = """() => [...document.querySelectorAll(".kb-plan *")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 0.5)
  .filter((one) => !one.closest("figure svg, select"))
  .map((one) => one.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("state", STATES)
def test_nothing_of_the_planner_is_outside_the_window(opened: Opener, state: str):
    page = opened(state)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 768})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("state", ["default", "every-note"])
def test_the_total_stays_in_sight_while_one_types(opened: Opener, state: str):
    page = opened(state)
    for name in ("key_workers", "group_size", "other_costs"):
        box = page.locator(f"#pilot-{name}")
        box.scroll_into_view_if_needed()
        box.focus()
        expect(page.locator("#pilot-total")).to_be_in_viewport(ratio=1)
    panel = page.locator("#pilot-result").bounding_box()
    form = page.locator("#pilot-form").bounding_box()
    assert panel is not None
    assert form is not None
    assert panel["x"] >= form["x"] + form["width"]


def test_the_whole_answer_stands_beside_the_form_and_nothing_below_is_empty(opened: Opener):
    page = opened()
    page.evaluate("document.querySelectorAll('.kb-form details').forEach(d => d.open = false)")
    page.locator("#pilot-frequency").focus()
    answer = page.locator("#pilot-result")
    assert answer.evaluate("one => one.scrollHeight - one.clientHeight") <= 1
    moves, both = page.locator(".kb-moves").bounding_box(), page.locator(".kb-plan").bounding_box()
    assert moves is not None
    assert both is not None
    assert both["y"] + both["height"] - (moves["y"] + moves["height"]) < 40


@pytest.mark.parametrize("width", [1024, 768, 390, 320])
def test_the_bar_at_the_foot_has_the_range_and_covers_no_focus(
    opened: Opener, kb: KnowledgeBase, width: int
):
    page = opened("", width, 600)
    bar = page.locator(".kb-plan-bar")
    expect(bar).to_contain_text(bar_of(kb, 40))
    page.locator("#pilot-key_workers").focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        covered = page.evaluate(
            """() => {
              const one = document.activeElement;
              const bar = document.querySelector(".kb-plan-bar");
              if (!one.closest("#pilot-form") || bar.contains(one)) return "";
              const box = one.getBoundingClientRect();
              const isCovered = box.bottom > bar.getBoundingClientRect().top + 0.5;
              return isCovered ? one.outerHTML : "";
            }"""
        )
        assert covered == ""
    page.locator("#pilot-key_workers").fill("120")
    expect(bar).to_contain_text(bar_of(kb, 120))
    bar.get_by_role("link").click()
    expect(page.locator("#pilot-total")).to_be_in_viewport()
    foot, panel = bar.bounding_box(), page.locator("#pilot-result").bounding_box()
    assert foot is not None
    assert panel is not None
    assert foot["y"] + foot["height"] <= panel["y"]
    assert page.url.endswith("#key_workers=120")


def test_a_note_is_at_its_entry_and_in_the_answer_which_leads_there(opened: Opener):
    page = opened("#group_size=60")
    text = "The largest group would have 40 people. About 6 are recommended."
    at_entry = page.locator("[data-field=group_size]")
    expect(at_entry).to_contain_text(text)
    expect(at_entry.get_by_role("link").first).to_be_visible()
    noted = page.locator(".kb-cautions .kb-caution", has_text=text)
    noted.get_by_role("link", name="Go to").click()
    assert page.evaluate("document.activeElement.id") == "pilot-group_size"
    page.locator("#pilot-group_size").fill("6")
    expect(page.get_by_text(text).first).to_be_hidden()


def test_what_moves_the_total_most_comes_first(opened: Opener):
    page = opened("#course=prudence-skynner-clinic/foundation")
    lines = page.locator(".kb-moves li:visible")
    expect(lines).to_have_count(2)
    assert lines.first.inner_text().startswith("Number of clinicians:")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["errors", "every-note"])
def test_the_states_of_the_planner_hold_to_accessibility_rules(
    opened: Opener, state: str, scheme: str
):
    page = opened(state, color_scheme=scheme)
    for width in (1366, 390):
        page.set_viewport_size({"width": width, "height": 768})
        assert violations(page) == []

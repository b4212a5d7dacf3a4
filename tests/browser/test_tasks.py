"""What a reader with ten minutes comes for is done from the landing page in three clicks at most.

Each walk starts at the landing page and follows what the page offers, by mouse and by keyboard,
in a wide window and on a phone, until the answer can be seen. A press of Enter is a click.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan import pilot
from knowledge_base.views.catalogue import catalogue, cheapest
from knowledge_base.views.gap_map import gap_map
from knowledge_base.views.open_questions import open_questions
from knowledge_base.views.pilot_inputs import default_inputs
from knowledge_base.views.profile import profile
from knowledge_base.wording.numbers import thousands

pytestmark = pytest.mark.browser

MOST_CLICKS = 3
MOST_TABS = 400

TOWARDS = """wanted => {
  const here = document.activeElement;
  const grid = wanted.closest("table.em-table");
  if (!grid || !grid.contains(here) || here === wanted || !here.closest("td")) return "";
  const [from, to] = [here, wanted].map((one) => one.getBoundingClientRect());
  if (Math.abs(to.y - from.y) > 4) return to.y > from.y ? "ArrowDown" : "ArrowUp";
  return to.x > from.x ? "ArrowRight" : "ArrowLeft";
}"""
"""The key that leads from a cell of the map to another; nothing outside of the map."""


class Walk:
    """A reader on the way from the landing page."""

    def __init__(self, page: Page, by_keyboard: bool) -> None:
        self.page = page
        self.by_keyboard = by_keyboard
        self.clicks = 0

    def link(self, name: str | re.Pattern[str]) -> None:
        """Follow the first link of this name that can be seen."""
        self._press(self.page.get_by_role("link", name=name).locator("visible=true").first)

    def button(self, name: str) -> None:
        self._press(self.page.get_by_role("button", name=name))

    def _press(self, target: Locator) -> None:
        expect(target).to_be_visible()
        # Before its script runs, a link of the map leads to a page, as it does without scripts.
        self.page.wait_for_load_state()
        self.clicks += 1
        if not self.by_keyboard:
            target.click()
            return
        wanted = target.element_handle()
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            # A grid is one stop; from there, arrow keys lead on.
            while key := wanted.evaluate(TOWARDS):
                self.page.keyboard.press(key)
            if wanted.evaluate("one => one === document.activeElement"):
                self.page.keyboard.press("Enter")
                return
        raise AssertionError(f"Tab does not reach {target}")

    def sees(self, *texts: str) -> None:
        """The text stands on the page and can be seen, no more than three clicks from the start."""
        for text in texts:
            # The page sets the apostrophes that the evidence types.
            words = re.compile(re.escape(text).replace("'", "['’]"))
            expect(self.page.get_by_text(words).locator("visible=true").first).to_be_visible()
        assert self.clicks <= MOST_CLICKS


@pytest.fixture(scope="module")
def kb(project: Path) -> KnowledgeBase:
    return load(project)


@pytest.fixture(
    params=[(w, k) for w in (1366, 320) for k in (False, True)],
    ids=lambda p: f"{p[0]}-{'keyboard' if p[1] else 'mouse'}",
)
def walk(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Walk]:
    width, by_keyboard = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}book/index.html")
    yield Walk(page, by_keyboard)
    context.close()


def test_what_is_known_about_group_supervision_and_child_safety(
    walk: Walk, kb: KnowledgeBase
) -> None:
    walk.link(re.compile("^Evidence map$"))
    walk.link(re.compile("^Group supervision, Child safety"))
    walk.sees(*profile(kb, gap_map(kb).cells["group-supervision", "child-safety"]))


def test_the_same_by_the_example_among_the_five_questions(walk: Walk, kb: KnowledgeBase) -> None:
    walk.link("What is known?")
    walk.link("Group supervision and child safety")
    walk.sees(*profile(kb, gap_map(kb).cells["group-supervision", "child-safety"]))


def test_a_foundation_course_in_the_south_east(walk: Walk, kb: KnowledgeBase) -> None:
    rows = [r for r in catalogue(kb) if r.level == "foundation" and "south-east" in r.areas]
    best = cheapest(rows)
    assert best is not None
    walk.link("What does training cost?")
    walk.link("A Foundation course in the South East")
    shown = walk.page.locator("table.kb-catalogue-table tbody tr:visible")
    expect(shown).to_have_count(len(rows))
    expect(walk.page.locator("#catalogue-status")).to_be_in_viewport()
    expect(shown.first).to_contain_text(best.provider.name)


def test_what_forty_key_workers_would_need(walk: Walk, kb: KnowledgeBase) -> None:
    plan = pilot.pilot_plan(default_inputs(kb, key_workers=40))
    walk.sees(f"{thousands(plan.cost.low)} to {thousands(plan.cost.high)}")
    assert walk.clicks == 0, "the landing page itself has the answer in brief"
    walk.link("Change the numbers")
    expect(walk.page.locator("#pilot-key_workers")).to_have_value("40")
    walk.sees(pilot.results(plan).say("summary"))


def test_what_an_evaluator_must_still_settle(walk: Walk, kb: KnowledgeBase) -> None:
    questions = [gap.question for gap in open_questions(kb).first.values()]
    assert len(questions) > 5
    walk.sees(f"{len(questions)} questions")
    walk.link("See them")
    walk.sees(*questions)
    heading = walk.page.get_by_role(
        "heading", name=re.compile(rf"^To settle first.*\({len(questions)}\)")
    )
    expect(heading).to_be_in_viewport()

"""The first pages in a reader's window: the answer at once, few words, and two sides of paper."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from site_pages import PROJECT
from windows import Windows

from knowledge_base.loading import load

pytestmark = pytest.mark.browser

MOST_WORDS = {"book/index": 450, "book/questions": 900}
FIRST_SCREENS = [pytest.param((1366, 768), id="desktop"), pytest.param((390, 844), id="phone")]
BRIEFS = ["book/brief", *(f"book/brief/{component}" for component in load(PROJECT).components)]
MOST_SIDES = 2

OPEN_WORDS = r"""() => {
    const walker = document.createTreeWalker(
        document.querySelector("article"), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        const isOpen = element.checkVisibility({ contentVisibilityAuto: true });
        if (isOpen && !element.closest(".kb-hidden, .headerlink")) {
            texts.push(walker.currentNode.data);
        }
    }
    return texts.join(" ").split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}"""
"""Counts the words that can be seen while nothing has been pressed."""

Opener = Callable[..., Page]


@pytest.fixture
def opened(windows: Windows, address: str) -> Opener:
    def open_page(name: str, width: int = 1366, height: int = 768, **options: object) -> Page:
        return windows.open(f"{address}{name}.html", width=width, height=height, **options)

    return open_page


@pytest.mark.parametrize("name", MOST_WORDS)
def test_a_first_page_has_few_open_words(opened: Opener, name: str) -> None:
    words = opened(name).evaluate(OPEN_WORDS)
    assert 200 < words <= MOST_WORDS[name]


@pytest.mark.parametrize("size", FIRST_SCREENS)
def test_for_whom_the_answer_and_its_picture_are_in_the_first_screen(
    opened: Opener, size: tuple[int, int]
) -> None:
    page = opened("book/index", *size)
    for part in (
        page.locator("h1"),
        page.get_by_text("For councils, commissioners and evaluators."),
        page.get_by_role("link", name="The brief on two pages").locator("visible=true").first,
        page.locator(".kb-studies figcaption"),
        page.locator(".kb-studies table"),
    ):
        expect(part).to_be_in_viewport(ratio=0.99)


def test_the_picture_is_a_table_named_by_its_finding(opened: Opener) -> None:
    page = opened("book/index")
    finding = page.locator(".kb-studies figcaption").inner_text()
    table = page.get_by_role("table", name=finding)
    expect(table).to_be_visible()
    corner = table.get_by_role("row").nth(1).get_by_role("cell").first
    expect(corner).to_contain_text("None of this model")


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_no_mark_leaves_its_column(opened: Opener, width: int) -> None:
    page = opened("book/index", width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for cell in page.locator(".kb-studies tbody td:has(.kb-mark)").all():
        assert _right(cell.locator(".kb-mark").last) <= _right(cell) + 1


def _right(part: Locator) -> float:
    box = part.bounding_box()
    assert box is not None
    return box["x"] + box["width"]


def test_marks_show_without_their_colours(opened: Opener) -> None:
    page = opened("book/index", forced_colors="active")
    mark = page.locator(".kb-studies td .kb-mark").first
    assert mark.evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"
    half = page.locator(".kb-studies td .kb-mark-part").first
    width = half.evaluate("one => parseFloat(getComputedStyle(one, '::before').borderLeftWidth)")
    assert width > 2


def test_the_former_page_of_the_model_leads_on(opened: Opener) -> None:
    page = opened("book/start")
    page.wait_for_url("**/book/index.html")
    assert not page.get_by_role("link", name="The model in one page").count()


@pytest.mark.parametrize("name", ["book/index", "book/brief"])
def test_what_is_new_stands_in_one_row_on_a_desk(opened: Opener, name: str) -> None:
    tops = opened(name).eval_on_selector_all(
        ".kb-news > li", "all => all.map((one) => one.getBoundingClientRect().top)"
    )
    assert len(tops) > 1
    assert len(set(tops)) == 1


@pytest.mark.parametrize("name", BRIEFS)
def test_a_brief_fills_two_sides_of_paper_at_most(opened: Opener, name: str) -> None:
    sheet = opened(name).pdf(format="A4")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", sheet)) <= MOST_SIDES


@pytest.mark.parametrize("name", BRIEFS)
def test_a_brief_says_of_when_it_is_and_answers_its_questions(opened: Opener, name: str) -> None:
    page = opened(name, 320)
    expect(page.get_by_text("Edition: evidence as at").first).to_be_visible()
    for heading in ("What it is", "What is known", "What is not known", "What it costs"):
        expect(page.get_by_role("heading", name=heading).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

"""The evidence map in the book: whole in one screen, and whole on paper in each of its views."""

from __future__ import annotations

import re
import time

import pypdfium2
import pytest
from evidence_map_site import opened, settled
from playwright.sync_api import Page, Route
from windows import Windows

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.edition import edition
from knowledge_base.wording.sentences import wording
from knowledge_base.wording.typography import typographic

pytestmark = pytest.mark.browser

MAP = "book/evidence/map.html"
WORDS = wording("evidence/map")


@pytest.fixture
def page(windows: Windows) -> Page:
    return windows.open("about:blank", height=768)


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1280, 720), (1024, 768), (768, 1024)])
def test_the_whole_picture_is_in_sight_at_once(
    page: Page, address: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    opened(page, f"{address}{MAP}")
    for part in ("#em-title", ".em-table"):
        box = page.locator(part).bounding_box()
        assert box
        assert box["y"] > 0
        assert box["y"] + box["height"] <= height, part


@pytest.mark.parametrize("view", ["map", "list", "graph"])
def test_nothing_moves_where_the_address_asks_for_a_view(
    windows: Windows, address: str, view: str
) -> None:
    page = windows.open("about:blank", width=412, height=823, own=True)
    page.add_init_script(
        """window.moved = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.moved += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });"""
    )

    def come_late(route: Route) -> None:
        time.sleep(0.3)  # as on a slow line
        route.continue_()

    page.route("**/map.js", come_late)
    settled(opened(page, f"{address}{MAP}", f"view={view}"))
    page.wait_for_timeout(200)
    assert page.evaluate("() => window.moved") < 0.01


def test_components_in_the_graph_have_the_ground_of_the_tokens(page: Page, address: str) -> None:
    opened(page, f"{address}{MAP}", "view=graph")
    fills = page.eval_on_selector_all(
        ".em-component rect", "all => all.map((one) => getComputedStyle(one).fill)"
    )
    assert fills
    assert "rgb(0, 0, 0)" not in fills


def printed(page: Page) -> list[str]:
    """The text of each page of a print on A4, without any white space."""
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    texts = [one.get_textpage().get_text_range() for one in document]
    return [re.sub(r"\s|\ufffe|-", "", text) for text in texts]


@pytest.mark.parametrize(
    ("state", "key", "most_pages"),
    [
        ("view=picture", WORDS.at("page.colour"), 2),
        ("view=map", WORDS.at("page.kinds_of_evidence"), 4),
        ("view=graph", "{home}", 3),
        (
            "view=graph&path=component:clinician/family-outcomes",
            WORDS.at("graph.steps.assumed"),
            8,
        ),
        ("view=list&component=genograms", "", 10),
        ("open=cell:training/practitioner-skill", WORDS.at("page.colour"), 4),
    ],
)
def test_a_printed_view_is_whole_with_key_source_date_and_limits(
    page: Page, address: str, real_kb: KnowledgeBase, state: str, key: str, most_pages: int
) -> None:
    settled(opened(page, f"{address}{MAP}", state))
    texts = printed(page)
    assert len(texts) <= most_pages
    assert all(len(text) > 100 for text in texts), "a page is all but empty"
    whole = "".join(texts)
    home = WORDS.say("graph.home", home=real_kb.home)
    for words in (
        key.format(home=home),
        edition(real_kb).words,
        " ".join(real_kb.report.limits_in_brief.split()),
    ):
        assert re.sub(r"\s|-", "", typographic(words)) in whole
    if state in ("view=picture", "view=graph"):
        # A picture is not torn, and its title stands above it.
        names = [term.short for term in real_kb.components.values()]
        names += [typographic(term.label) for term in real_kb.outcomes.values()]
        assert [name for name in names if re.sub(r"\s|-", "", name) not in texts[0]] == []

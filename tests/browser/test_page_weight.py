"""Pages are light and whole: what a reader's browser has to fetch, and that nothing fails."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Request, Response
from site_pages import PAGES

from site_budgets import budgets

# All pages are loaded once, for all of these tests.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("weight")]

BUDGETS = budgets("most")
TOOLS = {"book/evidence/map", "book/blueprint/draw-a-genogram", "book/about/add-evidence", "search"}
"""Pages that are tools rather than for reading: they bring a drawing, an index, or lists."""

LEFT_OUT = (
    "fontawesome",
    "bootstrap",
    "thebe",
    "mathjax",
    "pydata-sphinx-theme",
    "doctools",
    "searchtools",
    "searchindex",
)


@dataclass
class Visit:
    """What the browser fetched for one page, and what it complained of."""

    sizes: dict[str, int] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Bytes, compressed as a server would."""
        return sum(self.sizes.values())


@pytest.fixture(scope="module")
def visits(browser: Browser, address: str) -> Iterator[dict[str, Visit]]:
    """Each page, visited by a browser that has stored nothing."""
    result = {}
    sizes: dict[str, int] = {}
    for name in PAGES:
        context = browser.new_context(viewport={"width": 1366, "height": 900})
        page, visit = context.new_page(), Visit()
        responses: list[Response] = []
        page.on("response", lambda response, to=responses: to.append(response))
        page.on("pageerror", lambda error, to=visit: to.failures.append(f"error: {error}"))
        page.on(
            "console",
            lambda message, to=visit: (
                to.failures.append(f"console: {message.text}") if message.type == "error" else None
            ),
        )
        page.on("requestfailed", lambda request, to=visit: to.failures.append(request.url))
        under_way: set[Request] = set()
        page.on("request", lambda request, to=under_way: to.add(request))
        page.on("requestfinished", lambda request, to=under_way: to.discard(request))
        page.on("requestfailed", lambda request, to=under_way: to.discard(request))
        page.goto(f"{address}{name}.html", wait_until="load")
        # What the page's scripts ask for in the end; `networkidle` would wait half a second more.
        page.wait_for_timeout(100)
        while under_way:
            page.wait_for_timeout(20)
        for response in responses:
            if not response.url.startswith(address):
                visit.failures.append(f"from another host: {response.url}")
            if response.status >= 400:
                visit.failures.append(f"{response.status}: {response.url}")
                continue
            if response.url not in sizes:
                body = response.body()
                sizes[response.url] = min(len(body), len(gzip.compress(body, 6, mtime=0)))
            visit.sizes[response.url] = sizes[response.url]
        context.close()
        result[name] = visit
    return result


@pytest.mark.parametrize("name", PAGES)
def test_nothing_fails_and_nothing_comes_from_elsewhere(
    visits: dict[str, Visit], name: str
) -> None:
    assert visits[name].failures == []


@pytest.mark.parametrize("name", [page for page in PAGES if page not in TOOLS])
def test_a_reading_page_is_light(visits: dict[str, Visit], name: str) -> None:
    visit = visits[name]
    heaviest = sorted(visit.sizes.items(), key=lambda item: -item[1])
    assert visit.total <= BUDGETS["bytes to read a page"], heaviest
    assert len(visit.sizes) <= BUDGETS["requests of a page"], heaviest


def test_the_form_for_evidence_is_light_enough(visits: dict[str, Visit]) -> None:
    visit = visits["book/about/add-evidence"]
    assert visit.total <= BUDGETS["bytes to add evidence"], visit.sizes
    assert any(url.endswith("/add-evidence-data.js") for url in visit.sizes)


def test_the_search_page_is_light_enough(visits: dict[str, Visit]) -> None:
    visit = visits["search"]
    assert visit.total <= BUDGETS["bytes to search"], visit.sizes
    assert any(url.endswith("/search/index.js") for url in visit.sizes)


@pytest.mark.parametrize("name", [page for page in PAGES if page != "search"])
def test_only_the_search_page_loads_the_search(visits: dict[str, Visit], name: str) -> None:
    assert [url for url in visits[name].sizes if "/search/" in url] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_does_not_load_what_the_frame_does_without(
    visits: dict[str, Visit], name: str
) -> None:
    assert [url for url in visits[name].sizes if any(word in url for word in LEFT_OUT)] == []

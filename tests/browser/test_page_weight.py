"""Pages are light and whole: what a reader's browser has to fetch, and that nothing fails."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Request, Response
from site_pages import PAGES

from site_budgets import budgets

# All pages are loaded once, for all of these tests.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("weight")]

VISITED = [*PAGES, "404", "index"]
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
def visits(browser: Browser, address: str, built_site: Path) -> dict[str, Visit]:
    """Each page, visited by a browser that has stored nothing."""
    result = {name: Visit() for name in VISITED}
    page = browser.new_page(viewport={"width": 1366, "height": 900})
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
    visit = Visit()
    under_way: set[Request] = set()

    def complains(message: ConsoleMessage) -> None:
        if message.type == "error":
            visit.failures.append(f"console: {message.text}")

    def fails(request: Request) -> None:
        visit.failures.append(request.url)
        under_way.discard(request)

    def answers(response: Response) -> None:
        if not response.url.startswith(address):
            visit.failures.append(f"from another host: {response.url}")
        elif response.status >= HTTPStatus.BAD_REQUEST:
            visit.failures.append(f"{response.status}: {response.url}")
        else:
            path = urlsplit(response.url.removeprefix(address)).path
            visit.sizes[response.url] = compressed_size(built_site / path)

    page.on("pageerror", lambda error: visit.failures.append(f"error: {error}"))
    page.on("console", complains)
    page.on("request", lambda request: under_way.add(request))
    page.on("requestfinished", lambda request: under_way.discard(request))
    page.on("requestfailed", fails)
    page.on("response", answers)
    for name in VISITED:
        visit = result[name]
        page.goto(f"{address}{name}.html", wait_until="load")
        # What the page's scripts ask for in the end; `networkidle` would wait half a second more.
        page.evaluate("() => new Promise((done) => requestIdleCallback(done))")
        while under_way:
            page.wait_for_timeout(20)
    page.close()
    return result


@cache
def compressed_size(file: Path) -> int:
    """Return the bytes of a file, compressed as a server would."""
    body = file.read_bytes()
    return min(len(body), len(gzip.compress(body, 6, mtime=0)))


@pytest.mark.parametrize("name", VISITED)
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


def test_the_map_is_light_enough(visits: dict[str, Visit]) -> None:
    visit = visits["book/evidence/map"]
    assert not any("vis-network" in url for url in visit.sizes)
    assert visit.total <= BUDGETS["bytes to read the map"], visit.sizes


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

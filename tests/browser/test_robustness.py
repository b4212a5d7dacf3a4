"""Tools hold whatever an address, a browser's settings or an old link bring to them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

TOOLS = {
    "book/evidence/map": ["view", "component", "outcome", "open", "path", "q"],
    "book/evidence/records": ["component", "q"],
    "book/evidence/report-and-sources": ["verdict", "component"],
    "book/plan/pilot": ["course", "workers", "clinician", "months"],
    "book/plan/providers": ["course", "compare", "region", "q"],
    "book/plan/logic-model": ["box", "open"],
    "book/blueprint/draw-a-genogram": ["family"],
    "search": ["q"],
}
"""Pages with scripts of their own, with names that stand in their addresses, or did once."""

HOSTILE = (
    "__proto__",
    "constructor",
    "toString,hasOwnProperty",
    "%",
    "%E0%A4%A",
    "-1",
    "1e309",
    "NaN",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "a/b/c:d,e",
    "x" * 5_000,
    "",
)
BROKEN_WORDS = ("undefined", "NaN", "[object ", "Infinity")

REFUSE_STORAGE = """for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError") } });
}"""


def opened(browser: Browser) -> tuple[Page, list[str]]:
    """Return a page, and the list in which its errors will stand."""
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(f"{page.url[:200]}: {error}"))
    page.on("dialog", lambda dialog: (errors.append(dialog.message), dialog.dismiss()))
    return page, errors


@pytest.mark.parametrize("tool", TOOLS)
def test_no_address_breaks_a_tool(browser: Browser, address: str, tool: str) -> None:
    page, errors = opened(browser)
    page.goto(f"{address}{tool}.html")
    for value in HOSTILE:
        query = "&".join(f"{name}={value}" for name in TOOLS[tool])
        page.goto(f"{address}{tool}.html?{query}#{query}")
        said = page.locator("main").inner_text()
        assert [word for word in BROKEN_WORDS if word in said and word not in value] == []
    assert errors == []
    page.close()


@pytest.mark.parametrize("tool", [*TOOLS, "book/index"])
def test_a_browser_that_stores_nothing_shows_every_tool(
    browser: Browser, address: str, tool: str
) -> None:
    page, errors = opened(browser)
    page.add_init_script(REFUSE_STORAGE)
    page.goto(f"{address}{tool}.html")
    page.get_by_role("button", name="Dark mode").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert errors == []
    page.close()


def test_only_an_old_browser_is_told_so(browser: Browser, address: str) -> None:
    page, _ = opened(browser)
    page.goto(f"{address}book/plan/pilot.html")
    note = page.locator(".kb-old-browser")
    assert note.is_hidden()
    # What a browser does that doesn't know the condition: it passes over the block.
    page.evaluate(
        """() => { for (const sheet of document.styleSheets)
          for (let at = sheet.cssRules.length; at--;)
            if (sheet.cssRules[at] instanceof CSSSupportsRule) sheet.deleteRule(at); }"""
    )
    assert note.is_visible()
    page.close()

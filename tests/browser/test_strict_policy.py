"""The site lives under the policy that it ships: served in a folder, and opened as files.

Every test of a served page fails if that page does what the policy forbids: see
`nothing_against_the_policy` in conftest.py. test_page_weight.py visits each page of the menu so.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from site_pages import PAGES

from conftest import Server

pytestmark = pytest.mark.browser


def errors(page: Page) -> list[str]:
    """Return a list that the page's errors, and refusals of its policy, go on filling."""
    seen: list[str] = []
    page.on("console", lambda m: seen.append(f"{m.text} {page.url}") if m.type == "error" else None)
    page.on("pageerror", lambda error: seen.append(f"{error} {page.url}"))
    return seen


def test_no_page_needs_what_the_policy_forbids_where_it_is_opened_as_a_file(
    browser: Browser, built_site: Path
) -> None:
    page = browser.new_page()
    seen = errors(page)
    for name in [*PAGES, "404", "index"]:
        page.goto((built_site / f"{name}.html").as_uri())
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px", "without styles"
    assert not seen
    page.close()


@pytest.mark.parametrize(
    ("broken", "directive"),
    [
        ("() => document.head.append(Object.assign(document.createElement('style'), "
         "{ textContent: 'p { color: red }' }))", "style-src-elem"),
        ("() => document.body.setAttribute('style', 'color: red')", "style-src-attr"),
        ("() => document.body.setAttribute('onclick', 'open()')", "script-src-attr"),
        ("() => document.head.append(Object.assign(document.createElement('script'), "
         "{ textContent: 'var broken' }))", "script-src-elem"),
        ("() => fetch('http://127.0.0.1:1/').catch(() => {})", "connect-src"),
        ("() => { new Image().src = 'http://127.0.0.1:1/picture.png' }", "img-src"),
    ],
)  # fmt: skip
def test_what_a_page_must_not_do_is_refused_and_reported(
    browser: Browser, address: str, server: Server, broken: str, directive: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}search.html")
    page.evaluate(broken)
    for _ in range(100):
        if server.violations:
            break
        page.wait_for_timeout(20)
    assert {report["effective-directive"] for report in server.violations} == {directive}
    server.violations.clear()
    page.close()

"""How long the tools keep a phone's processor busy: searches answer within a second.

What is measured is the processor time of the page's main thread, which other work on the machine
doesn't change much, times what a phone is slower than a desk, as Lighthouse reckons it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "browser"))

from evidence_map_site import chromium
from main_thread import TASKS, task_times

pytestmark = [pytest.mark.benchmark, pytest.mark.browser, pytest.mark.book]

PHONE = 4
"""How many times slower a phone is."""

LONGEST = 250
"""Milliseconds for which a page may not answer a press while it opens."""

WHOLE = 1000
"""Milliseconds of work until a page shows what was asked of it."""

PAGES = {
    "search.html?q=waiting+list": ".kb-result",
    "search.html?q=training": ".kb-result",
    "book/evidence/map.html": ".em-live",
    "book/evidence/map.html#view=graph": ".em-live [data-line]",
    "book/plan/pilot.html": "#pilot-total",
    "book/plan/providers.html": "#catalogue-filter:not([hidden])",
}
"""Pages that work out what they show, and what is there once they have."""


@pytest.mark.parametrize("place", PAGES)
def test_a_phone_answers_soon(built_site: Path, place: str) -> None:
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 390, "height": 844})
        runs = []
        for _ in range(3):
            page.goto("about:blank")
            browser.start_tracing(page=page, categories=[TASKS])
            page.goto(f"{built_site.as_uri()}/{place}")
            page.wait_for_selector(PAGES[place], state="attached")
            tasks = task_times(browser.stop_tracing())
            runs.append((max(tasks) * PHONE, sum(tasks) * PHONE))
    longest, whole = (min(times) for times in zip(*runs, strict=True))
    print(f"{place}: longest task {longest:.0f} ms, all of them {whole:.0f} ms")
    assert longest <= LONGEST
    assert whole <= WHOLE

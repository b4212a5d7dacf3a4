"""The evidence map on a page of its own, without the book around it, and a browser to use it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from knowledge_base.evidence_map import files
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.site_files import write_site_files
from shown import shown_map

TOKENS = Path(__file__).resolve().parents[2] / "book" / "_static" / "tokens.css"


@contextmanager
def chromium() -> Iterator[Browser]:
    """The machine's own browser, for as long as it is needed."""
    path = os.environ.get("KB_BROWSER") or shutil.which("chromium")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


def write_map(kb: KnowledgeBase, site: Path) -> str:
    """Write the map and a bare page with it; return the page's address, a file's."""
    write_site_files(kb, site, files)
    (site / "_static").mkdir(exist_ok=True)
    shutil.copyfile(TOKENS, site / "_static" / "tokens.css")
    page = site / "book" / "evidence" / "map.html"
    page.write_text(
        '<!doctype html><html lang="en-GB" data-theme="light"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<title>Evidence map</title><link rel="icon" href="data:,">'
        '<link rel="stylesheet" href="../../_static/tokens.css">'
        '<link rel="stylesheet" href="map/map.css">'
        '<script defer src="map/data.js"></script><script defer src="map/map.js"></script></head>'
        '<body style="margin: 0; font-family: sans-serif; background: var(--kb-paper)">'
        f'<main style="padding: 1rem"><h1>Evidence map</h1>{shown_map(kb)}</main></body></html>',
        encoding="utf-8",
    )
    return page.as_uri()


def settled(page: Page) -> Page:
    """Wait for what comes after the view itself: the paths that are offered, and transitions."""
    page.wait_for_function(
        """() => !document.getAnimations().length
          && (document.getElementById('em-graph').hidden
            || document.querySelector('#em-end option'))"""
    )
    return page


def opened(page: Page, address: str, hash_: str = "") -> Page:
    """Open the map anew and wait until it is ready."""
    page.goto("about:blank")
    page.goto(f"{address}{'#' if hash_ else ''}{hash_}")
    page.wait_for_selector(".em-live:not([aria-busy])")
    return page

"""Has a browser print the document, and puts the numbers of the pages into its contents."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from pikepdf import Name, ObjectStreamMode, OutlineItem, Pdf, String
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page as BrowserPage
from playwright.sync_api import sync_playwright

from printed_book.document import Document, Entry

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
PATIENCE = 5 * 60 * 1000
"""Milliseconds: a browser that has not printed by then never will."""


class BrowserError(Exception):
    """There is no browser to print with, or it fails; says what is wrong and what helps."""


def find_browser(program: str | None) -> str:
    """Return the path of the browser to print with: the one that is given, or the machine's."""
    for name in [program] if program else BROWSERS:
        if path := shutil.which(name):
            return path
    if program:
        raise BrowserError(f"KB_BROWSER is set to {program}, and that is not a program.")
    raise BrowserError("There is no browser to print with. `make pdf` installs one.")


def print_page(html: str, browser: str) -> bytes:
    """Return a document of a few pages as tagged PDF."""
    with _opened(browser) as (page, file):
        return _printed(page, file, html, tagged=True)


def print_document(document: Document, browser: str) -> bytes:
    """Return the document as PDF: tagged, with an outline, and with numbered contents."""
    with _opened(browser) as (page, file):
        # Once to see on which page everything stands; tags don't move it, and take long.
        numbers = _numbers(_printed(page, file, document.html({}), tagged=False), document)
        pdf = _printed(page, file, document.html(numbers), tagged=True)
    if _numbers(pdf, document) != numbers:
        raise AssertionError("the numbers in the contents move what they count")
    return _finished(pdf, document)


@contextmanager
def _opened(browser: str) -> Iterator[tuple[BrowserPage, Path]]:
    """Give a page of the browser, and the file that it shows."""
    try:
        with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
            chromium = playwright.chromium.launch(
                executable_path=browser,
                args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            )
            page = chromium.new_context(java_script_enabled=False).new_page()
            page.set_default_timeout(PATIENCE)
            yield page, Path(folder) / "book.html"
            chromium.close()
    except PlaywrightError as error:
        reason = error.message.strip().splitlines()[0]
        raise BrowserError(f"{browser} did not print the book: {reason}") from None


def _printed(page: BrowserPage, file: Path, html: str, *, tagged: bool) -> bytes:
    file.write_text(html, encoding="utf-8")
    page.goto(file.as_uri())
    return page.pdf(format="A4", prefer_css_page_size=True, tagged=tagged)


def _numbers(pdf: bytes, document: Document) -> dict[str, int]:
    """Return the number of the page on which each thing stands that the contents name."""
    with Pdf.open(BytesIO(pdf)) as printed:
        places = _places(printed)
        of_page = {page.obj.objgen: number for number, page in enumerate(printed.pages, 1)}
        return {anchor: of_page[places[anchor][0].objgen] for anchor in document.anchors}


def _places(pdf: Pdf) -> dict[str, Any]:
    """Return the page and position of each place that links lead to."""
    return {unquote(name.removeprefix("/")): place for name, place in pdf.Root.Dests.items()}


def _finished(pdf: bytes, document: Document) -> bytes:
    """Add what the browser can't say: who made it, and the parts of the book in its outline."""
    with Pdf.open(BytesIO(pdf)) as printed:
        printed.docinfo[Name.Author] = String(document.author)
        with printed.open_outline() as outline:
            outline.root[:] = _outline(document.entries, _places(printed))
        result = BytesIO()
        # The tags are a great many small objects: a third of the size without this.
        printed.save(result, object_stream_mode=ObjectStreamMode.generate)
        return result.getvalue()


def _outline(entries: tuple[Entry, ...], places: Mapping[str, Any]) -> Iterator[OutlineItem]:
    for part, chapters in groupby(entries, key=lambda entry: entry.part):
        items = []
        for entry in chapters:
            item = OutlineItem(entry.title, places[entry.anchor])
            item.is_closed = True
            item.children = [OutlineItem(title, places[anchor]) for anchor, title in entry.sections]
            items.append(item)
        if part:
            above = OutlineItem(part, items[0].destination)
            above.children = items
            yield above
        else:
            yield from items

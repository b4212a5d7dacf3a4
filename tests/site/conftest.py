"""What the tests of the built site share: its pages, and the evidence they were made from."""

from __future__ import annotations

from pathlib import Path

import pytest
from html_pages import Page, read_pages


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, Page]:
    """The pages of the built site by their path from its root."""
    return read_pages(built_site)


@pytest.fixture(scope="session")
def book_pages(pages: dict[str, Page]) -> dict[str, Page]:
    """The pages of the book, without documents shown inside one and the first page's copy."""
    copy = "index.html"
    return {path: page for path, page in pages.items() if page.is_framed and path != copy}

"""What the browser tests share: a browser, and the built site behind an address."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The machine's Chromium. One a module: Playwright allows one at a time."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("KB_BROWSER") or shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """The address under which the built site is served; it ends in a slash."""
    server = _Server(("127.0.0.1", 0), partial(_Silent, directory=str(built_site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_args: Any) -> None:
        """Say nothing: a browser that closes a page drops what it still asks for."""


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_args: Any) -> None:
        """Say nothing: pytest shows what failed."""

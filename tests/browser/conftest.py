"""What the browser tests share: a browser, and the built site behind an address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from evidence_map_site import chromium
from playwright.sync_api import Browser, Page
from windows import Windows

from book_extensions.policy import headers


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium. One for all tests of a process: Playwright allows one at a time."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def shared_window(browser: Browser) -> Iterator[Page]:
    """The window that tests open one after the other."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def windows(browser: Browser, shared_window: Page) -> Iterator[Windows]:
    """Opens pages, and closes them after the test."""
    windows = Windows(browser, shared_window)
    yield windows
    windows.close()


@pytest.fixture
def faultless(windows: Windows) -> Iterator[Windows]:
    """Opens pages in which nothing may go wrong."""
    yield windows
    assert windows.wrong == []


@pytest.fixture(scope="session")
def server(built_site: Path) -> Iterator[Server]:
    """The built site as a host serves it: in a folder of its own, under the strict policy."""
    server = Server(built_site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(server: Server) -> str:
    """The address under which the built site is served; it ends in a slash."""
    return f"http://127.0.0.1:{server.server_port}{FOLDER}"


@pytest.fixture(autouse=True)
def nothing_against_the_policy(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail each test in which a served page does what the policy forbids."""
    yield
    if "server" in request.fixturenames:
        violations = request.getfixturevalue("server").violations
        broken, violations[:] = list(violations), []
        assert not broken, "the policy of the site forbids what a page does"


FOLDER = "/an/evidence-base/"
"""Where the site is served: links that start at a host's root would lead out of it."""

VIOLATIONS = "/violations"


class Server(ThreadingHTTPServer):
    """Serves a site with its own headers, and keeps what browsers report against them."""

    def __init__(self, site: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
        self.violations: list[dict[str, Any]] = []

    def handle_error(self, *_args: Any) -> None:
        """Say nothing: a browser that closes a page drops what it still asks for."""


class _Handler(SimpleHTTPRequestHandler):
    server: Server

    def translate_path(self, path: str) -> str:
        """Return the file of the site; outside of its folder there is none."""
        if not path.startswith(FOLDER):
            return str(Path(self.directory, "outside of the site"))
        return super().translate_path(path.removeprefix(FOLDER.rstrip("/")))

    def end_headers(self) -> None:
        """Add what the site asks servers to send, and where to report."""
        for name, value in headers().items():
            to = f"; report-uri {VIOLATIONS}" if name == "Content-Security-Policy" else ""
            self.send_header(name, value + to)
        super().end_headers()

    def do_POST(self) -> None:
        """Keep what a browser reports."""
        report = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == VIOLATIONS:
            self.server.violations.append(json.loads(report)["csp-report"])
        self.send_response(HTTPStatus.NO_CONTENT)
        self.end_headers()

    def log_message(self, *_args: Any) -> None:
        """Say nothing: pytest shows what failed."""

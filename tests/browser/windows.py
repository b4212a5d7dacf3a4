"""Windows of a browser, in which tests open pages."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page


class Windows:
    """Opens pages, each in a window of its own, and remembers what went wrong in them."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: list[BrowserContext] = []
        self.wrong: list[str] = []
        """Errors of scripts, dialogs, and what a page that was opened as a file asked of hosts."""

    def open(self, address: str, *, width: int = 1366, height: int = 768, **options: Any) -> Page:
        """Return a page in a new window."""
        context = self.browser.new_context(viewport={"width": width, "height": height}, **options)
        self.contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("dialog", lambda dialog: self.wrong.append(dialog.message) or dialog.dismiss())
        if address.startswith("file:"):
            page.on("request", lambda request: self._note(request.url))
        page.goto(address)
        return page

    def close(self) -> None:
        """Close all windows."""
        for context in self.contexts:
            context.close()

    def _note(self, url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:")):
            self.wrong.append(url)

"""Windows of a browser, in which tests open pages."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, BrowserContext, Dialog, Error, Page, Request

AS_IT_IS: dict[str, Any] = {
    "color_scheme": "light",
    "reduced_motion": "no-preference",
    "forced_colors": "none",
}
"""What a window asks of pages unless a test wants another thing."""

FORGET = (
    "() => { try { localStorage.clear(); sessionStorage.clear(); } catch { /* of no site */ } }"
)


class Windows:
    """Opens pages, and remembers what went wrong in them.

    The first ordinary window of a test is the one that all tests share: a new one takes a browser
    longer than most pages do. The others are each test's own.
    """

    def __init__(self, browser: Browser, shared: Page) -> None:
        self.browser = browser
        self.shared = shared
        self.is_shared_free = True
        self.contexts: list[BrowserContext] = []
        self.wrong: list[str] = []
        """Errors of scripts, dialogs, and what a page that was opened as a file asked of hosts."""

    def open(
        self,
        address: str,
        *,
        width: int = 1366,
        height: int = 768,
        own: bool = False,
        **options: Any,
    ) -> Page:
        """Return a page in a window; ``own`` if what is done there can't be undone."""
        if options.get("java_script_enabled"):
            del options["java_script_enabled"]  # as in the shared one
        if self.is_shared_free and not own and options.keys() <= AS_IT_IS.keys():
            self.is_shared_free = False
            page = self.shared
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(media="null", **(AS_IT_IS | options))
        else:
            size = {"width": width, "height": height}
            context = self.browser.new_context(viewport=size, **options)  # type: ignore[arg-type]
            self.contexts.append(context)
            page = context.new_page()
        page.on("pageerror", self._fails)
        page.on("dialog", self._asks)
        page.on("request", self._requests)
        page.goto(address)
        return page

    def close(self) -> None:
        """Close all windows but the shared one, which forgets the test."""
        for context in self.contexts:
            context.close()
        if not self.is_shared_free:
            self.shared.remove_listener("pageerror", self._fails)
            self.shared.remove_listener("dialog", self._asks)
            self.shared.remove_listener("request", self._requests)
            self.shared.evaluate(FORGET)
            self.shared.context.clear_cookies()
            self.shared.mouse.move(0, 0)
            self.shared.goto("about:blank")

    def _fails(self, error: Error) -> None:
        self.wrong.append(str(error))

    def _asks(self, dialog: Dialog) -> None:
        self.wrong.append(dialog.message)
        dialog.dismiss()

    def _requests(self, request: Request) -> None:
        is_file = request.frame.url.startswith("file:")
        if is_file and not request.url.startswith(("file:", "data:", "blob:")):
            self.wrong.append(request.url)

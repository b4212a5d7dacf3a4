"""Two of Sphinx's events in the form in which the extensions here use them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx


def on_page(app: Sphinx, give: Callable[[Sphinx, str, dict[str, Any]], None]) -> None:
    """Have ``give`` add to what a page's template is handed, for each page."""

    def handle(
        app: Sphinx,
        pagename: str,
        _templatename: str,
        context: dict[str, Any],
        _doctree: nodes.document | None,
    ) -> None:
        give(app, pagename, context)

    app.connect("html-page-context", handle)


def on_site(app: Sphinx, finish: Callable[[Sphinx, Path], None], *, priority: int = 500) -> None:
    """Have ``finish`` called with the site's folder once its pages are written without an error.

    Those of a higher priority are called later.
    """

    def handle(app: Sphinx, error: Exception | None) -> None:
        if error is None and app.builder.format == "html":
            finish(app, Path(app.outdir))

    app.connect("build-finished", handle, priority=priority)

"""Leaves out of the published site what no page loads: the theme brings eight megabytes of that.

Icons, fonts and scripts that the frame does without would be published, and looked at by everybody
who asks what the site is made of, for nothing.
"""

import re
from collections import defaultdict
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from sphinx.application import Sphinx

from book_extensions.events import on_site
from book_extensions.site_address import PICTURE

STATIC = "_static"

_LOADED = re.compile(r"""="([^":]*_static/[^"]*)"|url\(["']?([^"')]+)""")
"""What a page names below `_static`, and what a style sheet names beside itself."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    # After everything that writes a file.
    on_site(app, remove_unused, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}


def remove_unused(app: Sphinx, folder: Path) -> None:
    """Remove the files below `_static` that no page and no style sheet in use names."""
    site = folder.resolve()
    used = in_use(site)
    if app.config.html_baseurl:  # pages name it by its whole address
        used.add(site / PICTURE)
    static = site / STATIC
    for file in sorted(static.rglob("*"), reverse=True):
        if file.is_dir():
            if not any(file.iterdir()):
                file.rmdir()
        elif file not in used:
            file.unlink()


def in_use(site: Path) -> set[Path]:
    """Return the files below `_static` that pages load, and those that these load in turn."""
    used: set[Path] = set()
    seen: dict[Path, set[str]] = defaultdict(set)
    ahead = [page for page in site.rglob("*.html") if site / STATIC not in page.parents]
    while ahead:
        file = ahead.pop()
        # Nearly all that a page names, others in its folder have named before it.
        new = _named(file) - seen[file.parent]
        seen[file.parent] |= new
        files = {(file.parent / path).resolve() for path in map(_path, new) if path}
        further = {loaded for loaded in files if loaded.is_file()} - used
        used |= further
        ahead += [loaded for loaded in further if loaded.suffix == ".css"]
    return used


def _named(file: Path) -> set[str]:
    """Return the addresses of such files that a page or a style sheet names."""
    return {match[1] or match[2] for match in _LOADED.finditer(file.read_text(encoding="utf-8"))}


def _path(address: str) -> str:
    """Return the path of an address on the site; nothing for one elsewhere, or on the page."""
    parts = urlsplit(address)
    return "" if parts.scheme or parts.netloc else unquote(parts.path)

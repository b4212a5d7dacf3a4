"""What depends on where the site is published: `html: baseurl:` in `_config.yml`, or nothing.

With an address, pages name their own and a picture for sharing, the site has a sitemap, and the
page for addresses that lead nowhere works at any depth. Without one, nothing absolute is written.
In both cases the first page also stands at the root of the site.
"""

import re
from html import escape, unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup
from sphinx.application import Sphinx

from book_extensions.events import on_page, on_site
from knowledge_base.writing import write_file

PICTURE = "_static/share.png"
SITEMAP = "sitemap.xml"
NOT_FOUND = "404"
NOT_LISTED = {NOT_FOUND, "search"}

_ADDRESS = re.compile(r'(\b(?:href|src|action|data-content_root))="([^"]*)"')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    on_page(app, name_address)
    on_site(app, finish)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}


def name_address(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Give the template the page's address and its picture, where the site has an address."""
    site = app.config.html_baseurl
    if not site:
        return
    context["share_picture"] = join(site, PICTURE)
    is_former = "nosearch" in app.env.metadata.get(pagename, {})
    if pagename in NOT_LISTED or context.get("leads_to") or is_former:
        context["pageurl"] = None
    if pagename == NOT_FOUND:
        # It is shown in the place of pages in any folder: its links start from where it is.
        own = join(urlsplit(site).path or "/", f"{NOT_FOUND}.html")
        context["metatags"] = Markup('\n    <base href="{}">').format(own)


def finish(app: Sphinx, site: Path) -> None:
    """Put the first page at the root, and write the sitemap or remove that of an older build."""
    first = app.config.root_doc
    page = (site / f"{first}.html").read_text(encoding="utf-8")
    write_file(site / "index.html", at_root(page, dirname(first)).encode())
    if app.config.html_baseurl:
        write_file(site / SITEMAP, sitemap(site).encode())
    else:
        (site / SITEMAP).unlink(missing_ok=True)


def at_root(page: str, folder: str) -> str:
    """Return a page from a folder of the site as it stands at the site's root."""

    def from_root(match: re.Match[str]) -> str:
        address = unescape(match[2])
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            return match[0]
        path = normpath(join(folder, parts.path)) + ("/" if parts.path.endswith("/") else "")
        return f'{match[1]}="{escape(parts._replace(path=path).geturl())}"'

    return _ADDRESS.sub(from_root, page)


def sitemap(site: Path) -> str:
    """Return the addresses of all pages that name theirs, for search engines."""
    pages = (file.read_text(encoding="utf-8") for file in sorted(site.rglob("*.html")))
    addresses = dict.fromkeys(match[1] for page in pages if (match := _CANONICAL.search(page)))
    urls = "\n".join(f"  <url><loc>{address}</loc></url>" for address in addresses)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}\n</urlset>\n'
    )

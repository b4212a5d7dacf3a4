"""What a page may do in a browser: load the site's own files, and nothing else.

Content Security Policy, level 3 (https://www.w3.org/TR/CSP3/). Every page carries the policy, so
that it holds wherever the site is served, and when a page is opened as a file. What only a server
can say stands beside it in the files that usual hosts read: `_headers` (Netlify, Cloudflare
Pages) and `.htaccess` (Apache). GitHub Pages reads neither and serves the pages with theirs.
"""

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from book_extensions.events import on_page, on_site
from knowledge_base.writing import write_file

OF_PAGES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    # `data:` is how a drawing becomes a picture to keep.
    "img-src": "'self' data:",
    # No page asks for anything by script; tools that judge a site read its robots.txt as a page.
    "connect-src": "'self'",
    # The search of the site is a form.
    "form-action": "'self'",
    # The page for addresses that lead nowhere says where its links start.
    "base-uri": "'self'",
}
"""What every page says of itself; a kind of source that isn't named has none."""

OF_SERVERS = {"frame-ancestors": "'none'"}
"""What a page can't say of itself."""

OTHER_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    on_page(app, give_policy)
    on_site(app, write_headers)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}


def policy_text(directives: dict[str, str]) -> str:
    """Return a policy as a header or a page says it."""
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def headers() -> dict[str, str]:
    """Return the headers with which a server should send every file of the site."""
    return {"Content-Security-Policy": policy_text(OF_PAGES | OF_SERVERS)} | OTHER_HEADERS


def give_policy(_app: Sphinx, _pagename: str, context: dict[str, Any]) -> None:
    """Give the template the policy of the page."""
    context["policy"] = policy_text(OF_PAGES)


def write_headers(_app: Sphinx, site: Path) -> None:
    """Write the headers in the forms that hosts read."""
    for_hosts = "".join(f"  {name}: {value}\n" for name, value in headers().items())
    for_apache = "".join(
        f'  Header always set {name} "{value}"\n' for name, value in headers().items()
    )
    write_file(site / "_headers", f"/*\n{for_hosts}".encode())
    write_file(
        site / ".htaccess",
        f"<IfModule mod_headers.c>\n{for_apache}</IfModule>\n".encode(),
    )

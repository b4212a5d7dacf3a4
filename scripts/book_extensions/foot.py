"""The foot of every page: who made the site, as of when, and where a mistake can be reported.

The sentences are in `book/_templates/foot.html`. Where the code is kept is `repository: url:` in
`_config.yml`; GitHub names it by itself as it builds the site. Who gets e-mail is
`contact_address:` there.
"""

import os
import re
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from sphinx.application import Sphinx

from book_extensions.events import on_page, on_site
from book_extensions.evidence import build_of
from book_extensions.site_address import NOT_LISTED
from knowledge_base.markup import addresses
from knowledge_base.pages.evidence.record import KIND
from knowledge_base.wording.nouns import listed, upper_first
from knowledge_base.wording.typography import typographic
from knowledge_base.writing import write_file

_EDITION = re.compile(r'(<dd class="kb-edition">)[^<]*')


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_config_value("contact_address", "", "html")
    on_page(app, give_facts)
    on_site(app, bring_up_to_date)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}


def give_facts(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Give the template what it says of the site and of the page."""
    build = build_of(app)
    name = pagename.rpartition("/")[2]
    is_record = pagename == KIND.page(name)
    correction = addresses.tool("about/add-evidence", task="correct", record=name)
    context["foot"] = {
        "author": app.config.author,
        "independent_of": typographic(listed(build.kb.report.independent_of, "or of")),
        "edition": _edition(app),
        "kind": "record" if is_record else "page",
        "page": "" if pagename in NOT_LISTED else name if is_record else pagename,
        "project": _repository(app).rstrip("/"),
        "contact": app.config.contact_address,
        "correct_at": addresses.seen_from(pagename, correction),
        "report_at": report_at(_repository(app), pagename),
    }


def _repository(app: Sphinx) -> str:
    """Return the address of the project's code; empty if nothing says it."""
    address: str = app.config.html_theme_options.get("repository_url", "")
    on_github = os.environ.get("GITHUB_REPOSITORY")
    return address or (f"https://github.com/{on_github}" if on_github else "")


def report_at(repository: str, pagename: str) -> str:
    """Return the address of a form for reporting a mistake, with the page filled in."""
    if not repository:
        return ""
    query = urlencode({"title": f"Mistake: {pagename}", "body": f"Page: {pagename}\n"})
    return f"{repository.rstrip('/')}/issues/new?{query}"


def _edition(app: Sphinx) -> str:
    return f"{upper_first(build_of(app).edition)}."


def bring_up_to_date(app: Sphinx, site: Path) -> None:
    """Put the edition on the pages that this build had no other reason to write again."""
    edition = escape(_edition(app))
    for file in site.rglob("*.html"):
        page = file.read_text(encoding="utf-8")
        current = _EDITION.sub(lambda match: f"{match[1]}{edition}", page)
        if current != page:
            write_file(file, current.encode())

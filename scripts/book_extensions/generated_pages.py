"""Writes the pages that are made from the model, which have no source that Sphinx would read.

They are filled at every build, which costs little, and so are never out of date: Sphinx puts the
frame around each as it does around pages with a source, and a file keeps its time if it stays the
same. See `knowledge_base.pages.generated` for what such a page is, and how to add a kind.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from book_extensions.evidence import build_of
from book_extensions.glossary import GLOSSARY
from book_extensions.processors import processors, tasks
from knowledge_base.pages.generated import GeneratedPage, generated_pages, page_kinds
from knowledge_base.views.glossary import explained

logger = logging.getLogger(__name__)

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_PLACE = re.compile(r'\bid="([^"]*)"')


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("config-inited", keep_folders)
    app.connect("html-collect-pages", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}


def keep_folders(_app: Sphinx, config: Config) -> None:
    """Keep the folders of generated pages for them: what lies there in `book/` is no page."""
    folders = (f"{kind.listed_in}/**" for kind in page_kinds().values())
    config.exclude_patterns = [*config.exclude_patterns, *folders]


def write(app: Sphinx) -> tuple[()]:
    """Write every generated page, and remove those whose thing is gone."""
    number = processors(len(build_of(app).kb.records))
    pages: dict[str, Links] = {}
    others = tasks(number)
    for part in range(1, number):
        others.add_task(
            partial(_write, app, number), part, lambda _part, their: pages.update(their)
        )
    pages |= _write(app, number, 0)
    others.join()
    warn_of_dangling_links(app.env, pages)
    for kind in page_kinds().values():
        for file in (Path(app.outdir) / kind.listed_in).glob("*.html"):
            if kind.page(file.stem) not in pages:
                file.unlink()
    return ()  # no page is left for Sphinx to write


def _write(app: Sphinx, number: int, part: int) -> dict[str, Links]:
    """Write one of a number of parts of the pages; return what is known of each."""
    kb = build_of(app).kb
    words = explained(kb) if GLOSSARY in app.env.found_docs else ()
    builder: Any = app.builder
    written = {}
    for page in generated_pages(Path(app.srcdir), kb, words, slice(part, None, number)):
        written[page.name] = Links(page.links, frozenset(_PLACE.findall(page.body)))
        with _same_time_if_same_bytes(Path(app.outdir) / f"{page.name}.html"):
            builder.handle_page(page.name, _context(page), "page.html")
    return written


def _context(page: GeneratedPage) -> dict[str, Any]:
    first = _PARAGRAPH.search(page.body)
    return {
        "title": page.title,
        "body": page.body,
        "listed_in": page.listed_in,
        "leads_to": page.leads_to,
        "metatags": _onward(page.leads_to) if page.leads_to else "",
        "first_paragraph": Markup(first[1]).striptags() if first else "",
    }


class Links(NamedTuple):
    """What is known of a page that is written already: there may be too many to keep them whole."""

    addresses: frozenset[str]
    """The addresses on the site that it links to."""
    places: frozenset[str]
    """What links can lead to on it."""


def warn_of_dangling_links(env: BuildEnvironment, pages: dict[str, Links]) -> None:
    """Warn of each link on a generated page that leads to no page, or to no place on its page."""
    labels: Any = env.get_domain("std")
    places = set(labels.anonlabels.values())
    for name, page in sorted(pages.items()):
        for address in sorted(page.addresses):
            path, _, anchor = address.partition("#")
            goal = path.removesuffix(".html")
            if goal in pages:
                there = not anchor or anchor in pages[goal].places
            else:
                there = (goal, anchor) in places if anchor else goal in env.found_docs
            if not there:
                logger.warning("%s links to %s, which is not there", name, address)


def _onward(address: str) -> Markup:
    """Return what sends browsers on to another page, and search engines with them, at once."""
    return Markup('<meta http-equiv="refresh" content="0; url={}">').format(address)


@contextmanager
def _same_time_if_same_bytes(file: Path) -> Iterator[None]:
    """Give a file its time back if it is written with the bytes that it had."""
    before = (file.read_bytes(), file.stat()) if file.is_file() else None
    yield
    if before is not None and file.read_bytes() == before[0]:
        os.utime(file, ns=(before[1].st_atime_ns, before[1].st_mtime_ns))

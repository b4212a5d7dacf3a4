"""The site's search, in the place of Sphinx's: gathers what pages say, and writes the index.

Each page's words are noted as the page is read and kept with Sphinx's environment, so that a
later build knows those of pages that it doesn't read again.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from book_extensions.citations import ANCHOR as LIST_OF_SOURCES
from book_extensions.events import on_page, on_site
from book_extensions.evidence import build_of
from book_extensions.frame import contents, menu
from knowledge_base.search import write_search
from knowledge_base.search.entries import PageSection
from knowledge_base.wording.sentences import wording

TITLES: Mapping[str, str] = wording("parts/frame").at("search_titles")
"""The pages that search, and their headings."""

QUESTIONS = "book/questions"
"""The page whose questions the search offers to those who don't know what to look for."""

DEEPEST = 3
"""Headings down to this level are found by themselves; what is below belongs to them."""

ELSEWHERE = {
    "claims",
    "kb-catalogue-table",
    "kb-edition",
    "kb-sourced",
    "kb-key",
    "kb-sources",
    "kb-tile-name",
    "kb-way",
    "limits",
    "posts",
    "records",
    "reference",
    "support",
}
"""Classes of what stands on many pages, or whose items are found by themselves."""

SPHINX_SEARCH = ("searchtools.js", "language_data.js")
"""What the theme brings for Sphinx's own search."""

_NO_WORDS = (
    nodes.section,
    nodes.title,
    nodes.raw,
    nodes.comment,
    nodes.literal_block,
    nodes.system_message,
    nodes.substitution_definition,
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.connect("config-inited", have_own_page)
    app.connect("builder-inited", do_without_sphinx_search)
    app.connect("env-purge-doc", forget)
    app.connect("doctree-read", note_words)
    on_page(app, offer_questions)
    on_site(app, finish)
    return {"parallel_read_safe": False, "parallel_write_safe": True, "version": "1"}


def have_own_page(_app: Sphinx, config: Config) -> None:
    """Have the search page made from its template, and the page for what is not there."""
    pages = dict.fromkeys(TITLES, "search.html")
    config.html_additional_pages = {**config.html_additional_pages, **pages}


def do_without_sphinx_search(app: Sphinx) -> None:
    """Have Sphinx make neither its index nor its search page."""
    builder: Any = app.builder
    builder.search = False


def _pages(env: BuildEnvironment) -> dict[str, list[tuple[str, str, str]]]:
    """Return what is known of each page: id of the heading, heading, and words, in order."""
    if not hasattr(env, "search_pages"):
        env.search_pages = {}  # type: ignore[attr-defined]
    pages: dict[str, list[tuple[str, str, str]]] = env.search_pages  # type: ignore[attr-defined]
    return pages


def forget(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget what a page said, because it is about to be read again or is gone."""
    _pages(env).pop(docname, None)


def note_words(app: Sphinx, doctree: nodes.document) -> None:
    """Note what the page just read says, heading by heading, unless it asks not to be found."""
    if "nosearch" in app.env.metadata[app.env.docname]:
        return
    _pages(app.env)[app.env.docname] = list(_sections(doctree, 1))


def _sections(parent: nodes.Element, level: int) -> Iterator[tuple[str, str, str]]:
    for section in _parts(parent):
        anchor = section["ids"][0] if level > 1 else ""
        words = [*_words(section, level)]
        if level == 1 and not words:  # What the page is stands below its first heading.
            words = [word for part in [*_parts(section)][:1] for word in _words(part, 2)]
        yield anchor, _title(section), " ".join(words)
        if level < DEEPEST:
            yield from _sections(section, level + 1)


def _parts(parent: nodes.Element) -> Iterator[nodes.section]:
    for part in parent.children:
        if isinstance(part, nodes.section) and not _is_elsewhere(part):
            yield part


def _title(section: nodes.section) -> str:
    return next(part.astext() for part in section.children if isinstance(part, nodes.title))


def _words(node: nodes.Element, level: int) -> Iterator[str]:
    """Yield the words below a node, up to the next heading that is found by itself."""
    for part in node.children:
        if isinstance(part, nodes.section) and level >= DEEPEST:
            yield _title(part)
            yield from _words(part, level)
        elif isinstance(part, _NO_WORDS) or _is_elsewhere(part):
            continue
        elif isinstance(part, nodes.TextElement):
            yield " ".join(_text(part).split())
        elif isinstance(part, nodes.Element):
            yield from _words(part, level)


def _is_elsewhere(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Element) and not ELSEWHERE.isdisjoint(node.get("classes", ()))


def _text(node: nodes.Node) -> str:
    if isinstance(node, nodes.Text):
        return node.astext()
    if isinstance(node, nodes.raw):
        return ""
    return "".join(_text(part) for part in node.children if not _is_elsewhere(part))


def offer_questions(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Give the search page's template its heading, and the questions that it offers."""
    if pagename in TITLES:
        context["title"] = TITLES[pagename]
        page = context["pathto"](QUESTIONS)
        context["questions"] = [
            {"title": heading["title"], "link": f"{page}{heading['link']}"}
            for heading in contents(app.env, QUESTIONS)
            if heading["link"] != f"#{LIST_OF_SOURCES}"
        ]


def page_sections(env: BuildEnvironment) -> Iterator[PageSection]:
    """Yield the pages of the menu with their parts, in its order, and then those outside it."""
    by_page = _pages(env)
    places = {page: caption for caption, pages in menu(env) for page, _ in pages}
    for page in [*places, *sorted(by_page.keys() - places.keys())]:
        for anchor, title, text in by_page.get(page, ()):
            yield PageSection(
                page, places.get(page, ""), env.titles[page].astext(), anchor, title, text
            )


def finish(app: Sphinx, site: Path) -> None:
    """Write the index, and remove what the theme has brought for Sphinx's search."""
    write_search(build_of(app).kb, page_sections(app.env), site)
    for name in SPHINX_SEARCH:
        (site / "_static" / name).unlink(missing_ok=True)
    (site / "searchindex.js").unlink(missing_ok=True)

"""One HTML document of all chapters: their texts one after the other, and links within it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from bs4 import Tag

from knowledge_base import book
from knowledge_base.markup import addresses
from knowledge_base.markup.html import Html
from knowledge_base.markup.templates import fill_html
from knowledge_base.model.base import NOT_REPORTED
from knowledge_base.model.fields import FIELD
from knowledge_base.model.groups import by_key
from knowledge_base.pages.evidence.record import KIND
from knowledge_base.wording.nouns import reported
from printed_book.chapters import Page, parsed, words

STYLE_SHEET = Path(__file__).parent / "book.css"

ON_SCREEN_ONLY = (
    "script, form, button, iframe, noscript, template, link, [hidden], a.headerlink, "
    ".kb-made, .kb-no-print, .toctree-wrapper"
)
"""What is of no use on paper: what runs, what is filled in, and the code behind a page."""

NAMING = ("aria-labelledby", "aria-describedby", "aria-details", "for", "headers")
"""Attributes that name other elements by id."""

REPEATED = (FIELD["component"].label, FIELD["source"].label)
"""Fields of a record that its place in the book and its line of reading say already."""
DEFINED = FIELD["kind"].label
"""The field whose value is followed by its definition, which the glossary gives once."""
NOTHING_REPORTED = reported(NOT_REPORTED)

_ID_IN_STYLE = re.compile(r"url\(#([^)]+)\)")


@dataclass(frozen=True)
class Entry:
    """A line of the contents: a chapter, or a section in it."""

    anchor: str
    title: str
    part: str
    text: Html
    """What it says."""
    sections: tuple[tuple[str, str], ...] = ()
    """Anchor and title of each section."""

    @property
    def anchors(self) -> Iterator[str]:
        """The anchors of the chapter and its sections."""
        yield self.anchor
        yield from (anchor for anchor, _ in self.sections)


@dataclass(frozen=True)
class Document:
    """The book in one piece, but for the numbers in its contents."""

    title: str
    author: str
    front: Html
    entries: tuple[Entry, ...]
    style_sheets: tuple[Html, ...]

    @property
    def anchors(self) -> list[str]:
        """The anchors of everything that the contents name."""
        return [anchor for entry in self.entries for anchor in entry.anchors]

    def html(self, numbers: Mapping[str, int]) -> str:
        """Return the document, with the number of the page on which each anchor stands.

        An anchor without a number gets one as wide as any, so that the text keeps its place.
        """
        facts = {
            "front": self.front,
            "parts": by_key((entry.part, entry) for entry in self.entries),
            "chapters": self.entries,
            "numbers": numbers,
        }
        style = "\n".join([STYLE_SHEET.read_text(encoding="utf-8"), *_running_heads(self)])
        return _printed(
            title=self.title,
            author=self.author,
            style_sheets=self.style_sheets,
            style=Html(style),
            body=fill_html(book.ROOT, "parts/printed-book.html.jinja", facts),
        )


def _printed(**facts: object) -> str:
    """Return a document of its own; only the whole book has an author and a style of its own."""
    facts = {"author": "", "style": "", **facts}
    return f"{fill_html(book.ROOT, 'parts/printed.html.jinja', facts)}\n"


def make_document(
    site: Path, title: str, author: str, front: Html, chapters: list[Page], records: list[Page]
) -> Document:
    """Make one document of the chapters, with each record in full in the list of all records."""
    pages = {page.path: _Place(page, _new_ids(page)) for page in [*chapters, *records]}
    sheets = dict.fromkeys(sheet for page in chapters for sheet in _sheets(site, page))
    for place in pages.values():
        _prepare(site, place, pages)
    entries = []
    for page in chapters:
        if page.path == KIND.listed_in:
            _put_records_in_full(page.article, records)
        entries.append(_entry(page))
    return Document(title, author, front, tuple(entries), tuple(sheets))


def one_page(site: Path, page: Page) -> str:
    """Return a page as a document of its own, without links to pages that aren't in it."""
    ids = [str(element["id"]) for element in page.article.find_all(id=True)]
    place = _Place(page, dict(zip(ids, ids, strict=True)))
    _prepare(site, place, {page.path: place})
    text = f'<article class="kb-article">{page.article.decode_contents()}</article>'
    return _printed(
        title=page.title,
        style_sheets=tuple(_sheets(site, page)),
        body=Html(f'<main class="kb-main">{text}</main>'),
    )


# What a page is on its own becomes a part of the whole.


@dataclass(frozen=True)
class _Place:
    """A page, and what its ids become, which must be unique in the whole and short."""

    page: Page
    new_ids: Mapping[str, str]


def _new_ids(page: Page) -> dict[str, str]:
    ids = dict.fromkeys(str(element["id"]) for element in page.article.find_all(id=True))
    if page.is_record:  # one in brief is a single place
        return dict.fromkeys(ids, page.anchor)
    return {old: f"{page.anchor}.{number}" for number, old in enumerate(ids, 1)}


def _prepare(site: Path, place: _Place, pages: Mapping[str, _Place]) -> None:
    """Leave out what is for the screen, make ids unique, and lead links within the document."""
    page, new_ids = place.page, place.new_ids
    for element in page.article.select(ON_SCREEN_ONLY):
        element.decompose()
    for element in page.article.find_all(True):
        if element.name == "details":
            element["open"] = ""
        elif element.name == "img":
            element["src"] = (site / _path(page.path, str(element["src"]))).as_uri()
        for name, value in [(name, str(value)) for name, value in element.attrs.items()]:
            if name == "id":
                element[name] = new_ids[value]
            elif name in NAMING:
                element[name] = " ".join(new_ids.get(word, word) for word in value.split())
            elif name in ("href", "xlink:href"):
                goal = _goal(page.path, value, pages)
                if goal is None:
                    element.unwrap()
                else:
                    element[name] = goal
            elif "url(#" in value:
                element[name] = _ID_IN_STYLE.sub(
                    lambda hit: f"url(#{new_ids.get(hit[1], hit[1])})", value
                )


def _goal(path: str, address: str, pages: Mapping[str, _Place]) -> str | None:
    """Return where a link leads on paper; None, if that is a file beside the pages."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return address
    goal = _path(path, parts.path).removesuffix(".html") if parts.path else path
    fragment = unquote(parts.fragment)
    folder, _, thing = goal.rpartition("/")
    if folder == addresses.REFERENCES:  # a source is printed in the list only
        goal, fragment = folder, addresses.anchor("source", thing)
    if goal not in pages:
        return None
    place = pages[goal]
    return "#" + place.new_ids.get(fragment, place.page.anchor)


def _sheets(site: Path, page: Page) -> Iterator[Html]:
    """Yield the addresses of a page's style sheets on this machine."""
    for sheet in page.style_sheets:
        yield Html.escape((site / _path(page.path, urlsplit(sheet).path)).as_uri())


def _path(page: str, address: str) -> str:
    """Return the path of an address on a page, from the root of the site."""
    return normpath(f"{PurePosixPath(page).parent}/{unquote(address)}")


# Records.


def _put_records_in_full(article: Tag, records: Iterable[Page]) -> None:
    """Put the records themselves in the place of the tables that list them."""
    places = {f"#{record.anchor}": record for record in records}
    for table in article.find_all("table"):
        listed = dict.fromkeys(str(link["href"]) for link in table.select("tbody th a[href]"))
        inside = "".join(_record(places[goal]) for goal in listed if goal in places)
        if inside:
            whole = parsed(f'<div class="book-records">{inside}</div>')
            (table.find_parent(class_="table-frame") or table).replace_with(whole)


def _record(record: Page) -> str:
    """Return a record in brief: its title, its claim, and its fields in running text."""
    rows: list[tuple[str, Html | str]] = []
    not_reported = []
    for row in record.article.select("table.record tbody tr"):
        name, value = row.find("th"), row.find("td")
        if name is None or value is None or words(name) in REPEATED:
            continue
        if words(value) == NOTHING_REPORTED:
            not_reported.append(words(name).lower())
        else:
            inside = " ".join(p.decode_contents() for p in value.find_all("p"))
            if words(name) == DEFINED:
                inside = inside.partition(":")[0]
            rows.append((words(name), Html(inside)))
    if not_reported:
        rows.append((NOTHING_REPORTED, ", ".join(not_reported)))
    notices = "".join(str(notice) for notice in record.article.select(".admonition.warning"))
    claim = record.article.select_one(".claim")
    facts = {
        "record": record,
        "notices": Html(notices),
        "claim": words(claim) if claim else "",
        "rows": rows,
    }
    return str(fill_html(book.ROOT, "parts/printed-record.html.jinja", facts))


# Contents.


def _entry(page: Page) -> Entry:
    sections = []
    for number, heading in enumerate(page.article.find_all("h2"), 1):
        heading["id"] = f"{page.anchor}.section-{number}"
        sections.append((str(heading["id"]), words(heading)))
    text = Html(page.article.decode_contents())
    return Entry(page.anchor, page.title, page.part, text, tuple(sections))


def _running_heads(document: Document) -> Iterator[str]:
    """Return the style that puts the title of each chapter above its pages."""
    for number, entry in enumerate(document.entries, 1):
        part = f"{entry.part} · " if entry.part else ""
        yield f"@page chapter-{number} {{ @top-right {{ content: {_css(part + entry.title)} }} }}"


def _css(text: str) -> str:
    """Return text as a string of CSS."""
    escaped = "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text)
    return f'"{escaped}"'

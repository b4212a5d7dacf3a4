"""Built pages as tests see them: elements with their text, ids, and everything they point to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
"""Elements that have no end."""
CODE = frozenset({"code", "pre", "script", "style", "template"})


@dataclass
class Element:
    """An element of a page."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def above(self) -> Iterator[Element]:
        """The elements that hold this one, the nearest first."""
        place = self.parent
        while place is not None:
            yield place
            place = place.parent

    def all(self, *tags: str, css_class: str | None = None) -> list[Element]:
        """The elements below that have one of the tags (any, if none is named) and the class."""
        return [
            element
            for element in self.walk()
            if element is not self
            and (not tags or element.tag in tags)
            and (css_class is None or css_class in element.classes)
        ]

    @property
    def text(self) -> str:
        """The text in it, white space as one blank, as a reader sees it."""
        return " ".join("".join(self._strings(frozenset({"script", "style"}))).split())

    @property
    def prose(self) -> str:
        """The text in it, without code."""
        return " ".join("".join(self._strings(CODE)).split())

    def _strings(self, without: frozenset[str]) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in without:
                # Blocks stand apart from one another; words in a line do not.
                apart = "" if child.tag in INLINE else " "
                yield apart
                yield from child._strings(without)
                yield apart


INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "em",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
    ]
)


@dataclass(frozen=True)
class Page:
    """A page of the built site, by its path from the site's root."""

    path: str
    root: Element

    @cached_property
    def ids(self) -> list[str]:
        return [e.attributes["id"] for e in self.root.walk() if "id" in e.attributes]

    @cached_property
    def headings(self) -> list[tuple[int, str]]:
        tags = tuple(f"h{level}" for level in range(1, 7))
        return [(int(e.tag[1]), e.text) for e in self.main.all(*tags)]

    @cached_property
    def main(self) -> Element:
        """What the page is about, without the frame around it."""
        return next(iter(self.root.all("main")), self.root)

    @cached_property
    def article(self) -> Element:
        """The page's own text."""
        return next(iter(self.root.all("article")), self.main)

    @property
    def title(self) -> str:
        return next((e.text for e in self.root.all("title")), "")

    @property
    def language(self) -> str:
        return next((e.attributes.get("lang", "") for e in self.root.all("html")), "")

    @property
    def is_framed(self) -> bool:
        """Whether it is a page of the book, and not a document shown inside one."""
        return bool(self.root.all("article"))

    def by_id(self, element_id: str) -> Element:
        return next(e for e in self.root.walk() if e.attributes.get("id") == element_id)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.current = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.current)
        self.current.children.append(element)
        if tag not in VOID:
            self.current = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.current)
        self.current.children.append(element)

    def handle_endtag(self, tag: str) -> None:
        place: Element | None = self.current
        while place is not None and place.tag != tag:
            place = place.parent
        if place is not None and place.parent is not None:
            self.current = place.parent

    def handle_data(self, data: str) -> None:
        self.current.children.append(data)


_TYPOGRAPHY = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})


def plain(text: str) -> str:
    """Text as it was before quotation marks and dashes were set as printers set them."""
    for typographic, typed in (("—", "---"), ("–", "--"), ("…", "...")):
        text = text.replace(typographic, typed)
    return " ".join(text.translate(_TYPOGRAPHY).split())


def read_page(site: Path, file: Path) -> Page:
    """Read one page of the built site."""
    parser = _Parser()
    parser.feed(file.read_text(encoding="utf-8"))
    parser.close()
    return Page(file.relative_to(site).as_posix(), parser.root)


def read_pages(site: Path) -> dict[str, Page]:
    """Read all pages of the built site but the themes' own, by their path from its root."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        page = file.relative_to(site)
        if page.parts[0] != "_static":
            found[page.as_posix()] = read_page(site, file)
    return found

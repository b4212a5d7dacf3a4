"""The chapters of the book and the pages of its records, as they stand in the built site."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml
from bs4 import BeautifulSoup, Tag

from knowledge_base.pages.blueprint.component_sources import with_components
from knowledge_base.pages.evidence.record import KIND


class NotBuiltError(Exception):
    """The site is not there, or not all of it."""


@dataclass(frozen=True)
class Page:
    """A page of the site, by its path without the ending, and the part of the book it is in."""

    path: str
    part: str
    html: str

    @property
    def anchor(self) -> str:
        """The id of the page's place in the document."""
        if self.is_record:
            return KIND.label(self.name)
        return self.path.removeprefix("book/").replace("/", "-")

    @property
    def is_record(self) -> bool:
        """Whether it is the page of a record."""
        return self.path == KIND.page(self.name)

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @cached_property
    def article(self) -> Tag:
        """The page's own text, without the frame around it."""
        start, end = self.html.find("<article"), self.html.rfind("</article>")
        # Only this part is read: the frame is the same on every page, and most of many pages.
        element = parsed(self.html[start:end]).find("article") if start >= 0 else None
        if element is None:
            raise NotBuiltError(f"{self.path}.html has no text")
        return element

    @property
    def title(self) -> str:
        """The page's heading, as a reader sees it."""
        heading = self.article.find("h1")
        return words(heading) if heading else self.name

    @property
    def style_sheets(self) -> list[str]:
        """The style sheets that the page loads, by their addresses on the page."""
        links = parsed(self.html).find_all("link", rel="stylesheet", href=True)
        return [str(link["href"]) for link in links]


def parsed(html: str) -> BeautifulSoup:
    """Return HTML as a tree, with attributes as they are written: some would become lists."""
    return BeautifulSoup(html, "html.parser", multi_valued_attributes=None)


def words(element: Tag) -> str:
    """Return the text of an element as one line, without the link of a heading to itself."""
    texts = element.find_all(string=True)
    seen = [t for t in texts if not (t.parent and t.parent.get("class") == "headerlink")]
    return " ".join("".join(seen).split())


def read_chapters(site: Path, contents: Path, components: Iterable[str] = ()) -> list[Page]:
    """Return the chapters in the order of the book's navigation."""
    tree = yaml.safe_load(contents.read_text(encoding="utf-8"))
    places = [(str(tree["root"]), "")]
    for part in tree["parts"]:
        listed = [str(chapter["file"]) for chapter in part["chapters"]]
        places += [(page, str(part["caption"])) for page in with_components(listed, components)]
    return [_read(site, path, part) for path, part in places]


def read_page(site: Path, path: str) -> Page:
    """Return one page by its path from the root of the site."""
    return _read(site, path, "")


def read_records(site: Path) -> list[Page]:
    """Return the pages of all records."""
    files = sorted((site / KIND.listed_in).glob("*.html"))
    return [_read(site, file.relative_to(site).with_suffix("").as_posix(), "") for file in files]


def _read(site: Path, path: str, part: str) -> Page:
    file = site / f"{path}.html"
    try:
        return Page(path, part, file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NotBuiltError(f"{file} is missing") from None

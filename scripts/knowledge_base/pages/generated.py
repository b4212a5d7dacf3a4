"""Pages that are made from the model, one for each thing of a kind, without a source of their own.

A kind is a module of `pages` that defines `KIND`, a `PageKind`, and an HTML template in `book/`.
The module gives the facts, the template holds the sentences; nothing else lists the kinds. What
is on such a page is escaped, in printers' quotation marks, with glossary words explained where
the template places them by `prose`. `book_extensions.generated_pages` puts the frame around it.

A new kind, for example of studies, is `pages/evidence/study.py`, which ends

    KIND = PageKind("study", "evidence/study.html", addresses.STUDIES, facts_of_studies)

where `facts_of_studies` yields each study's id with what makes its facts, a frozen dataclass with
a field `title`, and `book/evidence/study.html`. Cross references to it use the label
`study-<id>`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Protocol

from docutils.nodes import make_id

from knowledge_base.discovery import modules_below
from knowledge_base.markup import addresses
from knowledge_base.markup.explained import explained_word
from knowledge_base.markup.html import Html, element, fragment
from knowledge_base.markup.templates import HtmlEnvironment
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.glossary import Explained, FirstUses
from knowledge_base.wording.typography import typographic


class Link(NamedTuple):
    """A link among the facts of a page, its address seen from the root of the site."""

    text: str
    address: str
    name: str = ""
    """What it leads to, where the text alone doesn't say it."""


class PageFacts(Protocol):
    """What the template of a page is given: a dataclass, whose fields it knows by their names."""

    @property
    def title(self) -> str:
        """The page's heading."""


@dataclass(frozen=True)
class PageKind:
    """A kind of generated pages."""

    name: str
    """What labels begin with."""
    template: str
    """Its path below `book/`."""
    listed_in: str
    """The page that lists them. It stands above them in the breadcrumbs, and their folder is
    named after it."""
    facts: Callable[[KnowledgeBase], Iterable[tuple[str, Callable[[], PageFacts]]]]
    """Yields the id of what each page is about, with what makes the page's facts: a process that
    writes a part of the pages works out no others."""

    def page(self, thing_id: str) -> str:
        """Return the name of a thing's page."""
        return f"{self.listed_in}/{thing_id}"

    def label(self, thing_id: str) -> str:
        """Return the label of a thing's page, which is an anchor on it."""
        return f"{self.name}-{thing_id}"

    def reference(self, thing_id: str) -> str:
        """Return the address that a cross reference to a thing leads to: its whole page."""
        return addresses.page(self.page(thing_id))


@cache
def page_kinds() -> dict[str, PageKind]:
    """Return every kind that a module of `pages` defines, by its name."""
    kinds = (getattr(module, "KIND", None) for module in modules_below("knowledge_base.pages"))
    return {kind.name: kind for kind in kinds if isinstance(kind, PageKind)}


@dataclass(frozen=True)
class GeneratedPage:
    """A page without its frame."""

    name: str
    """Its path from the root of the site, without the ending."""
    listed_in: str
    title: str
    body: Html
    links: frozenset[str]
    """The addresses on the site that it links to."""
    leads_to: str = ""
    """The address, seen from the page, that browsers go on to; empty for a page to be read."""


def generated_pages(
    root: Path,
    kb: KnowledgeBase,
    words: tuple[Explained, ...] = (),
    part: slice = slice(None),
) -> Iterator[GeneratedPage]:
    """Yield every generated page of the project at ``root``; ``words`` are explained on them.

    Of each kind, only those of ``part``.

    Raises jinja2.TemplateError, with file and line, for a template that is wrong.
    """
    environment = _PageEnvironment(root)
    for kind in page_kinds().values():
        template = environment.get_template(kind.template)
        for thing_id, make in islice(kind.facts(kb), part.start, part.stop, part.step):
            facts = make()
            seen = _SeenFrom(kind.page(thing_id), words)
            onward: Link | None = getattr(facts, "leads_to", None)
            body = template.render(
                kb=kb,
                label=kind.label(thing_id),
                list=addresses.page(kind.listed_in),
                file=seen.file,
                link=seen.link,
                prose=seen.prose,
                **vars(facts),
            )
            yield GeneratedPage(
                kind.page(thing_id),
                kind.listed_in,
                typographic(facts.title),
                Html(body),
                frozenset(seen.links),
                addresses.seen_from(kind.page(thing_id), onward.address) if onward else "",
            )


class _PageEnvironment(HtmlEnvironment):
    """Jinja for whole pages."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.auto_reload = False  # thousands of pages are filled in one go
        self.filters["id"] = make_id


class _SeenFrom:
    """What depends on the page that a template is filled for: its links, and its first uses."""

    def __init__(self, page: str, words: tuple[Explained, ...]) -> None:
        self.page = page
        self.links: list[str] = []
        self.first_uses = FirstUses(words)

    def link(self, text: str, address: str, name: str = "") -> Html:
        """Return a link to an address that is seen from the root of the site."""
        self.links.append(address)
        href = addresses.seen_from(self.page, address)
        attributes: dict[str, object] = {"class": "reference internal", "href": href}
        if name not in ("", text):
            attributes["aria-label"] = name
        return element("a", attributes, typographic(text))

    def file(self, text: str, name: str) -> Html:
        """Return a link to a file that a reader can take away."""
        href = addresses.seen_from(self.page, addresses.data(name))
        return element("a", {"href": href}, typographic(text))

    def prose(self, *pieces: str | Link) -> Html:
        """Return text with its links, in which each glossary word is explained at its first use."""
        return fragment(*(part for piece in pieces for part in self._parts(piece)))

    def _parts(self, piece: str | Link) -> Iterator[object]:
        if isinstance(piece, Link):
            yield self.link(*piece)
            return
        for part in self.first_uses.split(typographic(piece)):
            if isinstance(part, str):
                yield part
            else:
                entry = addresses.seen_from(self.page, addresses.address("word", part.word.id))
                yield explained_word(part.spelled, part.word, entry)

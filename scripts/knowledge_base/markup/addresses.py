"""Where everything is on the site: the address of each page, tool and thing that has a place.

Addresses are seen from the root of the site. What has a place on a page is named by its kind and
its ids; links to it, and the anchor that they lead to, are both made here.
"""

from posixpath import dirname, relpath
from typing import NamedTuple
from urllib.parse import quote, urlencode, urlsplit

from knowledge_base import book

RECORDS = "book/evidence/records"
"""The page that lists all records; their own pages lie below it."""

REFERENCES = "book/about/references"
"""The page that lists all sources; the pages of those that claims rest on lie below it."""


class Place(NamedTuple):
    """Where things of one kind are: the page, and how their anchors are made of their ids."""

    page: str
    anchor: str


PLACES = {
    "cell": Place("book/evidence/outcomes", "cell-{}-{}"),
    "check": Place("book/evidence/report-and-sources", "check-{}"),
    "checks": Place("book/evidence/report-and-sources", "checks-{}"),
    "course": Place("book/plan/providers", "course-{}"),
    "curriculum": Place("book/plan/curricula", "curriculum-{}"),
    "discrepancies": Place("book/about/discrepancies", "notes-{}"),
    "discrepancy": Place("book/about/discrepancies", "note-{}"),
    "event": Place("book/evidence/since-2023", "event-{}"),
    "gap": Place("book/evidence/gaps", "gap-{}"),
    "gaps": Place("book/evidence/gaps", "gaps-{}"),
    "instrument": Place("book/plan/instruments", "instrument-{}"),
    "level": Place("book/evidence/outcomes", "level-{}"),
    "new-evidence": Place("book/evidence/since-2023", "new-evidence-{}"),
    "outcome": Place("book/evidence/outcomes", "outcome-{}"),
    "post": Place("book/plan/clinician-posts", "post-{}"),
    "records": Place(RECORDS, "records-{}"),
    "records-of-kind": Place(RECORDS, "records-{}-{}"),
    "search": Place("book/evidence/searches", "search-{}"),
    "step": Place("book/plan/next-steps", "step-{}"),
    "source": Place(REFERENCES, "source-{}"),
    "studies": Place("book/evidence/studies", "studies-{}"),
    "study": Place("book/evidence/studies", "study-{}"),
    "term": Place("book/about/glossary", "term-{}-{}"),
    "tried": Place("book/plan/instruments", "tried-{}"),
    "vocabulary": Place("book/about/glossary", "vocabulary-{}"),
    "word": Place("book/about/glossary", "term-{}"),
}
"""Every kind of thing that has a place on a page."""


def anchor(kind: str, *ids: str) -> str:
    """Return the anchor of a thing on its page; letters that ids share with no anchor are hyphens.

    Raises KeyError for a kind of thing that has no place.
    """
    return PLACES[kind].anchor.format(*ids).replace("/", "-").replace("_", "-")


def address(kind: str, *ids: str) -> str:
    """Return the address of a thing that has a place on a page."""
    return page(PLACES[kind].page, fragment=anchor(kind, *ids))


def component(component_id: str, heading: str = "") -> str:
    """Return the address of a component's page, or of one of the headings that all of them have.

    Where the book has no such pages, it is that of the component's records.
    """
    if book.has("blueprint/component.jinja"):
        return page(f"book/blueprint/{component_id}", fragment=heading)
    return address("records", component_id)


def record(record_id: str) -> str:
    """Return the address of a record's page."""
    return page(f"{RECORDS}/{record_id}")


def source(key: str, *, has_page: bool = True) -> str:
    """Return the address of a source's page; where it has none, of its place in the list."""
    return page(f"{REFERENCES}/{key}") if has_page else address("source", key)


def page(name: str, *, fragment: str = "") -> str:
    """Return the address of a page of the site, which is named as its source file is."""
    return f"{quote(name)}.html" + (f"#{fragment}" if fragment else "")


def tool(name: str, **state: object) -> str:
    """Return the address of a tool that is set already: the map, the catalogue, the planner."""
    return page(f"book/{name}", fragment=urlencode(state, safe=":/"))


def map_cell(component_id: str, outcome: str) -> str:
    """Return the address of the evidence map with a cell opened."""
    return tool("evidence/map", open=f"cell:{component_id}/{outcome}")


def data(file: str) -> str:
    """Return the address of a file that a reader can take away."""
    return f"data/{quote(file)}"


def host(link: str) -> str:
    """Return where on the web a link leads to, for people: `pubmed.ncbi.nlm.nih.gov`."""
    return urlsplit(link).hostname or link


def seen_from(page_name: str, to: str) -> str:
    """Return an address as a link on a page has it."""
    path, mark, fragment = to.partition("#")
    return f"{relpath(path, dirname(page_name) or '.')}{mark}{fragment}"

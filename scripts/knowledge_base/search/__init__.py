"""The site's search: all that has a place of its own, and what looks through it.

The entries are data in a classic script, so that the search also works in a page that was opened
from a folder.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from browser_code import bundle, stylesheet
from knowledge_base.markup.html import as_json
from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.search.entries import KINDS, WORDING, Entry, PageSection, search_entries
from knowledge_base.search.words import ALIKE, ASKED, SPELLINGS
from knowledge_base.wording.typography import typographic
from knowledge_base.writing import write_files

SUGGESTED = {"page", "course", "instrument", "gap", "study"}
"""Kinds of which titles are suggested while one types; of the others there are too many."""

FIELDS = ("kind", "title", "address", "about", "text", "names", "also")
"""What a row of the index holds, in the order in which the script takes it apart."""

FOLDER = "search"
"""The folder of the files in the built site, beside the search page."""
BROWSER = Path(__file__).parent / "browser"


def write_search(kb: KnowledgeBase, sections: Iterable[PageSection], site: Path) -> list[str]:
    """Write the files into the built site; return the paths that changed."""
    return write_files(site, search_files(kb, sections), owned=FOLDER)


def search_files(kb: KnowledgeBase, sections: Iterable[PageSection]) -> dict[str, str | bytes]:
    """Return the files by their path from the root of the built site."""
    entries = search_entries(kb, sections)
    titles = (replace(e, text="") for e in entries if e.kind in SUGGESTED)
    suggest = f"{index_script(titles, 'KB_TITLES')}{bundle(BROWSER / 'suggest.js')}"
    says = f"window.KB_SEARCH_WORDING = {as_json(WORDING.at('page'))};\n"
    return {
        f"{FOLDER}/index.js": index_script(entries),
        f"{FOLDER}/suggest.js": suggest,
        f"{FOLDER}/search.js": f"{says}{bundle(BROWSER / 'page.js', 'SiteSearch')}",
        f"{FOLDER}/search.css": stylesheet([BROWSER / "search.css"]),
    }


def index_script(entries: Iterable[Entry], name: str = "KB_SEARCH") -> str:
    """Return a script that hands over entries by a name; no text in it can end the script."""
    entries = tuple(entries)
    present = {entry.kind for entry in entries}
    data = {
        "kinds": {kind: names for kind, names in KINDS.items() if kind in present},
        "alike": ALIKE,
        "spellings": SPELLINGS,
        "asked": _answers(entries),
        "entries": [_row(entry) for entry in entries],
    }
    # A line an entry, so that a change of the evidence is a change of few lines.
    return f"window.{name} = {as_json(data)};\n".replace('],["', '],\n["')


def _row(entry: Entry) -> list[str]:
    typeset = replace(
        entry,
        title=typographic(entry.title),
        about=typographic(entry.about),
        text=typographic(entry.text),
    )
    values = (getattr(typeset, field) for field in FIELDS)
    return [value if isinstance(value, str) else " | ".join(value) for value in values]


def _answers(entries: tuple[Entry, ...]) -> dict[str, list[int]]:
    """Return what may be asked for, with the entries that answer it, in the order of the file."""
    number = {entry.address.replace(".html", ""): n for n, entry in reversed([*enumerate(entries)])}
    return by_key(
        (phrase, number[place])
        for place, phrases in ASKED.items()
        if place in number
        for phrase in phrases
    )

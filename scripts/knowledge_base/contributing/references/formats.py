"""The kinds of files that hold references. A file is recognised by what is in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from knowledge_base.contributing.references import (
    bibtex,
    csl_json,
    dialects,
    endnote_xml,
    eppi_json,
    tables,
    tagged,
)
from knowledge_base.contributing.references.reference import Reading


@dataclass(frozen=True)
class Format:
    """A kind of file."""

    label: str
    """As its users call it."""
    recognise: Callable[[str], bool]
    """Whether a text is of this kind."""
    read: Callable[[str, str], Reading]
    """The references in a text, from a file of a name."""


def _tagged(label: str, dialect: tagged.Dialect, begins: str) -> Format:
    has_beginning = re.compile(begins, re.MULTILINE)
    return Format(
        label, lambda text: bool(has_beginning.search(text)), partial(tagged.read, dialect)
    )


FORMATS: Mapping[str, Format] = {
    "csl-json": Format("CSL-JSON", csl_json.recognise, csl_json.read),
    "eppi-json": Format("EPPI-Reviewer's JSON", eppi_json.recognise, eppi_json.read),
    "endnote-xml": Format("EndNote's XML", endnote_xml.recognise, endnote_xml.read),
    "bibtex": Format("BibTeX or BibLaTeX", bibtex.recognise, bibtex.read),
    "ris": _tagged("RIS", dialects.RIS, r"^TY {0,2}- "),
    "nbib": _tagged("PubMed", dialects.PUBMED, r"^PMID *- "),
    "enw": _tagged("EndNote's tags", dialects.ENDNOTE, r"^%0 "),
    "ciw": _tagged("Web of Science", dialects.WEB_OF_SCIENCE, r"^PT [A-Z]\b"),
    "table": Format(
        "a table from Covidence, Rayyan, Scopus or Zotero", tables.recognise, tables.read
    ),
}
"""By the name that `--format` takes. The first that recognises a text reads it: those come first
whose sign can't stand in another by chance."""


def recognised(text: str) -> str | None:
    """Return the name of the format of a text, or None."""
    return next((name for name, form in FORMATS.items() if form.recognise(text)), None)

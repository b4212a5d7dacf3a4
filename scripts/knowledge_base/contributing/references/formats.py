"""The kinds of files that hold references. A file is recognised by what is in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice

from knowledge_base.contributing.references import (
    bibtex,
    csl_json,
    datacite_json,
    dialects,
    endnote_xml,
    eppi_json,
    openalex_json,
    pubmed_xml,
    tables,
    tagged,
)
from knowledge_base.contributing.references.reference import Reading, too_many
from knowledge_base.contributing.table_file import MAX_ROWS
from knowledge_base.reading.findings import Finding


@dataclass(frozen=True)
class Format:
    """A kind of file."""

    label: str
    """As its users call it."""
    recognise: Callable[[str], bool]
    """Whether a text is of this kind."""
    read: Callable[[str, str], Reading]
    """The references in a text, from a file of a name."""
    begins: re.Pattern[str] | None = None
    """What each reference has once, at or near its beginning; rows of a table have nothing."""

    def too_many(self, text: str, path: str) -> Finding | None:
        """Return a finding where a text has too many references; before reading, which is slow."""
        beginnings = self.begins.finditer(text) if self.begins else iter(())
        one_more = next(islice(beginnings, MAX_ROWS, None), None)
        return too_many(path, text.count("\n", 0, one_more.start()) + 1) if one_more else None


def _tagged(label: str, dialect: tagged.Dialect, begins: str) -> Format:
    beginning = re.compile(begins, re.MULTILINE)
    return Format(
        label,
        lambda text: bool(beginning.search(text)),
        partial(tagged.read, dialect),
        beginning,
    )


FORMATS: Mapping[str, Format] = {
    "openalex-json": Format(
        "OpenAlex's JSON",
        openalex_json.recognise,
        openalex_json.read,
        re.compile(r'"authorships"\s*:'),
    ),
    "datacite-json": Format(
        "DataCite's JSON",
        datacite_json.recognise,
        datacite_json.read,
        re.compile(r'"creators"\s*:'),
    ),
    "csl-json": Format("CSL-JSON", csl_json.recognise, csl_json.read, re.compile(r'"type"\s*:')),
    "eppi-json": Format(
        "EPPI-Reviewer's JSON", eppi_json.recognise, eppi_json.read, re.compile(r'"ItemId"\s*:')
    ),
    "endnote-xml": Format(
        "EndNote's XML", endnote_xml.recognise, endnote_xml.read, re.compile("<record>")
    ),
    "pubmed-xml": Format(
        "PubMed's XML",
        pubmed_xml.recognise,
        pubmed_xml.read,
        re.compile("<Pubmed(?:Book)?Article>"),
    ),
    "bibtex": Format("BibTeX or BibLaTeX", bibtex.recognise, bibtex.read, bibtex.BEGINS),
    "ovid": _tagged("Ovid's tags", dialects.OVID, r"^ ?<\d+\. ?>\s+[A-Z]{2} {0,2}- "),
    "ris": _tagged("RIS", dialects.RIS, r"^[ \t]*TY[ \t\xa0]{0,2}[-–][ \t\xa0]"),
    "nbib": _tagged("PubMed", dialects.PUBMED, r"^PMID *- "),
    "eric": _tagged("ERIC", dialects.ERIC, r"^OWN *- "),
    "enw": _tagged("EndNote's tags", dialects.ENDNOTE, r"^%[0T] "),
    "ciw": _tagged("Web of Science", dialects.WEB_OF_SCIENCE, r"^PT [A-Z]\b"),
    "refworks": _tagged("RefWorks's tags", dialects.REFWORKS, r"^RT [A-Z]"),
    "table": Format("a table of references", tables.recognise, tables.read),
}
"""By the name that `--format` takes. The first that recognises a text reads it: those come first
whose sign can't stand in another by chance."""


UNKNOWN = (
    "the reference is of no kind that is known here.",
    "Paste it as BibTeX, RIS or CSL-JSON, as a reference manager exports it.",
)
"""What is wrong with a text that is meant for a reference, and what to do."""


def recognised(text: str) -> str | None:
    """Return the name of the format of a text, or None."""
    return next((name for name, form in FORMATS.items() if form.recognise(text)), None)

"""RIS text → references, as Zotero, EndNote, Mendeley and databases write them.

A line is `TY  - JOUR`: two characters that name a field, and its text. `TY` begins a reference,
`ER` ends it. See https://en.wikipedia.org/wiki/RIS_(file_format).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge_base.model.places import Location
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import IMPORT_FILE as RULE


@dataclass(frozen=True)
class Reference:
    """A document as a reference list describes it, in BibTeX's terms."""

    line: int
    """Where it begins in its file."""
    key: str
    kind: str
    fields: Mapping[str, str]


_LINE = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: (.*))?\Z")
_KINDS = {
    "JOUR": "article",
    "JFULL": "article",
    "MGZN": "article",
    "NEWS": "article",
    "EJOUR": "article",
    "BOOK": "book",
    "EBOOK": "book",
    "CHAP": "incollection",
    "ECHAP": "incollection",
    "CONF": "inproceedings",
    "CPAPER": "inproceedings",
    "RPRT": "techreport",
    "GOVDOC": "techreport",
    "THES": "phdthesis",
    "PAMP": "booklet",
    "PAT": "patent",
    "DATA": "dataset",
    "COMP": "software",
    "ELEC": "online",
    "WEB": "online",
    "BLOG": "online",
}
_TAGS = {
    "TI": "title",
    "T1": "title",
    "CT": "title",
    "VL": "volume",
    "IS": "number",
    "CY": "address",
    "ET": "edition",
    "DO": "doi",
    "UR": "url",
    "LA": "language",
}
_AUTHORS = ("AU", "A1")
_EDITORS = ("ED", "A2")
_CONTAINERS = ("T2", "JF", "JO", "JA", "BT", "J2")
_YEARS = ("PY", "Y1", "DA")
_PUBLISHERS = {"techreport": "institution", "phdthesis": "school"}
_LEFT_OUT = frozenset(["ID", "SP", "EP", "PB", "SN", "M3"])
"""Tags that are read in a way of their own."""


def parse(text: str, path: str) -> tuple[list[Reference], list[Finding]]:
    """Return the references in ``text``, and everything that is wrong with it as RIS."""
    references: list[Reference] = []
    findings: list[Finding] = []
    tags: list[tuple[str, str]] = []
    start = 0
    for number, line in enumerate(text.splitlines(), start=1):
        match = _LINE.match(line.rstrip())
        tag, value = (match.group(1), (match.group(2) or "").strip()) if match else ("", "")
        if tag == "TY":
            if start:
                findings.append(_unended(path, start))
            start, tags = number, [(tag, value)]
        elif tag == "ER" and start:
            references.append(_reference(start, tags))
            start, tags = 0, []
        elif start and tag:
            tags.append((tag, value))
        elif start and line.strip():  # the text goes on
            last, before = tags[-1]
            tags[-1] = (last, f"{before} {line.strip()}".strip())
        elif line.strip():
            findings.append(
                Finding(
                    Location(path, number),
                    RULE,
                    "this line is outside any reference.",
                    "A reference begins with a line 'TY  - ' and ends with 'ER  - '.",
                )
            )
    if start:
        findings.append(_unended(path, start))
    return references, findings


def _unended(path: str, line: int) -> Finding:
    return Finding(
        Location(path, line),
        RULE,
        "this reference has no end.",
        "Add a line 'ER  - ' after its last line, or export the file anew.",
    )


def _reference(line: int, tags: list[tuple[str, str]]) -> Reference:
    first: dict[str, str] = {}
    for tag, value in tags:
        if value:
            first.setdefault(tag, value)
    kind = _KINDS.get(first.get("TY", ""), "misc")
    fields: dict[str, str] = {}
    for role, names in (("author", _AUTHORS), ("editor", _EDITORS)):
        people = [_name(value) for tag, value in tags if tag in names and value]
        if people:
            fields[role] = " and ".join(people)
    for tag, name in _TAGS.items():
        if tag in first:
            fields.setdefault(name, first[tag])
    if "title" in fields:
        fields["title"] = _protected(fields["title"])
    if container := next((first[tag] for tag in _CONTAINERS if tag in first), None):
        within = ("incollection", "inproceedings")
        fields["booktitle" if kind in within else "journal"] = container
    if year := next((first[tag] for tag in _YEARS if tag in first), None):
        fields["year"] = year
    if "SP" in first:
        fields["pages"] = "--".join(filter(None, (first["SP"], first.get("EP"))))
    if "PB" in first:
        fields[_PUBLISHERS.get(kind, "publisher")] = first["PB"]
    if "SN" in first:
        serial = re.fullmatch(r"[0-9]{4}-?[0-9]{3}[0-9Xx]", first["SN"])
        fields["issn" if serial else "isbn"] = first["SN"]
    read = {*_TAGS, *_AUTHORS, *_EDITORS, *_CONTAINERS, *_YEARS, *_LEFT_OUT, "TY"}
    fields |= {tag: value for tag, value in first.items() if tag not in read}
    return Reference(line, first.get("ID", ""), kind, fields)


def _protected(title: str) -> str:
    """Return a title with braces around words whose capitals BibTeX's styles would take away."""
    first, *others = title.split(" ")
    words = [first if first[1:].islower() or len(first) == 1 else _braced(first)]
    return " ".join([*words, *map(_braced, others)])


def _braced(word: str) -> str:
    return re.sub(r"\w.*\w|\w", r"{\g<0>}", word) if word != word.lower() else word


def _name(text: str) -> str:
    """Return a name as BibTeX writes it; one without a comma is an organisation's."""
    return text if "," in text else f"{{{text}}}"

"""EndNote's XML → references.

Read with defusedxml: a file of anybody's may not make the reader open files or grow without end.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from knowledge_base.contributing.references.reference import (
    Broken,
    Reading,
    Reference,
    name_from_text,
)
from knowledge_base.contributing.references.text import protected, without_html
from knowledge_base.model.places import Location
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import IMPORT_FILE as RULE

_FIELDS = {
    "title": "titles/title",
    "container": "titles/secondary-title",
    "date": "dates/year",
    "day": "dates/pub-dates/date",
    "volume": "volume",
    "number": "number",
    "pages": "pages",
    "published_by": "publisher",
    "address": "pub-location",
    "edition": "edition",
    "issn": "isbn",
    "doi": "electronic-resource-num",
    "language": "language",
    "type": "work-type",
}
_LINKS = "urls/*/url"
_PEOPLE = {
    "author": "contributors/authors/author",
    "editor": "contributors/secondary-authors/author",
}
_READ = {path.partition("/")[0] for path in (*_FIELDS.values(), *_PEOPLE.values())}
_SILENT = {"urls", "ref-type", "database", "source-app", "rec-number", "foreign-keys"}


def recognise(text: str) -> bool:
    """Whether a text is XML with EndNote's records in it."""
    return text.lstrip().startswith("<") and "<record>" in text


def read(text: str, path: str) -> Reading:
    """Return the references in ``text``."""
    try:
        root = fromstring(text)
        return Reading(tuple(_references(text, root)), head=_HEAD, tail=_TAIL)
    except (ParseError, DefusedXmlException, RecursionError, ValueError) as error:
        line, column = getattr(error, "position", (1, 0))
        finding = Finding(
            Location(path, line, column + 1),
            RULE,
            "the file can't be read as XML from here on.",
            "Export the file anew.",
        )
        return Reading(broken=(Broken(finding, text),))


_HEAD = "<xml><records>\n"
_TAIL = "\n</records></xml>\n"


def _references(text: str, root: Element) -> Iterator[Reference]:
    position, line = 0, 1
    for record in root.iter("record"):
        start = max(text.find("<record>", position), 0) + 1
        line += text.count("\n", position, start)
        position = max(position, start)
        yield _reference(line, record)


def _reference(line: int, record: Element) -> Reference:
    fields = {name: text for name, path in _FIELDS.items() if (text := _text(record.find(path)))}
    if "title" in fields:
        fields["title"] = protected(fields["title"])
    if links := " ".join(filter(None, map(_text, record.findall(_LINKS)))):
        fields["url"] = links
    kind = record.find("ref-type")
    return Reference(
        line,
        kind.get("name", "") if kind is not None else "",
        "",
        {
            role: names
            for role, path in _PEOPLE.items()
            if (names := tuple(n for e in record.findall(path) for n in name_from_text(_text(e))))
        },
        fields,
        tuple(sorted({part.tag for part in record} - _READ - _SILENT)),
        tostring(record, encoding="unicode").strip(),
    )


def _text(element: Element | None) -> str:
    return without_html("".join(element.itertext())) if element is not None else ""

"""EndNote's XML → references.

Read with defusedxml: a file of anybody's may not make the reader open files or grow without end.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from knowledge_base.contributing.references.reference import (
    Reading,
    Reference,
    from_plain_text,
    unreadable,
)
from knowledge_base.contributing.references.text import without_html

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
        return unreadable(path, text, "XML", line, column + 1)


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
    fields = {name: _text(record.find(path)) for name, path in _FIELDS.items()}
    kind = record.find("ref-type")
    return from_plain_text(
        line,
        kind.get("name", "") if kind is not None else "",
        {role: map(_text, record.findall(path)) for role, path in _PEOPLE.items()},
        fields | {"url": " ".join(filter(None, map(_text, record.findall(_LINKS))))},
        left_out={part.tag for part in record} - _READ - _SILENT,
        text=tostring(record, encoding="unicode").strip(),
    )


def _text(element: Element | None) -> str:
    return without_html("".join(element.itertext())) if element is not None else ""

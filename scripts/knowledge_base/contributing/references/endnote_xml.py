"""EndNote's XML → references."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from knowledge_base.contributing.references.reference import Reading, Reference, from_plain_text
from knowledge_base.contributing.references.xml_items import elements_in, text_of

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
    head, tail = "<xml><records>\n", "\n</records></xml>\n"
    return elements_in(text, path, ("record",), _reference, head, tail)


def _reference(line: int, record: Element, text: str) -> Reference:
    fields = {name: text_of(record.find(path)) for name, path in _FIELDS.items()}
    kind = record.find("ref-type")
    return from_plain_text(
        line,
        kind.get("name", "") if kind is not None else "",
        {role: map(text_of, record.findall(path)) for role, path in _PEOPLE.items()},
        fields | {"url": " ".join(filter(None, map(text_of, record.findall(_LINKS))))},
        left_out={part.tag for part in record} - _READ - _SILENT,
        text=text,
    )

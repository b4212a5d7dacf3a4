"""DataCite's JSON, as its registry gives it → references: reports, data and theses with a DOI.

https://datacite-metadata-schema.readthedocs.io/en/4.6/properties/
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from knowledge_base.contributing.references.json_items import items_in
from knowledge_base.contributing.references.reference import (
    Name,
    Organisation,
    Person,
    Reading,
    Reference,
    from_plain_text,
)
from knowledge_base.contributing.references.text import without_html

_FIELDS = {
    "doi": "doi",
    "date": "publicationYear",
    "url": "url",
    "language": "language",
}
_OF_CONTAINER = {
    "container": "title",
    "volume": "volume",
    "number": "issue",
    "first_page": "firstPage",
    "last_page": "lastPage",
}
_READ = frozenset(
    [
        *("id", "titles", "creators", "contributors", "types", "publisher", "container"),
        *("relatedItems", "dates", *_FIELDS.values()),
    ]
)


def recognise(text: str) -> bool:
    """Whether a text is JSON of DataCite's registry."""
    return text.lstrip()[:1] in ("[", "{") and '"titles"' in text and '"creators"' in text


def read(text: str, path: str) -> Reading:
    """Return the references in ``text``."""
    return items_in(text, path, _items, _reference)


def _items(content: Any) -> Any:
    """Return the items themselves, which the registry wraps in its answer."""
    data = content.get("data", content) if isinstance(content, dict) else content
    items = data if isinstance(data, list) else [data]
    return [item.get("attributes", item) if isinstance(item, dict) else item for item in items]


def _reference(line: int, item: Mapping[str, Any]) -> Reference:
    types, container = _mapping(item.get("types")), _container(item)
    titles = {one.get("titleType"): str(one.get("title", "")) for one in _mappings(item, "titles")}
    publisher = item.get("publisher")
    issued = [d.get("date") for d in _mappings(item, "dates") if d.get("dateType") == "Issued"]
    editors = [c for c in _mappings(item, "contributors") if c.get("contributorType") == "Editor"]
    others = [c for c in _mappings(item, "contributors") if c not in editors]
    fields = {name: item.get(key) for name, key in _FIELDS.items()}
    fields |= {name: container.get(key) for name, key in _OF_CONTAINER.items()}
    fields |= {
        "title": titles.get(None) or next(iter(titles.values()), ""),
        "subtitle": titles.get("Subtitle"),
        "day": next(iter(issued), ""),
        "published_by": publisher.get("name") if isinstance(publisher, dict) else publisher,
    }
    return from_plain_text(
        line,
        _kind(types),
        {
            "author": map(_name, _mappings(item, "creators")),
            "editor": map(_name, editors),
        },
        {name: without_html(str(value or "")) for name, value in fields.items()},
        left_out=[
            *(name for name, value in item.items() if value and name not in _READ),
            *(["contributors"] if others else []),
        ],
        text=json.dumps(item, ensure_ascii=False, indent=2),
    )


def _kind(types: Mapping[str, Any]) -> str:
    """Return the type of RIS, which the registry gives; that of a paper is a report's."""
    is_paper = types.get("citeproc") == "article-journal"
    return "JOUR" if is_paper else str(types.get("ris") or types.get("resourceTypeGeneral") or "")


def _container(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return where a document appeared, which newer entries give as one that it is related to."""
    container = {name: value for name, value in _mapping(item.get("container")).items() if value}
    for other in _mappings(item, "relatedItems"):
        if other.get("relationType") == "IsPublishedIn":
            titles = [*_mappings(other, "titles"), _mapping(other.get("titles"))]
            return {**container, **other, "title": titles[0].get("title")}
    return container


def _name(person: Mapping[str, Any]) -> Name | str:
    name = without_html(str(person.get("name") or ""))
    if family := person.get("familyName"):
        return Person(str(family), str(person.get("givenName") or ""))
    return Organisation(name) if person.get("nameType") == "Organizational" else name


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _mappings(item: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    values = item.get(key)
    return [one for one in values if isinstance(one, dict)] if isinstance(values, list) else []

"""CSL-JSON, as Zotero, Crossref and citation processors write it → references.

https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
"""

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
    family_first,
    name_from_text,
)
from knowledge_base.contributing.references.text import protected, without_html

_FIELDS = {
    "title": "title",
    "subtitle": "subtitle",
    "container-title": "container",
    "collection-title": "series",
    "publisher": "published_by",
    "publisher-place": "address",
    "volume": "volume",
    "issue": "number",
    "page": "pages",
    "edition": "edition",
    "chapter-number": "chapter",
    "genre": "type",
    "language": "language",
    "DOI": "doi",
    "URL": "url",
    "ISSN": "issn",
    "ISBN": "isbn",
}
_READ = frozenset(["id", "type", "author", "editor", "issued", "accessed", *_FIELDS])


def recognise(text: str) -> bool:
    """Whether a text is JSON with items of CSL in it."""
    return text.lstrip()[:1] in ("[", "{") and '"type"' in text and '"References"' not in text


def read(text: str, path: str) -> Reading:
    """Return the references in ``text``."""
    return items_in(text, path, _items, _reference)


def _items(content: Any) -> Any:
    """Return the items themselves, which Crossref wraps in its answer."""
    if not isinstance(content, dict):
        return content
    answer = content.get("message", content)
    return answer.get("items", [answer]) if isinstance(answer, dict) else answer


def _reference(line: int, item: Mapping[str, Any]) -> Reference:
    fields = {
        name: without_html(_one(item[key], several=name in ("issn", "isbn")))
        for key, name in _FIELDS.items()
        if item.get(key)
    }
    if "title" in fields:
        fields["title"] = protected(fields["title"])
    for key, name in (("issued", "date"), ("accessed", "urldate")):
        if date := _date(item.get(key)):
            fields[name] = date
    return Reference(
        line,
        str(item.get("type", "")),
        str(item.get("id", "")),
        {role: names for role in ("author", "editor") if (names := _names(item.get(role)))},
        fields,
        tuple(sorted(set(item) - _READ)),
        json.dumps(item, ensure_ascii=False, indent=2),
    )


def _one(value: Any, *, several: bool) -> str:
    """Return a value as text; of several that say the same, the first."""
    if not isinstance(value, list):
        return str(value)
    return " ".join(map(str, value if several else value[:1]))


def _names(people: Any) -> tuple[Name, ...]:
    names: list[Name] = []
    for person in people if isinstance(people, list) else [people]:
        if isinstance(person, str):
            names += name_from_text(family_first(without_html(person)))
        elif isinstance(person, dict):
            parts = {p: without_html(text) for p, text in person.items() if isinstance(text, str)}
            names += [_name(parts)] if any(parts.values()) else []
    return tuple(names)


def _name(person: Mapping[str, str]) -> Name:
    if "family" not in person:
        return Organisation(person.get("literal") or person.get("name") or person.get("given", ""))
    particles = (person.get("non-dropping-particle"), person.get("dropping-particle"))
    family = " ".join(part for part in (*particles, person["family"]) if part)
    return Person(family, person.get("given", ""), person.get("suffix", ""))


def _date(date: Any) -> str:
    """Return a date as text. Pandoc writes `year` where others have `date-parts`."""
    if isinstance(date, list):
        date = date[0] if date else None
    if not isinstance(date, dict):
        return str(date or "")
    given = date.get("date-parts") or [[date.get(part) for part in ("year", "month", "day")]]
    several = given if isinstance(given[0], list) else [given]
    days = ["-".join(f"{int(p):02d}" for p in parts if str(p).isdigit()) for parts in several]
    more = [name for name in ("season", "circa") if date.get(name)]
    if days[0]:
        return " ".join(["/".join(days), *more])
    return str(date.get("raw") or date.get("literal") or "")

"""OpenAlex's works as JSON → references.

https://docs.openalex.org/api-entities/works/work-object
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from knowledge_base.contributing.references.json_items import items_in
from knowledge_base.contributing.references.reference import (
    Reading,
    Reference,
    family_first,
    from_plain_text,
)
from knowledge_base.contributing.references.text import without_html

_FIELDS = {
    "title": "title",
    "date": "publication_year",
    "day": "publication_date",
    "container": "primary_location.source.display_name",
    "volume": "biblio.volume",
    "number": "biblio.issue",
    "first_page": "biblio.first_page",
    "last_page": "biblio.last_page",
    "issn": "primary_location.source.issn_l",
    "doi": "doi",
    "url": "primary_location.landing_page_url",
    "language": "language",
}
_SILENT = frozenset(["id", "type", "authorships", "display_name", "ids"])
_READ = _SILENT | {path.partition(".")[0] for path in _FIELDS.values()}


def recognise(text: str) -> bool:
    """Whether a text is JSON with works of OpenAlex in it."""
    return text.lstrip()[:1] in ("[", "{") and '"authorships"' in text


def read(text: str, path: str) -> Reading:
    """Return the references in ``text``."""
    return items_in(text, path, _works, _reference)


def _works(content: Any) -> Any:
    return content.get("results", content) if isinstance(content, dict) else content


def _reference(line: int, work: Mapping[str, Any]) -> Reference:
    people = [_at(person, "author.display_name") for person in work.get("authorships") or ()]
    return from_plain_text(
        line,
        str(work.get("type", "")),
        {"author": map(family_first, people)},
        {name: _at(work, path) for name, path in _FIELDS.items()},
        left_out=(name for name, value in work.items() if value and name not in _READ),
        text=json.dumps(work, ensure_ascii=False, indent=2),
        retracted=bool(work.get("is_retracted")),
    )


def _at(value: Any, path: str) -> str:
    """Return the text at the end of a path, or nothing."""
    for step in path.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return without_html(str(value)) if isinstance(value, str | int) else ""

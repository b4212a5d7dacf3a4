"""EPPI-Reviewer's JSON → references: the items of its `References`, without their codes."""

import json
import re
from collections.abc import Mapping
from typing import Any

from knowledge_base.contributing.references.json_items import items_in
from knowledge_base.contributing.references.reference import (
    Reading,
    Reference,
    from_plain_text,
    is_body,
)
from knowledge_base.contributing.references.text import without_html

_FIELDS = {
    "Title": "title",
    "ParentTitle": "container",
    "Year": "date",
    "Month": "day",
    "Publisher": "published_by",
    "Institution": "institution",
    "City": "address",
    "Volume": "volume",
    "Issue": "number",
    "Pages": "pages",
    "Edition": "edition",
    "StandardNumber": "issn",
    "DOI": "doi",
    "URL": "url",
}
_PEOPLE = {"author": "Authors", "editor": "ParentAuthors"}
_READ = frozenset(["ItemId", "TypeName", *_FIELDS, *_PEOPLE.values()])


def recognise(text: str) -> bool:
    """Whether a text is JSON with references of EPPI-Reviewer in it."""
    return text.lstrip()[:1] == "{" and '"References"' in text


def read(text: str, path: str) -> Reading:
    """Return the references in ``text``."""
    return items_in(text, path, lambda content: content.get("References", []), _reference)


def _reference(line: int, item: Mapping[str, Any]) -> Reference:
    texts = {key: without_html(str(value or "")) for key, value in item.items()}
    return from_plain_text(
        line,
        texts.get("TypeName", ""),
        {role: map(_with_comma, texts.get(key, "").split(";")) for role, key in _PEOPLE.items()},
        {name: texts.get(key, "") for key, name in _FIELDS.items()},
        left_out=(name for name, value in item.items() if value and name not in _READ),
        text=json.dumps(item, ensure_ascii=False, indent=2),
    )


def _with_comma(name: str) -> str:
    """Return a name, which EPPI-Reviewer writes as `Roe Ann`, with a comma; a body's as it is."""
    if "," in name or is_body(name):
        return name
    return re.sub(r"\A\s*((?:[a-z]\S* )*\S+) (?=\S)", r"\1, ", name)

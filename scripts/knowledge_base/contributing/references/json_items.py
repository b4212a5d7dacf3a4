"""What the kinds of JSON with references have in common: items that are read one by one."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from knowledge_base.contributing.references.reference import (
    Broken,
    Reading,
    Reference,
    too_many,
    unreadable,
)
from knowledge_base.contributing.table_file import MAX_ROWS
from knowledge_base.model.places import Location
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import IMPORT_FILE as RULE


def items_in(
    text: str,
    path: str,
    items: Callable[[Any], Any],
    reference: Callable[[int, Mapping[str, Any]], Reference],
) -> Reading:
    """Return the references in JSON.

    ``items`` returns the list of items in the file's content, and ``reference`` what one of them,
    which stands on a line, describes.
    """
    try:
        content = items(json.loads(text))
    except (ValueError, RecursionError) as error:
        place = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        return unreadable(path, text, "JSON", *place)
    if isinstance(content, list) and len(content) > MAX_ROWS:
        return Reading(broken=(Broken(too_many(path), text),))
    references, broken = [], []
    position, line, line_start = 0, 1, 0
    for item in content if isinstance(content, list) else [content]:
        # Items have no places; one is found by the first that only it is likely to say.
        is_reference = isinstance(item, dict) and any(item.get(sign) for sign in _SIGNS[1:])
        sign = next(str(item[k]) for k in _SIGNS if item.get(k)) if is_reference else ""
        start = text.find(json.dumps(sign, ensure_ascii=False)[1:-1], position)
        if start >= 0:
            line += text.count("\n", position, start)
            line_start = max(line_start, text.rfind("\n", position, start) + 1)
            position = start
        column = position - line_start + 1
        if is_reference:
            references.append(replace(reference(line, item), column=column))
        else:
            finding = Finding(
                Location(path, line, column),
                RULE,
                "what begins here is no reference: it has no title.",
                "Export the file anew, as CSL-JSON, BibTeX or RIS.",
            )
            broken.append(Broken(finding, json.dumps(item, ensure_ascii=False)))
    return Reading(tuple(references), tuple(broken), head="[\n", separator=",\n", tail="\n]\n")


_SIGNS = ("id", "title", "titles", "ItemId", "Title")
"""What an item says that others do not, in the order in which it is looked for."""

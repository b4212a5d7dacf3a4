"""How to write a family's text: every key, and what it may hold."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from genogram.family import Family
from knowledge_base.markup import loose as myst


def page_help() -> str:
    """Return a table for each part of a family's text: every key and what it may hold."""
    schema = TypeAdapter(Family).json_schema()
    parts = {
        "The family": schema,
        "Each of the persons": schema["$defs"]["Person"],
        "Each of the couples": schema["$defs"]["Couple"],
        "Each of the relationships": schema["$defs"]["Relationship"],
        "Each of the households": schema["$defs"]["Household"],
    }
    return "\n\n".join(_help_table(title, node) for title, node in parts.items())


def _help_table(caption: str, node: dict[str, Any]) -> str:
    needed = node.get("required", [])
    return myst.table(
        caption,
        ("Key", "What it says", "What to write"),
        [
            (
                f"`{key}`" + (" (needed)" if key in needed else ""),
                field["description"],
                _to_write(key, field),
            )
            for key, field in node["properties"].items()
        ],
    )


def _to_write(key: str, field: dict[str, Any]) -> str:
    inner = next((option for option in field.get("anyOf", ()) if option), field)
    if "enum" in inner:
        return ", ".join(f"`{word}`" for word in inner["enum"])
    match inner["type"]:
        case "integer":
            return "a whole number" if key == "age" else "a year"
        case "boolean":
            return "`true` or `false`"
        case "string":
            return "an id" if "pattern" in inner else f"up to {inner['maxLength']} characters"
        case "object":
            return f"up to {inner['maxProperties']} people"
    items = inner["items"]
    if "$ref" in items:
        return f"a list, each with `{'` and `'.join(_NEEDED[key])}`"
    if items["type"] == "array":
        return "lists of ids in square brackets, as in `[[leo, ash]]`"
    return "ids in square brackets, as in `[leo, ash]`" if "pattern" in items else "a list of texts"


_NEEDED = {
    "couples": ("partners",),
    "relationships": ("between", "kind"),
    "households": ("members",),
}

"""The parts of the page on which a genogram is drawn."""

from __future__ import annotations

from typing import Any

from genogram.files import TEXTS, schema
from genogram.generated import DRAWING, SYMBOLS, WORDS
from knowledge_base.markup import myst
from knowledge_base.markup.html import Html
from knowledge_base.markup.myst import Myst


def page_tool() -> Myst:
    """Return the drawing of the invented family, and the form in which another is written."""
    drawing = Html('<div id="genogram-drawing">\n{}</div>\n').format(_html(DRAWING))
    return myst.block(drawing + _html("editor.html"))


def page_words() -> Myst:
    """Return the invented family in words."""
    return myst.block(Html('<div id="genogram-words">{}</div>').format(_html(WORDS)))


def page_legend() -> Myst:
    """Return the symbols with their meanings."""
    return myst.block(_html(SYMBOLS))


def page_help() -> Myst:
    """Return a table for each part of a family's text: every key and what it may hold."""
    family = schema()
    keys = family["properties"]
    lists = (keys[name]["items"] for name in ("couples", "relationships", "households"))
    parts = (family, keys["persons"]["additionalProperties"], *lists)
    return myst.paragraphs(*(_help_table(part) for part in parts))


def _help_table(part: dict[str, Any]) -> Myst:
    rows = [
        (
            myst.text_with_code(f"`{key}`" + (" (needed)" if key in part["required"] else "")),
            myst.text_with_code(value["description"]),
            myst.text_with_code(_what_to_write(value)),
        )
        for key, value in part["properties"].items()
    ]
    return myst.table(part["description"], ("Key", "What it says", "What to write"), rows)


def _what_to_write(value: dict[str, Any]) -> str:
    if "enum" in value:
        return ", ".join(f"`{term}`" for term in value["enum"])
    if value["type"] == "boolean":
        return "`true` or `false`"
    return str(value.get("write") or f"up to {value['maxLength']} characters")


def _html(name: str) -> Html:
    return Html((TEXTS / name).read_text(encoding="utf-8"))

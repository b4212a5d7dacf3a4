"""The parts of the page on which a genogram is drawn."""

from __future__ import annotations

from typing import Any

<<<<<<< HEAD
from pydantic import TypeAdapter

from genogram.drawing import figure, style, svg
from genogram.family import Family
from genogram.legend import legend
from genogram.meanings import KINDS, PREGNANCIES, STATUSES
from genogram.reading import read_family
from genogram.words import GENERATIONS, in_words
from knowledge_base.markup.html import as_json
from knowledge_base.markup.loose_html import raw, stylesheet
from knowledge_base.reading.findings import Finding, render_text

INVENTED = Path("book", "genograms", "invented-family.yml")
"""The family of the page, from the root of the project."""
_EDITOR = Path(__file__).parent / "browser" / "genogram_editor.html"
SMALL = Path("book", "genograms", "small-family.yml")
"""A family to write over."""
=======
from genogram.files import TEXTS, schema
from genogram.generated import DRAWING, SYMBOLS, WORDS
from knowledge_base.markup import myst
from knowledge_base.markup.html import raw, stylesheet
>>>>>>> 2ccd10c (One genogram: the browser's script draws it everywhere; the page without scripts shows files drawn by it)


def page_tool() -> str:
    """Return the drawing of the invented family, and the form in which another is written."""
    return raw(
        f'{stylesheet("genogram.css")}\n<div id="genogram-drawing">\n{_text(DRAWING)}</div>\n'
        + _text("editor.html")
    )


def page_words() -> str:
    """Return the invented family in words."""
    return raw(f'<div id="genogram-words">{_text(WORDS).strip()}</div>')


def page_legend() -> str:
    """Return the symbols with their meanings."""
    return raw(_text(SYMBOLS))


def page_help() -> str:
    """Return a table for each part of a family's text: every key and what it may hold."""
    family = schema()
    properties: dict[str, Any] = family["properties"]  # type: ignore[assignment]
    lists = ("couples", "relationships", "households")
    parts = [
        family,
        properties["persons"]["additionalProperties"],
        *(properties[name]["items"] for name in lists),
    ]
    return "\n\n".join(_help_table(part) for part in parts)


def _help_table(part: dict[str, Any]) -> str:
    return myst.table(
        part["description"],
        ("Key", "What it says", "What to write"),
        [
            (
                f"`{key}`" + (" (needed)" if key in part["required"] else ""),
                value["description"],
                _what_to_write(value),
            )
            for key, value in part["properties"].items()
        ],
    )


def _what_to_write(value: dict[str, Any]) -> str:
    if "enum" in value:
        return ", ".join(f"`{term}`" for term in value["enum"])
    if value["type"] == "boolean":
        return "`true` or `false`"
    return str(value.get("write") or f"up to {value['maxLength']} characters")


def _text(name: str) -> str:
    return (TEXTS / name).read_text(encoding="utf-8")

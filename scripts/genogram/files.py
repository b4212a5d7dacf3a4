"""The genogram's script and style sheet, joined from their parts."""

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

import vendor
from browser_code import bundle, stylesheet
from browser_code.engine import Modules
from knowledge_base.model.knowledge_base import KnowledgeBase

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "book" / "genograms"
"""What editors write: the invented family, the sentences, and what a family's text may hold."""

PAGE = ROOT / "book" / "blueprint" / "draw-a-genogram.md"
"""The page on which families are drawn; a book of another topic has none."""

_BROWSER = Path(__file__).parent / "browser"
FOLDER = "book/blueprint/assets"
"""Where the page's files lie, from the root of the built site."""


def site_files(_kb: KnowledgeBase) -> dict[str, str | bytes]:
    """Return the files of the page by their path from the root of the built site."""
    if not PAGE.is_file():
        return {}
    licence = (vendor.FOLDER / "js-yaml-LICENSE.txt").read_text(encoding="utf-8")
    head = f"/*!\nHolds js-yaml {vendor.JS_YAML.version}. {licence}*/\n"
    return {
        f"{FOLDER}/genogram.js": head + _before() + bundle(_BROWSER / "editor.js"),
        f"{FOLDER}/genogram.css": stylesheet(
            _BROWSER / name for name in ("drawing.css", "page.css")
        ),
    }


@lru_cache(maxsize=1)
def script() -> Modules:
    """Return the script that needs no page; what it can do are the functions of `genogram`."""
    modules = Modules()
    modules.run(_before())
    modules.run(bundle(_BROWSER / "genogram.js", "genogram"))
    return modules


def _before() -> str:
    """Return what the modules find when they run: the parser, and what editors write."""
    parser = vendor.JS_YAML.content().decode()
    # The parser's source map isn't sent, so it isn't named.
    parser = re.sub(r"^//# sourceMapping.*\n?", "", parser, flags=re.MULTILINE)
    data = json.dumps(_data(), ensure_ascii=False, separators=(",", ":"))
    return f"{parser}\nglobalThis.genogramData = {data};\n"


def schema() -> dict[str, Any]:
    """Return what a family's text may hold, as a JSON Schema."""
    return dict(yaml.safe_load((TEXTS / "family.schema.yml").read_text(encoding="utf-8")))


def parts_of_text() -> list[dict[str, Any]]:
    """Return the schema of each part of a family's text: the family itself, a person and so on."""
    family = schema()
    keys = family["properties"]
    lists = (keys[name]["items"] for name in ("couples", "relationships", "households"))
    return [family, keys["persons"]["additionalProperties"], *lists]


def _data() -> dict[str, object]:
    return {
        "words": yaml.safe_load((TEXTS / "words.yml").read_text(encoding="utf-8")),
        "schema": schema(),
        "small": (TEXTS / "small-family.yml").read_text(encoding="utf-8"),
        "style": _style_alone(),
    }


def _style_alone() -> str:
    """Return the drawing's style sheet with the colours of the light page filled in."""
    drawing = stylesheet([_BROWSER / "drawing.css"])
    tokens = (ROOT / "book" / "_static" / "tokens.css").read_text(encoding="utf-8")
    light, _, _ = tokens.partition("}")
    colours = dict(re.findall(r"(--kb-[\w-]+): ([^;]+);", light))
    return re.sub(r"var\((--kb-[\w-]+)\)", lambda use: colours[use[1]], drawing)

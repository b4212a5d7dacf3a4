"""The files that the page with the genogram loads, written beside it in the built site."""

from __future__ import annotations

from pathlib import Path

import vendor
from knowledge_base.model.knowledge_base import KnowledgeBase

FOLDER = "book/blueprint/assets"
"""Where the files lie, from the root of the built site."""

BROWSER = Path(__file__).parent / "browser"

PARSER = "../../vendor/js-yaml-5.5.0.umd.min.js"
"""js-yaml, by Vitaly Puzrin and others, as published. Its licence, MIT, lies beside it."""
DRAWING = (
    PARSER,
    "genogram_text.js",
    "genogram_check.js",
    "genogram_layout.js",
    "genogram_draw.js",
)
"""From a text to a drawing and its words; touches no page."""
SCRIPTS = (*DRAWING, "genogram_page.js")


def site_files(_kb: KnowledgeBase) -> dict[str, str | bytes]:
    """Return the files by their path from the root of the built site."""
    licence = (vendor.FOLDER / "js-yaml-LICENSE.txt").read_text(encoding="utf-8")
    return {
        f"{FOLDER}/genogram.css": _text("genogram.css"),
        f"{FOLDER}/genogram.js": f"/*!\nHolds js-yaml 5.5.0. {licence}*/\n"
        + "\n".join(_text(part) for part in SCRIPTS),
    }


def _text(name: str) -> str:
    text = (BROWSER / name).read_text(encoding="utf-8")
    # The parser's source map isn't sent, so it isn't named.
    return "\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMapping"))

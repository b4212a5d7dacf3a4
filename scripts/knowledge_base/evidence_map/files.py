"""The evidence map's files, written beside its page in the built site."""

from __future__ import annotations

import re
from pathlib import Path

from knowledge_base.evidence_map.data import as_script, map_data, takeaway_data
from knowledge_base.evidence_map.drawing import TEMPLATES, VIS_NETWORK, draw
from knowledge_base.model.knowledge_base import KnowledgeBase

FOLDER = "book/evidence/map"
"""Where the files lie, from the root of the built site."""

PARTS = (
    "engine",
    "state",
    "elements",
    "looks",
    "words",
    "filters",
    "card",
    "gap_map",
    "list",
    "line_legend",
    "path_form",
    "graph_twin",
    "graph_view",
    "panel",
    "app",
)
"""The parts of the page's script, in `browser/page/`, each after those that it builds on."""


def site_files(kb: KnowledgeBase) -> dict[str, str | bytes]:
    """Return the map's files by their path from the root of the built site."""
    files: dict[str, str | bytes] = {
        "data.js": as_script("evidenceMapData", map_data(kb)),
        "takeaway-data.js": as_script("evidenceMapTakeaway", takeaway_data(kb)),
        "graph.html": draw(kb),
        "vis-network.min.js": VIS_NETWORK.read_bytes(),
        "map.js": "".join(_code(TEMPLATES / "page" / f"{part}.js") for part in PARTS),
    }
    for file in sorted(TEMPLATES.glob("*")):
        if file.suffix in (".js", ".css"):
            files[file.name] = _code(file)
    return {f"{FOLDER}/{name}": content for name, content in sorted(files.items())}


def _code(file: Path) -> str:
    return without_comments(file.read_text(encoding="utf-8"))


def without_comments(code: str) -> str:
    """Return a script or style sheet without the comments and indentation that only we need.

    Comments that stand on lines of their own are left out. No text of ours runs over lines, so
    that indentation is never part of one.
    """
    code = re.sub(r"^[ \t]*/\*.*?\*/[ \t]*\n", "", code, flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"^[ \t]*(//.*)?\n?", "", code, flags=re.MULTILINE)

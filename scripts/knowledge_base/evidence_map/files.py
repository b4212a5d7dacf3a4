"""The evidence map's files, written beside its page in the built site."""

from pathlib import Path

from browser_code import bundle, stylesheet
from knowledge_base.evidence_map.data import as_script, later_data, map_data
from knowledge_base.evidence_map.drawing import network_data
from knowledge_base.model.knowledge_base import KnowledgeBase
from vendor import VIS_NETWORK

BROWSER = Path(__file__).parent / "browser"

FOLDER = "book/evidence/map"
"""Where the files lie, from the root of the built site."""

SCRIPTS = {
    "map.js": ("page/app.js", "EvidenceMap"),
    "downloads.js": ("downloads/downloads.js", "EvidenceMapDownloads"),
    "graph.js": ("graph/graph.js", "EvidenceGraph"),
}
"""Each script with the module that it begins from, and the name that this has for others."""


def site_files(kb: KnowledgeBase) -> dict[str, str | bytes]:
    """Return the map's files by their path from the root of the built site."""
    later = later_data(kb)
    files: dict[str, str | bytes] = {
        "data.js": as_script("evidenceMapData", map_data(kb)),
        **{f"{file}-data.js": as_script(name, data) for file, (name, data) in later.items()},
        "network.js": as_script("evidenceNetwork", network_data(kb)),
        VIS_NETWORK.file: VIS_NETWORK.content(),
        **{file: bundle(BROWSER / entry, name) for file, (entry, name) in SCRIPTS.items()},
        "map.css": stylesheet(sorted(BROWSER.glob("*.css"))),
    }
    return {f"{FOLDER}/{name}": content for name, content in sorted(files.items())}

"""The evidence map: its page, its files, and the small maps on other pages.

`page` gives the complete gap map as HTML, so that it can be read without JavaScript.
`write_evidence_map` puts beside the built page what makes it more than a table: the records as
data, our own scripts, and the graph that pyvis draws.
"""

from knowledge_base.evidence_map.files import FOLDER, map_files, write_evidence_map
from knowledge_base.evidence_map.page import (
    outcome_strip,
    page,
    small_map,
    small_map_styles,
    source_line,
)
from knowledge_base.evidence_map.rules import profile_rules

__all__ = [
    "FOLDER",
    "map_files",
    "outcome_strip",
    "page",
    "profile_rules",
    "small_map",
    "small_map_styles",
    "source_line",
    "write_evidence_map",
]

"""The evidence map: its page, its files, and the small maps on other pages.

`page` gives what the complete gap map shows, so that it can be read without JavaScript.
`files` makes what a build puts beside it, so that it becomes more than a table: the records as
data, our own scripts, and the graph that pyvis draws.
"""

from knowledge_base.evidence_map.page import outcome_strip, page, small_map

__all__ = [
    "outcome_strip",
    "page",
    "small_map",
]

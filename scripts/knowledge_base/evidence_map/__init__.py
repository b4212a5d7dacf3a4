"""The evidence map: its page and its files.

`page` gives what the complete gap map shows, so that it can be read without JavaScript.
`files` makes what a build puts beside it, so that it becomes more than a table: the records as
data, our own scripts, and the graph that pyvis draws.
"""

from knowledge_base.evidence_map.page import page

__all__ = ["page"]

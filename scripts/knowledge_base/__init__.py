"""The knowledge base as a library: evidence files in, views and pages out.

The arrow runs one way: files → ``reading`` → ``checks`` → ``KnowledgeBase`` → ``views`` →
pages and exports.
Nothing in here prints, reads the clock or opens a connection.

For programs of your own, `library` has all that is needed, and its names can be had from here.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from knowledge_base.library import frame, frame_names, graph, load

__all__ = ["frame", "frame_names", "graph", "load"]


def __getattr__(name: str) -> Any:
    """Return a name of the library, which is imported when one is first asked for."""
    if name in __all__:
        return getattr(import_module("knowledge_base.library"), name)
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")

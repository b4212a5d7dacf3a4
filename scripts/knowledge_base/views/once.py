"""What a knowledge base amounts to does not change: what costs much is worked out once."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from knowledge_base.model.knowledge_base import KnowledgeBase

View = TypeVar("View")


def once(view: Callable[[KnowledgeBase], View]) -> Callable[[KnowledgeBase], View]:
    """Return a view that is kept with its knowledge base, as its cached properties are."""
    name = f"{view.__module__}.{view.__qualname__}"

    @wraps(view)
    def kept_with(kb: KnowledgeBase) -> View:
        if name not in kb.__dict__:
            kb.__dict__[name] = view(kb)
        result: View = kb.__dict__[name]
        return result

    return kept_with

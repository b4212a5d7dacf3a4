"""TIDieR completeness: which item is described for which component."""

from collections import Counter
from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.tidier import completeness, summary


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    components: tuple[str, ...]
    """The components that are described, in the order of the columns."""
    items: tuple[tuple[str, tuple[str, ...]], ...]
    """Each item of the checklist with its completeness for each component."""
    counts: tuple[Counter[str], ...]
    """For each component, how many items are how complete."""


def facts(kb: KnowledgeBase) -> Facts:
    """Return how completely the report describes each component."""
    counts = summary(kb)
    return Facts(
        tuple(counts),
        tuple(
            (kb.label("tidier-item", item), tuple(row[component] for component in counts))
            for item, row in completeness(kb).items()
        ),
        tuple(counts.values()),
    )

"""The page Method and limits: the rules by which evidence profiles are worded."""

from __future__ import annotations

from knowledge_base.markup import loose as myst
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.gap_map import STANDINGS
from knowledge_base.views.profile import OPENINGS
from knowledge_base.views.selection import DIRECT, ONLY_INDIRECT


def profile_rules(kb: KnowledgeBase) -> str:
    """Return the rules by which evidence profiles are worded."""
    return myst.table(
        "How each kind of evidence is told",
        ("Kind of evidence", "What it means", "The sentence"),
        [
            (
                myst.text(kb.label("evidence-basis", kind)),
                myst.text(kb.term("evidence-basis", kind).definition),
                f"*{myst.text(opening.format(what='(so many studies)'))}*",
            )
            for kind, opening in OPENINGS.items()
        ],
    )


def directness() -> str:
    """Return how cells are marked by where their findings come from, in the map's own words."""
    direct, elsewhere = STANDINGS[DIRECT][0], STANDINGS[ONLY_INDIRECT][0]
    return (
        "Findings are *direct* if they are reported to come from Early Help. A cell that holds one "
        f"is marked *{direct}*; a cell whose findings all come from elsewhere, or from where is "
        f"not told, is marked *{elsewhere}*."
    )

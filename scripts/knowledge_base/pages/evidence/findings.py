"""The limits that every page of evidence states, for pages that are not templates yet."""

from __future__ import annotations

from knowledge_base.markup import loose as myst
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.selection import Tally
from knowledge_base.wording.nouns import counted


def limits(kb: KnowledgeBase) -> str:
    """Return the limits that every page of evidence states."""
    return myst.admonition(
        "limits",
        "What this evidence can and can't tell",
        f"{myst.text(kb.report.limits_in_brief)} "
        f"{myst.link('Method and limits', '/book/about/method.md')}.",
    )


def size(counts: Tally) -> str:
    """Return a tally in words: `2 studies, 3 claims`."""
    reviews = [counted(len(counts.reviews), "review")] if counts.reviews else []
    return ", ".join(
        [counted(len(counts.studies), "study"), *reviews, counted(counts.claims, "claim")]
    )

"""What cells and lines say, in the words that `words.js` has in the browser."""

from __future__ import annotations

from knowledge_base.evidence_map.style import DIRECTION_STYLES
from knowledge_base.markup.claims import direction_label
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.gap_map import STANDINGS
from knowledge_base.views.selection import DIRECT, Tally
from knowledge_base.wording.nouns import counted

CLAIM_ONLY = "Early Help: a claim, no study"
"""Where a finding of no identified study is from Early Help, and the studies are from elsewhere."""


def where_from(some: Tally, standing: str) -> str:
    """Return how direct findings of a standing are in a few words, or why there are none."""
    direct, studies = len(some.studies_direct), len(some.studies)
    if standing == DIRECT and direct < studies:
        return f"{direct:,} of {studies:,} from Early Help" if direct else CLAIM_ONLY
    return STANDINGS[standing][0]


def line_in_words(kb: KnowledgeBase, some: Tally, *, bearing: bool) -> str:
    """Return what a line of the graph says; one from a factor is ``bearing`` on a component."""
    reviews = [counted(len(some.reviews), "review")] if some.reviews else []
    told = [
        ", ".join([counted(len(some.studies), "study"), *reviews, counted(some.claims, "claim")])
    ]
    if some.directness:
        told.append(where_from(some, some.directness))
    kinds = [kb.label("evidence-basis", kind) for kind in some.bases if kind != "none"]
    ways = [
        direction_label(kb, way, bearing=bearing)
        for way in some.directions
        if DIRECTION_STYLES[way].sign
    ]
    return ". ".join([*told, "; ".join(kinds + ways)])

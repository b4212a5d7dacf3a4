"""What cells and lines say, in the wording that the map in the browser reads too."""

from knowledge_base.evidence_map.style import DIRECTION_SIGNS
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.gap_map import WORDING, standings
from knowledge_base.views.selection import DIRECT, Tally

BEARING = {"favourable": WORDING.say("helps"), "unfavourable": WORDING.say("hinders")}
"""How directions of what bears on implementation are named."""


def where_from(kb: KnowledgeBase, counts: Tally, standing: str) -> str:
    """Return how direct findings of a standing are in a few words, or why there are none."""
    direct, studies = len(counts.studies_direct), len(counts.studies)
    if standing == DIRECT and direct < studies:
        return WORDING.say("partly_direct", direct=direct, studies=studies, home=kb.home)
    return standings(kb)[standing].label


def kinds_in_words(kb: KnowledgeBase, counts: Tally) -> tuple[str, ...]:
    """Return the kinds of evidence that a cell or a line holds."""
    return tuple(kb.label("evidence-basis", kind) for kind in counts.bases if kind != "none")


def ways_in_words(kb: KnowledgeBase, counts: Tally, *, bearing: bool = False) -> tuple[str, ...]:
    """Return the directions that a cell or a line holds."""
    ways = (way for way in counts.directions if DIRECTION_SIGNS[way])
    return tuple(direction_label(kb, way, bearing=bearing) for way in ways)


def line_in_words(kb: KnowledgeBase, counts: Tally, *, bearing: bool) -> str:
    """Return what a line of the graph says; one from a factor is ``bearing`` on a component."""
    directness = counts.directness
    return WORDING.say(
        "line",
        studies=len(counts.studies),
        reviews=len(counts.reviews),
        claims=counts.claims,
        has_place=bool(directness),
        setting=where_from(kb, counts, directness) if directness else "",
        kinds=kinds_in_words(kb, counts),
        directions=ways_in_words(kb, counts, bearing=bearing),
        bears=bearing,
    )


def direction_label(kb: KnowledgeBase, direction: str, *, bearing: bool) -> str:
    """Return a direction in a word; ``bearing`` on implementation, a factor helps or hinders."""
    label = kb.label("direction", direction)
    return BEARING.get(direction, label) if bearing else label

"""What is said of a path, by how its start and an outcome two steps away are joined.

A path is no finding. It is a thread where one study covers both steps, with findings in one
publication, and otherwise joined: its steps come from different places, often of different
settings, and nobody looked at the whole. Publications that are counted as one study make no thread
together: to count them as one is cautious in a count, and would be bold here. Nor does what a
study expects or advises. A step that the draft logic model assumes is told as an assumption, with
or without claims. The map follows paths itself: `evidence_map/browser/engine/paths.js`.
"""

from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.decisions import Table

THREAD = "thread"
JOINED = "joined"
NO_STUDY = "no-study"
ASSUMED = "assumed"

VERDICT: Table = (
    ({"claims_on_both": (False,)}, ASSUMED),
    ({"thread": (True,)}, THREAD),
    ({"studies_on_both": (True,)}, JOINED),
    ({}, NO_STUDY),
)
"""What is said of a path, by what its steps rest on."""


@dataclass(frozen=True)
class Arrow:
    """What the draft logic model draws from one node of the graph to another."""

    start: str
    end: str
    records: tuple[Record, ...]
    """The published records behind it, by id."""
    assumptions: tuple[str, ...]
    """What it assumes."""
    as_described: bool
    """Whether the report's text describes it; False where it is our reading."""


def arrows(kb: KnowledgeBase) -> tuple[Arrow, ...]:
    """Return the arrows of the logic model between components and outcomes, one a pair."""
    nodes = {}
    for node_id, node in kb.logic_model.nodes.items():
        if node.component:
            nodes[node_id] = f"component:{node.component}"
        elif node.outcome:
            nodes[node_id] = f"outcome:{node.outcome}"
    published = {record.id: record for record in kb.published}
    arrows: dict[tuple[str, str], Arrow] = {}
    for arrow in kb.logic_model.arrows:
        pair = (nodes.get(arrow.from_, ""), nodes.get(arrow.to, ""))
        if not all(pair) or pair[0] == pair[1]:
            continue
        earlier = arrows.get(pair)
        ids = {*arrow.records, *(r.id for r in earlier.records)} if earlier else {*arrow.records}
        assumptions = (*(earlier.assumptions if earlier else ()), arrow.assumption)
        arrows[pair] = Arrow(
            *pair,
            records=tuple(published[record] for record in sorted(ids & published.keys())),
            assumptions=tuple(text for text in assumptions if text),
            as_described=arrow.as_described or bool(earlier and earlier.as_described),
        )
    return tuple(arrows.values())

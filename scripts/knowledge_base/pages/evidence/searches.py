"""The page of searches: what was looked for, what came up, and which documents were taken in."""

from dataclasses import dataclass

from knowledge_base.model.context import Search
from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source_note import ConsideredDocument

PILOT = "pilot"
"""The kind of events that searches for the pilot are about."""


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    pilot_searches: dict[str, Search]
    other_searches: dict[str, Search]
    included: dict[str, ConsideredDocument]
    by_reason: dict[str, list[ConsideredDocument]]
    """The same by why they were included, a reason that several share first."""
    left_out: dict[str, ConsideredDocument]


def facts(kb: KnowledgeBase) -> Facts:
    """Return the searches on file, and the documents that the rule decided on."""
    documents = kb.inclusion.documents if kb.inclusion else {}
    included = {i: d for i, d in documents.items() if d.decision == "in"}
    by_reason = by_key((document.reason, document) for document in included.values())
    return Facts(
        pilot_searches=pilot_searches(kb),
        other_searches={i: s for i, s in kb.searches.items() if PILOT not in s.context},
        included=included,
        by_reason=dict(sorted(by_reason.items(), key=lambda item: -len(item[1]))),
        left_out={i: d for i, d in documents.items() if d.decision == "out"},
    )


def pilot_searches(kb: KnowledgeBase) -> dict[str, Search]:
    """Return the searches for what became of the pilot."""
    return {i: s for i, s in kb.searches.items() if PILOT in s.context}

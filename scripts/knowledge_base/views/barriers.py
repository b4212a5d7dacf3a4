"""What hinders and helps implementation, and which help answers which hindrance."""

from dataclasses import dataclass

from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record


@dataclass(frozen=True)
class Barrier:
    """A hindrance with the records that say how to meet it."""

    record: Record
    responses: tuple[Record, ...]


def barriers_and_enablers(
    kb: KnowledgeBase, component: str
) -> tuple[tuple[Barrier, ...], tuple[Record, ...]]:
    """Return a component's barriers, each with its responses, and the enablers that stand alone."""
    about = [r for r in kb.published if r.component == component and r.factor]
    responses = by_key((barrier, r) for r in kb.published for barrier in r.responds_to)
    barriers = tuple(
        Barrier(record, tuple(responses.get(record.id, ())))
        for record in about
        if record.direction == "unfavourable"
    )
    answers = {response.id for barrier in barriers for response in barrier.responses}
    enablers = tuple(
        r
        for r in about
        if r.id not in answers and r.direction != "unfavourable" and r.kind == "implementation"
    )
    return barriers, enablers

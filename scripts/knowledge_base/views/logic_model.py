"""The logic model as something to draw: arrows by what they rest on, and what leads where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.logic_model import LogicModelArrow
from knowledge_base.model.vocabulary import LogicModelColumnTerm

Footing = Literal["records", "partly", "assumed"]
"""Whether an arrow rests on records alone, on records and an assumption, or on an assumption."""


@dataclass(frozen=True)
class Arrow:
    """An arrow with its number, in the order of the file, and what it leads to in the end."""

    number: int
    arrow: LogicModelArrow
    footing: Footing
    reaches: tuple[str, ...]
    """The outcome columns that it leads to, over however many arrows."""


def arrows(kb: KnowledgeBase) -> tuple[Arrow, ...]:
    """Return all arrows."""
    reached = reaches(kb)
    return tuple(
        Arrow(number, arrow, _footing(arrow), reached[arrow.to])
        for number, arrow in enumerate(kb.logic_model.arrows, start=1)
    )


def outcome_columns(kb: KnowledgeBase) -> dict[str, LogicModelColumnTerm]:
    """Return the columns whose boxes are outcomes, in their order."""
    columns = kb.vocabularies["logic-model-column"].items()
    return {c: t for c, t in columns if isinstance(t, LogicModelColumnTerm) and t.holds_outcomes}


def reaches(kb: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """Return for each box the outcome columns that it stands in or leads to.

    What leads there on the drawing: no study covers a whole path.
    """
    model = kb.logic_model
    onward: dict[str, list[str]] = {node: [] for node in model.nodes}
    for arrow in model.arrows:
        onward[arrow.from_].append(arrow.to)
    result = {}
    for start in model.nodes:
        seen = {start}
        waiting = [start]
        while waiting:
            for node in onward[waiting.pop()]:
                if node not in seen:
                    seen.add(node)
                    waiting.append(node)
        columns = {model.nodes[node].column for node in seen}
        result[start] = tuple(column for column in outcome_columns(kb) if column in columns)
    return result


def _footing(arrow: LogicModelArrow) -> Footing:
    if not arrow.records:
        return "assumed"
    return "partly" if arrow.assumption else "records"

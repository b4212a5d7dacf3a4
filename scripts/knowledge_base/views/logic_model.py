"""The logic model as something to draw: arrows by what they rest on, and what leads where."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.logic_model import LogicModelArrow

Footing = Literal["records", "partly", "assumed"]
"""Whether an arrow rests on records alone, on records and an assumption, or on an assumption."""


@dataclass(frozen=True)
class Arrow:
    """An arrow with its number, in the order of the file."""

    number: int
    arrow: LogicModelArrow
    footing: Footing


def arrows(kb: KnowledgeBase) -> tuple[Arrow, ...]:
    """Return all arrows."""
    return tuple(
        Arrow(number, arrow, _footing(arrow))
        for number, arrow in enumerate(kb.logic_model.arrows, start=1)
    )


def leading_to(kb: KnowledgeBase, box: str) -> tuple[Arrow, ...]:
    """Return the arrows that lead to a box, directly or through others.

    What leads there on the drawing: that no study covers a path is another matter.
    """
    return _along(arrows(kb), box, lambda arrow: (arrow.to, arrow.from_))


def leading_from(kb: KnowledgeBase, box: str) -> tuple[Arrow, ...]:
    """Return the arrows that lead on from a box, directly or through others."""
    return _along(arrows(kb), box, lambda arrow: (arrow.from_, arrow.to))


def studies_of_a_whole_path(kb: KnowledgeBase) -> frozenset[str]:
    """Return the studies whose records support every arrow of a path from first to last box."""
    by_study = by_key(
        (study, arrow)
        for arrow in arrows(kb)
        for study in {kb.records[record].study for record in arrow.arrow.records}
        if study
    )
    starts = {arrow.from_ for arrow in kb.logic_model.arrows}
    ends = {arrow.to for arrow in kb.logic_model.arrows}
    return frozenset(
        study
        for study, own in by_study.items()
        for start in starts - ends
        if any(
            arrow.arrow.to in ends - starts
            for arrow in _along(own, start, lambda arrow: (arrow.from_, arrow.to))
        )
    )


def _along(
    every: Iterable[Arrow], box: str, ends: Callable[[LogicModelArrow], tuple[str, str]]
) -> tuple[Arrow, ...]:
    """Return the arrows that one meets from a box onward, each once."""
    onward = by_key((ends(arrow.arrow)[0], arrow) for arrow in every)
    met: dict[int, Arrow] = {}
    waiting = [box]
    while waiting:
        for arrow in onward.pop(waiting.pop(), ()):
            met[arrow.number] = arrow
            waiting.append(ends(arrow.arrow)[1])
    return tuple(met[number] for number in sorted(met))


def _footing(arrow: LogicModelArrow) -> Footing:
    if not arrow.records:
        return "assumed"
    return "partly" if arrow.assumption else "records"

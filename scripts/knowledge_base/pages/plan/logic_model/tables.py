"""The logic model in tables: its boxes, its arrows and what each rests on, and their numbers."""

from collections import Counter
from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.logic_model import LogicModelArrow, LogicModelNode
from knowledge_base.views.logic_model import Arrow, arrows


@dataclass(frozen=True)
class ArrowRow:
    """An arrow with the labels of its boxes."""

    arrow: Arrow
    start: str
    end: str
    joined: str
    """Whether the report's section on the logic model joins its boxes: `columns-only`, `yes`,
    `loosely`."""


@dataclass(frozen=True)
class Numbers:
    """How many arrows rest on what."""

    arrows: int
    on_records: int
    partly: int
    assumed: int
    ours: int
    """Arrows whose boxes the report's section on the logic model does not name together."""


@dataclass(frozen=True)
class Tables:
    """The model in words."""

    boxes: tuple[tuple[str, LogicModelNode], ...]
    """Each box after the label of its column, column by column."""
    arrows: tuple[ArrowRow, ...]
    numbers: Numbers
    cited: tuple[tuple[str, str | None], ...]
    """The sources of the boxes, with the places in them."""


def tables(kb: KnowledgeBase) -> Tables:
    """Return the boxes and the arrows of the logic model."""
    nodes = kb.logic_model.nodes
    every = arrows(kb)
    footings = Counter(arrow.footing for arrow in every)
    return Tables(
        tuple(
            (term.label, node)
            for column, term in kb.vocabularies["logic-model-column"].items()
            for node in nodes.values()
            if node.column == column
        ),
        tuple(
            ArrowRow(a, nodes[a.arrow.from_].label, nodes[a.arrow.to].label, joined(a.arrow))
            for a in every
        ),
        Numbers(
            len(every),
            footings["records"],
            footings["partly"],
            footings["assumed"],
            sum(1 for arrow in every if not arrow.arrow.as_described),
        ),
        tuple(dict.fromkeys((key, n.location) for n in nodes.values() for key in n.sources)),
    )


def joined(arrow: LogicModelArrow) -> str:
    """Return whether the report's section on the logic model joins an arrow's two boxes."""
    if not arrow.as_described:
        return "columns-only"
    # Without a record, all that stands there is one phrase on several boxes at once.
    return "yes" if arrow.records else "loosely"

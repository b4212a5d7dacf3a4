"""The logic model in tables: its boxes, its arrows and what each rests on, and their numbers."""

from __future__ import annotations

from knowledge_base.markup import loose as myst
from knowledge_base.markup.source_line import places, sourced
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.logic_model import LogicModelArrow
from knowledge_base.views.logic_model import arrows
from knowledge_base.wording.nouns import counted


def source(kb: KnowledgeBase) -> str:
    """Return where the drawing comes from, its data, and how to cite it."""
    nodes = kb.logic_model.nodes.values()
    if not nodes:
        return ""
    return sourced(
        places((key, node.location) for node in nodes for key in node.sources),
        {"knowledge-base.json": "knowledge-base.json"},
        note="Arrows that its text does not describe are ours.",
    )


def columns(kb: KnowledgeBase) -> str:
    """Return the boxes of the logic model, column by column."""
    if not kb.logic_model.nodes:
        return "No box is on file."
    rows = []
    for column, term in kb.vocabularies["logic-model-column"].items():
        for node in kb.logic_model.nodes.values():
            if node.column == column:
                rows.append(
                    (
                        myst.text(term.label),
                        f"**{myst.text(node.label)}**",
                        f"{myst.text(node.text)} {myst.support((), node.sources, node.location)}",
                    )
                )
    return myst.table(
        "The boxes of the draft logic model", ("Column", "Box", "What the report says"), rows
    )


def arrows_table(kb: KnowledgeBase) -> str:
    """Return the arrows of the logic model, each with its records or its assumption."""
    if not kb.logic_model.arrows:
        return "No arrow is on file."
    nodes = kb.logic_model.nodes
    rows = []
    for drawn in arrows(kb):
        arrow = drawn.arrow
        pieces = [myst.records(arrow.records)] if arrow.records else []
        if arrow.assumption:
            pieces.append(f"**Assumption:** {myst.text(arrow.assumption)}")
        rows.append(
            (
                # The span carries the id that the drawing links to.
                f"[{drawn.number}.]{{#arrow-{drawn.number}}} "
                f"{myst.text(nodes[arrow.from_].label)} → {myst.text(nodes[arrow.to].label)}",
                ". ".join(pieces),
                joined(arrow),
            )
        )
    return myst.table(
        "The arrows of the draft logic model, and what each rests on",
        ("Arrow", "Rests on", "Joined in Section 4 of the report"),
        rows,
        css_class="kb-lm-arrows",
    )


def joined(arrow: LogicModelArrow) -> str:
    """Return whether the report's section on the logic model joins an arrow's two boxes."""
    if not arrow.as_described:
        return "No: it joins the columns, not these boxes"
    # Without a record, all that stands there is one phrase on several boxes at once.
    return "Yes" if arrow.records else "Loosely: see the assumption"


def numbers(kb: KnowledgeBase) -> str:
    """Return how many arrows rest on records, on records and an assumption, on that alone."""
    every = arrows(kb)
    if not every:
        return "No arrow is on file."
    number = {
        footing: sum(1 for arrow in every if arrow.footing == footing)
        for footing in ("records", "partly", "assumed")
    }
    read = sum(1 for arrow in every if not arrow.arrow.as_described)
    return (
        f"Of **{counted(len(every), 'arrow')}**, **{number['records']}** rest on records, "
        f"**{number['partly']}** on records that an assumption must join, and "
        f"**{number['assumed']}** on an assumption alone. Section 4, on the logic model, joins "
        f"whole columns and does not name {read} of them box by box: that two of its boxes belong "
        "together is our reading, or rests on what other sections say. A path over several arrows "
        "joins claims of different studies and settings; no study is reported to cover one from "
        "end to end."
    )

"""The report's next steps for an evaluator, as a checklist."""

from __future__ import annotations

from knowledge_base.markup import loose as myst
from knowledge_base.markup.statements import statements
from knowledge_base.model.knowledge_base import KnowledgeBase


def next_steps(kb: KnowledgeBase) -> str:
    """Return the report's recommendations as a checklist, with what this site gives for each."""
    parts = []
    for step_id, step in kb.report.next_steps.items():
        here = myst.bullets(myst.link(label, page) for label, page in step.here.items())
        parts.append(
            myst.paragraphs(
                myst.heading(2, step.title, f"step-{step_id}"),
                f":::{{div}} kb-task\n{myst.text(step.recommendation)} "
                f"{myst.support((), [kb.report.source], step.location)}\n:::",
                f"**Here already:**\n\n{here}" if here else "",
                "**What the report adds:**" if step.details else "",
                statements(step.details),
            )
        )
    return myst.paragraphs(*parts)

"""What is not known: the open questions, those that a next step has to settle first."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.model.gap import Gap
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.open_questions import open_questions


@dataclass(frozen=True)
class Question:
    """An open question."""

    id: str
    gap: Gap
    about_all: bool
    """Whether it concerns every part of the model."""


@dataclass(frozen=True)
class Group:
    """Questions under one heading: of a next step, or of a kind."""

    id: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    steps: tuple[Group, ...]
    kinds: tuple[Group, ...]
    first: int
    """How many questions some step has to settle."""


def facts(kb: KnowledgeBase) -> Facts:
    """Return the open questions: by next step, in its order, then by kind."""
    questions = open_questions(kb)
    return Facts(
        steps=tuple(Group(step, _questions(kb, gaps)) for step, gaps in questions.by_step.items()),
        kinds=tuple(Group(kind, _questions(kb, gaps)) for kind, gaps in questions.by_kind.items()),
        first=len(questions.first),
    )


def _questions(kb: KnowledgeBase, gaps: dict[str, Gap]) -> tuple[Question, ...]:
    return tuple(
        Question(gap_id, gap, about_all=set(kb.parts) <= set(gap.components))
        for gap_id, gap in gaps.items()
    )

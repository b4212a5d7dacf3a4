"""What is not known: the open questions, those that a next step has to settle first."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge_base.model.gap import Gap
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.charts import Chart
from knowledge_base.views.open_questions import OpenQuestions, open_questions
from knowledge_base.wording.sentences import wording

WORDING = wording("evidence/gaps")


@dataclass(frozen=True)
class Question:
    """An open question."""

    id: str
    gap: Gap
    about_all: bool
    """Whether it concerns every part of the model."""
    subject: str
    """The component that it is about; empty where it is about the model as a whole."""
    closing: str
    """How it could be answered, if not in the way of its group."""


@dataclass(frozen=True)
class Group:
    """Questions under one heading: of a next step, or of a kind."""

    id: str
    questions: tuple[Question, ...]
    closing: str = ""
    """How those could be answered that say nothing of their own; empty where it is the step."""


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    chart: Chart
    """How many questions are of which kind."""
    steps: tuple[Group, ...]
    kinds: tuple[Group, ...]
    first: int
    """How many questions some step has to settle."""


def facts(kb: KnowledgeBase) -> Facts:
    """Return the open questions: by next step, in its order, then by kind."""
    questions = open_questions(kb)
    return Facts(
        chart=_chart(kb, questions),
        steps=tuple(
            Group(step, _questions(kb, gaps, questions.subjects))
            for step, gaps in questions.by_step.items()
        ),
        kinds=tuple(
            _of_kind(kb, kind, gaps, questions.subjects) for kind, gaps in questions.by_kind.items()
        ),
        first=len(questions.first),
    )


def _chart(kb: KnowledgeBase, questions: OpenQuestions) -> Chart:
    title = WORDING.say("title", first=len(questions.first), questions=questions.number)
    by_kind = {kb.label("gap-kind", kind): len(gaps) for kind, gaps in questions.by_kind.items()}
    return Chart.of_counts(title, {WORDING.say("to_settle"): len(questions.first)} | by_kind)


def chart_by_step(kb: KnowledgeBase, questions: OpenQuestions) -> Chart:
    """Return how many questions each recommended step would settle, and how many none would."""
    counts = {kb.report.next_steps[step].title: len(g) for step, g in questions.by_step.items()}
    counts[WORDING.say("by_step.rest")] = len(questions.rest)
    title = WORDING.say("by_step.title", first=len(questions.first), questions=questions.number)
    return Chart.of_counts(title, counts)


def _questions(
    kb: KnowledgeBase, gaps: dict[str, Gap], subjects: dict[str, str]
) -> tuple[Question, ...]:
    return tuple(
        Question(
            gap_id,
            gap,
            about_all=set(kb.parts) <= set(gap.components),
            subject=subjects[gap_id],
            closing=_own_closing(kb, gap),
        )
        for gap_id, gap in gaps.items()
    )


def _of_kind(kb: KnowledgeBase, kind: str, gaps: dict[str, Gap], subjects: dict[str, str]) -> Group:
    questions = _questions(kb, gaps, subjects)
    without = [question for question in questions if not question.closing]
    closing = _closing(kb, _NEEDS.get(kind, "asking")) if without else ""
    return Group(kind, questions, closing)


def _own_closing(kb: KnowledgeBase, gap: Gap) -> str:
    if gap.closing:
        return gap.closing
    if gap.next_step or not gap.outcomes or _NEEDS.get(gap.kind) != "practice":
        return ""
    return _closing(kb, "outcomes", gap.outcomes)


def _closing(kb: KnowledgeBase, needs: str, outcomes: Iterable[str] = ()) -> str:
    labels = [kb.outcomes[outcome].label.lower() for outcome in outcomes]
    return WORDING.say("close", needs=needs, home=kb.home, outcomes=labels)


_NEEDS = {"no-evidence": "practice", "limited-evidence": "practice", "to-be-settled": "decision"}
"""What it takes to answer a question of a kind, where no recommended step does."""

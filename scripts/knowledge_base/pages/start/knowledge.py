"""What is not known: the facts behind the answers of the first pages and the briefs."""

from dataclasses import dataclass

from knowledge_base.model.gap import Gap
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.gap_map import LACKING, NO_SEARCH_REPORTED, gap_map
from knowledge_base.views.open_questions import OpenQuestions, open_questions


@dataclass(frozen=True)
class NotKnown:
    """What is not known."""

    pairs: int
    """Pairs of a component and an outcome."""
    silent: int
    """Pairs on which nothing is on file."""
    lacking: int
    """Pairs of which it is said that evidence is lacking."""
    about_outcomes: tuple[Gap, ...]
    """The open questions about outcomes, those of the level that comes first before others."""
    questions: OpenQuestions


def not_known(kb: KnowledgeBase, component: str | None = None) -> NotKnown:
    """Return what is not known, of all or of one component."""
    every = gap_map(kb).cells.values()
    reasons = [cell.emptiness for cell in every if component in (None, cell.component)]
    questions = open_questions(kb, component)
    return NotKnown(
        len(reasons),
        reasons.count(NO_SEARCH_REPORTED),
        reasons.count(LACKING),
        outcome_questions(kb, questions),
        questions,
    )


def outcome_questions(kb: KnowledgeBase, questions: OpenQuestions) -> tuple[Gap, ...]:
    """Return those about outcomes, the ones of the level that comes first before others."""

    def comes_later(gap: Gap) -> bool:
        levels = {kb.outcomes[outcome].level for outcome in gap.outcomes}
        return kb.examples.questions_first not in levels

    every = {**questions.first, **questions.rest}
    # In the order of their file, whatever step they belong to.
    about = (gap for key, gap in kb.gaps.items() if key in every and gap.outcomes)
    return tuple(sorted(about, key=comes_later))

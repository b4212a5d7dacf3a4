"""The gaps in the order in which they have to be settled, as far as the report gives one."""

from dataclasses import dataclass

from knowledge_base.model.gap import Gap
from knowledge_base.model.knowledge_base import KnowledgeBase


@dataclass(frozen=True)
class OpenQuestions:
    """Gaps by what has to become of them."""

    by_step: dict[str, dict[str, Gap]]
    """Those that a recommended next step has to settle, by the step, in the report's order; within
    a step those on the model as a whole come first, then those on each component."""
    by_kind: dict[str, dict[str, Gap]]
    """The others, by kind."""
    subjects: dict[str, str]
    """The component that each is about; empty where it is about the model as a whole."""

    @property
    def first(self) -> dict[str, Gap]:
        """Those that some step has to settle."""
        return {gap_id: gap for gaps in self.by_step.values() for gap_id, gap in gaps.items()}

    @property
    def number(self) -> int:
        """How many there are in all."""
        return len(self.first) + len(self.rest)

    @property
    def rest(self) -> dict[str, Gap]:
        """Those for which the report names no step."""
        return {gap_id: gap for gaps in self.by_kind.values() for gap_id, gap in gaps.items()}


def open_questions(kb: KnowledgeBase, component: str | None = None) -> OpenQuestions:
    """Return the gaps, of one component or of all, without steps and kinds that have none."""
    gaps = {
        gap_id: gap
        for gap_id, gap in kb.gaps.items()
        if component is None or component in gap.components
    }
    subjects = {gap_id: _subject(kb, gap) for gap_id, gap in gaps.items()}
    order = ["", *kb.parts]
    whole_first = sorted(gaps.items(), key=lambda item: order.index(subjects[item[0]]))
    by_step = {
        step: {gap_id: gap for gap_id, gap in whole_first if gap.next_step == step}
        for step in kb.report.next_steps
    }
    by_kind = {
        kind: {
            gap_id: gap
            for gap_id, gap in gaps.items()
            if gap.next_step is None and gap.kind == kind
        }
        for kind in kb.vocabularies["gap-kind"]
    }
    return OpenQuestions(
        {step: group for step, group in by_step.items() if group},
        {kind: group for kind, group in by_kind.items() if group},
        subjects,
    )


def _subject(kb: KnowledgeBase, gap: Gap) -> str:
    own = [part for part in kb.parts if part in gap.components]
    return "" if not own or len(own) == len(kb.parts) else own[0]

"""A reading of paths in Python, written apart from the map's, to hold the map's against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge_base.model.base import NOT_APPLICABLE, NOT_REPORTED
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.decisions import decide
from knowledge_base.views.paths import VERDICT, Arrow, arrows
from knowledge_base.views.selection import (
    Tally,
    bears_on_implementation,
    fills_a_cell,
    says_what_was_found,
    tally,
)
from knowledge_base.wording.sentences import wording

VERDICTS: dict[str, str] = wording("evidence/map").at("verdicts")
"""What can be said of a path, in a sentence."""


@dataclass(frozen=True)
class Step:
    """From one node of the graph to the next."""

    start: str
    end: str
    tally: Tally
    """The claims behind it: those of the graph's line or, without one, of the arrow."""
    findings: frozenset[tuple[str, str]]
    """The studies that found something on the step, each with the publication that says so."""
    arrow: Arrow | None
    """What the draft logic model draws there."""


@dataclass(frozen=True)
class Path:
    """Two steps that meet in a node of the graph."""

    first: Step
    second: Step

    @property
    def middle(self) -> str:
        """The name of the node where the steps meet."""
        return self.first.end

    @property
    def threads(self) -> tuple[str, ...]:
        """Ids of the studies with findings on both steps in one publication, sorted."""
        return tuple(sorted({study for study, _ in self.first.findings & self.second.findings}))

    @property
    def shares_setting(self) -> bool:
        """Whether a setting that is named is common to both steps."""
        common = set(self.first.tally.settings) & set(self.second.tally.settings)
        return bool(common - {NOT_REPORTED, NOT_APPLICABLE})

    @property
    def verdict(self) -> str:
        """Whether one study covers the path: a key of `VERDICTS`."""
        one, two = self.first.tally, self.second.tally
        facts = {
            "claims_on_both": bool(one.records and two.records),
            "thread": bool(self.threads),
            "studies_on_both": bool(one.research and two.research),
        }
        return decide(VERDICT, facts)


def paths(
    kb: KnowledgeBase, start: str, outcome: str, records: Iterable[Record] | None = None
) -> tuple[Path, ...]:
    """Return the two-step paths from a component or a factor to an outcome, by their middle.

    A step is a line of the graph (a factor bears on a component, a component has claims on an
    outcome) or an arrow of the draft logic model, from component to component or from outcome to
    outcome. That one claim names two outcomes makes no step: it does not say that one leads to
    the other.
    """
    in_view = [r for r in (kb.published if records is None else records) if kb.stands(r)]
    drawn = {(arrow.start, arrow.end): arrow for arrow in arrows(kb)}
    end = f"outcome:{outcome}"
    middles = [f"component:{c}" for c in kb.components] + [f"outcome:{o}" for o in kb.outcomes]
    result = []
    for middle in middles:
        first = _step(kb, start, middle, drawn, in_view)
        second = _step(kb, middle, end, drawn, in_view) if first else None
        if first and second:
            result.append(Path(first, second))
    return tuple(result)


def _step(
    kb: KnowledgeBase,
    start: str,
    end: str,
    drawn: Mapping[tuple[str, str], Arrow],
    in_view: list[Record],
) -> Step | None:
    if start == end:
        return None
    arrow = drawn.get((start, end))
    (kind, name), (to, target) = start.split(":", 1), end.split(":", 1)
    if kind == "factor":
        about = [r for r in in_view if r.factor == name and bears_on_implementation(r)]
        about = [r for r in about if end == f"component:{r.component}"]
    elif kind == "component" and to == "outcome":
        about = [r for r in in_view if r.component == name and target in r.outcomes]
        about = [r for r in about if fills_a_cell(kb, r)]
    else:
        about = []
    if arrow and not about:
        behind = {record.id for record in arrow.records}
        about = [r for r in in_view if r.id in behind]
    if not about and not (arrow and arrow.assumptions):
        return None
    findings = frozenset(
        (record.study, record.source)
        for record in about
        if record.study and says_what_was_found(kb, record)
    )
    return Step(start, end, tally(kb, about), findings, arrow)

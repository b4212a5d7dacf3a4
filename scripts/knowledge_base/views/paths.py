"""Reading a path: how a start and an outcome two steps away are joined, and by how many studies.

A path is no finding. It is a thread where one study covers both steps, with findings in one
publication, and otherwise joined: its steps come from different places, often of different
settings, and nobody looked at the whole. Publications that are counted as one study make no thread
together: to count them as one is cautious in a count, and would be bold here. Nor does what a
study expects or advises.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from knowledge_base.load import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.selection import Tally, bears_on_outcomes, is_finding, tally

THREAD = "thread"
JOINED = "joined"
NO_STUDY = "no-study"

VERDICTS = {
    THREAD: "One study covers both steps.",
    JOINED: "Joined from separate claims: no one publication has findings on both steps.",
    NO_STUDY: "At least one step has no study behind it: nothing covers both.",
}
"""What can be said of a path, in a sentence."""


@dataclass(frozen=True)
class Path:
    """Two steps that meet in a node of the graph."""

    start: str
    """The name of the node that the path leaves: `component:…` or `factor:…`."""
    middle: str
    end: str
    first: Tally
    """What is said of the first step."""
    second: Tally
    """What is said of the second step."""
    threads: tuple[str, ...]
    """Ids of the studies that cover both steps with findings in one publication, sorted."""
    shares_setting: bool
    """Whether a setting that is named is common to both steps."""

    @property
    def verdict(self) -> Literal["thread", "joined", "no-study"]:
        """Whether one study covers the path."""
        if self.threads:
            return "thread"
        return "joined" if self.first.studies and self.second.studies else "no-study"


def paths(
    kb: KnowledgeBase, start: str, outcome: str, records: Iterable[Record] | None = None
) -> tuple[Path, ...]:
    """Return the two-step paths from a component or a factor to an outcome, by their middle.

    From a factor, a path runs over a component: the factor bears on its implementation, and the
    component has claims on the outcome. From a component, it runs over another outcome: the
    component has claims on that one, and claims about other components name both outcomes.
    """
    chosen = [r for r in (kb.published if records is None else records) if r.status == "published"]
    kind, _, name = start.partition(":")
    steps: list[tuple[str, list[Record], list[Record]]] = []
    if kind == "factor":
        for component in kb.components:
            about = [r for r in chosen if r.component == component]
            first = [r for r in about if r.factor == name and r.kind == "implementation"]
            second = [r for r in about if _names(kb, r, outcome)]
            steps.append((f"component:{component}", first, second))
    else:
        for between in kb.outcomes:
            if between == outcome:
                continue
            about = [r for r in chosen if _names(kb, r, between)]
            first = [r for r in about if r.component == name]
            second = [r for r in about if r.component != name and outcome in r.outcomes]
            steps.append((f"outcome:{between}", first, second))
    return tuple(
        _path(kb, start, middle, f"outcome:{outcome}", first, second)
        for middle, first, second in steps
        if first and second
    )


def _names(kb: KnowledgeBase, record: Record, outcome: str) -> bool:
    return bears_on_outcomes(kb, record) and outcome in record.outcomes


def _path(
    kb: KnowledgeBase, start: str, middle: str, end: str, first: list[Record], second: list[Record]
) -> Path:
    one, two = tally(kb, first), tally(kb, second)
    return Path(
        start,
        middle,
        end,
        one,
        two,
        tuple(sorted({study for study, _ in _found(kb, one) & _found(kb, two)})),
        bool((set(one.settings) & set(two.settings)) - {"not_reported", "not_applicable"}),
    )


def _found(kb: KnowledgeBase, step: Tally) -> set[tuple[str, str]]:
    """Return the studies that found something on a step, each with the publication that says so."""
    return {
        (record.study, record.source)
        for record in step.records
        if record.study and (is_finding(kb, record) or record.kind == "implementation")
    }

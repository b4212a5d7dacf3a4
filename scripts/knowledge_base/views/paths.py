"""Reading a path: how a start and an outcome two steps away are joined, and by how many studies.

A path is no finding. It is a thread where one study covers both steps, with findings in one
publication, and otherwise joined: its steps come from different places, often of different
settings, and nobody looked at the whole. Publications that are counted as one study make no thread
together: to count them as one is cautious in a count, and would be bold here. Nor does what a
study expects or advises. A step that the draft logic model assumes is told as an assumption, with
or without claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge_base.model.base import NOT_APPLICABLE, NOT_REPORTED
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.decisions import Table, decide
from knowledge_base.views.selection import (
    Tally,
    bears_on_implementation,
    fills_a_cell,
    says_what_was_found,
    tally,
)
from knowledge_base.wording.sentences import wording

THREAD = "thread"
JOINED = "joined"
NO_STUDY = "no-study"
ASSUMED = "assumed"

VERDICTS: dict[str, str] = wording("evidence/map").at("verdicts")
"""What can be said of a path, in a sentence."""


VERDICT: Table = (
    ({"claims_on_both": (False,)}, ASSUMED),
    ({"thread": (True,)}, THREAD),
    ({"studies_on_both": (True,)}, JOINED),
    ({}, NO_STUDY),
)
"""What is said of a path, by what its steps rest on."""


@dataclass(frozen=True)
class Arrow:
    """What the draft logic model draws from one node of the graph to another."""

    start: str
    end: str
    records: tuple[Record, ...]
    """The published records behind it, by id."""
    assumptions: tuple[str, ...]
    """What it assumes."""
    as_described: bool
    """Whether the report's text describes it; False where it is our reading."""


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


def arrows(kb: KnowledgeBase) -> tuple[Arrow, ...]:
    """Return the arrows of the logic model between components and outcomes, one a pair."""
    nodes = {}
    for node_id, node in kb.logic_model.nodes.items():
        if node.component:
            nodes[node_id] = f"component:{node.component}"
        elif node.outcome:
            nodes[node_id] = f"outcome:{node.outcome}"
    published = {record.id: record for record in kb.published}
    drawn: dict[tuple[str, str], Arrow] = {}
    for arrow in kb.logic_model.arrows:
        pair = (nodes.get(arrow.from_, ""), nodes.get(arrow.to, ""))
        if not all(pair) or pair[0] == pair[1]:
            continue
        earlier = drawn.get(pair)
        ids = {*arrow.records, *(r.id for r in earlier.records)} if earlier else {*arrow.records}
        assumptions = (*(earlier.assumptions if earlier else ()), arrow.assumption)
        drawn[pair] = Arrow(
            *pair,
            records=tuple(published[record] for record in sorted(ids & published.keys())),
            assumptions=tuple(text for text in assumptions if text),
            as_described=arrow.as_described or bool(earlier and earlier.as_described),
        )
    return tuple(drawn.values())


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

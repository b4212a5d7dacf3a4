"""Paths over two steps: along the evidence and the draft logic model, and never surer than both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.gap_map import gap_map
from knowledge_base.views.graph import evidence_graph
from knowledge_base.views.paths import arrows
from path_reading import Path, paths


def every_path(kb: KnowledgeBase) -> list[Path]:
    """All paths from all components and factors to all outcomes."""
    starts = [f"component:{c}" for c in kb.components]
    starts += [f"factor:{f}" for f in kb.vocabularies["factor"]]
    return [
        path for start in starts for outcome in kb.outcomes for path in paths(kb, start, outcome)
    ]


def only(kb: KnowledgeBase, start: str, outcome: str, middle: str) -> Path:
    """The path over the middle."""
    return next(path for path in paths(kb, start, outcome) if path.middle == middle)


CHAIN = ("component:sight-singing", "audience-outcomes", "outcome:singer-confidence")
"""In the made-up base: claims on the first step, an assumption of the logic model on the second."""


def test_a_step_follows_a_line_of_the_graph_or_an_arrow_of_the_logic_model(
    knowledge_base: KnowledgeBase,
) -> None:
    joined = set(evidence_graph(knowledge_base).edges)
    joined |= {(arrow.start, arrow.end) for arrow in arrows(knowledge_base)}
    findings = every_path(knowledge_base)
    assert {path.middle.partition(":")[0] for path in findings} == {"component", "outcome"}
    for path in findings:
        assert {(s.start, s.end) for s in (path.first, path.second)} <= joined


def test_all_lines_of_the_graph_are_followed(knowledge_base: KnowledgeBase) -> None:
    graph = evidence_graph(knowledge_base)
    for factor in (n for n in graph if n.startswith("factor:")):
        for outcome in knowledge_base.outcomes:
            middles = {path.middle for path in paths(knowledge_base, factor, outcome)}
            assert middles >= {
                middle
                for middle in graph.successors(factor)
                if graph.has_edge(middle, f"outcome:{outcome}")
            }


def test_a_step_to_an_outcome_has_the_counts_of_the_gap_map(knowledge_base: KnowledgeBase) -> None:
    cells = gap_map(knowledge_base).cells
    for path in every_path(knowledge_base):
        for step in (path.first, path.second):
            start, end = step.start.split(":"), step.end.split(":")
            if (start[0], end[0]) == ("component", "outcome"):
                counts = cells[start[1], end[1]].tally
                assert step.tally == counts or (not counts.records and step.arrow)


def test_a_step_without_claims_is_told_as_an_assumption(knowledge_base: KnowledgeBase) -> None:
    path = only(knowledge_base, *CHAIN)
    assert path.first.tally.records
    assert not path.second.tally.records
    assert path.second.arrow is not None
    assert path.second.arrow.assumptions
    assert not path.second.arrow.as_described
    assert path.verdict == "assumed"


def behind_the_arrow(kb: KnowledgeBase, record: Record) -> KnowledgeBase:
    """The base with one more record, which the arrow between the two outcomes rests on."""
    drawn = tuple(
        arrow.model_copy(update={"records": (record.id,)})
        if (arrow.from_, arrow.to) == ("confidence", "audiences")
        else arrow
        for arrow in kb.logic_model.arrows
    )
    model = kb.logic_model.model_copy(update={"arrows": drawn})
    return replace(kb, records={**kb.records, record.id: record}, logic_model=model)


def test_neither_publications_counted_as_one_study_nor_advice_make_a_thread(
    knowledge_base: KnowledgeBase,
) -> None:
    first = only(knowledge_base, *CHAIN).first.tally.records[0]
    elsewhere = next(s for s in knowledge_base.sources if s != first.source)

    def verdict(**changed: object) -> str:
        update = {"outcomes": ("audience-outcomes",), "component": "song-maps", **changed}
        record = first.model_copy(update=update).named("behind-the-arrow")
        path = only(behind_the_arrow(knowledge_base, record), *CHAIN)
        assert path.second.tally.studies == (first.study,)
        return path.verdict

    assert verdict() == "thread"
    assert verdict(source=elsewhere) == "joined"
    assert verdict(kind="recommendation") == "joined"


@pytest.mark.parametrize(
    ("same_study", "setting", "verdict", "shared"),
    [
        (True, None, "thread", True),
        (False, "opera", "joined", False),
        (None, "opera", "no-study", False),
    ],
)
def test_one_study_covers_both_steps_or_they_are_joined(
    knowledge_base: KnowledgeBase,
    same_study: bool | None,
    setting: str | None,
    verdict: str,
    shared: bool,
) -> None:
    first = only(knowledge_base, *CHAIN).first.tally.records[0]
    other = next(s for s in knowledge_base.studies if s != first.study)
    study = first.study if same_study else other if same_study is False else None
    record = first.model_copy(
        update={
            "study": study,
            "setting": setting or first.setting,
            "outcomes": ("audience-outcomes",),
            "component": "song-maps",
        }
    ).named("behind-the-arrow")
    path = only(behind_the_arrow(knowledge_base, record), *CHAIN)
    assert (path.verdict, path.shares_setting) == (verdict, shared)
    assert path.threads == ((first.study,) if same_study else ())
    # What is assumed stays an assumption, whatever stands behind it.
    assert path.second.arrow is not None
    assert path.second.arrow.assumptions


def test_a_claim_that_names_two_outcomes_makes_no_step(knowledge_base: KnowledgeBase) -> None:
    first = only(knowledge_base, *CHAIN).first.tally.records[0]
    free = next(
        o for o in knowledge_base.outcomes if o not in {*first.outcomes, "audience-outcomes"}
    )
    both = first.model_copy(
        update={"outcomes": (free, *first.outcomes), "component": "song-maps"}
    ).named("both")
    kb = replace(knowledge_base, records={**knowledge_base.records, both.id: both})
    joined = {(arrow.start, arrow.end) for arrow in arrows(kb)}
    for path in paths(kb, CHAIN[0], free):
        assert not path.middle.startswith("outcome:") or (path.middle, f"outcome:{free}") in joined


def test_records_left_out_stand_behind_nothing(knowledge_base: KnowledgeBase) -> None:
    for path in paths(knowledge_base, CHAIN[0], CHAIN[1], ()):
        assert path.verdict == "assumed"
        assert not path.threads

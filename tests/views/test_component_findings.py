"""What the findings on outcomes of a component amount to."""

from __future__ import annotations

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.component_findings import (
    ComponentFindings,
    KindOfFinding,
    component_findings,
)
from knowledge_base.views.gap_map import gap_map


def findings(kb: KnowledgeBase) -> dict[str, ComponentFindings]:
    return {findings.component: findings for findings in component_findings(kb)}


def test_each_outcome_has_one_standing(knowledge_base: KnowledgeBase) -> None:
    shown = findings(knowledge_base)
    assert list(shown) == list(knowledge_base.components)
    assert {of_one.all_outcomes for of_one in shown.values()} == {len(knowledge_base.outcomes)}
    assert shown["sight-singing"].standings == {
        "direct": 3,
        "only-expected": 1,
        "no-search-reported": 7,
    }
    cells = gap_map(knowledge_base).cells.values()
    direct = sum(1 for cell in cells if cell.emptiness is None)
    assert sum(of_one.direct_outcomes for of_one in shown.values()) == direct == 3


def test_findings_are_counted_by_kind_with_the_studies_behind_them(
    knowledge_base: KnowledgeBase,
) -> None:
    supervision = findings(knowledge_base)["part-rehearsals"]
    assert supervision.kinds == (
        KindOfFinding("comparison", findings=2, studies=1, reviews=0, of_no_study=0),
        KindOfFinding("association", findings=1, studies=1, reviews=0, of_no_study=0),
        KindOfFinding("observation", findings=1, studies=1, reviews=0, of_no_study=0),
    )
    assert (supervision.outcomes, supervision.most_of_one_study) == (4, 4)


def test_the_most_direct_kind_says_on_what(knowledge_base: KnowledgeBase) -> None:
    shown = findings(knowledge_base)
    supervision = shown["part-rehearsals"].most_direct
    assert supervision
    assert (supervision.kind, supervision.outcomes) == (
        "comparison",
        ("rehearsal-quality", "singers-stay"),
    )
    # One study speaks of both.
    assert supervision.of_one_study == 2
    assert supervision.only is None
    genograms = shown["song-maps"].most_direct
    assert genograms
    assert genograms.only
    assert genograms.only.id == "moss-2016-insight"
    assert shown["voice-coach"].most_direct is None

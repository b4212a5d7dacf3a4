"""The gaps by what has to become of them: first what a next step settles, in the report's order."""

from __future__ import annotations

from dataclasses import replace

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.open_questions import open_questions


def test_every_gap_stands_in_one_place(knowledge_base: KnowledgeBase):
    found = open_questions(knowledge_base)
    assert set(found.first) | set(found.rest) == set(knowledge_base.gaps)
    assert not set(found.first) & set(found.rest)
    assert {gap.next_step for gap in found.rest.values()} == {None}


def test_steps_keep_the_reports_order_whatever_that_of_the_gaps(knowledge_base: KnowledgeBase):
    step = next(iter(knowledge_base.report.next_steps.values()))
    report = knowledge_base.report.model_copy(update={"next_steps": {"one": step, "two": step}})
    gap = next(iter(knowledge_base.gaps.values()))
    gaps = {
        "second": gap.model_copy(update={"next_step": "two"}),
        "first": gap.model_copy(update={"next_step": "one"}),
        "elsewhere": gap.model_copy(update={"next_step": None}),
    }
    found = open_questions(replace(knowledge_base, report=report, gaps=gaps))
    assert {place: list(of) for place, of in found.by_step.items()} == {
        "one": ["first"],
        "two": ["second"],
    }
    assert list(found.first) == ["first", "second"]
    assert list(found.rest) == ["elsewhere"]


def test_a_component_has_the_gaps_that_concern_it(knowledge_base: KnowledgeBase):
    for component in knowledge_base.components:
        found = open_questions(knowledge_base, component)
        concerned = {i for i, gap in knowledge_base.gaps.items() if component in gap.components}
        assert set(found.first) | set(found.rest) == concerned
    assert open_questions(knowledge_base, "sight-singing").first


def test_within_a_step_the_model_as_a_whole_comes_before_its_components(
    knowledge_base: KnowledgeBase,
):
    kb = knowledge_base
    gap = next(gap for gap in kb.gaps.values() if gap.next_step)
    about = {
        "second": kb.parts[1:2],
        "first": kb.parts[:1],
        "all": kb.parts,
        "together": (kb.component_for("together"),),
    }
    gaps = {name: gap.model_copy(update={"components": on}) for name, on in about.items()}
    found = open_questions(replace(kb, gaps=gaps))
    assert list(found.first) == ["all", "together", "first", "second"]
    assert [found.subjects[name] for name in found.first] == ["", "", kb.parts[0], kb.parts[1]]


def test_what_nothing_stands_in_is_left_out(knowledge_base: KnowledgeBase):
    found = open_questions(replace(knowledge_base, gaps={}))
    assert found.by_step == {}
    assert found.by_kind == {}

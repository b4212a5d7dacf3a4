"""Clinicians' posts: what the adverts show beside what the text says, and what there is without."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge_base.model.blueprint import Measure
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan import clinician_posts as posts
from knowledge_base.pages.plan import posts_chart as charts


def test_a_base_without_posts_says_so(knowledge_base: KnowledgeBase):
    kb = replace(knowledge_base, clinician_posts={})
    assert posts.overview(kb) == charts.posts_chart(kb) == "No post is on file."
    # A table without rows would stop the build.
    assert posts.table(kb) == posts.source(kb) == posts.limits(kb) == ""


def with_pay(kb: KnowledgeBase, **numbers: float) -> KnowledgeBase:
    """Return the knowledge base as if the text said this of a clinician's pay."""
    clinician = kb.blueprint["clinician"]
    pay = Measure(label="Salary", unit="pounds a year", sources=("fernhollow2021",), **numbers)
    measures = clinician.measures | {"salary-range": pay}
    changed = clinician.model_copy(update={"measures": measures}).named("clinician")
    return replace(kb, blueprint=kb.blueprint | {"clinician": changed})


def test_pay_that_the_text_gives_as_one_figure_is_that_figure(knowledge_base: KnowledgeBase):
    kb = with_pay(knowledge_base, value=40_000)
    # Posts of £30,000, and of £38,000 to £42,500.50.
    assert "2 of them lie in part or wholly outside what the text gives, £40,000 a year" in (
        posts.overview(kb)
    )
    drawn = charts.posts_chart(kb)
    assert "the line through them is the figure in the report’s text, £40,000." in drawn
    # Half way from £30,000 to £50,000.
    assert drawn.count('<line class="kb-svg-mark" x1="50.000%" x2="50.000%"') == len(
        kb.clinician_posts
    )
    assert "kb-svg-band" not in drawn


def test_an_end_that_the_text_leaves_open_is_the_figure_beside_it(knowledge_base: KnowledgeBase):
    kb = with_pay(knowledge_base, value=40_000, high=45_000)
    assert "£40,000 to £45,000" in charts.posts_chart(kb)


def test_posts_that_pay_what_the_text_gives_have_an_axis(knowledge_base: KnowledgeBase):
    kb = with_pay(knowledge_base, value=30_000)
    kb = replace(
        kb,
        clinician_posts={k: p for k, p in kb.clinician_posts.items() if p.salary_high == 30_000},
    )
    assert "£30k</text>" in charts.posts_chart(kb)


@pytest.mark.parametrize(
    ("numbers", "central", "ends"),
    [
        ({"value": 6}, 6, (6, 6)),
        ({"low": 2, "high": 4}, 3, (2, 4)),
        ({"value": 3.5, "low": 2}, 3.5, (2, 3.5)),
        ({"high": 4}, 4, (4, 4)),
    ],
)
def test_every_measure_has_ends_and_a_number_to_go_by(
    numbers: dict[str, float], central: float, ends: tuple[float, float]
):
    measure = Measure(label="Something", unit="things", **numbers)
    assert (measure.central, measure.ends) == (central, ends)

"""Clinicians' posts: what the adverts show beside what the text says, and what there is without."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge_base.model.blueprint import Measure
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan import clinician_posts
from shown import filled


def page(kb: KnowledgeBase) -> str:
    return " ".join(filled("plan/clinician-posts.jinja", kb, clinician_posts.facts(kb)).split())


def with_pay(kb: KnowledgeBase, **numbers: float) -> KnowledgeBase:
    """Return the knowledge base as if the text said this of a clinician's pay."""
    component = kb.component_for("clinician") or ""
    clinician = kb.blueprint[component]
    pay = Measure(label="Salary", unit="pounds a year", sources=("fernhollow2021",), **numbers)
    measures = clinician.measures | {"salary-range": pay}
    changed = clinician.model_copy(update={"measures": measures}).named(component)
    return replace(kb, blueprint=kb.blueprint | {component: changed})


def with_posts(kb: KnowledgeBase, *pay: tuple[float, float]) -> KnowledgeBase:
    """Return the knowledge base with posts of one region only: of each, from what to what."""
    post = next(iter(kb.clinician_posts.values()))
    posts = {
        f"post-{number}": post.model_copy(update={"salary_low": low, "salary_high": high})
        for number, (low, high) in enumerate(pay)
    }
    return replace(kb, clinician_posts=posts)


def test_a_base_without_posts_says_so(knowledge_base: KnowledgeBase):
    shown = page(with_posts(knowledge_base))
    assert shown.startswith("No post is recorded.")
    # A table without rows would stop the build.
    assert "list-table" not in shown
    assert "<figure" not in shown


@pytest.mark.parametrize(
    ("posts", "text", "sentence"),
    [
        (
            [(30_000, 30_000)],
            {"low": 29_000, "high": 31_000},
            "The one advert runs from £30,000 to £30,000 a year, within the range in the "
            "report’s text, £29,000 to £31,000 a year.",
        ),
        (
            [(29_100, 30_000), (29_500, 30_900)],
            {"low": 29_000, "high": 31_000},
            "The 2 adverts run from £29,100 to £30,900 a year. Rounded outwards to whole "
            "thousands, that is also the range in the report’s text, £29,000 to £31,000 a year.",
        ),
        (
            [(29_100, 30_000), (28_500, 30_900.5)],
            {"value": 29_000},
            "The 2 adverts run from £28,500 to £30,900.50 a year; 2 of them lie partly or wholly "
            "outside the range in the report’s text, £29,000 a year.",
        ),
    ],
    ids=["within", "the same", "outside"],
)
def test_the_adverts_are_compared_with_the_text(
    knowledge_base: KnowledgeBase,
    posts: list[tuple[float, float]],
    text: dict[str, float],
    sentence: str,
):
    assert sentence in page(with_pay(with_posts(knowledge_base, *posts), **text))


def test_where_the_text_says_nothing_the_adverts_stand_alone(knowledge_base: KnowledgeBase):
    component = knowledge_base.component_for("clinician")
    rest = {i: b for i, b in knowledge_base.blueprint.items() if i != component}
    shown = page(replace(knowledge_base, blueprint=rest))
    assert shown.startswith("The 2 adverts run from £30,000 to £42,500.50 a year. Salaries are")
    assert "kb-svg-band" not in shown
    assert "kb-svg-mark" not in shown


def test_pay_is_written_one_way(knowledge_base: KnowledgeBase):
    shown = page(knowledge_base)
    # In the sentence, by region, beside the text, in the chart and in the table.
    assert shown.count("42,500.50") >= 5
    assert "42,500.5 " not in shown
    assert "42,501" not in shown


def test_regions_come_in_the_order_of_their_vocabulary_and_the_best_paid_first(
    knowledge_base: KnowledgeBase,
):
    posts = with_posts(knowledge_base, (30_000, 31_000), (30_000, 35_000), (20_000, 32_000))
    (region,) = clinician_posts.facts(posts).regions
    assert [post_id for post_id, _ in region.posts] == ["post-1", "post-2", "post-0"]
    assert (region.lowest.salary_low, region.highest.salary_high) == (20_000, 35_000)


def test_every_post_has_the_anchor_that_links_lead_to(knowledge_base: KnowledgeBase):
    shown = page(knowledge_base)
    for post_id in knowledge_base.clinician_posts:
        assert f'id="post-{post_id}"' in shown


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


def test_a_measure_without_a_number_says_so():
    with pytest.raises(ValueError, match="the measure 'Something' has no number"):
        _ = Measure(label="Something", unit="things").central

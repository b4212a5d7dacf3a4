"""Later pay: the awards after the year of a post's scale, one on top of the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge_base.model.clinician_post import PayScale
from knowledge_base.model.context import ContextEvent, PayAward
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.reading_note import Reading
from knowledge_base.views.later_pay import later_pay


def event(year: str, percent: float) -> ContextEvent:
    """Return an event that is the award of a year."""
    reading = Reading(address="https://pay.example/rise", on="2024-02-01", kind="live-page")
    return ContextEvent(
        date="2024",
        kind="pay",
        title="Pay rises",
        what="Pay rises.",
        source="fernhollow2021",
        how_read="opening",
        support="rises",
        reading=reading,
        award=PayAward(year=year, percent=percent),
    )


@pytest.fixture
def with_awards(knowledge_base: KnowledgeBase) -> KnowledgeBase:
    """The made-up evidence, with one post on a scale of 2021/22 and three awards."""
    scale = PayScale(year="2021/22", why="It fits.", sources=("fernhollow2021",))
    post = knowledge_base.clinician_posts["singing-teacher"].model_copy(update={"scale": scale})
    return replace(
        knowledge_base,
        clinician_posts={**knowledge_base.clinician_posts, "singing-teacher": post},
        context={"b": event("2023/24", 5), "a": event("2022/23", 10), "c": event("2021/22", 50)},
    )


def test_awards_after_the_scale_add_up_one_on_the_other(with_awards: KnowledgeBase):
    assert [(row.year, row.low, row.high) for row in later_pay(with_awards)] == [
        ("2022/23", 41_800, 46_751),
        ("2023/24", 43_890, 49_088),
    ]
    assert [round(row.percent, 1) for row in later_pay(with_awards)] == [10.0, 15.5]


def test_a_post_without_a_scale_has_no_later_pay(with_awards: KnowledgeBase):
    assert {row.post_id for row in later_pay(with_awards)} == {"singing-teacher"}


def test_without_awards_there_is_no_later_pay(knowledge_base: KnowledgeBase):
    assert later_pay(knowledge_base) == ()

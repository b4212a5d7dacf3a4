"""The charts of a component: bars of its measures, and titles that say what they show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge_base.model.blueprint import Chart, Measure
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.blueprint.charts import WORDING, charts

RANGE = "Courses take {range}."
COMPONENT = "song-maps"


def drawn(kb: KnowledgeBase, title: str, *bars: tuple[Measure, ...]) -> tuple[str, list[str]]:
    """The title of a chart of these measures, and the words of its bars."""
    measures = {f"m-{at}-{n}": m for at, bar in enumerate(bars) for n, m in enumerate(bar)}
    chart = Chart(
        title=title,
        bars={
            f"bar {at}": tuple(f"m-{at}-{n}" for n in range(len(bar)))
            for at, bar in enumerate(bars)
        },
    )
    blueprint = kb.blueprint[COMPONENT].model_copy(
        update={"measures": measures, "charts": {"a": chart}}
    )
    [made] = charts(replace(kb, blueprint=kb.blueprint | {COMPONENT: blueprint}), COMPONENT)
    return made.title, [bar.text for bar in made.bars]


def days(low: float, high: float | None = None, bound: str | None = None) -> Measure:
    return Measure.model_validate(
        {"label": "Length", "unit": "days", "bound": bound}
        | ({"value": low} if high is None else {"low": low, "high": high})
    )


def test_a_title_says_from_what_to_what_the_bars_reach(knowledge_base: KnowledgeBase) -> None:
    title, texts = drawn(knowledge_base, RANGE, (days(12, 15),), (days(5), days(4)))
    assert title == "Courses take 9 to 15 days."
    assert texts == ["12 to 15 days", "5, then 4 days"]


def test_bars_of_one_length_have_one_number(knowledge_base: KnowledgeBase) -> None:
    assert drawn(knowledge_base, RANGE, (days(1),), (days(1),))[0] == "Courses take 1 day."


def test_a_total_is_at_least_what_its_parts_are_at_least(knowledge_base: KnowledgeBase) -> None:
    title, _ = drawn(
        knowledge_base, "All: {total}.", (days(60, bound="minimum"),), (days(120, bound="minimum"),)
    )
    assert title == "All: at least 180 days."


@pytest.mark.parametrize(
    ("sentence", "facts", "says"),
    [
        (
            "findings",
            {"outcomes": 0, "all": 21, "direct": 0},
            "No finding on any of 21 outcomes",
        ),
        (
            "findings",
            {"outcomes": 5, "all": 21, "direct": 0, "studies": 0},
            "Findings on 5 of 21 outcomes, none of them found in Early Help",
        ),
        (
            "findings",
            {"outcomes": 5, "all": 21, "direct": 2, "studies": 1},
            "Findings on 5 of 21 outcomes, 2 of them in one Early Help study",
        ),
        (
            "findings",
            {"outcomes": 5, "all": 21, "direct": 2, "studies": 3},
            "Findings on 5 of 21 outcomes, 2 of them in 3 Early Help studies",
        ),
        (
            "known",
            {"component": "genograms", "outcomes": 0, "all": 21, "compared": 0},
            "No study or review of genograms reports a finding on any of the 21 outcomes.",
        ),
        (
            "known",
            {"outcomes": 1, "all": 21, "compared": 0},
            "There are findings on one of the 21 outcomes. No effect was measured with a "
            "comparison.",
        ),
        (
            "known",
            {"outcomes": 4, "all": 21, "compared": 2},
            "There are findings on 4 of the 21 outcomes. On 2 outcomes, an effect was measured "
            "with a comparison, in any setting.",
        ),
        (
            "barriers",
            {"barriers": 1, "answered": 0},
            "The sources name 1 barrier. None says what may help.",
        ),
        (
            "barriers",
            {"barriers": 3, "answered": 2},
            "The sources name 3 barriers, and something that may help with 2 of them.",
        ),
        ("pay", {"posts": 1, "range": "£30,000"}, "The one advert reviewed offers £30,000 a year."),
        ("items", {"unknown": 0, "range": "4 to 47"}, "The tools have 4 to 47 items."),
    ],
)
def test_sentences_made_of_counts_are_whole(
    sentence: str, facts: dict[str, object], says: str
) -> None:
    assert WORDING.say(sentence, home="Early Help", **facts) == says

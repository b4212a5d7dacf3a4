"""Figures on an axis: each where it belongs, and no side promised that nobody names."""

from __future__ import annotations

import pytest

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.result import Result
from knowledge_base.views.effects import axis_of, effects
from knowledge_base.wording.figures import interval, value


def result(**changes: object) -> Result:
    """A figure, with changes."""
    fields = {"measure": "d", "of": "x", "value": 0.2, "comparison": "none", "favours": "neither"}
    return Result.model_validate(fields | changes)


def test_no_effect_stands_in_the_middle_and_a_half_weighs_as_much_as_a_double() -> None:
    ratio = result(measure="or", value=2.0, low=0.5, high=3.0, level=95)
    axis = axis_of([ratio])
    assert axis.at(1) == 50
    assert axis.at(2) - 50 == pytest.approx(50 - axis.at(0.5), abs=0.02)
    assert axis_of([result(value=-0.3)]).at(0) == 50


@pytest.mark.parametrize("figure", [0.01, 0.4, -2.0])
def test_every_figure_lies_on_its_axis(figure: float) -> None:
    axis = axis_of([result(value=figure, low=figure - 0.1, high=figure + 0.1, level=95)])
    assert all(0 <= axis.at(n) <= 100 for n in (figure, figure - 0.1, figure + 0.1, *axis.ticks))


def test_sides_are_named_only_where_a_figure_tells_them(knowledge_base: KnowledgeBase) -> None:
    found = effects(knowledge_base, knowledge_base.published)
    sides = {panel.measure: (panel.left, panel.right) for panel in found.panels}
    assert sides == {"or": ("", ""), "d": ("comparison", "intervention")}
    assert len(found.all) == 2


def test_a_figure_in_words_has_its_sign_and_its_interval(knowledge_base: KnowledgeBase) -> None:
    (effect,) = effects(knowledge_base, [knowledge_base.records["heron-2022-no-difference"]]).all
    assert (value(effect.result), interval(effect.result)) == (
        "OR = 1.10",
        "95% interval 0.80 to 1.50",
    )


def test_figures_with_a_sign_have_two_decimals_or_as_many_as_were_given() -> None:
    assert interval(result(low=0.001, high=0.3, level=95)) == "95% interval 0.001 to 0.30"
    assert interval(result()) == ""
    assert value(result(value=0.1)) == "d = 0.10"
    assert value(result(measure="percent", value=32)) == "32%"


def test_a_share_and_a_difference_share_no_axis(knowledge_base: KnowledgeBase) -> None:
    record = next(iter(knowledge_base.published))
    figures = (
        result(measure="percent", value=32, comparison="usual service"),
        result(measure="percent", value=28),
    )
    found = effects(knowledge_base, [record.model_copy(update={"results": figures})])
    assert [len(panel.effects) for panel in found.panels] == [1, 1]
    assert [panel.effects[0].is_compared for panel in found.panels] == [True, False]

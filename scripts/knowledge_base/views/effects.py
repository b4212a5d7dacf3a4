"""Figures of studies, on one axis a measure, so that they can be drawn. Nothing is pooled here.

A figure stands with its interval where one is reported, and alone where none is. Two figures share
an axis only if the same side of it favours the same: where nobody says which side that is, the
axis promises none. A share and a difference between groups share none either, though both are in
per cent.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.model.result import Result

RATIOS = ("or", "rr")
DRAWN = ("d", "g", "r", "mean-difference", *RATIOS, "percent")
"""The measures that have an axis; others, such as test statistics, only stand in a table."""

INTERVENTION, COMPARISON = "intervention", "comparison"


@dataclass(frozen=True)
class Effect:
    """A figure, with the record that it belongs to."""

    record: Record
    result: Result
    is_review: bool
    """Whether a review gives it."""

    @property
    def is_compared(self) -> bool:
        """Whether it says how two groups differ, and not how much there was of something."""
        return self.result.comparison != "none"


@dataclass(frozen=True)
class Axis:
    """From where to where figures are drawn; that of ratios is logarithmic."""

    low: float
    high: float
    is_ratio: bool
    no_effect: float | None
    """The figure that means no effect, if the measure has one."""
    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        """Return where a value stands, in per cent of the axis."""
        low, high, here = (self._scaled(number) for number in (self.low, self.high, value))
        return round(100 * (here - low) / (high - low), 2)

    def _scaled(self, value: float) -> float:
        return math.log(value) if self.is_ratio else value


@dataclass(frozen=True)
class Panel:
    """The figures that share an axis."""

    measure: str
    effects: tuple[Effect, ...]
    axis: Axis
    left: str
    """Whom the side below no effect favours; empty where nobody says."""
    right: str
    """Whom the side above it favours."""


@dataclass(frozen=True)
class Effects:
    """Figures, drawn as far as they can be."""

    all: tuple[Effect, ...]
    """Every figure, for the table."""
    panels: tuple[Panel, ...]


def effects(kb: KnowledgeBase, records: Iterable[Record]) -> Effects:
    """Return the figures of those of the records that stand, in the order given."""
    figures = tuple(
        Effect(
            record,
            result,
            is_review=bool(record.study and kb.studies[record.study].review is not None),
        )
        for record in records
        if kb.stands(record)
        for result in record.results
    )
    panels = by_key(
        ((effect.result.measure, _right_side(effect, figures), effect.is_compared), effect)
        for effect in figures
        if effect.result.measure in DRAWN
    )
    return Effects(
        figures, tuple(_panel(measure, own, right) for (measure, right, _), own in panels.items())
    )


def _panel(measure: str, own: list[Effect], right: str) -> Panel:
    left = {INTERVENTION: COMPARISON, COMPARISON: INTERVENTION}.get(right, "")
    return Panel(measure, tuple(own), axis_of([effect.result for effect in own]), left, right)


def _right_side(effect: Effect, among: Iterable[Effect]) -> str:
    """Return whom figures above no effect favour; empty where it can't be told.

    A figure that favours neither says nothing of it, but others of its source and measure may.
    """
    own = _side(effect.result)
    if own or effect.result.no_effect is None:
        return own
    others = {
        _side(other.result)
        for other in among
        if (other.record.source, other.result.measure)
        == (effect.record.source, effect.result.measure)
    } - {""}
    return others.pop() if len(others) == 1 else ""


def _side(result: Result) -> str:
    if result.no_effect is None or result.value == result.no_effect:
        return ""
    if result.favours not in (INTERVENTION, COMPARISON):
        return ""
    is_above = result.value > result.no_effect
    other = COMPARISON if result.favours == INTERVENTION else INTERVENTION
    return result.favours if is_above else other


def axis_of(results: list[Result]) -> Axis:
    """Return an axis that holds the figures, their intervals and no effect, with room around."""
    first = results[0]
    numbers = [n for r in results for n in (r.value, r.low, r.high) if n is not None]
    if first.measure == "percent":
        low, high = min(0, *numbers), max(100, *numbers)
        return Axis(low, high, is_ratio=False, no_effect=None, ticks=_linear_ticks(low, high))
    if first.no_effect is not None:
        numbers.append(first.no_effect)
    if first.measure in RATIOS:
        reach = max(max(math.log(n), -math.log(n)) for n in numbers)
        # Symmetrical around no effect, so that a half weighs as much as a double.
        widest = math.exp(max(reach * 1.15, math.log(1.5)))
        ticks = tuple(tick for tick in _RATIO_TICKS if 1 / widest <= tick <= widest)
        return Axis(1 / widest, widest, is_ratio=True, no_effect=first.no_effect, ticks=ticks)
    reach = max(max(abs(n) for n in numbers) * 1.15, 0.5 if first.measure != "r" else 0.3)
    return Axis(
        -reach,
        reach,
        is_ratio=False,
        no_effect=first.no_effect,
        ticks=_linear_ticks(-reach, reach),
    )


_RATIO_TICKS = (0.1, 0.2, 0.25, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 4, 5, 10)


def _linear_ticks(low: float, high: float) -> tuple[float, ...]:
    """Return about five round numbers between two."""
    rough = (high - low) / 5
    power = 10 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough)
    first = math.ceil(low / step)
    return tuple(round(step * at, 10) for at in range(first, math.floor(high / step + 1e-9) + 1))

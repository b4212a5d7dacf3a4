"""A figure of a study, with its interval and what was compared."""

from typing import Annotated, Literal

from pydantic import Field

from knowledge_base.model.base import Flag, Line, Model, Text, Unit

Number = Annotated[int, Field(strict=True)] | Annotated[float, Field(strict=True)]


class Result(Model):
    """One figure. We pool nothing: a pooled figure is a review's own, and says so."""

    measure: Literal["d", "g", "or", "rr", "r", "percent", "mean-difference", "count", "other"]
    """What the figure is: a standardised difference (d, g), a ratio of odds or risks, and so on."""
    of: Line
    """What was measured, such as `symptoms` or `left treatment early`."""
    value: Number
    """The figure."""
    low: Number | None = None
    """The lower end of its interval."""
    high: Number | None = None
    """The upper end of its interval."""
    level: Annotated[int, Field(strict=True, ge=50, lt=100), Unit("per cent")] | None = None
    """The level of the interval, in per cent."""
    p: Annotated[float, Field(strict=True, ge=0, le=1)] | None = None
    """The p value, where one is reported."""
    p_below: Flag = False
    """Whether `p` is given as a bound: p < 0.001."""
    participants: Annotated[int, Field(strict=True, ge=1)] | None = None
    """How many people or cases the figure rests on."""
    studies: Annotated[int, Field(strict=True, ge=1)] | None = None
    """How many studies a review's figure rests on."""
    unit: Line | None = None
    """What `participants` counts, such as `adults`, and the unit of a figure that has one."""
    comparison: Line
    """With what it was compared, such as `usual service`; `none` where with nothing."""
    follow_up: Line | None = None
    """After how long."""
    favours: Literal["intervention", "comparison", "neither", "not_reported"]
    """Which side the figure favours."""
    coding: Text | None = None
    """How a ratio is coded: what above 1 means."""
    pooled: Flag = False
    """Whether a review has pooled it from several studies."""
    by: Literal["reported", "computed"] = "reported"
    """Whether the source reports it, or we computed it from what it reports."""

    @property
    def no_effect(self) -> float | None:
        """The figure that means no effect; None for a measure that has none."""
        if self.measure in ("or", "rr"):
            return 1
        return 0 if self.measure in ("d", "g", "r", "mean-difference") else None

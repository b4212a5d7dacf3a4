"""Figures of studies in words: the measure, the value, its interval, and whom it favours."""

from __future__ import annotations

from knowledge_base.model.result import Result

MEASURES = {
    "d": "Standardised mean difference (d)",
    "g": "Standardised mean difference (Hedges’ g)",
    "or": "Odds ratio",
    "rr": "Risk ratio",
    "r": "Correlation (r)",
    "percent": "Per cent",
    "mean-difference": "Difference of means",
    "count": "Number",
    "other": "Other figure",
}
"""How pages name each measure."""

_SIGNS = {"d": "d", "g": "g", "or": "OR", "rr": "RR", "r": "r"}

FAVOURS = {
    "intervention": "the intervention",
    "comparison": "the comparison",
    "neither": "neither side",
    "not_reported": "not reported",
}
"""Whom a figure favours, in words."""


def number(value: float) -> str:
    """Return a number as figures have it, with a true minus sign."""
    return f"{value:g}".replace("-", "−")


def value(result: Result) -> str:
    """Return a figure with its sign or unit: `d = 0.15`, `32%`."""
    if result.measure == "percent":
        return f"{number(result.value)}%"
    sign = _SIGNS.get(result.measure)
    return f"{sign} = {number(result.value)}" if sign else number(result.value)


def interval(result: Result) -> str:
    """Return the interval of a figure; empty where none is reported."""
    if result.low is None or result.high is None:
        return ""
    level = f"{result.level}% interval " if result.level else "interval "
    places = max(_decimals(end) for end in (result.value, result.low, result.high))
    low, high = (f"{end:.{places}f}".replace("-", "−") for end in (result.low, result.high))
    return f"{level}{low} to {high}"


def _decimals(value: float) -> int:
    """Return how many decimals a number has; its ends may have lost a nought."""
    return len(f"{value:g}".partition(".")[2])


def p_value(result: Result) -> str:
    """Return the p value of a figure; empty where none is reported."""
    if result.p is None:
        return ""
    return f"p {'<' if result.p_below else '='} {number(result.p)}"


def basis(result: Result) -> str:
    """Return how many people and studies a figure rests on; empty where it isn't reported."""
    parts = []
    if result.participants is not None:
        parts.append(f"{result.participants:,} {result.unit or 'participants'}")
    if result.studies is not None:
        parts.append(f"{result.studies} {'study' if result.studies == 1 else 'studies'}")
    return ", ".join(parts)


def origin(result: Result) -> str:
    """Return where a figure comes from: reported or computed, and by whom it was pooled."""
    basis_of = "Reported" if result.by == "reported" else "Computed by us from what is reported"
    return f"{basis_of}; pooled by the review itself" if result.pooled else basis_of

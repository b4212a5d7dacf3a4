"""Figures of studies in words: the measure, the value, its interval, and whom it favours."""

from __future__ import annotations

from knowledge_base.model.result import Result
from knowledge_base.wording.sentences import wording

_WORDING = wording("parts/effects")

_SIGNS = {"d": "d", "g": "g", "or": "OR", "rr": "RR", "r": "r"}


def measure_name(measure: str) -> str:
    """Return how pages name a measure."""
    return str(_WORDING.at(f"measures.{measure}"))


def favours(side: str) -> str:
    """Return whom a figure favours, in words."""
    return str(_WORDING.at(f"favours.{side}"))


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
    places = max(_decimals(end) for end in (result.value, result.low, result.high))
    low, high = (f"{end:.{places}f}".replace("-", "−") for end in (result.low, result.high))
    return _WORDING.say("interval", result=result, low=low, high=high)


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
    unit = {"unit": result.unit} if result.unit else {}
    parts = []
    if result.participants is not None:
        parts.append(_WORDING.say("people", result=result, **unit))
    if result.studies is not None:
        parts.append(_WORDING.say("studies", result=result))
    return ", ".join(parts)


def origin(result: Result) -> str:
    """Return where a figure comes from: reported or computed, and by whom it was pooled."""
    return _WORDING.say("origin", result=result)

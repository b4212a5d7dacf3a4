"""Figures of studies in words: the measure, the value, its interval, and whom it favours."""

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
    shown = _as_written(result, result.value)
    if result.measure == "percent":
        return f"{shown}%"
    sign = _SIGNS.get(result.measure)
    return f"{sign} = {shown}" if sign else shown


def interval(result: Result) -> str:
    """Return the interval of a figure; empty where none is reported."""
    if result.low is None or result.high is None:
        return ""
    low, high = _as_written(result, result.low), _as_written(result, result.high)
    return _WORDING.say("interval", result=result, low=low, high=high)


def _as_written(result: Result, value: float) -> str:
    """Return a figure with the decimals that it was given; those with a sign have two at least."""
    given = len(f"{value:g}".partition(".")[2])
    places = max(given, 2) if result.measure in _SIGNS else given
    return f"{value:.{places}f}".replace("-", "−")


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

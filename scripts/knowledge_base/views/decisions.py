"""Decisions by table, which the browser is handed as data and takes in the same way.

`decide` in evidence_map/browser/engine/decisions.js is this module's twin.
"""

from collections.abc import Mapping, Sequence

Facts = Mapping[str, object]
Condition = Mapping[str, tuple[object, ...]]
"""Facts, each with the values that meet the condition; one without facts is always met."""
Table = Sequence[tuple[Condition, str]]
"""Rows of a condition and what it leads to: the first row that is met decides."""

HERE = "here"
LEFT_OUT = "left-out"
NOWHERE = "nowhere"


def is_met(condition: Condition, facts: Facts) -> bool:
    """Whether every fact of the condition has one of the values that meet it."""
    return all(facts[fact] in values for fact, values in condition.items())


def decide(table: Table, facts: Facts) -> str:
    """Return what the first row leads to whose condition is met."""
    return next(result for condition, result in table if is_met(condition, facts))


def whereabouts(in_view: bool, at_all: bool) -> str:
    """Return where something is to be found: among the chosen, only among what was left out."""
    if in_view:
        return HERE
    return LEFT_OUT if at_all else NOWHERE

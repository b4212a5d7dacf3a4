"""Figures of a claim that can't be right, or that its sentence contradicts."""

from collections.abc import Iterator

from knowledge_base.model.record import Record
from knowledge_base.model.result import Result
from knowledge_base.reading.demands import Condition, Demand
from knowledge_base.reading.evidence import Evidence, EvidenceFile
from knowledge_base.reading.file_kinds import RECORDS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.numbers_in_text import in_digits, numbers_in
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "result-figures",
    "A figure lies inside its interval, an interval has two ends and a level, a ratio says how it "
    "is coded, only reviews pool, and a claim and the source's words beside it give only the "
    "figures of its results.",
)

_AT = "results.*.value"
_RATIO = Condition("results.*.measure", "is one of", ("or", "rr"))
_LOW, _HIGH = (Condition(f"results.*.{end}", "given") for end in ("low", "high"))
_ONE_END = "the interval has only one end."
_BOTH_ENDS = "Give both 'low' and 'high'."
_OUTSIDE = "{results.*.value} does not lie between {results.*.low} and {results.*.high}."
_COMPARE_INTERVAL = "Compare the figure and its interval with the source."
DEMANDS = (
    Demand((_LOW, Condition("results.*.high", "absent")), _AT, _ONE_END, _BOTH_ENDS),
    Demand((_HIGH, Condition("results.*.low", "absent")), _AT, _ONE_END, _BOTH_ENDS),
    Demand(
        (_HIGH, Condition("results.*.value", "less than", "results.*.low")),
        _AT,
        _OUTSIDE,
        _COMPARE_INTERVAL,
    ),
    Demand(
        (_LOW, Condition("results.*.high", "less than", "results.*.value")),
        _AT,
        _OUTSIDE,
        _COMPARE_INTERVAL,
    ),
    Demand(
        (_LOW, _HIGH, Condition("results.*.level", "absent")),
        _AT,
        "the interval has no level.",
        "Add 'level:', such as 95, if the source gives it; else leave the interval out.",
    ),
    Demand(
        (_RATIO, Condition("results.*.value", "at most", 0)),
        _AT,
        "a ratio is more than 0.",
        "Compare the figure with the source.",
    ),
    Demand(
        (_RATIO, Condition("results.*.coding", "absent")),
        _AT,
        "nobody can tell what a ratio above 1 means here.",
        "Add 'coding:', such as 'above 1: more people left treatment'.",
    ),
    Demand(
        (
            Condition("results.*.pooled", "is", operand=True),
            Condition("study:is_review", "is", operand=False),
        ),
        _AT,
        "a figure that is pooled from several studies belongs to a review.",
        "Add 'review:' to the study, or remove 'pooled'.",
    ),
)

_BY_THEMSELVES = ("value", "p", "level", "participants", "studies")
"""The numbers of a result that a sentence may give; the ends of its interval with its value."""


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each figure that doesn't go with the others, or with the sentence."""
    for entry in evidence.to_check(RECORDS):
        if entry.value.results and entry.tells("claim", "results", "support", "sample", "note"):
            figures = _figures(entry.value)
            yield from _claim(entry, entry.value, figures)
            yield from _support(entry, entry.value, figures)


def _figures(record: Record) -> set[float]:
    numbers = (getattr(result, name) for result in record.results for name in _BY_THEMSELVES)
    figures = {abs(number) for number in numbers if number is not None}
    return figures | numbers_in(record.sample) | numbers_in(record.note or "")


def _claim(entry: EvidenceFile[Record], record: Record, figures: set[float]) -> Iterator[Finding]:
    named = [abs(figure) for figure in in_digits(record.claim)]
    for figure in named:
        if figure in figures or any(_is_share(figure, result) for result in record.results):
            continue
        ends_of = [result for result in record.results if figure in _ends(result)]
        if any(abs(result.value) in named for result in ends_of):
            continue
        message, hint = _ALONE if ends_of else _UNKNOWN
        place = entry.document.at_text(("claim",), f"{figure:g}")
        yield RULE.finding(place, f"the claim names {figure:g}, {message}", hint)


def _support(entry: EvidenceFile[Record], record: Record, figures: set[float]) -> Iterator[Finding]:
    named = figures | numbers_in(record.claim)
    for figure in map(abs, in_digits(record.support or "")):
        is_named = figure in named or any(figure in _ends(result) for result in record.results)
        if not is_named and not figure.is_integer():  # whole ones can be of a test: F (2,165)
            place = entry.document.at_text(("support",), f"{figure:g}")
            message = f"the source's words name {figure:g}, and neither claim nor results do."
            yield RULE.finding(place, message, _COMPARE)


_UNKNOWN = (
    "and none of its results does.",
    "Correct the one that is wrong, or add the figure to the results.",
)
_ALONE = (
    "an end of an interval without its value.",
    "Correct the one that is wrong, or name the value too.",
)
_COMPARE = "Compare both with the source, and correct the one that is wrong."


def _ends(result: Result) -> set[float]:
    return {abs(end) for end in (result.low, result.high) if end is not None}


def _is_share(count: float, result: Result) -> bool:
    """Whether the figure is the percentage that so many of its participants are."""
    if result.measure != "percent" or not result.participants:
        return False
    return round(100 * count / result.participants) == round(result.value)

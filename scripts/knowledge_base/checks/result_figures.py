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
    "is coded, only reviews pool, and a claim's sentence gives only the figures of its results.",
)

_AT = "results.*.value"
_RATIO = Condition("results.*.measure", "is one of", ("or", "rr"))
_LOW, _HIGH = (Condition(f"results.*.{end}", "given") for end in ("low", "high"))
_ONE_END = "the interval has only one end."
_BOTH_ENDS = "Give both 'low' and 'high'."
_OUTSIDE = "{results.*.value} does not lie between {results.*.low} and {results.*.high}."
_COMPARE_BOTH = "Compare the figure and its interval with the source."
DEMANDS = (
    Demand((_LOW, Condition("results.*.high", "absent")), _AT, _ONE_END, _BOTH_ENDS),
    Demand((_HIGH, Condition("results.*.low", "absent")), _AT, _ONE_END, _BOTH_ENDS),
    Demand(
        (_HIGH, Condition("results.*.value", "less than", "results.*.low")),
        _AT,
        _OUTSIDE,
        _COMPARE_BOTH,
    ),
    Demand(
        (_LOW, Condition("results.*.high", "less than", "results.*.value")),
        _AT,
        _OUTSIDE,
        _COMPARE_BOTH,
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

_NAMED = ("value", "low", "high", "p", "level", "participants", "studies")
"""The numbers of a result that a sentence may give."""


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each figure that doesn't go with the others, or with the sentence."""
    for entry in evidence.to_check(RECORDS):
        if entry.value.results and entry.tells("claim", "results"):
            yield from _sentence(entry, entry.value)


def _sentence(entry: EvidenceFile[Record], record: Record) -> Iterator[Finding]:
    figures = {
        abs(number)
        for result in record.results
        for name in _NAMED
        if (number := getattr(result, name)) is not None
    }
    figures |= numbers_in(record.sample) | numbers_in(record.note or "")
    for figure in map(abs, in_digits(record.claim)):
        if figure not in figures and not any(
            _is_share(figure, result) for result in record.results
        ):
            yield Finding(
                entry.document.at_text(("claim",), f"{figure:g}"),
                RULE.id,
                f"the claim names {figure:g}, and none of its results does.",
                "Correct the one that is wrong, or add the figure to the results.",
            )


def _is_share(count: float, result: Result) -> bool:
    """Whether the figure is the percentage that so many of its participants are."""
    if result.measure != "percent" or not result.participants:
        return False
    return round(100 * count / result.participants) == round(result.value)

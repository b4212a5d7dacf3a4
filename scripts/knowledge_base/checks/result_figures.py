"""Figures of a claim that can't be right, or that its sentence contradicts."""

from collections.abc import Iterator

from knowledge_base.model.base import tells
from knowledge_base.model.places import Trail
from knowledge_base.model.record import Record
from knowledge_base.model.result import Result
from knowledge_base.model.study import Study
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

_NAMED = ("value", "low", "high", "p", "level", "participants", "studies")
"""The numbers of a result that a sentence may give."""


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each figure that doesn't go with the others, or with the sentence."""
    studies = evidence.studies
    for entry in evidence.to_check(RECORDS):
        record: Record = entry.value
        if not isinstance(record.results, tuple) or not record.results:
            continue
        study = studies.get(record.study or "")
        for position, result in enumerate(record.results):
            if isinstance(result, Result) and tells(result, *Result.model_fields):
                trail: Trail = ("results", position)
                yield from _result(entry, trail, result, study.value if study else None)
        if entry.tells("claim", "results"):
            yield from _sentence(entry, record)


def _result(
    entry: EvidenceFile[Record], trail: Trail, result: Result, study: Study | None
) -> Iterator[Finding]:
    place = entry.document.at((*trail, "value"))
    ends = (result.low, result.high)
    if None in ends and ends != (None, None):
        yield Finding(
            place, RULE.id, "the interval has only one end.", "Give both 'low' and 'high'."
        )
    elif result.low is not None and result.high is not None:
        if not result.low <= result.value <= result.high:
            yield Finding(
                place,
                RULE.id,
                f"{result.value:g} does not lie between {result.low:g} and {result.high:g}.",
                "Compare the figure and its interval with the source.",
            )
        if result.level is None:
            yield Finding(
                place,
                RULE.id,
                "the interval has no level.",
                "Add 'level:', such as 95, if the source gives it; else leave the interval out.",
            )
    if result.measure in ("or", "rr"):
        if result.value <= 0:
            yield Finding(
                place, RULE.id, "a ratio is more than 0.", "Compare the figure with the source."
            )
        if result.coding is None:
            yield Finding(
                place,
                RULE.id,
                "nobody can tell what a ratio above 1 means here.",
                "Add 'coding:', such as 'above 1: more people left treatment'.",
            )
    if result.pooled and study is not None and study.review is None:
        yield Finding(
            place,
            RULE.id,
            "a figure that is pooled from several studies belongs to a review.",
            "Add 'review:' to the study, or remove 'pooled'.",
        )


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

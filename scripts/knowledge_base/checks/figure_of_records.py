"""A figure that none of the records names on which it is said to rest."""

from collections.abc import Iterator

from knowledge_base.model.base import Statement, tells
from knowledge_base.model.blueprint import Measure
from knowledge_base.model.record import Record
from knowledge_base.model.shape import parts
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import FILE_KINDS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.numbers_in_text import in_digits, numbers_in
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "figure-of-records",
    "A statement or measure that rests on records gives only figures that one of them names.",
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each figure that comes from none of its records."""
    records = {entry.id: entry for entry in evidence.records}
    for family in FILE_KINDS:
        for entry in evidence.to_check(family):
            for trail, part in parts(entry.value, Statement, Measure):
                if not tells(part, *type(part).model_fields) or part.sources:
                    continue
                resting_on = [records[key].value for key in part.records if key in records]
                if not resting_on or len(resting_on) < len(part.records):
                    continue
                figures = set().union(*map(_figures, resting_on))
                for field, figure in _figures_of(part):
                    if figure not in figures:
                        yield RULE.finding(
                            entry.document.at((*trail, field)),
                            f"none of the records that this rests on names {figure:,g}.",
                            "Correct the figure, or name the record that has it.",
                        )


def _figures_of(part: Statement | Measure) -> list[tuple[str, float]]:
    if isinstance(part, Statement):
        return [("text", figure) for figure in in_digits(part.text)]
    ends = ((name, getattr(part, name)) for name in ("value", "low", "high"))
    return [(name, figure) for name, figure in ends if figure is not None]


def _figures(record: Record) -> set[float]:
    texts = " ".join((record.claim, record.sample, record.note or "", record.source))
    numbers = (
        number
        for result in record.results
        for number in (result.value, result.low, result.high, result.participants, result.studies)
        if number is not None
    )
    years = {float(year) for year in in_digits(record.source.strip("abcdefghijklmnopqrstuvwxyz"))}
    return numbers_in(texts) | years | set(numbers)

"""A range whose lower end is the higher, or whose value is not between its ends."""

from collections.abc import Callable, Iterator

from knowledge_base.model.base import Model, tells
from knowledge_base.model.places import Trail
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import BLUEPRINT, POSTS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule
from knowledge_base.reading.yaml_source import Document
from knowledge_base.wording.numbers import price, short

RULE = Rule("number-range", "Ranges run from low to high, and contain their value.")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each range that can't be right."""
    for entry in evidence.in_parts(POSTS):
        for post_id, post in entry.value.items():
            yield from _turned(entry.document, (post_id,), post, "salary_low", "salary_high", price)
    for entry in evidence.in_parts(BLUEPRINT):
        measures = entry.value.measures
        for name, measure in measures.items() if isinstance(measures, dict) else ():
            trail = ("measures", name)
            turned = list(_turned(entry.document, trail, measure, "low", "high"))
            yield from turned or _outside(entry.document, trail, measure)


def _turned(
    document: Document,
    trail: Trail,
    thing: Model,
    lower: str,
    upper: str,
    as_text: Callable[[float], str] = short,
) -> Iterator[Finding]:
    if not tells(thing, lower, upper):
        return
    low, high = getattr(thing, lower), getattr(thing, upper)
    if low is not None and high is not None and low > high:
        yield RULE.finding(
            document.at((*trail, lower)),
            f"{as_text(low)} is more than {as_text(high)}.",
            "Swap them, or compare with the source.",
        )


def _outside(document: Document, trail: Trail, measure: Model) -> Iterator[Finding]:
    if not tells(measure, "value", "low", "high"):
        return
    value, low, high = (getattr(measure, name) for name in ("value", "low", "high"))
    if value is not None and (
        (low is not None and value < low) or (high is not None and value > high)
    ):
        yield RULE.finding(
            document.at((*trail, "value")),
            f"{value} is outside the range that is given with it.",
            "Compare with the source.",
        )

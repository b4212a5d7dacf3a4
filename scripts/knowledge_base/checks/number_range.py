"""A range whose lower end is the higher, or a measure without a number."""

from collections.abc import Iterator

from knowledge_base.model.base import tells
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import BLUEPRINT, POSTS, PROVIDERS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "number-range",
    "Ranges run from low to high, around their value, and every measure has a number.",
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each number or range that can't be right."""
    for entry in evidence.in_parts(POSTS):
        for post_id, post in entry.value.items():
            if tells(post, "salary_low", "salary_high") and post.salary_low > post.salary_high:
                yield Finding(
                    entry.document.at((post_id, "salary_low")),
                    RULE.id,
                    f"£{post.salary_low:,} is more than £{post.salary_high:,}.",
                    "Swap them, or compare with the source.",
                )
    for entry in evidence.in_parts(BLUEPRINT):
        measures = entry.value.measures
        for name, measure in measures.items() if isinstance(measures, dict) else ():
            if not tells(measure, "value", "low", "high"):
                continue
            trail = ("measures", name)
            numbers = (measure.value, measure.low, measure.high)
            if numbers == (None, None, None):
                yield Finding(
                    entry.document.at(trail),
                    RULE.id,
                    f"the measure '{name}' has no number.",
                    "Give 'value:', or 'low:' and 'high:'.",
                )
            if None not in (measure.low, measure.high) and measure.low > measure.high:
                yield Finding(
                    entry.document.at((*trail, "low")),
                    RULE.id,
                    f"{measure.low} is more than {measure.high}.",
                    "Swap them, or compare with the source.",
                )
            elif measure.value is not None and (
                (measure.low is not None and measure.value < measure.low)
                or (measure.high is not None and measure.value > measure.high)
            ):
                yield Finding(
                    entry.document.at((*trail, "value")),
                    RULE.id,
                    f"{measure.value} is outside the range that is given with it.",
                    "Compare with the source.",
                )
    for entry in evidence.in_parts(PROVIDERS):
        courses = entry.value.courses
        for course_id, course in courses.items() if isinstance(courses, dict) else ():
            if not tells(course, "cost"):
                continue
            cost = course.cost
            priced = cost.basis in ("place", "cohort")
            if (priced and cost.amount is None) or (cost.basis == "tailored" and cost.amount):
                yield Finding(
                    entry.document.at(("courses", course_id, "cost")),
                    RULE.id,
                    "the amount and the basis of the cost don't go together.",
                    "A 'place' or 'cohort' has an amount and a 'tailored' fee has none; where "
                    "it isn't said what an amount buys, the basis is 'not_reported'.",
                )

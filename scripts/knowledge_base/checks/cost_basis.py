"""A price without a number, or a number for a fee that is made to measure."""

from collections.abc import Iterator

from knowledge_base.model.base import tells
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import PROVIDERS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule("cost-basis", "A course has a price if, and only if, the basis of its cost needs one.")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each cost whose amount and basis don't go together."""
    for entry in evidence.in_parts(PROVIDERS):
        courses = entry.value.courses
        for course_id, course in courses.items() if isinstance(courses, dict) else ():
            if not tells(course, "cost"):
                continue
            cost = course.cost
            priced = cost.basis in ("place", "cohort")
            if (priced and cost.amount is None) or (cost.basis == "tailored" and cost.amount):
                yield RULE.finding(
                    entry.document.at(("courses", course_id, "cost")),
                    "the amount and the basis of the cost don't go together.",
                    "A 'place' or 'cohort' has an amount and a 'tailored' fee has none; where "
                    "it isn't said what an amount buys, the basis is 'not_reported'.",
                )

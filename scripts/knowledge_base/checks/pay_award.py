"""Pay awards from which later pay can't be worked out: a year twice, or a year missing."""

from collections.abc import Iterator

from knowledge_base.model.base import tells
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import CONTEXT, POSTS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "pay-award",
    "Each year of pay has one award, and none is missing between the year of a post's scale and "
    "the last award.",
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each award that comes twice, or after a year without one."""
    scales = [
        int(post.scale.year[:4])
        for entry in evidence.in_parts(POSTS)
        for post in entry.value.values()
        if tells(post, "scale") and post.scale
    ]
    for entry in evidence.in_parts(CONTEXT):
        awards = [
            (int(event.award.year[:4]), key)
            for key, event in entry.value.items()
            if tells(event, "award") and event.award
        ]
        before = min(scales, default=None)
        years: set[int] = set()
        for year, key in sorted(awards):
            problem = ""
            if year in years:
                problem = f"the year {year} has two awards."
            elif before is not None and year > before + 1:
                problem = f"the year {year - 1} has no award."
            if problem:
                yield RULE.finding(
                    entry.document.at((key, "award", "year")),
                    problem,
                    "Each year's award is one event of kind 'pay'; correct the year, or add it.",
                )
            years.add(year)
            before = year

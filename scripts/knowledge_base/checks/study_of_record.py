"""A record that names no study where there is one, or one that doesn't report its source."""

from collections.abc import Collection, Iterator

from knowledge_base.reading.demands import Condition, Demand
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import REPORT, STUDIES
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "study-of-record",
    "A record of research names its study, and that study its source. The report is not a study.",
)

_BY_OTHERS = Condition("source:is_report", "is not", True)
DEMANDS = (
    Demand(
        (
            Condition("source:is_report", "is", True),
            Condition("study_type:research", "is one of", ("primary", "secondary", "unknown")),
        ),
        "study_type",
        "what the report that this book rests on says itself counts as no research.",
        "Name the source of those who did the research, cited through the report; or "
        "write 'study_type: scoping-report' and no study.",
    ),
    Demand(
        (
            _BY_OTHERS,
            Condition("study", "absent"),
            Condition("study_type:research", "is one of", ("primary", "secondary")),
        ),
        "study_type",
        "a record of the type '{study_type}' needs a study.",
        "Give the study's id as its 'study', or describe the study in evidence/studies/.",
    ),
    Demand(
        (Condition("study", "given"), Condition("study_type:research", "is", "none")),
        "study",
        "a source of the type '{study_type}' is no piece of research.",
        "Remove 'study', or correct the study type.",
    ),
    Demand(
        (
            Condition("source:is_report", "is", False),
            Condition("study:sources", "does not hold", "source"),
        ),
        "study",
        "the study '{study}' is not reported by the source '{source}'.",
        "Add the source to {study:path}, or name the right study.",
    ),
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each study or record that takes for a study what is none, or another."""
    reports = {e.value.source for e in evidence.in_parts(REPORT) if e.tells("source")}
    yield from _studies(evidence, reports)


def _studies(evidence: Evidence, reports: Collection[str]) -> Iterator[Finding]:
    for entry in evidence.to_check(STUDIES):
        if not entry.tells("sources"):
            continue
        for position, source in enumerate(entry.value.sources):
            if source in reports:
                yield RULE.finding(
                    entry.document.at(("sources", position)),
                    "the report that this book rests on counts as no study.",
                    "Name the document of those who did the research.",
                )

"""A record that names no study where there is one, or one that doesn't report its source."""

from collections.abc import Collection, Iterator

from knowledge_base.model.vocabulary import StudyTypeTerm
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import REPORT, STUDIES
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "study-of-record",
    "A record of research names its study, and that study its source. The report is not a study.",
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each study or record that takes for a study what is none, or another."""
    reports = {e.value.source for e in evidence.in_parts(REPORT) if e.tells("source")}
    yield from _studies(evidence, reports)
    yield from _records(evidence, reports)


def _studies(evidence: Evidence, reports: Collection[str]) -> Iterator[Finding]:
    for entry in evidence.to_check(STUDIES):
        if not entry.tells("sources"):
            continue
        for position, source in enumerate(entry.value.sources):
            if source in reports:
                yield Finding(
                    entry.document.at(("sources", position)),
                    RULE.id,
                    "the report that this book rests on counts as no study.",
                    "Name the document of those who did the research.",
                )


def _records(evidence: Evidence, reports: Collection[str]) -> Iterator[Finding]:
    types = evidence.vocabulary("study-type")
    studies = evidence.studies
    for entry in evidence.records_that_tell("study", "study_type"):
        record = entry.value
        study_type = types.get(record.study_type)
        if not isinstance(study_type, StudyTypeTerm):
            continue
        if entry.tells("source") and record.source in reports and study_type.research != "none":
            yield Finding(
                entry.document.at(("study_type",)),
                RULE.id,
                "what the report that this book rests on says itself counts as no research.",
                "Name the source of those who did the research, cited through the report; or "
                "write 'study_type: scoping-report' and no study.",
            )
            continue
        if record.study is None:
            if study_type.research in ("primary", "secondary"):
                yield Finding(
                    entry.document.at(("study_type",)),
                    RULE.id,
                    f"behind a record of the type '{record.study_type}' stands a study.",
                    "Add 'study:' with its id, or write the study down in evidence/studies/.",
                )
            continue
        if study_type.research == "none":
            yield Finding(
                entry.document.at(("study",)),
                RULE.id,
                f"a source of the type '{record.study_type}' is no piece of research.",
                "Remove 'study', or correct the study type.",
            )
        study = studies.get(record.study)
        has_source = entry.tells("source") and record.source in evidence.sources
        if study and has_source and record.source not in study.value.sources:
            yield Finding(
                entry.document.at(("study",)),
                RULE.id,
                f"the study '{record.study}' is not reported by the source '{record.source}'.",
                f"Add the source to {study.path}, or name the right study.",
            )

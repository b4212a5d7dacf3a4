"""Fewer entries of one of the report's lists than there were."""

from collections.abc import Iterator

from knowledge_base.model.base import tells
from knowledge_base.model.report import Report
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import FILE_KINDS, PROVIDERS, REPORT
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule("report-lists", "Every entry of the report's lists is here: none of them gets lost.")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each list of which entries are missing."""
    here = {family.name: _number(evidence, family.name) for family in FILE_KINDS}
    here["courses"] = sum(
        len(entry.value.courses)
        for entry in evidence.in_parts(PROVIDERS)
        if isinstance(entry.value.courses, dict)
    )
    for entry in evidence.in_parts(REPORT):
        report: Report = entry.value
        for name, listed in report.lists.items() if tells(report, "lists") else ():
            if here[name] < listed.number:
                yield RULE.finding(
                    entry.document.at(("lists", name, "number")),
                    f"the report lists {listed.number} {name.replace('-', ' ')}, "
                    f"but the number here is {here[name]}.",
                    f"Bring back what is missing, or correct the number; see {listed.location}.",
                )


def _number(evidence: Evidence, name: str) -> int:
    files = evidence.files.get(name, {})
    if list(files) == [name] and isinstance(whole := files[name].document.value, dict):
        return len(whole)
    return len(files)

"""A study that no record draws on."""

from collections.abc import Iterator

from knowledge_base.model.places import Location
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import STUDIES
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule("unused-study", "Every study has a record.")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each study that no record names.

    While a file can't be read, it may be the one that names it.
    """
    if not evidence.all_read:
        return
    used = evidence.named("study")
    for study, entry in evidence.files.get(STUDIES.name, {}).items():
        if study not in used:
            yield RULE.finding(
                Location(entry.path),
                f"no record names the study '{study}'.",
                "Add the record that needs it, or remove the file.",
            )

"""A file or folder whose name Windows refuses, so that nobody there can check the project out."""

from collections.abc import Iterator

from knowledge_base.model.places import Location
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import FILE_KINDS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.ids import is_portable
from knowledge_base.reading.rules import Rule

RULE = Rule("portable-name", "Files and folders have names that Windows can read too.")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each name that some computers can't have."""
    files = [
        entry.path
        for family in FILE_KINDS
        for entry in evidence.files.get(family.name, {}).values()
        if not entry.proof
    ]
    for path in (*files, *sorted({source.path for source in evidence.sources.values()})):
        for name in path.split("/"):
            if not is_portable(name):
                yield RULE.finding(
                    Location(path),
                    f"Windows can't have a file or folder named '{name}'.",
                    "Choose another name, without signs such as ':' and '?'. Windows keeps "
                    "'con', 'nul', 'com1' and the like for itself.",
                )

"""A document that is said to be part of the evidence and isn't, or the reverse."""

from collections.abc import Iterator

from knowledge_base.model.base import tells
from knowledge_base.model.source_note import Inclusion
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import INCLUSION
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "inclusion-decision",
    "An included document names its entry in the bibliography; one left out has none.",
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each considered document whose decision and sources disagree."""
    for entry in evidence.in_parts(INCLUSION):
        inclusion: Inclusion = entry.value
        documents = inclusion.documents if isinstance(inclusion.documents, dict) else {}
        for key, document in documents.items():
            if not tells(document, "decision", "sources"):
                continue
            if (document.decision == "in") != bool(document.sources):
                is_in = document.decision == "in"
                yield RULE.finding(
                    entry.document.at(("documents", key, "decision")),
                    "the document is in, but in no entry of the bibliography."
                    if is_in
                    else "the document is out, but has an entry in the bibliography.",
                    "Name its key under 'sources'."
                    if is_in
                    else "Remove 'sources', or include it.",
                )

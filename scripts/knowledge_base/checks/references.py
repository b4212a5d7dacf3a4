"""Every reference in every evidence file, for the rules that follow them."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge_base.evidence import FAMILIES, Evidence
from knowledge_base.model.base import references
from knowledge_base.yaml_source import Document, Trail


def all_references(evidence: Evidence) -> Iterator[tuple[Document, Trail, str, str]]:
    """Yield (document, trail, kind, id) for every reference in the files that could be read."""
    for family in FAMILIES:
        for entry in evidence.entries(family):
            for trail, kind, value in references(entry.value, entry.annotation):
                yield entry.document, trail, kind, value

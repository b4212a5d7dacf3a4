"""How the sources of claims were read, in a few words: for the search and the reference list."""

from __future__ import annotations

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.citations import citation_labels, cited_through, read_in_part
from knowledge_base.views.claims import via_report


def how_read_in_brief(kb: KnowledgeBase, record: Record) -> str:
    """Return in plain words that a claim is cited through another document, or was read."""
    if record.how_read == "cited-through":
        return f"Cited through {kb.report.name}" if via_report(kb, record) else "Cited through"
    return kb.label("how-read", record.how_read)


def sources_read(kb: KnowledgeBase) -> dict[str, str]:
    """Return in plain words, for each source of claims, whether it was read, or what instead."""
    labels = citation_labels(kb.sources) | {kb.report.source: "the report"}
    parts = read_in_part(kb)
    return {
        source: "; ".join(kb.label("how-read", how) for how in parts[source])
        if source in parts
        else f"Not read: cited through {' and '.join(labels[key] for key in through)}"
        if through
        else "Read"
        for source, through in cited_through(kb).items()
    }

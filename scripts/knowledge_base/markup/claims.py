"""How the sources of claims were read, in a few words: for pages, the search and references."""

from __future__ import annotations

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.citations import (
    citation_labels,
    cited_through,
    read_for_checks,
    read_in_part,
)
from knowledge_base.wording.sentences import wording

_WORDING = wording("parts/claims")


def how_read_in_brief(kb: KnowledgeBase, how_read: str, via_report: bool) -> str:
    """Return in plain words that a claim is cited through another document, or was read."""
    if how_read == "cited-through":
        return _WORDING.say("claim", via_report=via_report, report=kb.report.name)
    return kb.label("how-read", how_read)


def sources_read(kb: KnowledgeBase) -> dict[str, str]:
    """Return in plain words, for each source of claims, whether it was read, or what instead."""
    labels = citation_labels(kb.sources) | {kb.report.source: kb.report.name}
    parts = read_in_part(kb)
    checked = read_for_checks(kb)
    words = {}
    for source, through in cited_through(kb).items():
        if source in parts:
            words[source] = "; ".join(kb.label("how-read", how) for how in parts[source])
        elif through:
            documents = " and ".join(labels[key] for key in through)
            part = " and ".join(kb.label("how-read", how) for how in checked.get(source, ()))
            name = "source.checked" if part else "source.through"
            words[source] = _WORDING.say(name, documents=documents, part=part.lower())
        else:
            words[source] = _WORDING.say("source.read")
    return words

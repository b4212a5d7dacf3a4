"""Claims on pages: links to their records, and in a few words how their sources were read."""

from knowledge_base.markup import addresses
from knowledge_base.markup.html import Html, element, fragment, on_site
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.citations import (
    citation_labels,
    cited_through,
    claim_names,
    read_for_checks,
    read_in_part,
)
from knowledge_base.views.fallen import fall_in_words, fall_of
from knowledge_base.wording.sentences import wording
from knowledge_base.wording.typography import typographic

_WORDING = wording("parts/claims")


def how_read_in_brief(kb: KnowledgeBase, how_read: str, via_report: bool) -> str:
    """Return in plain words that a claim is cited through another document, or was read."""
    if how_read == "cited-through":
        return _WORDING.say("claim", via_report=via_report, report=kb.report.name)
    return kb.label("how-read", how_read)


def record_link(kb: KnowledgeBase, record_id: str) -> Html:
    """Return a link to a record's page, named by its source; one that has fallen says so."""
    name = claim_names(kb)[record_id]
    link = element(
        "a",
        {
            "aria-label": str(name) if name.number is not None else None,
            "class": "reference internal",
            "href": on_site(addresses.record(record_id)),
        },
        typographic(name.source),
    )
    fall = fall_of(kb, kb.records[record_id])
    if fall is None:
        return link
    see = fragment("; see ", record_link(kb, fall.successor)) if fall.successor else None
    mark = element("span", {"class": "fallen"}, f" ({fall_in_words(kb, fall)}", see, ")")
    return fragment(link, mark)


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

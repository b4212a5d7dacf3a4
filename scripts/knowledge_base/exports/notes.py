"""What must go with the data wherever it goes: edition, licence, limits, how to read it."""

from knowledge_base import book
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.edition import edition
from knowledge_base.views.limits import limits_of
from knowledge_base.wording.sentences import wording

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}

_WORDING = wording("about/data")


def notes(kb: KnowledgeBase, *names: str) -> dict[str, str]:
    """Return the notes by their headings, or those of them that are named, in words for readers."""
    this = edition(kb)
    facts = {
        "title": book.title(),
        "version": this.version,
        "date": str(this.day or ""),
        "limits": limits_of(kb),
        "reading": _WORDING.say("notes.reading"),
        "licence": f"{LICENCE['title']} ({LICENCE['name']}), {LICENCE['path']}",
        "rights": _WORDING.say("notes.rights"),
    }
    return {
        _WORDING.say(f"notes.headings.{name}"): text
        for name, text in facts.items()
        if text and name in (names or facts)
    }

"""The glossary: words that pages explain where they stand, then the vocabularies."""

from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.vocabulary import Vocabulary
from knowledge_base.views.glossary import HEADINGS, Explained, explained
from knowledge_base.wording.sentences import wording

WORDS_EXPLAINED = wording("parts/search").say("term.explained")
"""The heading of the words that come before the vocabularies; the search names it too."""


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    words_explained: str
    words: tuple[Explained, ...]
    vocabularies: tuple[tuple[str, str, Vocabulary], ...]
    """Id, heading and words of each."""


def facts(kb: KnowledgeBase) -> Facts:
    """Return the words of this site with their definitions."""
    return Facts(
        WORDS_EXPLAINED,
        explained(kb),
        tuple((name, heading, kb.vocabularies[name]) for name, heading in HEADINGS.items()),
    )

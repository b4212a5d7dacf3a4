"""The words that pages explain where they first stand, gathered from wherever they are defined."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.vocabulary import GlossaryTerm


@dataclass(frozen=True)
class Explained:
    """A word with its explanation."""

    id: str
    label: str
    spellings: tuple[str, ...]
    """How running text writes it."""
    definition: str
    stands_for: str | None
    """The words that an abbreviation is made from."""

    @property
    def anchor(self) -> str:
        """The id of its entry in the glossary."""
        return f"term-{self.id}"

    @property
    def explanation(self) -> str:
        """The explanation in full: what an abbreviation stands for, then what it means."""
        return f"{self.stands_for}. {self.definition}" if self.stands_for else self.definition


_DEFINED_ELSEWHERE = (
    ("setting", "early-help", ("Early Help",)),
    ("component", "genograms", ("genogram", "genograms")),
    ("course-level", "foundation", ("Foundation level", "Foundation course", "Foundation courses")),
)
"""Words of other vocabularies: the vocabulary, its term, and how running text writes it."""


def explained(kb: KnowledgeBase) -> tuple[Explained, ...]:
    """Return the words, in alphabetical order."""
    found = []
    for term_id, term in kb.vocabularies["glossary-term"].items():
        if isinstance(term, GlossaryTerm):
            spellings = term.spellings or (term.label,)
            found.append(
                Explained(term_id, term.label, spellings, term.definition, term.stands_for)
            )
    for vocabulary, term_id, spellings in _DEFINED_ELSEWHERE:
        if defined := kb.vocabularies[vocabulary].get(term_id):
            found.append(Explained(term_id, defined.label, spellings, defined.definition, None))
    for tool in kb.instruments.values():
        name = tool.abbreviation
        found.append(Explained(tool.id, name, (name,), f"Measures: {tool.measures}", tool.name))
    return tuple(sorted(found, key=lambda word: word.label.casefold()))

"""The words that pages explain where they first stand, gathered from wherever they are defined."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.vocabulary import GlossaryTerm
from knowledge_base.wording.nouns import lower_first
from knowledge_base.wording.sentences import wording

_WORDING = wording("about/glossary")
HEADINGS: Mapping[str, str] = wording("parts/vocabularies").sentences
"""Of each vocabulary whose words the glossary explains, in its order."""


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
    def explanation(self) -> str:
        """The explanation in full: what an abbreviation stands for, then what it means."""
        return f"{self.stands_for}. {self.definition}" if self.stands_for else self.definition


def explained(kb: KnowledgeBase) -> tuple[Explained, ...]:
    """Return the words, in alphabetical order."""
    every = []
    for terms in kb.vocabularies.values():
        for term_id, term in terms.items():
            spellings, stands_for = term.spellings, None
            if isinstance(term, GlossaryTerm):
                spellings, stands_for = spellings or (term.label,), term.stands_for
            if spellings:
                every.append(Explained(term_id, term.label, spellings, term.definition, stands_for))
    for tool in kb.instruments.values():
        name = tool.abbreviation
        meaning = _WORDING.say("instrument", measures=lower_first(tool.measures))
        every.append(Explained(tool.id, name, (name,), meaning, tool.name))
    return tuple(sorted(every, key=lambda word: word.label.casefold()))


class Use(NamedTuple):
    """A word as a text spells it, with what explains it."""

    spelled: str
    word: Explained


class FirstUses:
    """Finds where each word is first used on a page, whose prose it is given piece by piece."""

    def __init__(self, words: Iterable[Explained]) -> None:
        self._words = {spelling: word for word in words for spelling in word.spellings}
        self._pattern = _pattern(tuple(self._words))
        self._used: set[Explained] = set()

    def split(self, text: str) -> Iterator[str | Use]:
        """Yield the text in pieces: first uses, and what stands between them."""
        start = 0
        for match in self._pattern.finditer(text):
            spelled = match.group()
            word = self._words.get(spelled) or self._words[spelled[:1].lower() + spelled[1:]]
            if word not in self._used:
                self._used.add(word)
                if match.start() > start:
                    yield text[start : match.start()]
                yield Use(spelled, word)
                start = match.end()
        if start < len(text):
            yield text[start:]


@lru_cache
def _pattern(spellings: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches a whole word, also with a capital at the start of a sentence."""
    longest_first = sorted(spellings, key=len, reverse=True)
    either = "|".join(
        f"[{s[0]}{s[0].upper()}]{re.escape(s[1:])}" if s[0].islower() else re.escape(s)
        for s in longest_first
    )
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])" if either else "(?!)")

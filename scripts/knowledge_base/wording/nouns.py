"""Nouns as sentences need them: with their number, or with their article."""

from collections.abc import Sequence

from knowledge_base.model.base import NOT_APPLICABLE, NOT_REPORTED


def with_article(noun: str) -> str:
    """Return the noun with the article that fits its first letter."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return the number with its noun in the right form: ``1 study``, ``2 studies``."""
    if number == 1:
        return f"{number:,} {noun}"
    if plural is None:
        ends_in_y = noun.endswith("y") and noun[-2:-1] not in "aeou"
        plural = f"{noun[:-1]}ies" if ends_in_y else f"{noun}s"
    return f"{number:,} {plural}"


def listed(names: Sequence[str], joined_by: str = "and") -> str:
    """Return names as a sentence lists them: ``a``, ``a and b``, ``a, b and c``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {joined_by} {names[-1]}"


def upper_first(text: str) -> str:
    """Return the text with a capital first letter, the others as they are."""
    return text[:1].upper() + text[1:]


_OF_NATIONS = frozenset(
    {
        "American",
        "Australian",
        "British",
        "Danish",
        "Dutch",
        "English",
        "Finnish",
        "Irish",
        "Norwegian",
        "Scottish",
        "Swedish",
        "Welsh",
    }
)
"""Words that begin with a capital wherever they stand."""


def lower_first(text: str) -> str:
    """Return the text with a small first letter, as inside a sentence.

    Names of nations and acronyms stay as they are.
    """
    first = text.partition(" ")[0]
    if first in _OF_NATIONS or any(letter.isupper() for letter in first[1:]):
        return text
    return text[:1].lower() + text[1:]


def reported(value: str) -> str:
    """Return a value in words, also where it says that nothing is reported."""
    words = {NOT_REPORTED: "Not reported", NOT_APPLICABLE: "Not applicable"}
    return words.get(value, value)

"""Nouns as sentences need them: with their number, or with their article."""

from __future__ import annotations


def with_article(noun: str) -> str:
    """Return the noun with the article that fits its first letter."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return the number with its noun in the right form: ``1 study``, ``2 studies``."""
    if number == 1:
        return f"{number:,} {noun}"
    if plural is None:
        plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {plural}"

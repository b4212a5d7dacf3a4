"""Joins style sheets into one, without the comments and blanks that only we need."""

from collections.abc import Iterable
from pathlib import Path

from rcssmin import cssmin


def stylesheet(parts: Iterable[Path]) -> str:
    """Return the parts, in their order, as the one file that a page loads."""
    return str(cssmin("\n".join(part.read_text(encoding="utf-8") for part in parts))) + "\n"

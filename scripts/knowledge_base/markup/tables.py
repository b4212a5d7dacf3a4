"""How tables read on a phone, where each row becomes a card of heads with their cells."""

from __future__ import annotations

ONE_LINE = 34
"""How many characters of a cell and its head stand beside each other on the smallest phone."""


def on_one_line(cell: str, head: str) -> bool:
    """Whether the text of a cell and its head stand beside each other on any phone."""
    return len(head) + len(cell) <= ONE_LINE

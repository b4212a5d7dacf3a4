"""How tables read on a phone, where each row becomes a card of heads with their cells."""

ONE_LINE = 44
"""How many characters of a cell and its head stand beside each other on an ordinary phone."""


def on_one_line(cell: str, head: str) -> bool:
    """Whether a cell stands beside its head; on the smallest phones it may slip below."""
    return len(head) + len(cell) <= ONE_LINE

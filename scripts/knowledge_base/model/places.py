"""Where something stands: in a line of a file, or inside the document that a file holds."""

from dataclasses import dataclass, field

Step = str | int
Trail = tuple[Step, ...]
"""The way from the top of a document to a value: keys and positions."""


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file; line and column count from 1, as editors do."""

    path: str
    """Relative to the project's root, with forward slashes."""
    line: int = 1
    column: int = 1
    trail: Trail = field(default=(), compare=False)
    """What in the document is meant, which may be what is missing there."""

    def __str__(self) -> str:
        if self.path.endswith(".xlsx"):
            return f"{self.path}:{_letters(self.column)}{self.line}"
        return f"{self.path}:{self.line}:{self.column}"


def _letters(column: int) -> str:
    """Return the name of a column, as a spreadsheet has it."""
    before, last = divmod(column - 1, 26)
    return (_letters(before) if before else "") + chr(ord("A") + last)

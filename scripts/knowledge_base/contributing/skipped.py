"""What an import leaves out, because it is there already."""

from typing import NamedTuple


class Skipped(NamedTuple):
    """Something in an imported file that the evidence holds already."""

    line: int
    reason: str
    """A sentence that names what is there."""

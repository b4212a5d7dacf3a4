"""What each step of a piece of work took, and why it was done, for those who ask."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

_LEAST = 0.001
"""Seconds of a step that is worth a line."""
_MOST_NOTES = 20
"""Notes that are shown; more of them say no more."""


class Timing:
    """A clock for named steps."""

    def __init__(self) -> None:
        self.steps: dict[str, float] = {}
        self.notes: list[str] = []

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count the time of what is done inside to a step."""
        begin = time.perf_counter()
        try:
            yield
        finally:
            self.steps[name] = self.steps.get(name, 0) + time.perf_counter() - begin

    def __str__(self) -> str:
        """The steps with their seconds, the longest first, and the notes."""
        steps = sorted(self.steps.items(), key=lambda step: -step[1])
        lines = [f"{took:8.3f} s  {name}" for name, took in steps if took >= _LEAST]
        more = len(self.notes) - _MOST_NOTES
        lines += self.notes[:_MOST_NOTES]
        return "\n".join([*lines, f"… and {more} more"] if more > 0 else lines)

"""How far a long command is, on the terminal of whoever waits for it."""

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

_EVERY = 0.5
"""Seconds between two lines; what takes less shows none."""


def with_progress(items: Sequence[T], noun: str, *, always: bool = False) -> Iterator[T]:
    """Yield the items; say on the error stream how many are done, if that is a terminal."""
    is_shown = always or sys.stderr.isatty()
    end = "\r" if sys.stderr.isatty() else "\n"
    last = time.monotonic()
    for number, item in enumerate(items):
        if is_shown and time.monotonic() - last > _EVERY:
            print(f"{number:,} of {len(items):,} {noun}", end=end, file=sys.stderr, flush=True)
            last = time.monotonic()
        yield item
    if is_shown:
        print(f"{len(items):,} of {len(items):,} {noun}", file=sys.stderr)

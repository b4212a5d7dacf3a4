"""Shares the work of a build between the processors of the machine, in the way of Sphinx.

A task runs in a process that starts with all that this one has read; its warnings count here, and
where it fails, the build fails. A large book is built by one process: there, memory is scarcer
than time.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

from sphinx.util.parallel import ParallelTasks, SerialTasks

LARGE = 2000
"""So many records make a book large."""


def processors(records: int) -> int:
    """Return how many processes may work on a book of so many records."""
    # Elsewhere, a process can't be started with all that this one has read.
    alone = sys.platform != "linux" or records >= LARGE
    return 1 if alone else len(os.sched_getaffinity(0))


Item = TypeVar("Item")


def in_turn(items: Sequence[Item]) -> Iterator[Item]:
    """Return what yields the items once, to whichever of the processes asks first.

    It is made before the processes are: so each takes a further item when it is ready for one, and
    none waits long for another that has had the heavy ones.
    """
    place = multiprocessing.Value("i", 0)

    def taken() -> Iterator[Item]:
        while True:
            with place.get_lock():
                index = place.value
                place.value += 1
            if index >= len(items):
                return
            yield items[index]

    return taken()


def tasks(number: int) -> ParallelTasks | SerialTasks:
    """Return what runs tasks beside this process, if it is to be one of several."""
    return ParallelTasks(number) if number > 1 else SerialTasks()

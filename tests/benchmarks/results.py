"""What the benchmarks of one run measured."""

from __future__ import annotations

import os
import platform
from datetime import date
from typing import Any


class Results:
    """What was measured so far."""

    def __init__(self) -> None:
        self.growth: dict[int, dict[str, float]] = {}
        self.against: dict[str, tuple[float, float | None]] = {}

    def note(self, records: int, **measures: float) -> None:
        """Keep what was measured with so many records."""
        self.growth.setdefault(records, {}).update(
            {name: round(value, 2) for name, value in measures.items()}
        )

    def compare(self, task: str, ours: float, theirs: float | None) -> None:
        """Keep the seconds of a task, ours and another program's; None if it takes a minute."""
        self.against[task] = (round(ours, 2), None if theirs is None else round(theirs, 2))

    def content(self) -> dict[str, Any]:
        """Return the results with the day and the kind of machine."""
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        return {
            "measured": date.today(),
            "machine": {
                "processors": os.cpu_count(),
                "gigabytes": round(memory / 1024**3),
                "python": platform.python_version(),
                "system": platform.system(),
            },
            "growth": {size: self.growth[size] for size in sorted(self.growth)},
            "against": {task: list(times) for task, times in self.against.items()},
        }

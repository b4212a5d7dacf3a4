"""What the benchmarks measured: for the table at the end of a run, and for the site's page."""

from __future__ import annotations

import os
import platform
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from knowledge_base.writing import write_file

ABOUT = """\
# What was measured, each value with its day, on the kind of machine named here. The page "How it
# performs" shows it. Seconds are of processor time. `make bench WRITE=1` measures all of it.
"""


class Results:
    """What was measured so far, and the file in which it is kept, if it is."""

    def __init__(self, file: Path | None = None) -> None:
        self.growth: dict[int, dict[str, float]] = {}
        self.against: dict[str, tuple[float, float | None]] = {}
        self.file = file

    def note(self, records: int, **measures: float) -> None:
        """Keep what was measured with so many records."""
        self.growth.setdefault(records, {}).update(
            {name: round(value, 2) for name, value in measures.items()}
        )
        self._keep()

    def compare(self, task: str, ours: float, theirs: float | None) -> None:
        """Keep the seconds of a task, ours and another program's; None if it takes a minute."""
        self.against[task] = (round(ours, 2), None if theirs is None else round(theirs, 2))
        self._keep()

    def _keep(self) -> None:
        """Write it down at once, for a run may be cut short; what this run does not measure stays.

        But not what another machine measured, for one table compares.
        """
        if self.file is None:
            return
        content: dict[str, Any] = yaml.safe_load(self.file.read_text(encoding="utf-8"))
        if content["machine"] != machine():
            content = {"machine": machine(), "growth": {}, "against": {}}
        growth, against = content["growth"], content["against"]
        for size, measures in self.growth.items():
            days = {name: [value, date.today()] for name, value in measures.items()}
            growth[size] = growth.get(size, {}) | days
        for task, times in self.against.items():
            against[task] = [*times, date.today()]
        if any("site_pages" in measures for measures in growth.values()):  # so the page asks
            content["growth"] = dict(sorted(growth.items()))
            text = yaml.safe_dump(content, sort_keys=False, default_flow_style=None)
            write_file(self.file, f"{ABOUT}{text}".encode())


def machine() -> dict[str, Any]:
    """Return the kind of machine that measures."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "processors": os.cpu_count(),
        "gigabytes": round(memory / 1024**3),
        "python": platform.python_version(),
        "system": platform.system(),
    }

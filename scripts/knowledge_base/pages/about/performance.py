"""How the site performs: what grows with the evidence, and how it compares with other programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.statistics import statistics

MEASURED = "book/about/performance.yml"
"""What `make bench` measured."""

_BYTES = "_bytes"
_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    measured: tuple[date, date]
    """The first and the last day on which something was measured."""
    machine: Mapping[str, Any]
    now: int
    """Records today."""
    checked: int
    """Most records that were checked."""
    built: Mapping[str, float]
    """What was measured of the largest site that was built, with its `records`."""
    sizes: tuple[int, ...]
    """Numbers of records with which something was measured."""
    growth: Mapping[str, tuple[float | None, ...]]
    """Each measure, with its value at each size; None where it was not measured."""
    against: Mapping[str, tuple[float, float | None]]
    """Seconds of each task, ours and another program's; None if it was not done in a minute."""


def facts(root: Path, kb: KnowledgeBase) -> Facts:
    """Return what was measured with the project at ``root``, or an earlier state of it."""
    content: dict[str, Any] = yaml.safe_load((root / MEASURED).read_text(encoding="utf-8"))
    growth: dict[int, dict[str, float]] = {
        size: {name: _readable(name, value) for name, (value, _) in measures.items()}
        for size, measures in sorted(content["growth"].items())
    }
    against = content["against"]
    rows = [
        *against.values(),
        *(row for size in content["growth"].values() for row in size.values()),
    ]
    days = sorted(row[-1] for row in rows)
    with_site = max(size for size, measures in growth.items() if "site_pages" in measures)
    names = dict.fromkeys(name for measures in growth.values() for name in measures)
    return Facts(
        measured=(days[0], days[-1]),
        machine=content["machine"],
        now=statistics(kb).claims,
        checked=max(size for size, measures in growth.items() if "check_seconds" in measures),
        built={"records": with_site} | growth[with_site],
        sizes=tuple(growth),
        growth={name: tuple(measures.get(name) for measures in growth.values()) for name in names},
        against={task: (ours, theirs) for task, (ours, theirs, _) in against.items()},
    )


def _readable(name: str, value: float) -> float:
    """Return a measure as a table shows it: bytes as millions of them."""
    return value / _MEGABYTE if name.endswith(_BYTES) else value

"""Gathers what the benchmarks measured: one table of growth, one of ratios to other programs.

The tables are printed at the end of a run. With KB_BENCH_WRITE set, each number is also written
into the data of the page "How it performs" as soon as it is measured.
"""

from __future__ import annotations

import os

import pytest
from results import Results

from knowledge_base.pages.about.performance import MEASURED
from site_build import PROJECT

_RESULTS = Results(PROJECT / MEASURED if os.environ.get("KB_BENCH_WRITE") else None)


@pytest.fixture(scope="session")
def results() -> Results:
    """Where a benchmark notes what it measured."""
    return _RESULTS


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print both tables."""
    write = terminalreporter.write_line
    growth = sorted(_RESULTS.growth.items())
    if growth:
        terminalreporter.section("growth with the number of records")
        write(f"{'':24}" + "".join(f"{records:>14,}" for records, _ in growth))
        for name in dict.fromkeys(name for _, measures in growth for name in measures):
            cells = (measures.get(name) for _, measures in growth)
            write(f"{name:24}" + "".join(f"{c:>14,.2f}" if c else f"{'-':>14}" for c in cells))
    if _RESULTS.against:
        terminalreporter.section("seconds against other programs")
        write(f"{'':24}{'ours':>14}{'theirs':>14}{'theirs/ours':>14}")
        for task, (ours, theirs) in _RESULTS.against.items():
            ratio = f"{theirs:>14.2f}{theirs / ours:>14.1f}" if theirs else f"{'a minute':>14}"
            write(f"{task:24}{ours:>14.2f}{ratio}")
    if growth and _RESULTS.against:
        write("To repeat it: make bench, on a machine with nothing else to do.")
    if _RESULTS.file:
        write(f"Written into {MEASURED}.")

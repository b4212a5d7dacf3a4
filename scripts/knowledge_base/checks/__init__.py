"""The rules that hold across evidence files, found in this folder: one module a rule.

Each has a `RULE`. What it asks of the parts of one record is data, its `DEMANDS`; for all else it
has a `check` that yields findings. Its bad cases are in `tests/checks/bad/`.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from types import ModuleType

from knowledge_base.checks import unneeded_exception
from knowledge_base.discovery import modules_in
from knowledge_base.model.places import Location
from knowledge_base.reading.demands import unmet
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import RECORDS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import READING, Rule
from knowledge_base.timing import Timing

CHECKS = tuple(module for module in modules_in(__name__) if module is not unneeded_exception)
"""The modules of rules; whether an exception is needed shows only when all others have run."""

RULES: dict[str, Rule] = {
    rule.id: rule
    for rule in sorted(
        {*READING, *(module.RULE for module in CHECKS), unneeded_exception.RULE},
        key=lambda rule: rule.id,
    )
}
"""Every rule by its name."""


def run_checks(evidence: Evidence, timing: Timing | None = None) -> list[Finding]:
    """Return what all rules find, less what records are excused from.

    A rule that crashes is a finding itself, so that the others are still heard.
    """
    findings: list[Finding] = []
    timing = timing or Timing()
    for module in CHECKS:
        with timing.step(f"rule {module.RULE.id}"):
            findings.extend(guarded(partial(_findings_of, module, evidence), _path_of(module)))
    excusable = frozenset(rule.id for rule in RULES.values() if rule.excusable)
    excused = unneeded_exception.excused(evidence, excusable)
    idle = partial(unneeded_exception.check, evidence, findings, excusable)
    return [
        *(finding for finding in findings if (finding.location.path, finding.rule) not in excused),
        *guarded(idle, _path_of(unneeded_exception)),
    ]


def _findings_of(module: ModuleType, evidence: Evidence) -> Iterator[Finding]:
    if hasattr(module, "DEMANDS"):
        yield from unmet(evidence, module.RULE.id, RECORDS, module.DEMANDS)
    if hasattr(module, "check"):
        yield from module.check(evidence)


def _path_of(module: ModuleType) -> str:
    return f"scripts/knowledge_base/checks/{module.__name__.rpartition('.')[2]}.py"


def guarded(work: Callable[[], Iterable[Finding]], path: str) -> Iterator[Finding]:
    """Yield the findings of ``work``; if it stops with an error, that is a finding in ``path``."""
    try:
        yield from work()
    except Exception as error:  # it may fail in any way; the others must still be heard
        frames = traceback.extract_tb(error.__traceback__)
        lines = [frame.lineno for frame in frames if frame.filename.endswith(path)]
        yield Finding(
            Location(path, (lines or [1])[-1] or 1),
            "crash",
            f"checking stopped here with {type(error).__name__}: {error}.",
            "This is a fault in the checker, not in your file. Please report it with this line.",
        )

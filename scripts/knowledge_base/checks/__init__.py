"""The rules that hold across evidence files, found in this folder: one module a rule.

Each has a `RULE`. What it asks of the parts of one record is data, its `DEMANDS`; for all else it
has a `check` that yields findings. Its bad cases are in `tests/checks/bad/`.
"""

from collections.abc import Iterator
from functools import partial
from types import ModuleType

from knowledge_base.checks import unneeded_exception
from knowledge_base.discovery import modules_in
from knowledge_base.reading.demands import unmet
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import RECORDS
from knowledge_base.reading.findings import Finding, guarded
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

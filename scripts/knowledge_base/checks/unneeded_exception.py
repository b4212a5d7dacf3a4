"""Exceptions: what a record is excused from, and excuses that are no longer needed."""

from collections.abc import Iterable, Iterator

from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule("unneeded-exception", "A record has an exception only where the rule would be broken.")


def excused(evidence: Evidence, excusable: frozenset[str]) -> set[tuple[str, str]]:
    """Return the (path, rule) of every exception that a record may claim."""
    return {
        (entry.path, exception.rule)
        for entry in evidence.records_that_tell("exceptions")
        for exception in entry.value.exceptions
        if exception.rule in excusable
    }


def check(
    evidence: Evidence, findings: Iterable[Finding], excusable: frozenset[str]
) -> Iterator[Finding]:
    """Yield a finding for each exception that excuses from none of ``findings``.

    While a file can't be read, it may be the one that breaks the rule.
    """
    broken = {(finding.location.path, finding.rule) for finding in findings}
    for entry in evidence.records_that_tell("exceptions"):
        claimed: set[str] = set()
        for position, exception in enumerate(entry.value.exceptions):
            place = entry.document.at(("exceptions", position))
            if exception.rule not in evidence.rule_ids:
                continue
            if exception.rule not in excusable:
                yield RULE.finding(
                    place,
                    f"no record is excused from the rule '{exception.rule}'.",
                    f"Only these can be excused: {', '.join(sorted(excusable))}.",
                )
            elif exception.rule in claimed:
                yield RULE.finding(
                    place,
                    f"the record is already excused from the rule '{exception.rule}'.",
                    "Keep one of the two exceptions.",
                )
            elif evidence.all_read and (entry.path, exception.rule) not in broken:
                yield RULE.finding(
                    place,
                    f"the rule '{exception.rule}' is not broken here.",
                    "Remove the exception.",
                )
            claimed.add(exception.rule)

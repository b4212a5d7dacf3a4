"""A source that nothing refers to."""

from collections.abc import Iterator

from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule("unused-source", "Every source is used somewhere, or set aside.")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each source that no evidence file names.

    While a file can't be read, it may be the one that names it.
    """
    if not evidence.all_read:
        return
    used = evidence.named("source")
    for key, source in evidence.sources.items():
        if key not in used and not source.is_parked:
            yield RULE.finding(
                source.lines[""],
                f"nothing refers to the source '{key}'.",
                "Add the record that needs it, or remove its file.",
            )

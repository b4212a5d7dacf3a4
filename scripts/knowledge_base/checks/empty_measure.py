"""A measure without a number."""

from collections.abc import Iterator

from knowledge_base.model.base import tells
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import BLUEPRINT
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule("empty-measure", "Every measure has a number.")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each measure that says nothing."""
    for entry in evidence.in_parts(BLUEPRINT):
        measures = entry.value.measures
        for name, measure in measures.items() if isinstance(measures, dict) else ():
            if not tells(measure, "value", "low", "high"):
                continue
            if (measure.value, measure.low, measure.high) == (None, None, None):
                yield RULE.finding(
                    entry.document.at(("measures", name)),
                    f"the measure '{name}' has no number.",
                    "Give 'value:', or 'low:' and 'high:'.",
                )

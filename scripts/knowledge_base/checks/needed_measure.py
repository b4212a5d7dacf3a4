"""A blueprint without a number that other pages compute with."""

from collections.abc import Iterator

from knowledge_base.evidence import BLUEPRINT, Evidence
from knowledge_base.findings import Finding
from knowledge_base.model.blueprint import NEEDED_MEASURES
from knowledge_base.rules import Rule

RULE = Rule(
    "needed-measure",
    "Blueprints hold the numbers that the catalogue of courses and the pilot plan compute with.",
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each needed number that its component's blueprint doesn't hold."""
    for entry in evidence.in_parts(BLUEPRINT):
        if not isinstance(entry.value.measures, dict):
            continue
        for measure in NEEDED_MEASURES.get(entry.id, ()):
            if measure not in entry.value.measures:
                yield Finding(
                    entry.document.at(("measures",)),
                    RULE.id,
                    f"the measure '{measure}' is absent.",
                    "Add it under 'measures:'; the catalogue or the pilot plan needs it.",
                )

"""One thing named twice in one list, so that it would count or show twice."""

from collections.abc import Iterator

from knowledge_base.model.places import Trail
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule("repeated-item", "No list names the same thing twice.")

MESSAGE = "the {kind} '{value}' stands in this list already."
HINT = "Keep one of the two."


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each reference that its list holds already."""
    seen: set[tuple[str, Trail, str]] = set()
    for file, trail, kind, value in evidence.references:
        if not trail or not isinstance(trail[-1], int):
            continue
        item = (file.path, trail[:-1], value)
        if item in seen:
            yield RULE.finding(
                file.document.at(trail),
                MESSAGE.format(kind=kind.replace("-", " "), value=value),
                HINT,
            )
        seen.add(item)

"""One document entered under two keys."""

from collections.abc import Iterator

from knowledge_base.model.source import Source
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule("duplicate-doi", "No two sources have the same DOI.")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each source whose DOI an earlier one has."""
    first: dict[str, Source] = {}
    in_order = sorted(evidence.sources.values(), key=lambda source: source.lines[""])
    for source in in_order:
        if source.doi is None:
            continue
        earlier = first.setdefault(source.doi, source)
        if earlier is not source:
            yield RULE.finding(
                source.lines["doi"],
                f"'{earlier.key}', in {earlier.path}, has the same DOI.",
                f"Use the key '{earlier.key}' and remove this entry, or correct the DOI.",
            )

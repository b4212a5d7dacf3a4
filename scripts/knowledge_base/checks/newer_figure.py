"""A newer figure of a provider that is older than what it stands beside."""

from collections.abc import Iterator

from knowledge_base.model.base import tells
from knowledge_base.model.provider import Provider
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import PROVIDERS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "newer-figure",
    "A newer figure for a provider is not from an earlier year than the document that the entry "
    "was compared with.",
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each newer figure from before the entry's own source."""
    for entry in evidence.in_parts(PROVIDERS):
        provider: Provider = entry.value
        if not tells(provider, "checked_against", "newer"):
            continue
        source = evidence.sources.get(provider.checked_against)
        if source is None or source.year is None:
            continue
        for position, newer in enumerate(provider.newer):
            if int(newer.on[:4]) < source.year:
                yield RULE.finding(
                    entry.document.at(("newer", position, "on")),
                    f"{newer.on} is earlier than {source.short}, with which the entry was "
                    "compared.",
                    "Leave it out, or correct the day for which the source gives it.",
                )

"""A record whose page was published, and that is gone without a word of where to."""

from collections.abc import Iterator

from knowledge_base.model.places import Location
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import ALIASES, EVIDENCE_FOLDER, PUBLISHED_IDS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "published-ids",
    "A published record stays, as published, withdrawn or superseded. If it was renamed, "
    "`aliases.yml` gives its new id.",
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each published record that is gone, and each alias of one that isn't."""
    records = evidence.known_ids("record")
    there = records or set()
    aliases: dict[str, str] = {}
    for entry in evidence.in_parts(ALIASES):
        if isinstance(entry.value, dict):
            aliases = entry.value
        for alias in sorted(there.intersection(aliases)):
            yield RULE.finding(
                entry.document.at_key((alias,)),
                f"'{alias}' is a record, so its address leads to its own page.",
                "Remove it, or give the alias the id that the record had before.",
            )
    for line, record_id in enumerate(() if records is None else evidence.published_ids, 1):
        if record_id not in there and record_id not in aliases:
            yield RULE.finding(
                Location(f"{EVIDENCE_FOLDER}/{PUBLISHED_IDS}", line),
                f"the record '{record_id}' was published and is gone, so links to it lead nowhere.",
                "Bring it back and withdraw or supersede it; if it was renamed, add "
                f"'{record_id}: <its new id>' to evidence/aliases.yml.",
            )

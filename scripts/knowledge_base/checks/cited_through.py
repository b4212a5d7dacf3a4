"""A record that doesn't say honestly how its claim was read."""

from collections.abc import Iterator

from knowledge_base.model.base import NOT_REPORTED
from knowledge_base.model.record import CitedThrough, Record
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import RECORDS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule("cited-through", "A claim read in another document says in which one, and where.")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each record whose way of reading doesn't hold together."""
    for entry in evidence.to_check(RECORDS):
        record: Record = entry.value
        document = entry.document
        if record.how_read == "cited-through" and record.cited_through is None:
            yield Finding(
                document.at(("how_read",)),
                RULE.id,
                "the claim is cited through another document, but not through which.",
                "Add 'cited_through:' with the 'source' that was read and the 'location' there.",
            )
        if record.how_read == "in-source":
            if isinstance(record.cited_through, CitedThrough):
                yield Finding(
                    document.at_key(("cited_through",)),
                    RULE.id,
                    "the claim is said to be read in its source, and cited through another.",
                    "Keep one: remove 'cited_through', or set how_read to 'cited-through'.",
                )
            if record.location == NOT_REPORTED:
                yield Finding(
                    document.at(("location",)),
                    RULE.id,
                    "the claim was read in its source, so where it stands there is known.",
                    "Give the section, page or table.",
                )
        through = record.cited_through
        if not isinstance(through, CitedThrough):
            continue
        if through.location == NOT_REPORTED:
            yield Finding(
                document.at(("cited_through", "location")),
                RULE.id,
                "the claim was read in that document, so where it stands there is known.",
                "Give the section, page or table.",
            )
        if entry.tells("source") and through.source == record.source:
            yield Finding(
                document.at(("cited_through", "source")),
                RULE.id,
                "a source can't be cited through itself.",
                "Set how_read to 'in-source', or name the document that cites it.",
            )

"""A source check that says more than its reading can bear."""

from collections.abc import Iterator

from knowledge_base.model.reading_note import SourceCheck
from knowledge_base.model.record import Record
from knowledge_base.model.vocabulary import HowReadTerm, SourceCheckTerm
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.file_kinds import RECORDS
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "source-check",
    "A source check is about a claim that is cited through another document. A verdict gives what "
    "the source says, how it was read and the words that show it. Silence is not a verdict.",
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each source check whose parts don't go together."""
    verdicts = evidence.vocabulary("source-check")
    readings = evidence.vocabulary("how-read")
    for entry in evidence.to_check(RECORDS):
        record: Record = entry.value
        made = record.source_check
        if not isinstance(made, SourceCheck):
            continue
        document = entry.document
        if record.how_read != "cited-through":
            yield Finding(
                document.at_key(("source_check",)),
                RULE.id,
                "the claim is not cited through another document, so there is nothing to check.",
                "Remove it; what the source says is the claim itself.",
            )
        verdict = verdicts.get(made.verdict)
        if not isinstance(verdict, SourceCheckTerm):
            continue
        place = document.at(("source_check", "verdict"))
        missing = [
            name
            for name in ("sentence", "how_read", "support", "reading")
            if getattr(made, name) is None
        ]
        if verdict.is_verdict and missing:
            yield Finding(
                place,
                RULE.id,
                f"'{made.verdict}' is a verdict, but it lacks {', '.join(missing)}.",
                "Say what the source says, how it was read, in which copy, and by which words.",
            )
        elif made.verdict == "not-in-that-part" and {"how_read", "reading"} & set(missing):
            yield Finding(
                place,
                RULE.id,
                "a part of the source was read, but not which and in which copy.",
                "Add 'how_read' and 'reading'.",
            )
        elif made.verdict == "not-readable" and made.how_read is not None:
            yield Finding(
                place,
                RULE.id,
                "a source of which something was read could be read.",
                "Remove 'how_read', or choose 'not-in-that-part'.",
            )
        how = readings.get(made.how_read or "")
        if isinstance(how, HowReadTerm):
            if made.verdict == "not-found-there" and how.extent != "whole":
                yield Finding(
                    place,
                    RULE.id,
                    "not all of the source was read, so what it lacks can't be told.",
                    "Choose 'not-in-that-part': silence in the part that was read is no verdict.",
                )
            if how.extent == "none":
                yield Finding(
                    document.at(("source_check", "how_read")),
                    RULE.id,
                    "what is cited through another document was not read.",
                    "Say how much of the source itself was read.",
                )

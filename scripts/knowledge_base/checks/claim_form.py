"""A claim that is too long, or not one plain sentence."""

from collections.abc import Iterator

from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "claim-form", "A claim is one plain sentence of at most 300 characters.", excusable=True
)

MAX_LENGTH = 300


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each claim that is not one short sentence."""
    for entry in evidence.records_that_tell("claim"):
        claim = entry.value.claim
        if len(claim) > MAX_LENGTH:
            yield Finding(
                entry.document.at(("claim",)),
                RULE.id,
                f"the claim has {len(claim)} characters, more than {MAX_LENGTH}.",
                "Say one thing; make a second record for the second thing, or use 'note'.",
            )
        if not (claim[0].isupper() or claim[0].isdigit() or claim[0] in "‘“'\"£"):
            yield Finding(
                entry.document.at(("claim",)),
                RULE.id,
                "the claim does not begin with a capital letter.",
                "Write a whole sentence.",
            )
        if not claim.endswith((".", ".’", ".”")) or "\n" in claim:
            yield Finding(
                entry.document.at(("claim",)),
                RULE.id,
                "the claim does not end with a full stop, or runs over paragraphs.",
                "Write one whole sentence, in one paragraph, that ends with a full stop.",
            )

"""A word that its vocabulary doesn't hold."""

from collections.abc import Iterator

from knowledge_base.model.vocabulary import VOCABULARIES
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule
from knowledge_base.reading.validation import did_you_mean
from knowledge_base.wording.nouns import with_article

RULE = Rule("unknown-term", "Words come from the vocabularies in `evidence/vocabularies/`.")

MESSAGE = "'{value}' is not {noun}."
HINT = "{meant} The words are in evidence/vocabularies/{kind}.yml."


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each word outside its vocabulary."""
    terms_of_kind = {kind: evidence.known_ids(kind) for kind in VOCABULARIES}
    for file, trail, kind, value in evidence.references:
        terms = terms_of_kind.get(kind)
        if terms is not None and value not in terms:
            noun = VOCABULARIES[kind].noun or with_article(kind.replace("-", " "))
            yield RULE.finding(
                file.document.at(trail),
                MESSAGE.format(value=value, noun=noun),
                HINT.format(meant=did_you_mean(value, terms), kind=kind),
            )

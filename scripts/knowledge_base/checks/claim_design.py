"""A claim of a kind that its type of study can't give, such as an effect from interviews."""

from collections.abc import Iterator

from knowledge_base.model.vocabulary import ClaimKindTerm, StudyTypeTerm
from knowledge_base.reading.evidence import Evidence
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.rules import Rule
from knowledge_base.wording.nouns import with_article

RULE = Rule(
    "claim-design",
    "A claim is of a kind that its type of study can give: interviews measure no effect.",
    excusable=True,
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each claim that its type of study is too weak for."""
    kinds = evidence.vocabulary("claim-kind")
    types = evidence.vocabulary("study-type")
    for entry in evidence.records_that_tell("kind", "study_type"):
        kind, study_type = kinds.get(entry.value.kind), types.get(entry.value.study_type)
        if not isinstance(kind, ClaimKindTerm) or not isinstance(study_type, StudyTypeTerm):
            continue
        if kind.basis in study_type.too_weak_for:
            yield Finding(
                entry.document.at(("kind",)),
                RULE.id,
                f"a source of the type '{entry.value.study_type}' can't give "
                f"{with_article(kind.label.lower())}.",
                "Choose the kind that the source bears, or correct the study type.",
            )

"""The studies behind the claims, by setting, with their sources, claims and figures."""

from dataclasses import dataclass

from knowledge_base.markup import addresses
from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.model.study import Study
from knowledge_base.pages.evidence.record import KIND
from knowledge_base.pages.generated import Link
from knowledge_base.views.citations import claim_names
from knowledge_base.views.effects import Effects, effects
from knowledge_base.views.selection import basis, is_finding, is_near

PAGE = "book/evidence/studies"
FINDINGS = 3
"""How many findings are shown in words; all are among the links to claims."""


@dataclass(frozen=True)
class StudyFacts:
    """A study and the claims that rest on it."""

    study: Study
    records: tuple[Record, ...]
    findings: tuple[Record, ...]
    """Its first findings on outcomes: what is on a component itself, then the most direct kind."""
    kinds: tuple[str, ...]
    """Of which kind each of these is."""
    all_findings: int

    @property
    def components(self) -> tuple[str, ...]:
        """The components that its claims are about."""
        return tuple(dict.fromkeys(record.component for record in self.records))


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    by_setting: dict[str, tuple[StudyFacts, ...]]
    """The studies by setting, in the vocabulary's order."""
    effects: Effects
    """The figures of all claims, nearest first."""
    links: dict[str, Link]
    """The record behind each figure, as the page links to it."""


def facts(kb: KnowledgeBase) -> Facts:
    """Return the studies by setting, those with most claims first."""
    of_study = by_key((record.study, record) for record in kb.published)
    by_setting = {
        setting: tuple(
            sorted(
                (
                    _of(kb, study, tuple(of_study.get(study.id, ())))
                    for study in kb.studies.values()
                    if study.setting == setting
                ),
                key=lambda one: (-len(one.records), one.study.name.casefold()),
            )
        )
        for setting in kb.settings
    }
    degrees = [None, *kb.vocabularies["nearness"]]
    figures = effects(kb, sorted(kb.published, key=lambda record: degrees.index(record.nearness)))
    return Facts(
        {setting: studies for setting, studies in by_setting.items() if studies},
        figures,
        _links(kb, figures),
    )


def _links(kb: KnowledgeBase, figures: Effects) -> dict[str, Link]:
    names = claim_names(kb)
    return {
        record_id: Link(
            str(names[record_id]),
            addresses.seen_from(PAGE, KIND.reference(record_id)),
        )
        for record_id in dict.fromkeys(effect.record.id for effect in figures.all)
    }


def _of(kb: KnowledgeBase, study: Study, records: tuple[Record, ...]) -> StudyFacts:
    kinds = list(kb.vocabularies["evidence-basis"])
    findings = sorted(
        (record for record in records if record.outcomes and is_finding(kb, record)),
        key=lambda record: (not is_near(kb, record), kinds.index(basis(kb, record))),
    )
    # Two components may share a claim.
    distinct = list({record.claim: record for record in reversed(findings)}.values())[::-1]
    first = tuple(distinct[:FINDINGS])
    return StudyFacts(
        study, records, first, tuple(basis(kb, record) for record in first), len(distinct)
    )

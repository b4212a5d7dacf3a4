"""The studies behind the claims, by setting, each with its sources and its claims."""

from dataclasses import dataclass

from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.model.study import Study


@dataclass(frozen=True)
class StudyFacts:
    """A study and the claims that rest on it."""

    study: Study
    records: tuple[Record, ...]

    @property
    def components(self) -> tuple[str, ...]:
        """The components that its claims are about."""
        return tuple(dict.fromkeys(record.component for record in self.records))


@dataclass(frozen=True)
class Facts:
    """What the page shows: the studies by setting, in the vocabulary's order."""

    by_setting: dict[str, tuple[StudyFacts, ...]]


def facts(kb: KnowledgeBase) -> Facts:
    """Return the studies by setting, those with most claims first."""
    of_study = by_key((record.study, record) for record in kb.published)
    by_setting = {
        setting: tuple(
            sorted(
                (
                    StudyFacts(study, tuple(of_study.get(study.id, ())))
                    for study in kb.studies.values()
                    if study.setting == setting
                ),
                key=lambda one: (-len(one.records), one.study.name.casefold()),
            )
        )
        for setting in kb.settings
    }
    return Facts({setting: studies for setting, studies in by_setting.items() if studies})

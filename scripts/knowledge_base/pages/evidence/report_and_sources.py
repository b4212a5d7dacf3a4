"""What the sources of the report say of the claims that it makes of them, the weightiest first."""

from dataclasses import dataclass

from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.reading_note import Reading, SourceCheck
from knowledge_base.model.record import Record
from knowledge_base.model.source_note import SourceNote
from knowledge_base.views.readings import usual_reading


@dataclass(frozen=True)
class Checked:
    """A claim and what its source says of it."""

    record: Record
    check: SourceCheck


@dataclass(frozen=True)
class OfSource:
    """The claims of one source that have the same verdict, and were read at the same address."""

    source: str
    checks: tuple[Checked, ...]

    @property
    def first(self) -> SourceCheck:
        """The check that stands for all: they were made in the same reading."""
        return self.checks[0].check


@dataclass(frozen=True)
class Verdict:
    """The claims with one verdict."""

    id: str
    is_verdict: bool
    """Whether the source bears on the claim at all."""
    checks: tuple[Checked, ...]
    by_source: tuple[OfSource, ...]


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    cited_through: int
    """How many claims of the report are cited through it."""
    checked: int
    bearing: int
    """How many have a verdict from what was read."""
    usual: Reading | None
    """How most of the sources were read."""
    verdicts: tuple[Verdict, ...]
    """In the vocabulary's order: the weightiest first."""
    elsewhere: tuple[Checked, ...]
    """Claims that another document than the report makes of a source."""
    notes: tuple[SourceNote, ...]
    """Standing, interests and disputes of sources."""


def facts(kb: KnowledgeBase) -> Facts:
    """Return every check of a claim against its own source."""
    of_report: list[Record] = []
    of_others: list[Record] = []
    for record in kb.published:
        if record.cited_through:
            by_report = record.cited_through.source == kb.report.source
            (of_report if by_report else of_others).append(record)
    checks = _checks(of_report)
    verdicts = tuple(
        _verdict(kb, verdict, [one for one in checks if one.check.verdict == verdict])
        for verdict in kb.verdicts
        if any(one.check.verdict == verdict for one in checks)
    )
    return Facts(
        len(of_report),
        len(checks),
        sum(len(verdict.checks) for verdict in verdicts if verdict.is_verdict),
        usual_reading(one.check.reading for one in checks),
        verdicts,
        _checks(of_others),
        tuple(kb.source_notes.values()),
    )


def _checks(records: list[Record]) -> tuple[Checked, ...]:
    return tuple(Checked(record, record.source_check) for record in records if record.source_check)


def _verdict(kb: KnowledgeBase, verdict: str, checks: list[Checked]) -> Verdict:
    by_reading = by_key(
        ((one.record.source, one.check.reading and one.check.reading.address), one)
        for one in checks
    )
    return Verdict(
        verdict,
        kb.verdicts[verdict].is_verdict,
        tuple(checks),
        tuple(OfSource(source, tuple(own)) for (source, _), own in by_reading.items()),
    )

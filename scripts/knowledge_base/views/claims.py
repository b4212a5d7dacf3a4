"""Claims as a page lists them: equal ones once, with what a reader must know about each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge_base.model.base import NOT_APPLICABLE
from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import PUBLISHED, KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.limits import is_by_reports_publisher


@dataclass(frozen=True)
class Check:
    """What a source itself says of a claim that is cited through another document."""

    record: str
    verdict: str
    sentence: str
    """What the source says; empty where nobody could tell."""
    how_read: str
    """How much of the source was read; empty where nothing was."""
    conflicts: bool
    """Whether the source says something else than the claim, so that it must be seen at once."""
    is_verdict: bool
    """Whether the source bears on the claim at all."""


@dataclass(frozen=True)
class Claim:
    """One or more records that make the same claim."""

    text: str
    records: tuple[str, ...]
    kind: str
    designs: tuple[str, ...]
    """The types of study behind it, but for documents that report no research."""
    setting: str
    direction: str
    how_read: str
    via_report: bool
    """Whether it is cited through the report that most of the site rests on."""
    nearness: str
    is_near: bool
    """Whether it is on the component itself or a part of it."""
    checks: tuple[Check, ...]
    """What the sources themselves say, one a record that was checked."""
    standings: tuple[str, ...]
    """The standings of its sources, but for those that stand as they were published."""
    note: str
    is_by_reports_publisher: bool
    """Whether all its sources are by the body that made the report."""

    @property
    def bears(self) -> bool:
        """Whether it says what helps or hinders, rather than what changes."""
        return self.kind == "implementation"

    @property
    def has_setting(self) -> bool:
        """Whether it speaks of a field of practice at all."""
        return self.setting != NOT_APPLICABLE

    @property
    def points(self) -> bool:
        """Whether it is of a kind that can point one way or another."""
        return self.direction != NOT_APPLICABLE


@dataclass(frozen=True)
class ClaimList:
    """Claims in their order, and the note that all of them carry, which stands once."""

    claims: tuple[Claim, ...]
    shared_note: str = ""

    def __bool__(self) -> bool:
        return bool(self.claims)

    def __len__(self) -> int:
        return len(self.claims)


def claim_list(kb: KnowledgeBase, records: Iterable[Record]) -> ClaimList:
    """Return claims in the order given; one that several sources make stands once."""
    groups = same_claims(records)
    notes = {record.note for group in groups for record in group}
    shared = (notes.pop() if len(groups) > 1 and len(notes) == 1 else None) or ""
    return ClaimList(tuple(_claim(kb, group, without=shared) for group in groups), shared)


def most_direct_first(kb: KnowledgeBase, records: Iterable[Record]) -> list[Record]:
    """Return the records by kind of evidence, the most direct first."""
    order = list(kb.vocabularies["evidence-basis"])
    return sorted(records, key=lambda r: (order.index(kb.claim_kinds[r.kind].basis), r.id))


def claim_lists_by_note(kb: KnowledgeBase, records: Iterable[Record]) -> list[ClaimList]:
    """Return claims as lists, those that carry the same note together."""
    by_note = by_key((record.note, record) for record in records)
    return [claim_list(kb, group) for group in by_note.values()]


def same_claims(records: Iterable[Record]) -> list[list[Record]]:
    """Return the records in groups that make the same claim, so that it stands once.

    A statement for which a document cites several studies together is one statement: it must not
    look like as many confirmations, whatever the studies' designs. What another document passes on
    is another statement, so that each says through which it is cited.
    """
    groups: dict[tuple[str, ...], list[Record]] = {}
    for record in records:
        through = record.cited_through.source if record.cited_through else ""
        key = (record.claim, record.kind, record.direction, record.setting, record.nearness)
        groups.setdefault((*key, record.how_read, through, record.status), []).append(record)
    return list(groups.values())


def source_check(kb: KnowledgeBase, record: Record) -> Check | None:
    """Return what a record's source itself says of the claim; None if nobody has looked."""
    check = record.source_check
    if check is None:
        return None
    term = kb.verdicts[check.verdict]
    return Check(
        record.id,
        check.verdict,
        check.sentence or "",
        check.how_read or "",
        conflicts=term.conflicts,
        is_verdict=term.is_verdict,
    )


def via_report(kb: KnowledgeBase, record: Record) -> bool:
    """Whether a claim of another source was read in the report only."""
    return record.cited_through is not None and record.cited_through.source == kb.report.source


def _claim(kb: KnowledgeBase, records: list[Record], without: str) -> Claim:
    first = records[0]
    designs = dict.fromkeys(record.study_type for record in records)
    notes = [record.note for record in records if record.note and record.note != without]
    # Notes on the same claim share sentences: each stands once.
    sentences = dict.fromkeys(
        sentence for note in notes for sentence in re.split(r"(?<=[.?!]) ", note)
    )
    standings = dict.fromkeys(kb.standing_of(record.source) for record in records)
    return Claim(
        text=first.claim,
        records=tuple(record.id for record in records),
        kind=first.kind,
        designs=tuple(d for d in designs if kb.study_types[d].research != "none"),
        setting=first.setting,
        direction=first.direction,
        how_read=first.how_read,
        via_report=via_report(kb, first),
        nearness=first.nearness,
        is_near=kb.degrees_of_nearness[first.nearness].fills_cell,
        checks=tuple(check for record in records if (check := source_check(kb, record))),
        standings=tuple(standing for standing in standings if standing != PUBLISHED),
        note=" ".join(sentences),
        is_by_reports_publisher=all(is_by_reports_publisher(kb, r.source) for r in records),
    )

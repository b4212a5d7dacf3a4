"""What changed between two versions of the knowledge base, seen by a reader of the site."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.gap_map import NO_SEARCH_REPORTED, gap_map

GONE = "gone"
"""How a record fell that has no page any more, and no notice says why."""
SOURCE_FELL = "source-fell"
"""How a record fell that is still published, but whose source was taken back."""


@dataclass(frozen=True)
class Addition:
    """A record that counts now and did not before."""

    id: str
    claim: str


@dataclass(frozen=True)
class Renaming:
    """A record that counts before and after, under another id; an alias says so."""

    old: str
    new: str


@dataclass(frozen=True)
class Correction:
    """A record that counts before and after, and says something else."""

    id: str
    fields: tuple[str, ...]
    """The names of what changed in it."""


@dataclass(frozen=True)
class Loss:
    """A record that counted before and no longer does."""

    id: str
    how: str
    """The status that it has now, or why else it does not count."""
    reason: str = ""
    successor: str = ""
    """The record that takes its place, where one does."""


@dataclass(frozen=True)
class CellState:
    """What a cell of the map shows."""

    standing: str = NO_SEARCH_REPORTED
    studies: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()


@dataclass(frozen=True)
class CellChange:
    """A cell of the map that shows something else."""

    component: str
    outcome: str
    before: CellState
    after: CellState


@dataclass(frozen=True)
class Changes:
    """Everything that changed."""

    added: tuple[Addition, ...]
    renamed: tuple[Renaming, ...]
    corrected: tuple[Correction, ...]
    fallen: tuple[Loss, ...]
    cells: tuple[CellChange, ...]


def changes(old: KnowledgeBase, new: KnowledgeBase) -> Changes:
    """Return what changed from one version to another."""
    after = {record.id: record for record in new.published}
    names = _new_names({record.id for record in old.published}, after, new.aliases)
    before = {names.get(record.id, record.id): record for record in old.published}
    return Changes(
        added=tuple(
            Addition(record.id, record.claim)
            for record in after.values()
            if record.id not in before
        ),
        renamed=tuple(Renaming(*names) for names in names.items()),
        corrected=tuple(
            Correction(record.id, different)
            for record in after.values()
            if record.id in before and (different := _different(before[record.id], record, names))
        ),
        fallen=tuple(_loss(new, record_id) for record_id in before if record_id not in after),
        cells=_cells(old, new, names),
    )


def _new_names(
    before: Collection[str], after: Collection[str], aliases: Mapping[str, str]
) -> dict[str, str]:
    """Return the new id of each record that was renamed.

    An alias may also lead to a record that was there already; then the first one is gone.
    """
    are_new = {*after} - {*before}
    return {old: new for old, new in aliases.items() if old in before and new in are_new}


def _different(before: Record, after: Record, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the fields that say something else.

    To name a record by its new id is the same, and to have read the source again corrects nothing.
    """
    responds_to = tuple(names.get(record_id, record_id) for record_id in before.responds_to)
    before, after = _as_first_read(before), _as_first_read(after)
    before = before.model_copy(update={"responds_to": responds_to})
    return tuple(
        name for name in Record.model_fields if getattr(before, name) != getattr(after, name)
    )


def _as_first_read(record: Record) -> Record:
    first = record.reading and record.reading.model_copy(update={"again": None})
    return record.model_copy(update={"reading": first})


def _loss(new: KnowledgeBase, record_id: str) -> Loss:
    record = new.records.get(record_id)
    if record is None:
        return Loss(record_id, GONE, successor=new.aliases.get(record_id, ""))
    if record.notice is None:
        return Loss(record_id, SOURCE_FELL if record.status == "published" else record.status)
    return Loss(record_id, record.status, record.notice.reason, record.notice.superseded_by or "")


def _cells(
    old: KnowledgeBase, new: KnowledgeBase, names: Mapping[str, str]
) -> tuple[CellChange, ...]:
    before, after = _states(old, names), _states(new, {})
    nothing = CellState()
    return tuple(
        CellChange(*pair, before.get(pair, nothing), after.get(pair, nothing))
        for pair in dict.fromkeys([*after, *before])
        if before.get(pair, nothing) != after.get(pair, nothing)
    )


def _states(kb: KnowledgeBase, names: Mapping[str, str]) -> dict[tuple[str, str], CellState]:
    return {
        pair: CellState(
            cell.standing,
            cell.tally.studies,
            tuple(sorted(names.get(record.id, record.id) for record in cell.tally.records)),
            cell.tally.directions,
        )
        for pair, cell in gap_map(kb).cells.items()
    }

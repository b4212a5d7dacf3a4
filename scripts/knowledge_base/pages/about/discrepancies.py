"""What is wrong or unclear in the report: notes by what they mean for a reader."""

from dataclasses import dataclass

from knowledge_base.model.gap import Discrepancy
from knowledge_base.model.knowledge_base import KnowledgeBase


@dataclass(frozen=True)
class Note:
    """A note on the report."""

    discrepancy: Discrepancy
    kind: str
    """The label of its kind."""
    sources: tuple[str, ...]
    """The sources that it concerns, but for those of the records that it concerns."""


@dataclass(frozen=True)
class Bearing:
    """What some notes mean for a reader, and these notes."""

    id: str
    label: str
    definition: str
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    bearings: tuple[Bearing, ...]
    """The weightiest first."""
    headlines: tuple[Discrepancy, ...]
    """The few that nobody should quote the report without."""


def facts(kb: KnowledgeBase) -> Facts:
    """Return the notes by what they mean for a reader, weightiest first, then by kind."""
    kinds = list(kb.vocabularies["discrepancy-kind"])
    bearings = []
    headlines: list[Discrepancy] = []
    for bearing, term in kb.vocabularies["discrepancy-bearing"].items():
        items = [item for item in kb.discrepancies.values() if item.bearing == bearing]
        headlines += [item for item in items if item.headline]
        by_kind = sorted(items, key=lambda item: -kinds.index(item.kind))
        notes = tuple(_note(kb, item) for item in by_kind)
        if notes:
            bearings.append(Bearing(bearing, term.label, term.definition, notes))
    return Facts(tuple(bearings), tuple(headlines))


def _note(kb: KnowledgeBase, item: Discrepancy) -> Note:
    of_records = {kb.records[record].source for record in item.records}
    return Note(
        item,
        kb.label("discrepancy-kind", item.kind),
        tuple(source for source in item.sources if source not in of_records),
    )

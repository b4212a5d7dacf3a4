"""The studies as a picture: where each was done, and its most direct kind of finding.

A study stands in one cell, however many claims it makes. What it says of a component itself counts
before what it says of something like it, for the picture answers what is known of the model. Its
place says nothing of its quality.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.limits import is_by_reports_publisher
from knowledge_base.views.selection import COMPARISON, basis, is_finding, is_near, tally

EXTENTS = ("whole", "part", "none")
"""How much of a study was read, as `extent` of the ways of reading has it."""
_OF_NO_FINDING = ("expectation", "none")
"""The kinds of evidence that no finding can give."""


@dataclass(frozen=True)
class Mark:
    """A study in the picture."""

    study: str
    own: bool
    """Whether it studied a component itself or a part of one, and not something like it."""
    nearness: str
    """How near what it studied is to the component."""
    extent: str
    """How much of it was read."""
    service: str | None = None
    """What its source calls the service, where that need not belong to the setting."""


@dataclass(frozen=True)
class Column:
    """Settings that the picture takes together."""

    label: str
    home: bool
    """Whether findings from it are direct."""


@dataclass(frozen=True)
class StudyGrid:
    """The studies that have findings on outcomes, by setting and kind of evidence."""

    component: str | None
    """The component that it is about, or None where it is about all."""
    columns: tuple[Column, ...]
    """The model's own setting first, then those from which a study comes."""
    rows: tuple[str, ...]
    """The kinds of evidence that a finding can give, the most direct first."""
    cells: dict[tuple[str, str], tuple[Mark, ...]]
    """The studies of a kind of evidence and a column's label, those of the model first."""
    without_finding: int
    """Studies that have no finding on an outcome, so that the picture can't place them."""
    reviews: int
    compared_parts: tuple[str, ...]
    """The components of which a study elsewhere measured an effect against a comparison."""
    read: dict[str, int]
    """How many of all studies were read as a whole, in part, or not themselves."""
    of_reports_publisher: frozenset[str]
    """The studies that the body behind the report reported itself."""

    @property
    def compared_at_home(self) -> tuple[Mark, ...]:
        """Studies from the model's own setting that measured against a comparison."""
        return tuple(m for c in self.columns if c.home for m in self.cells[COMPARISON, c.label])

    @property
    def compared_elsewhere(self) -> tuple[Mark, ...]:
        """The same from other settings."""
        return tuple(m for c in self.columns if not c.home for m in self.cells[COMPARISON, c.label])

    @property
    def kinds_at_home(self) -> dict[str, int]:
        """How many studies of the model itself come from its own setting, by kind of evidence."""
        home = [column.label for column in self.columns if column.home]
        counts = {r: sum(m.own for c in home for m in self.cells[r, c]) for r in self.rows}
        return {row: count for row, count in counts.items() if count}

    @property
    def publishers_at_home(self) -> int:
        """How many of them come from the report's own publisher."""
        home = [column.label for column in self.columns if column.home]
        own = [m.study for c in home for r in self.rows for m in self.cells[r, c] if m.own]
        return len(self.of_reports_publisher.intersection(own))

    @property
    def all_marks(self) -> tuple[Mark, ...]:
        """Every study in the picture."""
        return tuple(mark for marks in self.cells.values() for mark in marks)

    @property
    def services(self) -> tuple[str, ...]:
        """Services in the picture that need not belong to the setting they are shown in."""
        return tuple(dict.fromkeys(mark.service for mark in self.all_marks if mark.service))

    @property
    def most(self) -> int:
        """How many studies the fullest cell holds."""
        return max(map(len, self.cells.values()), default=0)

    @property
    def extents(self) -> tuple[str, ...]:
        """How the studies in the picture were read."""
        there = {mark.extent for mark in self.all_marks}
        return tuple(extent for extent in EXTENTS if extent in there)


def study_grid(kb: KnowledgeBase, component: str | None = None) -> StudyGrid:
    """Return the picture of all studies that count, or of those that speak of one component."""
    whole = tally(kb, (r for r in kb.published if component in (None, r.component)))
    extent_of = dict.fromkeys(whole.studies, "none")
    extent_of |= dict.fromkeys(whole.studies_read_in_part, "part")
    extent_of |= dict.fromkeys(whole.studies_read, "whole")
    rows = tuple(k for k in kb.vocabularies["evidence-basis"] if k not in _OF_NO_FINDING)
    groups = list(dict.fromkeys(_group(kb, setting) for setting in kb.settings))

    def rank(record: Record) -> tuple[bool, int, int]:
        kind, group = basis(kb, record), _group(kb, record.setting)
        return not is_near(kb, record), rows.index(kind), groups.index(group)

    findings = [r for r in whole.records if r.outcomes and is_finding(kb, r)]
    placed: dict[str, Record] = {}
    for record in sorted(findings, key=rank, reverse=True):
        if record.study in extent_of:
            placed[record.study] = record
    home = [_group(kb, setting) for setting, term in kb.settings.items() if term.direct]
    used = {_group(kb, record.setting) for record in placed.values()}
    columns = [*dict.fromkeys(home), *(g for g in groups if g in used and g not in home)]
    return StudyGrid(
        component=component,
        columns=tuple(Column(label, label in home) for label in columns),
        rows=rows,
        cells={
            (row, column): _marks(
                kb,
                {
                    study: record
                    for study, record in placed.items()
                    if (basis(kb, record), _group(kb, record.setting)) == (row, column)
                },
                extent_of,
            )
            for row in rows
            for column in columns
        },
        without_finding=len(whole.studies) - len(placed),
        reviews=len(whole.reviews),
        compared_parts=tuple(
            part
            for part in kb.components
            if any(
                record.component == part
                and is_near(kb, record)
                and basis(kb, record) == COMPARISON
                and not kb.settings[record.setting].direct
                for record in placed.values()
            )
        ),
        read=_counted(extent_of.values()),
        of_reports_publisher=frozenset(
            study
            for study in placed
            if all(is_by_reports_publisher(kb, source) for source in kb.studies[study].sources)
        ),
    )


def _marks(
    kb: KnowledgeBase, records: dict[str, Record], extent_of: dict[str, str]
) -> tuple[Mark, ...]:
    marks = [
        Mark(
            study,
            is_near(kb, record),
            record.nearness,
            extent_of[study],
            kb.studies[study].service,
        )
        for study, record in sorted(records.items())
    ]
    return tuple(sorted(marks, key=lambda mark: (not mark.own, EXTENTS.index(mark.extent))))


def _counted(extents: Iterable[str]) -> dict[str, int]:
    counts = Counter(extents)
    return {extent: counts[extent] for extent in EXTENTS}


def _group(kb: KnowledgeBase, setting: str) -> str:
    return kb.settings[setting].group or kb.settings[setting].label

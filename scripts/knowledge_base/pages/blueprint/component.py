"""The page of a component: what it is, how it could be done, and what is known of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from knowledge_base.model.blueprint import Blueprint, Measure
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.vocabulary import ComponentTerm
from knowledge_base.views.barriers import barriers_and_enablers
from knowledge_base.views.claims import ClaimList, claim_list
from knowledge_base.views.gap_map import Cell, gap_map
from knowledge_base.views.open_questions import OpenQuestions, open_questions
from knowledge_base.views.profile import profile
from knowledge_base.views.selection import (
    Tally,
    basis,
    findings_on_outcomes,
    studies_in_general,
    tally,
)
from knowledge_base.views.tidier import summary

_IN_THE_BOX = 4
"""How many numbers the box at the top holds; the rest follows below it."""


@dataclass(frozen=True)
class Barrier:
    """What hinders, and what is reported to help against it."""

    factor: str
    claim: ClaimList
    responses: ClaimList


@dataclass(frozen=True)
class Count:
    """How much evidence of one kind there is on an outcome: studies, or claims without one."""

    outcome: str
    studies: int
    claims: int


@dataclass(frozen=True)
class Component:
    """A component with all that its page shows. Each part is worked out when it is asked for."""

    kb: KnowledgeBase
    id: str

    @property
    def term(self) -> ComponentTerm:
        """Its label and definition."""
        return self.kb.components[self.id]

    @property
    def blueprint(self) -> Blueprint:
        """How it could be done."""
        return self.kb.blueprint[self.id]

    @cached_property
    def tally(self) -> Tally:
        """What all claims about it amount to."""
        return tally(self.kb, (r for r in self.kb.published if r.component == self.id))

    @cached_property
    def findings(self) -> Tally:
        """What the findings on outcomes among them amount to."""
        return findings_on_outcomes(self.kb, self.tally.records)

    @property
    def in_general(self) -> int:
        """How many of the studies with a finding can't be about systemic practice."""
        return len(studies_in_general(self.kb, self.findings))

    @cached_property
    def questions(self) -> OpenQuestions:
        """What is not known of it."""
        return open_questions(self.kb, self.id)

    @property
    def numbers(self) -> list[Measure]:
        """The numbers in the box at the top."""
        return list(self.blueprint.measures.values())[:_IN_THE_BOX]

    @property
    def further_numbers(self) -> list[Measure]:
        """The numbers that the box leaves out."""
        return list(self.blueprint.measures.values())[_IN_THE_BOX:]

    def claims_of(self, kind: str) -> ClaimList:
        """Return the claims of one kind about it."""
        return claim_list(self.kb, (r for r in self.tally.records if r.kind == kind))

    @cached_property
    def cells(self) -> list[Cell]:
        """Its column of the evidence map."""
        table = gap_map(self.kb)
        return [table.cells[self.id, outcome] for outcome in table.outcomes]

    @property
    def outcomes_by_basis(self) -> dict[str, list[Count]]:
        """The outcomes by the most direct kind of evidence that there is about each."""
        by_basis = {
            kind: [
                self._count(cell, kind)
                for cell in self.cells
                if cell.tally.records and cell.tally.bases[0] == kind
            ]
            for kind in self.kb.vocabularies["evidence-basis"]
        }
        return {kind: counts for kind, counts in by_basis.items() if counts}

    def _count(self, cell: Cell, kind: str) -> Count:
        records = [record for record in cell.tally.records if basis(self.kb, record) == kind]
        return Count(cell.outcome, len({r.study for r in records if r.study}), len(records))

    @property
    def empty_outcomes(self) -> dict[str, list[str]]:
        """The outcomes without a claim, by why there is none."""
        by_reason: dict[str, list[str]] = {}
        for cell in self.cells:
            if cell.emptiness and not cell.tally.records:
                by_reason.setdefault(cell.emptiness, []).append(cell.outcome)
        return by_reason

    @property
    def profiles(self) -> list[tuple[Cell, str]]:
        """What there is about each outcome with claims, in sentences made by rule."""
        return [
            (cell, " ".join(profile(self.kb, cell))) for cell in self.cells if cell.tally.records
        ]

    @cached_property
    def barriers(self) -> list[Barrier]:
        """What hinders, with what is reported to help against it."""
        return [
            Barrier(
                item.record.factor or "",
                claim_list(self.kb, [item.record]),
                claim_list(self.kb, item.responses),
            )
            for item in barriers_and_enablers(self.kb, self.id)[0]
        ]

    @cached_property
    def enablers(self) -> ClaimList:
        """What else is said to matter."""
        return claim_list(self.kb, barriers_and_enablers(self.kb, self.id)[1])

    @property
    def tidier(self) -> Counter[str]:
        """How many items of TIDieR are reported, in part, or not at all."""
        return summary(self.kb)[self.id]

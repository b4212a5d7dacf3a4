"""The page of a component: what it is, how it could be done, and what is known of it."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from knowledge_base.markup import addresses
from knowledge_base.model.blueprint import Blueprint, Listing, Measure
from knowledge_base.model.groups import by_key
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.model.vocabulary import ComponentTerm
from knowledge_base.pages.blueprint.charts import WORDING, charts
from knowledge_base.pages.blueprint.component_sources import component_page
from knowledge_base.pages.charts import Chart
from knowledge_base.pages.start.components import Component as InBrief
from knowledge_base.pages.start.components import Cost, cost, in_brief
from knowledge_base.views.barriers import Barrier as Hindrance
from knowledge_base.views.barriers import barriers_and_enablers
from knowledge_base.views.claims import ClaimList, claim_list, most_direct_first
from knowledge_base.views.effects import Effects, effects
from knowledge_base.views.gap_map import Cell, gap_map
from knowledge_base.views.main_findings import findings_of, main_findings
from knowledge_base.views.open_questions import OpenQuestions, open_questions
from knowledge_base.views.profile import SHOWN_BY_SIGNS, profile
from knowledge_base.views.selection import (
    COMPARISON,
    DESCRIPTION,
    Tally,
    basis,
    findings_on_outcomes,
    is_near,
    tally,
)
from knowledge_base.views.tidier import summary
from knowledge_base.wording.nouns import lower_first

PEOPLE = "people"
"""The unit of a measure that counts people."""
_MOST_DRAWN = 12
MAIN_FINDINGS = 4
"""How many findings the page says without a press."""


@dataclass(frozen=True)
class Barrier:
    """What hinders, and what is reported to help against it."""

    factor: str
    claims: ClaimList
    """On the component itself; or on something similar or wider, where nothing else names it."""
    claims_apart: ClaimList
    """Further claims, on something similar or wider."""
    responses: ClaimList


@dataclass(frozen=True)
class KnownOutcome:
    """An outcome on which there are claims about the component."""

    outcome: str
    kind: str | None
    """The most direct kind of evidence; None where all claims are on something else."""
    of_kind: Tally
    """What the claims of that kind amount to: the others may come from other studies."""
    cell: Cell
    profile: str
    """What there is, in sentences made by rule."""
    claims: ClaimList
    claims_apart: ClaimList
    """Claims on something like the component, or on the programme around it."""


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

    def place(self, heading: str) -> str:
        """Return the address of a heading of its page."""
        return addresses.page(component_page(self.id), fragment=heading)

    @cached_property
    def tally(self) -> Tally:
        """What all claims about it amount to."""
        return tally(self.kb, (r for r in self.kb.published if r.component == self.id))

    @cached_property
    def findings(self) -> Tally:
        """What the findings on outcomes among them amount to."""
        return findings_on_outcomes(self.kb, self.tally.records)

    @cached_property
    def questions(self) -> OpenQuestions:
        """What is not known of it."""
        return open_questions(self.kb, self.id)

    @cached_property
    def in_brief(self) -> InBrief:
        """Who does it and how much of it."""
        return in_brief(self.kb, self.id)

    @property
    def number(self) -> Measure | None:
        """The measure that answers how much, if one does."""
        in_brief = self.blueprint.in_brief
        return self.blueprint.measures[in_brief.number] if in_brief and in_brief.number else None

    @property
    def people(self) -> int:
        """How many people that is, where it is so few that they can be drawn; else 0."""
        number = self.number
        drawn = number is not None and number.unit == PEOPLE and number.central <= _MOST_DRAWN
        return round(number.central) if number and drawn else 0

    @cached_property
    def cost(self) -> Cost:
        """What it costs."""
        return cost(self.kb, self.id)

    @cached_property
    def charts(self) -> tuple[Chart, ...]:
        """What can be drawn of its numbers."""
        return charts(self.kb, self.id)

    @property
    def further_numbers(self) -> list[Measure]:
        """The numbers that no chart and no tile shows."""
        drawn = {m for c in self.blueprint.charts.values() for bar in c.bars.values() for m in bar}
        brief = self.blueprint.in_brief
        return [
            measure
            for name, measure in self.blueprint.measures.items()
            if name not in drawn and not (brief and name == brief.number)
        ]

    @property
    def lists(self) -> tuple[list[Listing], list[Listing]]:
        """The lists that stand open, namely those drawn as a line and one more; and the others."""
        lists = list(self.blueprint.lists.values())
        first = next((item for item in lists if not item.ordered), None)
        is_open = [item.ordered or item is first for item in lists]
        return (
            [item for item, is_so in zip(lists, is_open, strict=True) if is_so],
            [item for item, is_so in zip(lists, is_open, strict=True) if not is_so],
        )

    @cached_property
    def effects(self) -> Effects:
        """The figures of studies."""
        return effects(self.kb, (r for r in self.kb.published if r.component == self.id))

    def claims_of(self, kind: str) -> ClaimList:
        """Return the claims of one kind about it."""
        return claim_list(self.kb, (r for r in self.tally.records if r.kind == kind))

    @cached_property
    def cells(self) -> list[Cell]:
        """Its column of the evidence map."""
        table = gap_map(self.kb)
        return [table.cells[self.id, outcome] for outcome in table.outcomes]

    @cached_property
    def outcomes(self) -> list[KnownOutcome]:
        """The outcomes with claims, those with the most direct kind of evidence first."""
        kinds = [*self.kb.vocabularies["evidence-basis"], None]
        return sorted(
            (
                self._outcome(cell)
                for cell in self.cells
                if cell.tally.records or cell.apart.records
            ),
            key=lambda outcome: (kinds.index(outcome.kind), -len(outcome.of_kind.studies)),
        )

    def _outcome(self, cell: Cell) -> KnownOutcome:
        kind = cell.tally.bases[0] if cell.tally.bases else None
        return KnownOutcome(
            cell.outcome,
            kind,
            tally(self.kb, (r for r in cell.tally.records if basis(self.kb, r) == kind)),
            cell,
            " ".join(profile(self.kb, cell, SHOWN_BY_SIGNS)),
            claim_list(self.kb, most_direct_first(self.kb, cell.tally.records)),
            claim_list(self.kb, most_direct_first(self.kb, cell.apart.records)),
        )

    @property
    def kinds(self) -> dict[str, int]:
        """How many outcomes have which kind of evidence as their most direct; `none` is nothing."""
        by_kind = Counter(outcome.kind or "none" for outcome in self.outcomes)
        return {
            kind: by_kind[kind] + (len(self.cells) - by_kind.total() if kind == "none" else 0)
            for kind in self.kb.vocabularies["evidence-basis"]
        }

    @property
    def main_findings(self) -> tuple[Record, ...]:
        """The findings that say most of what is known, where the blueprint does not sum it up."""
        if self.blueprint.effects_in_brief:
            return ()
        return main_findings(self.kb, findings_of(self.kb, self.id), MAIN_FINDINGS)

    @property
    def kinds_of_claims(self) -> list[str]:
        """The kinds of evidence among all claims about it, but for mere descriptions."""
        return [kind for kind in self.tally.bases if kind != DESCRIPTION]

    def says(self, sentence: str) -> str:
        """Return a sentence that is made of counts."""
        findings = [cell.tally for cell in self.cells if cell.tally.has_finding]
        return WORDING.say(
            sentence,
            component=lower_first(self.kb.components[self.id].label),
            all=len(self.cells),
            outcomes=len(findings),
            direct=sum(1 for tally in findings if tally.has_direct_finding),
            studies=len({study for tally in findings for study in tally.studies_direct}),
            compared=sum(1 for tally in findings if COMPARISON in tally.bases),
            home=self.kb.home,
            questions=self.questions.number,
            first=len(self.questions.first),
            barriers=len(self.barriers),
            answered=sum(1 for barrier in self.barriers if barrier.responses),
        )

    @property
    def empty_outcomes(self) -> dict[str, list[str]]:
        """The outcomes without a claim, by why there is none."""
        return by_key(
            (cell.emptiness, cell.outcome)
            for cell in self.cells
            if cell.emptiness and not (cell.tally.records or cell.apart.records)
        )

    @cached_property
    def barriers(self) -> list[Barrier]:
        """What hinders, with what is reported to help against it."""
        barriers, _ = barriers_and_enablers(self.kb, self.id)
        by_factor = by_key((item.record.factor or "", item) for item in barriers)
        return [self._barrier(factor, items) for factor, items in by_factor.items()]

    def _barrier(self, factor: str, items: list[Hindrance]) -> Barrier:
        records = [item.record for item in items]
        near = [record for record in records if is_near(self.kb, record)]
        apart = [record for record in records if near and record not in near]
        responses = {one.id: one for item in items for one in item.responses}.values()
        lists = (claim_list(self.kb, some) for some in (near or records, apart, responses))
        return Barrier(factor, *lists)

    @cached_property
    def enablers(self) -> ClaimList:
        """What else is said to matter."""
        return claim_list(self.kb, barriers_and_enablers(self.kb, self.id)[1])

    @property
    def tidier(self) -> Counter[str]:
        """How many items of TIDieR are reported, in part, or not at all."""
        return summary(self.kb)[self.id]

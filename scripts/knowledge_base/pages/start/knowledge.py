"""What is known and what is not: the facts behind the answers of the first pages."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.model.gap import Gap
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.component_findings import ComponentFindings, component_findings
from knowledge_base.views.gap_map import (
    LACKING,
    NO_SEARCH_REPORTED,
    NONE_FOUND,
    ONLY_APART,
    gap_map,
    standings,
)
from knowledge_base.views.open_questions import OpenQuestions, open_questions
from knowledge_base.views.selection import (
    DIRECT,
    ONLY_EXPECTED,
    ONLY_INDIRECT,
    findings_on_outcomes,
    is_near,
    tally,
)
from knowledge_base.views.statistics import Statistics, statistics

STRIP = (
    DIRECT,
    ONLY_INDIRECT,
    ONLY_EXPECTED,
    ONLY_APART,
    NONE_FOUND,
    LACKING,
    NO_SEARCH_REPORTED,
)
"""What a square of the strip can be, in the words and the look of the evidence map."""


@dataclass(frozen=True)
class Known:
    """What is known, and how well."""

    numbers: Statistics
    direct_studies: int
    """Studies with a finding on an outcome from the setting of the model itself."""
    comparative_studies: int
    """Studies of a type that one would expect to measure an effect against a comparison."""
    via_report_only: bool
    """Whether every study that was not read is known from the report."""
    components: tuple[ComponentFindings, ...]
    standings: tuple[tuple[str, str], ...]
    """What a square of the strip can be, with its label, in the order of a row."""


@dataclass(frozen=True)
class NotKnown:
    """What is not known."""

    outcomes: int
    pairs: int
    """Pairs of a component and an outcome."""
    silent: int
    """Pairs on which nothing is on file."""
    lacking: int
    """Pairs of which it is said that evidence is lacking."""
    about_outcomes: tuple[Gap, ...]
    """The open questions about outcomes, those of the level that comes first before others."""
    questions: OpenQuestions


def known(kb: KnowledgeBase) -> Known:
    """Return what is known."""
    of_studies = [record for record in kb.published if record.study]
    through = {record.cited_through.source for record in of_studies if record.cited_through}
    near = tally(kb, (record for record in of_studies if is_near(kb, record)))
    return Known(
        statistics(kb),
        len(findings_on_outcomes(kb, of_studies).studies_direct),
        sum(1 for study in near.studies if kb.study_types[kb.studies[study].design].compares),
        through <= {kb.report.source},
        component_findings(kb),
        tuple((standing, standings(kb)[standing].label) for standing in STRIP),
    )


def not_known(kb: KnowledgeBase) -> NotKnown:
    """Return what is not known."""
    table = gap_map(kb)
    reasons = [cell.emptiness for cell in table.cells.values()]

    def comes_later(gap: Gap) -> bool:
        levels = {kb.outcomes[outcome].level for outcome in gap.outcomes}
        return kb.examples.questions_first not in levels

    return NotKnown(
        len(table.outcomes),
        len(table.cells),
        reasons.count(NO_SEARCH_REPORTED),
        reasons.count(LACKING),
        tuple(sorted((gap for gap in kb.gaps.values() if gap.outcomes), key=comes_later)),
        open_questions(kb),
    )

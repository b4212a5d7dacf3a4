"""The real evidence: clean, and true to how it came about.

What a contribution must satisfy is a rule of `kb check`, which says what to do; nothing here may
ask for more of it.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from kb import main
from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.pages.blueprint.component import Component
from knowledge_base.reading.file_kinds import (
    DISCREPANCIES,
    EXAMPLES,
    LOGIC_MODEL,
    PILOT_DEFAULTS,
    POSTS,
    REPORT,
)
from shown import filled

pytestmark = pytest.mark.evidence

AS_OF = date(2099, 12, 31)
"""Fixed, so that no test depends on the day; `make check` refuses dates after today."""
EXTRACTED = date(2026, 11, 22)
"""The day on which records were taken from the 2023 report; contributed ones bear later days."""

CHAPTERS = "|".join(
    (
        "Accredited training",
        "Embedded clinician",
        "Group supervision",
        "Genograms",
        "Feedback tools",
        "How the core components link together",
    )
)
PLACE = (
    rf"Section 3( > Introduction| > ({CHAPTERS})( > [A-Z][^>;]+)?)?"
    r"|Section [1245]( > [A-Z][^>;]+)?"
    r"|Appendix [A-D]( and Appendix [A-D])?"
    r"|Case study [1-3]"
    r"|Footnote \d{1,2}"
)
IN_REPORT = re.compile(rf"({PLACE})(; ({PLACE}))*")
"""How a record says where in the 2023 report its claim stands."""


@pytest.fixture(scope="module")
def kb(project: Path) -> KnowledgeBase:
    return load(project, as_of=AS_OF)


@pytest.fixture(scope="module")
def extracted(kb: KnowledgeBase) -> list[Record]:
    """The records that were taken from the report."""
    return [record for record in kb.records.values() if record.added == EXTRACTED]


def test_the_evidence_is_clean(project: Path, capsys: pytest.CaptureFixture[str]):
    status = main(["--root", str(project), "check", "--as-of", AS_OF.isoformat()])

    assert (capsys.readouterr().out, status) == ("No findings.\n", 0)


def test_there_are_well_over_a_hundred_records(extracted: list[Record]):
    assert len(extracted) > 150


def test_every_record_was_read_in_the_report_or_is_cited_through_it(
    kb: KnowledgeBase, extracted: list[Record]
):
    report = kb.report.source
    for record in extracted:
        if record.source == report:
            assert record.how_read == "in-source", record.id
        else:
            assert record.how_read == "cited-through", record.id
            assert record.cited_through is not None, record.id
            assert record.cited_through.source == report, record.id


def test_every_record_says_where_in_the_report_as_agreed(extracted: list[Record]):
    for record in extracted:
        place = record.cited_through.location if record.cited_through else record.location
        assert IN_REPORT.fullmatch(place), f"{record.id}: {place}"


def test_every_component_has_records_a_blueprint_and_all_twelve_items(kb: KnowledgeBase):
    assert len(kb.vocabularies["tidier-item"]) == 12
    for component in kb.components:
        assert any(record.component == component for record in kb.published), component
        assert len(kb.blueprint[component].tidier) == 12, component


def test_every_source_says_where_the_report_lists_it(kb: KnowledgeBase):
    places = {
        "appendix",
        "case illustration",
        "footnote",
        "reference list",
        "text only",
        "this report",
    }
    for source in kb.sources.values():
        assert source.listed in places | {""}, source.key
    assert [s.key for s in kb.sources.values() if s.listed == "this report"] == [kb.report.source]


def barriers(kb: KnowledgeBase, component: str) -> str:
    """What the page of a component shows of what helps and hinders."""
    return filled("blueprint/sections/barriers.jinja", kb, {"component": Component(kb, component)})


def test_one_statement_cited_for_several_studies_stands_once_with_all_its_sources(
    kb: KnowledgeBase,
):
    shown = barriers(kb, "training")
    assert shown.count("making training mandatory") == 1
    sources = [r.id for r in kb.published if "making training mandatory" in r.claim]
    assert len(sources) == 4
    assert " ".join(sorted(sources)) in shown


def test_a_barrier_is_named_as_a_barrier(kb: KnowledgeBase):
    shown = barriers(kb, "training")
    assert "**Too little training**" in shown
    assert "**Sufficient training**" not in shown


def test_no_kind_of_file_that_another_topic_may_lack_is_absent(kb: KnowledgeBase) -> None:
    for kind in (REPORT, EXAMPLES, LOGIC_MODEL, PILOT_DEFAULTS, POSTS, DISCREPANCIES):
        assert getattr(kb, kind.name.replace("-", "_")) != kind.instead, kind.name
    assert set(kb.blueprint) == set(kb.components)

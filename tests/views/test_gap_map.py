"""The gap map: every cell counted in studies, every empty one with its reason."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge_base.evidence_map.words import where_from
from knowledge_base.exports.data_package import data_package
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.pages.start.knowledge import not_known
from knowledge_base.views.gap_map import (
    EMPTINESS,
    LACKING,
    NO_SEARCH_REPORTED,
    NONE_FOUND,
    ONLY_APART,
    ONLY_EXPECTED,
    ONLY_INDIRECT,
    gap_map,
    standings,
)
from knowledge_base.views.selection import fills_a_cell, is_finding, tally
from shown import shown_map


def with_records(kb: KnowledgeBase, *records: Record) -> KnowledgeBase:
    """A knowledge base of these records, and all else as it was."""
    return replace(kb, records={record.id: record for record in records})


def copy(record: Record, record_id: str, **changes: object) -> Record:
    """A record under another id, with changes."""
    return record.model_copy(update=changes).named(record_id)


@pytest.fixture(scope="module")
def finding(knowledge_base: KnowledgeBase) -> Record:
    """A record that says what was found about an outcome, in a study."""
    return next(
        r
        for r in knowledge_base.published
        if r.outcomes and r.study and is_finding(knowledge_base, r)
    )


def test_every_pair_of_component_and_outcome_has_a_cell(knowledge_base: KnowledgeBase) -> None:
    table = gap_map(knowledge_base)
    assert len(table.cells) == len(knowledge_base.components) * len(knowledge_base.outcomes)


def test_a_cell_without_a_finding_from_the_models_setting_says_why(
    knowledge_base: KnowledgeBase,
) -> None:
    for cell in gap_map(knowledge_base).cells.values():
        assert (cell.emptiness is None) == cell.tally.has_direct_finding
        assert cell.emptiness is None or cell.emptiness in EMPTINESS


def test_findings_of_other_settings_alone_are_marked_as_indirect(
    knowledge_base: KnowledgeBase, finding: Record
) -> None:
    only = copy(finding, "only", setting="opera")
    cell = gap_map(with_records(knowledge_base, only)).cells[only.component, only.outcomes[0]]
    assert cell.emptiness == ONLY_INDIRECT
    here = copy(finding, "here", setting="village-choirs")
    both = gap_map(with_records(knowledge_base, only, here))
    assert both.cells[only.component, only.outcomes[0]].emptiness is None


def test_a_claim_from_the_models_setting_makes_no_study_one_from_there(
    knowledge_base: KnowledgeBase, finding: Record
) -> None:
    elsewhere = copy(finding, "elsewhere", setting="opera")
    here = copy(finding, "here", setting="village-choirs", study=None)
    pair = (finding.component, finding.outcomes[0])

    def said(*records: Record) -> str:
        kb = with_records(knowledge_base, *records)
        cell = gap_map(kb).cells[pair]
        assert cell.standing == "direct"
        words = where_from(kb, cell.tally, cell.standing)
        # The cell, and the line in the drawing, say the same.
        assert f'<span class="em-why">{words}</span>' in shown_map(kb)
        assert f". {words}. " in shown_map(kb)
        return words

    assert said(here) == "From Village choirs"
    assert said(elsewhere, here) == "Village choirs: a claim, no study"
    of_study = copy(finding, "of-study", setting="village-choirs", study="another")
    assert said(elsewhere, here, of_study) == "1 of 2 from Village choirs"


def test_expectations_alone_are_marked_as_such(
    knowledge_base: KnowledgeBase, finding: Record
) -> None:
    expected = copy(finding, "expected", kind="expectation", setting="village-choirs")
    table = gap_map(with_records(knowledge_base, expected))
    assert table.cells[expected.component, expected.outcomes[0]].emptiness == ONLY_EXPECTED


def test_an_empty_cell_is_said_to_be_lacking_only_where_a_gap_says_so(
    knowledge_base: KnowledgeBase,
) -> None:
    unsearched = replace(with_records(knowledge_base), searches={})
    for cell in gap_map(unsearched).cells.values():
        looked = any(knowledge_base.gaps[gap].looked_for for gap in cell.gaps)
        assert cell.emptiness == (LACKING if looked else NO_SEARCH_REPORTED)


def test_a_cell_says_none_found_only_after_a_search_that_could_have_found_it(
    knowledge_base: KnowledgeBase,
) -> None:
    (search,) = knowledge_base.searches.values()
    pair = (search.components[0], search.outcomes[0])
    none = with_records(knowledge_base)
    assert gap_map(none).cells[pair].emptiness == NONE_FOUND
    hasty = replace(none, searches={"hasty": search.model_copy(update={"thorough": False})})
    assert gap_map(hasty).cells[pair].emptiness == NO_SEARCH_REPORTED


def test_a_published_statement_that_nothing_is_known_says_why_a_cell_is_empty(
    knowledge_base: KnowledgeBase, finding: Record
) -> None:
    unnamed = next(c for c in gap_map(knowledge_base).cells.values() if not c.gaps)
    pair = (unnamed.component, unnamed.outcome)
    said = copy(
        finding, "said", kind="absence", component=unnamed.component, outcomes=(unnamed.outcome,)
    )
    before, kb = with_records(knowledge_base), with_records(knowledge_base, said)
    cell = gap_map(kb).cells[pair]
    assert (cell.tally.claims, cell.emptiness) == (0, LACKING)
    # Where it is said is one press away, and the first page counts the pair among those.
    where = f'/records/{said.id}.html"><span class="em-tip">'
    assert where in shown_map(kb)
    assert where not in shown_map(before)
    lacking = sum(c.emptiness == LACKING for c in gap_map(before).cells.values())
    assert not_known(kb).lacking == lacking + 1
    withdrawn = with_records(knowledge_base, copy(said, "withdrawn", status="withdrawn"))
    assert gap_map(withdrawn).cells[pair].emptiness == NO_SEARCH_REPORTED


def test_a_statement_that_nothing_is_known_fills_no_cell(
    knowledge_base: KnowledgeBase, finding: Record
) -> None:
    absence = copy(finding, "absence", kind="absence")
    cell = gap_map(with_records(knowledge_base, absence)).cells[
        absence.component, absence.outcomes[0]
    ]
    assert cell.tally.claims == 0


def test_choosing_records_never_makes_a_cell_look_unsearched(
    knowledge_base: KnowledgeBase,
) -> None:
    whole, chosen = gap_map(knowledge_base), gap_map(knowledge_base, ())
    for pair, cell in chosen.cells.items():
        assert cell.emptiness == whole.cells[pair].emptiness
        everything = whole.cells[pair]
        assert not everything.left_out
        speaks = everything.tally.records or everything.apart.records or everything.absences
        assert cell.left_out == bool(speaks and everything.emptiness != NONE_FOUND)


def test_what_filters_leave_out_is_never_told_as_if_it_did_not_exist(
    knowledge_base: KnowledgeBase, finding: Record
) -> None:
    here = copy(finding, "here", setting="village-choirs")
    elsewhere = copy(finding, "elsewhere", setting="opera")
    expected = copy(finding, "expected", kind="expectation")
    kb = with_records(knowledge_base, here, elsewhere, expected)

    def standing(*chosen: Record) -> str:
        return gap_map(kb, chosen).cells[finding.component, finding.outcomes[0]].standing

    assert standing(here, elsewhere, expected) == "direct"
    assert standing(elsewhere) == "direct-left-out"
    assert standing(expected) == "findings-left-out"
    assert standing() == "none-in-view"
    for cell in gap_map(kb).cells.values():
        assert cell.standing == (cell.emptiness or "direct")
        assert cell.standing in standings(knowledge_base)


def test_the_export_has_the_same_counts(knowledge_base: KnowledgeBase) -> None:
    text = data_package(knowledge_base)["gap-map.csv"].decode("utf-8-sig")
    rows = {(r["component"], r["outcome"]): r for r in csv.DictReader(io.StringIO(text))}
    for pair, cell in gap_map(knowledge_base).cells.items():
        assert int(rows[pair]["studies"]) == len(cell.tally.studies)
        assert int(rows[pair]["claims"]) == cell.tally.claims
        assert rows[pair]["emptiness"] == (cell.emptiness or "")


@given(data=st.data())
def test_a_second_report_of_a_study_changes_no_count_of_studies(
    knowledge_base: KnowledgeBase, data: st.DataObject
) -> None:
    records = [r for r in knowledge_base.published if r.study]
    repeated = data.draw(st.sampled_from(records))
    more = data.draw(st.integers(1, 4))
    sources = st.sampled_from(sorted(knowledge_base.sources))
    copies = [copy(repeated, f"second-report-{n}", source=data.draw(sources)) for n in range(more)]
    before = gap_map(knowledge_base)
    after = gap_map(with_records(knowledge_base, *knowledge_base.published, *copies))
    for pair, cell in before.cells.items():
        assert after.cells[pair].tally.studies == cell.tally.studies
    whole = tally(knowledge_base, knowledge_base.published)
    assert tally(knowledge_base, [*knowledge_base.published, *copies]).studies == whole.studies


@given(data=st.data())
def test_a_conflicting_claim_never_makes_a_cell_look_surer(
    knowledge_base: KnowledgeBase, data: st.DataObject
) -> None:
    findings = [
        r
        for r in knowledge_base.published
        if fills_a_cell(knowledge_base, r) and is_finding(knowledge_base, r)
    ]
    first = data.draw(st.sampled_from(findings))
    others = [d for d in knowledge_base.vocabularies["direction"] if d != first.direction]
    against = copy(first, "against", direction=data.draw(st.sampled_from(others)))
    before = gap_map(knowledge_base)
    after = gap_map(with_records(knowledge_base, *knowledge_base.published, against))
    pair = (first.component, first.outcomes[0])
    was, now = before.cells[pair], after.cells[pair]
    assert now.tally.strongest_basis == was.tally.strongest_basis
    assert now.emptiness == was.emptiness
    assert set(was.tally.directions) <= set(now.tally.directions)
    assert len(now.tally.directions) >= 2


@given(seed=st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(knowledge_base: KnowledgeBase, seed: object) -> None:
    shuffled = list(knowledge_base.published)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    assert gap_map(knowledge_base, shuffled) == gap_map(knowledge_base)


@given(data=st.data())
def test_a_claim_on_something_else_fills_no_cell(
    knowledge_base: KnowledgeBase, data: st.DataObject
) -> None:
    claim = data.draw(
        st.sampled_from([r for r in knowledge_base.published if fills_a_cell(knowledge_base, r)])
    )
    degrees = knowledge_base.degrees_of_nearness
    other = data.draw(st.sampled_from([d for d, term in degrees.items() if not term.fills_cell]))
    apart = copy(claim, "apart", nearness=other, component=data.draw(_components(knowledge_base)))
    kb = with_records(knowledge_base, *knowledge_base.published, apart)
    before, after = gap_map(knowledge_base), gap_map(kb)
    for pair, cell in before.cells.items():
        assert after.cells[pair].tally == cell.tally
        stands_apart = pair[0] == apart.component and pair[1] in apart.outcomes
        assert after.cells[pair].apart.claims == cell.apart.claims + stands_apart
        assert (after.cells[pair].emptiness is None) == (cell.emptiness is None)
        if stands_apart and not cell.tally.records:
            assert after.cells[pair].standing == ONLY_APART


def _components(kb: KnowledgeBase) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(kb.components))

"""The answers of the first pages: computed, and no stronger than what they rest on."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from knowledge_base.markup.claims import claim
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.blueprint import component as blueprint
from knowledge_base.pages.evidence import gaps
from knowledge_base.pages.start import model_picture
from knowledge_base.pages.start import questions as start
from knowledge_base.views.catalogue import CourseRow, catalogue, cheapest, place_prices
from knowledge_base.views.gap_map import NO_SEARCH_REPORTED, NONE_FOUND, gap_map
from knowledge_base.views.glossary import explained
from knowledge_base.views.open_questions import open_questions
from knowledge_base.views.selection import basis, findings_on_outcomes
from knowledge_base.wording.nouns import counted
from shown import filled


def row(kb: KnowledgeBase, course: str) -> CourseRow:
    return next(row for row in catalogue(kb) if row.id == f"willowbank-centre/{course}")


def test_vat_counts_in_what_is_cheapest(knowledge_base: KnowledgeBase) -> None:
    # A place at £1,200 plus VAT, which is £1,440; and one whose price says nothing of VAT.
    with_vat = row(knowledge_base, "foundation")
    without = replace(row(knowledge_base, "foundation-for-teams"), price_per_place=1_300.0)
    assert cheapest([with_vat, without]) == without
    assert cheapest([row(knowledge_base, "introduction")]) is None


def test_only_prices_of_a_place_are_given_as_prices_of_a_place(
    knowledge_base: KnowledgeBase,
) -> None:
    # £9,000 for a group, which is less a person, is none of them.
    assert place_prices(knowledge_base) == (1_200.0, 1_200.0)


def test_a_price_from_which_prices_start_says_so(knowledge_base: KnowledgeBase) -> None:
    told = start.trains(knowledge_base)
    assert "from £450 a person in a full group of 20" in told


def test_the_strip_has_a_square_for_each_outcome_of_each_component(
    knowledge_base: KnowledgeBase,
) -> None:
    table = gap_map(knowledge_base)
    drawn = model_picture.known_strip(knowledge_base)
    rows = re.findall(
        r'kb-strip-cells" aria-hidden="true">(.*?)</span><span class="kb-strip-w', drawn
    )
    assert len(rows) == len(table.components)
    direct = [cell for cell in table.cells.values() if cell.emptiness is None]
    squares = "".join(rows)
    assert squares.count('kb-direct"') == len(direct)
    assert squares.count("<span") == len(table.cells)
    empty = Counter(cell.emptiness for cell in table.cells.values())
    assert squares.count('kb-no-search-reported"') == empty[NO_SEARCH_REPORTED]
    assert squares.count('kb-none-found"') == empty[NONE_FOUND]


def test_each_pair_without_a_claim_is_told_of(knowledge_base: KnowledgeBase) -> None:
    empty = Counter(cell.emptiness for cell in gap_map(knowledge_base).cells.values())
    told = start.unknowns(knowledge_base)
    assert f"for {empty[NO_SEARCH_REPORTED]} of these" in told
    lacking = f"for {empty[NONE_FOUND]} more it is said, in general, that evidence is lacking"
    assert (lacking in told) == bool(empty[NONE_FOUND])


def test_kinds_of_finding_are_those_of_the_records(knowledge_base: KnowledgeBase) -> None:
    for component in knowledge_base.components:
        about = [r for r in knowledge_base.published if r.component == component]
        found = findings_on_outcomes(knowledge_base, about)
        told = model_picture.kinds_of_finding(knowledge_base, component)
        if not found.records:
            assert told == "No finding on an outcome."
            continue
        assert told.startswith(f"{len(found.records)} finding")
        for kind in found.bases:
            assert knowledge_base.label("evidence-basis", kind).lower() in told


def test_what_comes_first_has_one_number(knowledge_base: KnowledgeBase) -> None:
    first = open_questions(knowledge_base).first
    assert f"an evaluator has {counted(len(first), 'question')} to settle first" in start.not_known(
        knowledge_base
    )
    listed = start.to_settle(knowledge_base)
    assert listed.count("#gap-") == len(first)
    assert f"({len(first)})" in filled(
        "evidence/gaps.jinja", knowledge_base, gaps.facts(knowledge_base)
    )


def test_prices_of_a_level_are_of_that_level(knowledge_base: KnowledgeBase) -> None:
    assert place_prices(knowledge_base, level="foundation") == (1_200.0, 1_200.0)


def test_words_explained_have_each_spelling_once_and_a_definition(
    knowledge_base: KnowledgeBase,
) -> None:
    words = explained(knowledge_base)
    spellings = [spelling for word in words for spelling in word.spellings]
    assert len(spellings) == len(set(spellings))
    assert len({word.anchor for word in words}) == len(words)
    [aft] = [word for word in words if word.label == "AFT"]
    assert aft.explanation.startswith("Association for Family Therapy and Systemic Practice. ")


def test_a_kind_of_evidence_counts_its_own_studies_only(knowledge_base: KnowledgeBase) -> None:
    for component in knowledge_base.components:
        told = blueprint.objective_to_outcome(knowledge_base, component)
        for cell in gap_map(knowledge_base).cells.values():
            if cell.component != component or not cell.tally.records:
                continue
            most = cell.tally.bases[0]
            of_kind = [r for r in cell.tally.records if basis(knowledge_base, r) == most]
            studies = {r.study for r in of_kind if r.study}
            number = counted(len(studies), "study") if studies else counted(len(of_kind), "claim")
            assert f"(<#cell-{component}-{cell.outcome}>) [({number})]" in told


def test_notes_on_one_claim_share_their_sentences(knowledge_base: KnowledgeBase) -> None:
    first = next(iter(knowledge_base.published))
    notes = ("Of supervision in general. It gives no figures.", "Of supervision in general. Old.")
    told = claim(knowledge_base, *(first.model_copy(update={"note": note}) for note in notes))
    assert "*Of supervision in general. It gives no figures. Old.*" in told


def test_studies_are_those_of_published_claims_from_wherever_they_come(
    knowledge_base: KnowledgeBase,
) -> None:
    kb = knowledge_base
    drafts = {
        r.id: r.model_copy(update={"status": "draft"})
        for r in kb.published
        if r.study and kb.studies[r.study].design == "comparative"
    }
    counting = replace(kb, records=kb.records | drafts)
    # The study that compares has no claim that counts any more: it is none of those told of.
    assert drafts
    assert "are called comparative" not in start.known(counting)
    assert "we know them from the report" in start.known(counting)
    cited = next(r for r in counting.published if r.study and r.cited_through)
    assert cited.cited_through
    elsewhere = cited.cited_through.model_copy(update={"source": "guildnd"})
    changed = cited.model_copy(update={"cited_through": elsewhere})
    told = start.known(replace(counting, records=counting.records | {cited.id: changed}))
    assert "the report" not in told.partition("By our count")[2].partition("\n")[0]
    assert "we know them from documents that cite them" in told


def test_a_study_that_compares_without_a_measured_effect_is_told_of(
    knowledge_base: KnowledgeBase,
) -> None:
    kb = knowledge_base
    assert "are called comparative" not in start.known(kb)
    changed = {
        r.id: r.model_copy(update={"kind": "conclusion"})
        for r in kb.published
        if basis(kb, r) == "comparison"
    }
    told = start.known(replace(kb, records=kb.records | changed))
    assert re.search(r"1 of the \d are called comparative or a meta-analysis, but no claim", told)

"""The answers of the first pages: computed, and no stronger than what they rest on."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.blueprint.component import Component
from knowledge_base.pages.evidence import gaps
from knowledge_base.pages.start import landing, model, questions
from knowledge_base.pages.start.components import components, picture
from knowledge_base.pages.start.knowledge import not_known
from knowledge_base.pages.start.training import training
from knowledge_base.views.catalogue import CourseRow, catalogue, cheapest, place_prices
from knowledge_base.views.claims import claim_list
from knowledge_base.views.gap_map import NO_SEARCH_REPORTED, NONE_FOUND, gap_map
from knowledge_base.views.glossary import explained
from knowledge_base.views.open_questions import open_questions
from knowledge_base.views.selection import basis
from knowledge_base.wording.nouns import counted
from shown import filled


def landing_page(kb: KnowledgeBase) -> str:
    return filled("index.jinja", kb, landing.facts(kb))


def questions_page(kb: KnowledgeBase) -> str:
    return filled("questions.jinja", kb, questions.facts(kb))


def model_page(kb: KnowledgeBase) -> str:
    return filled("start.jinja", kb, model.facts(kb))


def row(kb: KnowledgeBase, course: str) -> CourseRow:
    return next(row for row in catalogue(kb) if row.id == f"willowbank-school/{course}")


def test_vat_counts_in_what_is_cheapest(knowledge_base: KnowledgeBase) -> None:
    # A place at £1,200 plus VAT, which is £1,440; and one whose price says nothing of VAT.
    with_vat = row(knowledge_base, "foundation")
    without = replace(row(knowledge_base, "foundation-for-choirs"), price_per_place=1_300.0)
    assert cheapest([with_vat, without]) == without
    assert cheapest([row(knowledge_base, "introduction")]) is None


def test_only_prices_of_a_place_are_given_as_prices_of_a_place(
    knowledge_base: KnowledgeBase,
) -> None:
    # £9,000 for a group, which is less a person, is none of them.
    assert place_prices(knowledge_base) == (1_200.0, 1_200.0)


def test_a_price_from_which_prices_start_says_so(knowledge_base: KnowledgeBase) -> None:
    assert "from £450 a person in a full group of 20" in landing_page(knowledge_base)


def test_a_range_of_one_price_is_one_price(knowledge_base: KnowledgeBase) -> None:
    page = landing_page(knowledge_base)
    assert "A place on a course called foundation costs £1,200, where" in page


def test_the_strip_has_a_square_for_each_outcome_of_each_component(
    knowledge_base: KnowledgeBase,
) -> None:
    table = gap_map(knowledge_base)
    rows = re.findall(
        r'kb-strip-cells" aria-hidden="true">(.*?)</span><span class="kb-strip-w',
        model_page(knowledge_base),
    )
    assert len(rows) == len(table.components)
    squares = "".join(rows)
    assert squares.count('kb-direct"') == 3
    assert squares.count("<span") == len(table.cells)
    empty = Counter(cell.emptiness for cell in table.cells.values())
    assert squares.count('kb-no-search-reported"') == empty[NO_SEARCH_REPORTED]
    assert squares.count('kb-none-found"') == empty[NONE_FOUND]


def test_each_pair_without_a_claim_is_counted(knowledge_base: KnowledgeBase) -> None:
    shown = not_known(knowledge_base)
    assert (shown.pairs, shown.silent, shown.lacking) == (66, 53, 1)
    sentence = (
        "for 53 of these 66 pairs nothing is on file; for 1 more it is said, in general, "
        "that evidence is lacking."
    )
    for page in (landing_page, questions_page, model_page):
        assert sentence in page(knowledge_base)


def test_kinds_of_finding_are_told_with_the_studies_behind_them(
    knowledge_base: KnowledgeBase,
) -> None:
    page = landing_page(knowledge_base)
    assert (
        "2 findings on 3 outcomes: what people say (2; 1 study). One study gives 2 of them.<"
    ) in page
    assert (
        "4 findings on 4 outcomes: measured with a comparison (2; 1 study); also association "
        "(1; 1 study), observed or counted (1; 1 study). One study gives 4 of them.<"
    ) in page
    assert page.count(">No finding on an outcome.<") == 3


def test_what_is_known_of_a_component_is_its_only_claim_or_a_count(
    knowledge_base: KnowledgeBase,
) -> None:
    page = model_page(knowledge_base)
    assert (
        "Findings on 1 of 11 outcomes, none reported to come from Village choirs. The most direct "
        "kind is *the authors' conclusion*: “The review concludes that song maps support insight "
        "in members of an audience” ({record}`moss-2016-insight`; opera)."
    ) in page
    assert (
        "Findings on 3 of 11 outcomes, 3 of them reported to come from Village choirs. The most "
        "direct kind is *what people say*: 1 study, on reading of notes, singers' confidence and "
        "bond with the audience (Village choirs)."
    ) in page
    assert "No finding on any of 11 outcomes." in page


def test_studies_and_outcomes_go_together_only_where_they_do(
    knowledge_base: KnowledgeBase,
) -> None:
    kb = knowledge_base
    first = next(r for r in kb.published if r.kind == "perception" and len(r.outcomes) > 1)
    other = first.model_copy(update={"study": "brook-validation", "outcomes": first.outcomes[:1]})
    page = model_page(replace(kb, records=kb.records | {"other": other.named("other")}))
    assert "2 studies, which between them speak of 3 outcomes, 2 of them in one study only:" in page


def test_what_comes_first_has_one_number(knowledge_base: KnowledgeBase) -> None:
    first = open_questions(knowledge_base).first
    number = counted(len(first), "question")
    assert f"an evaluator has {number} to settle first" in landing_page(knowledge_base)
    page = questions_page(knowledge_base)
    settling = page.partition("### What an evaluator")[2].partition("## Who trains")[0]
    assert settling.count("<#gap-") == len(first)
    page = filled("evidence/gaps.jinja", knowledge_base, gaps.facts(knowledge_base))
    assert f"({len(first)})" in page


def test_questions_of_the_level_that_comes_first_stand_before_others(
    knowledge_base: KnowledgeBase,
) -> None:
    kb = knowledge_base
    gap = kb.gaps["parts-together"]
    earlier = gap.model_copy(update={"outcomes": ("note-reading",)}).named("earlier")
    both = replace(kb, gaps={"earlier": earlier} | kb.gaps)
    assert [gap.id for gap in not_known(both).about_outcomes] == ["parts-together", "earlier"]
    examples = kb.examples.model_copy(update={"questions_first": "practitioner"})
    shown = not_known(replace(both, examples=examples))
    assert [gap.id for gap in shown.about_outcomes] == ["earlier", "parts-together"]


def test_examples_are_those_of_the_file(knowledge_base: KnowledgeBase) -> None:
    page = landing_page(knowledge_base)
    assert (
        "For example: {site}`Part rehearsals and safety in the hall "
        "<book/evidence/map.html#open=cell:part-rehearsals/hall-safety>`"
    ) in page
    assert training(knowledge_base).matches == 0
    assert "&standard=meets&sort=price>` (none on the list)" in page
    assert "{site}`160 <book/plan/pilot.html#key_workers=160>` key workers" in page


def test_the_picture_sorts_the_parts_by_their_roles(knowledge_base: KnowledgeBase) -> None:
    shown = picture(knowledge_base)
    assert [part.id for part in shown.for_workers] == [
        "sight-singing",
        "voice-coach",
        "part-rehearsals",
    ]
    assert [part.id for part in shown.with_families] == ["song-maps", "listening-sheets"]
    assert shown.together == "all-together"
    brief = {component.id: component for component in components(knowledge_base)}
    assert brief["voice-coach"].who is None
    assert brief["sight-singing"].who
    assert brief["sight-singing"].who.text == "The Willowbank School runs a course."


def test_the_table_gives_cost_where_the_report_lists_it(knowledge_base: KnowledgeBase) -> None:
    page = model_page(knowledge_base)
    assert "- £1,200 for one place on a course called foundation, where that is given." in page
    assert "salary only, also of posts that are not for systemic therapists." in page


def test_prices_of_a_level_are_of_that_level(knowledge_base: KnowledgeBase) -> None:
    assert place_prices(knowledge_base, level="foundation") == (1_200.0, 1_200.0)


def test_words_explained_have_each_spelling_once_and_a_definition(
    knowledge_base: KnowledgeBase,
) -> None:
    words = explained(knowledge_base)
    spellings = [spelling for word in words for spelling in word.spellings]
    assert len(spellings) == len(set(spellings))
    assert len({word.id for word in words}) == len(words)
    [guild] = [word for word in words if word.label == "GIT"]
    assert guild.explanation.startswith("Guild of Invented Teachers. ")


def test_a_kind_of_evidence_counts_its_own_studies_only(knowledge_base: KnowledgeBase) -> None:
    for component in knowledge_base.components:
        told = filled(
            "blueprint/sections/objective-to-outcome.jinja",
            knowledge_base,
            {"component": Component(knowledge_base, component)},
        )
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
    noted = [first.model_copy(update={"note": note}) for note in notes]
    [claim] = claim_list(knowledge_base, noted).claims
    assert claim.note == "Of supervision in general. It gives no figures. Old."


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
    assert "are called comparative" not in landing_page(counting)
    assert "we know them from the report" in landing_page(counting)
    cited = next(r for r in counting.published if r.study and r.cited_through)
    assert cited.cited_through
    elsewhere = cited.cited_through.model_copy(update={"source": "guildnd"})
    changed = cited.model_copy(update={"cited_through": elsewhere})
    told = landing_page(replace(counting, records=counting.records | {cited.id: changed}))
    assert "the report" not in told.partition("By our count")[2].partition("\n")[0]
    assert "we know them from documents that cite them" in told


def test_a_study_that_compares_without_a_measured_effect_is_named(
    knowledge_base: KnowledgeBase,
) -> None:
    kb = knowledge_base
    assert "are called comparative" not in landing_page(kb)
    changed = {
        r.id: r.model_copy(update={"kind": "conclusion"})
        for r in kb.published
        if basis(kb, r) == "comparison"
    }
    told = landing_page(replace(kb, records=kb.records | changed))
    assert re.search(r"1 of the \d are called comparative, but no claim", told)

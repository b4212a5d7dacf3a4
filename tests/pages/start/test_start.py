"""The answers of the first pages: computed, and no stronger than what they rest on."""

from __future__ import annotations

from dataclasses import replace

from knowledge_base.model.context import ContextEvent
from knowledge_base.model.examples import News
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.blueprint.component import Component
from knowledge_base.pages.evidence import gaps
from knowledge_base.pages.start import brief, landing, questions
from knowledge_base.pages.start.knowledge import not_known
from knowledge_base.pages.start.training import training
from knowledge_base.views.catalogue import CourseRow, catalogue, cheapest, place_prices
from knowledge_base.views.claims import claim_list
from knowledge_base.views.glossary import explained
from knowledge_base.views.open_questions import open_questions
from knowledge_base.views.selection import basis, is_direct_finding, is_finding, is_near
from knowledge_base.wording.nouns import counted
from shown import PROJECT, filled


def landing_page(kb: KnowledgeBase) -> str:
    return filled("index.jinja", kb, landing.facts(kb))


def questions_page(kb: KnowledgeBase) -> str:
    return filled("questions.jinja", kb, questions.facts(kb))


def model_brief(kb: KnowledgeBase) -> str:
    return filled("brief/whole.jinja", kb, brief.of_model(kb, PROJECT))


def part_brief(kb: KnowledgeBase, component: str) -> str:
    return filled("brief/part.jinja", kb, brief.of_component(kb, component, PROJECT))


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
    kinds = set()
    for component in knowledge_base.components:
        for known in Component(knowledge_base, component).outcomes:
            records = [
                r for r in known.cell.tally.records if basis(knowledge_base, r) == known.kind
            ]
            assert known.of_kind.records == tuple(records)
            assert set(known.of_kind.studies) <= {record.study for record in records}
            kinds.add(known.kind)
    assert len(kinds) > 2


def test_notes_on_one_claim_share_their_sentences(knowledge_base: KnowledgeBase) -> None:
    first = next(iter(knowledge_base.published))
    notes = ("Of supervision in general. It gives no figures.", "Of supervision in general. Old.")
    noted = [first.model_copy(update={"note": note}) for note in notes]
    [claim] = claim_list(knowledge_base, noted).claims
    assert claim.note == "Of supervision in general. It gives no figures. Old."


def test_a_price_from_which_prices_start_says_so(knowledge_base: KnowledgeBase) -> None:
    assert "from £450 per person in a full group of 20" in questions_page(knowledge_base)


def test_a_range_of_one_price_is_one_price(knowledge_base: KnowledgeBase) -> None:
    for page in (landing_page, questions_page, model_brief):
        sentence = "Bought singly, a Foundation place costs £1,200, where stated."
        assert sentence in page(knowledge_base)


def test_each_pair_without_a_claim_is_counted(knowledge_base: KnowledgeBase) -> None:
    shown = not_known(knowledge_base)
    assert (shown.pairs, shown.silent, shown.lacking) == (66, 53, 1)
    assert (
        "For 53 of the 66 combinations of a component and an outcome, we found no claim; "
        "for 1 more a source says, in general, that evidence is lacking."
    ) in questions_page(knowledge_base)


def test_what_comes_first_has_one_number(knowledge_base: KnowledgeBase) -> None:
    first = open_questions(knowledge_base).first
    assert counted(len(first), "question") in landing_page(knowledge_base)
    page = questions_page(knowledge_base)
    assert f"an evaluator should settle {len(first)} of them first." in page
    settling = page.partition("What an evaluator has to settle")[2].partition("## Who trains")[0]
    assert settling.count("<#gap-") == len(first)
    page = filled("evidence/gaps.jinja", knowledge_base, gaps.facts(knowledge_base))
    assert f"({len(first)})" in page


def test_examples_are_those_of_the_file(knowledge_base: KnowledgeBase) -> None:
    page = questions_page(knowledge_base)
    assert (
        "for example {site}`Part rehearsals and safety in the hall "
        "<book/evidence/map.html#open=cell:part-rehearsals/hall-safety>`"
    ) in page
    assert training(knowledge_base).matches == 2
    assert "&sort=price>` (2 on the list)" in page
    assert "{site}`160 <book/plan/pilot.html#key_workers=160>` key workers" in page


def test_a_part_has_its_number_or_says_that_none_is_stated(knowledge_base: KnowledgeBase) -> None:
    shown = landing.figures(knowledge_base)
    assert list(shown) == list(knowledge_base.parts)
    assert landing_page(knowledge_base).count("*Amount not stated*") == list(shown.values()).count(
        None
    )


def test_news_are_the_chosen_claims_and_fall_with_them(knowledge_base: KnowledgeBase) -> None:
    kb = knowledge_base
    record = next(record for record in kb.published if record.nearness == "programme")
    chosen = kb.examples.model_copy(update={"news": News(records=(record.id,))})
    with_news = replace(kb, examples=chosen)
    sentence = "The programme around it, not this model."
    assert sentence in landing_page(with_news)
    fallen = record.model_copy(update={"status": "withdrawn"})
    without = replace(with_news, records=kb.records | {record.id: fallen})
    assert sentence not in landing_page(without)
    assert sentence not in landing_page(kb)


def test_news_name_the_newest_event_of_a_kind_that_bears_on_an_open_question(
    real_kb: KnowledgeBase,
) -> None:
    event = next(e for e in real_kb.context.values() if any(t.gaps for t in e.touches))

    def dated(date: str, *, bears: bool) -> ContextEvent:
        touches = event.touches if bears else ()
        return event.model_copy(update={"date": date, "kind": "policy", "touches": touches})

    events = {
        "newest": dated("2026-05", bears=True),
        "no-question": dated("2026-06", bears=False),
        "older": dated("2025-01-01", bears=True),
        "chosen": dated("2024", bears=False),
    }
    chosen = real_kb.examples.model_copy(update={"news": News(events=("chosen",))})
    kb = replace(real_kb, context=events, examples=chosen)
    assert list(landing.news(kb).events) == ["chosen", "newest"]


def test_a_brief_of_a_part_is_about_that_part(knowledge_base: KnowledgeBase) -> None:
    kb = knowledge_base
    for component in kb.components:
        facts = brief.of_component(kb, component, PROJECT)
        assert {record.component for record in (*facts.findings, *facts.new)} <= {component}
        own = [r for r in kb.published if r.component == component and is_near(kb, r)]
        directions = {r.direction for r in own if r.outcomes and is_finding(kb, r)}
        assert {record.direction for record in facts.findings} == directions
        assert len({record.claim for record in facts.findings}) == len(facts.findings)
        assert "## What it costs" in part_brief(kb, component)
    training_brief = part_brief(kb, "sight-singing")
    assert "a Foundation place costs £1,200" in training_brief
    assert "salary only, and not all of them are for" in part_brief(kb, "voice-coach")
    assert "The report gives no cost for this." in part_brief(kb, "song-maps")


def test_in_a_brief_a_study_comes_before_what_a_document_says_without_one(
    real_kb: KnowledgeBase,
) -> None:
    for component in real_kb.components:
        facts = brief.of_component(real_kb, component, PROJECT)
        home = [is_direct_finding(real_kb, record) for record in facts.findings]
        for place in {True, False}:
            studies = [
                record.study is not None
                for record, at_home in zip(facts.findings, home, strict=True)
                if at_home is place
            ]
            assert studies == sorted(studies, reverse=True), component


def test_pages_and_briefs_say_the_same_of_clinicians(knowledge_base: KnowledgeBase) -> None:
    sentence = "full-time equivalent clinicians for one local authority, depending on the"
    for page in (questions_page, model_brief):
        assert sentence in page(knowledge_base)

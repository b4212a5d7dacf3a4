"""What came after the report: events in their order, and new claims each in one place."""

from __future__ import annotations

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.evidence import searches, since_2023
from knowledge_base.views.limits import comes_from_report
from shown import filled


def test_each_new_claim_stands_under_its_component_once(real_kb: KnowledgeBase) -> None:
    facts = since_2023.facts(real_kb)
    listed = [
        claim.record.id
        for part in facts.components
        for of in (*part.near, *part.around, *part.reviews)
        for claim in of.claims
    ]
    new = [r.id for r in real_kb.published if not comes_from_report(real_kb, r)]
    assert sorted(listed) == sorted(new)
    assert facts.claims == len(new)


def test_every_event_and_search_is_listed_once(real_kb: KnowledgeBase) -> None:
    facts = since_2023.facts(real_kb)
    events = [*facts.pilot, *(event for kind in facts.changes for event in kind.events)]
    assert sorted(events) == sorted(real_kb.context)
    found = searches.facts(real_kb)
    assert sorted([*found.pilot_searches, *found.other_searches]) == sorted(real_kb.searches)
    assert facts.pilot_searches == found.pilot_searches
    days = [event.date for event in facts.pilot.values()]
    assert days == sorted(days)


def test_reviews_stand_apart_from_single_studies(real_kb: KnowledgeBase) -> None:
    facts = since_2023.facts(real_kb)
    assert not any(claim.is_review for claim in facts.compared)
    assert all(claim.is_review for claim in facts.compared_in_reviews)


def test_the_page_says_that_the_pilot_is_not_known_to_have_taken_place(
    real_kb: KnowledgeBase,
) -> None:
    page = filled("evidence/since-2023.jinja", real_kb, since_2023.facts(real_kb))
    assert "We do not know. It was commissioned and announced." in page
    found = searches.facts(real_kb)
    page = filled("evidence/searches.jinja", real_kb, found)
    assert f" and left out {len(found.left_out)}." in page


def test_what_claims_of_a_source_share_is_said_once_and_nothing_is_lost(
    real_kb: KnowledgeBase,
) -> None:
    for part in since_2023.facts(real_kb).components:
        for of in (*part.near, *part.around, *part.reviews):
            for claim in of.claims:
                said = {*of.shared, *of.note(claim).split(". ")}
                for sentence in (claim.record.note or "").split(". "):
                    assert any(sentence.strip(" .") in one for one in said)

"""Claims that have fallen say how, and what stands in their place in the end."""

from __future__ import annotations

from dataclasses import replace

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Notice
from knowledge_base.views.fallen import fall_in_words, fall_of, falls, last_successor


def test_only_what_does_not_stand_has_fallen(knowledge_base: KnowledgeBase) -> None:
    standing = {record.id for record in knowledge_base.published}
    assert set(falls(knowledge_base)) == set(knowledge_base.records) - standing


def test_a_chain_of_superseding_leads_to_the_last(knowledge_base: KnowledgeBase) -> None:
    first = knowledge_base.records["cobb-2018-confidence-of-everyone"]
    assert first.notice
    second = knowledge_base.records[first.notice.superseded_by or ""]
    gone = second.model_copy(
        update={
            "status": "superseded",
            "notice": Notice(
                date="2024-06-01", reason="Old.", superseded_by="cobb-2018-full-diaries"
            ),
        }
    ).named(second.id)
    kb = replace(knowledge_base, records=knowledge_base.records | {second.id: gone})
    assert last_successor(kb, first.id) == "cobb-2018-full-diaries"
    fall = fall_of(kb, gone)
    assert fall
    assert fall_in_words(kb, fall) == "superseded on 1 June 2024"


def test_a_draft_and_a_retracted_source_are_told_apart(knowledge_base: KnowledgeBase) -> None:
    draft = next(r for r in knowledge_base.records.values() if r.status == "draft")
    fall = fall_of(knowledge_base, draft)
    assert fall
    assert fall_in_words(knowledge_base, fall) == "a draft, not published"
    (note,) = knowledge_base.source_notes.values()
    assert note.standing
    standing = note.standing.model_copy(update={"status": "retracted"})
    kb = replace(
        knowledge_base,
        source_notes={"heron": note.model_copy(update={"standing": standing})},
    )
    record = next(r for r in kb.records.values() if r.source == note.source)
    fall = fall_of(kb, record)
    assert fall
    assert fall_in_words(kb, fall) == "its source: retracted, February 2023"

"""What changed between two versions: records added, corrected and fallen, and cells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Notice, Record
from knowledge_base.views.changes import GONE, Addition, Correction, Loss, Renaming, changes

CONFIDENCE = "cobb-2018-confidence"
DRAFT = "cobb-2018-draft-on-conductors"


def with_record(kb: KnowledgeBase, record_id: str, **fields: object) -> KnowledgeBase:
    """The same evidence with other fields in one record."""
    record = kb.records[record_id].model_copy(update=fields).named(record_id)
    return replace(kb, records={**kb.records, record_id: record})


def without(kb: KnowledgeBase, record_id: str) -> KnowledgeBase:
    """The same evidence without one record."""
    return replace(kb, records={i: r for i, r in kb.records.items() if i != record_id})


def test_between_equal_versions_nothing_changed(knowledge_base: KnowledgeBase):
    same = changes(knowledge_base, knowledge_base)
    assert (same.added, same.corrected, same.fallen, same.cells) == ((), (), (), ())


def test_a_new_record_is_added_and_changes_its_cells(knowledge_base: KnowledgeBase):
    changed = changes(without(knowledge_base, CONFIDENCE), knowledge_base)
    record: Record = knowledge_base.records[CONFIDENCE]
    assert changed.added == (Addition(CONFIDENCE, record.claim),)
    assert (changed.corrected, changed.fallen) == ((), ())
    assert {(c.component, c.outcome) for c in changed.cells} == {
        (record.component, outcome) for outcome in record.outcomes
    }
    for cell in changed.cells:
        assert CONFIDENCE in cell.after.claims
        assert CONFIDENCE not in cell.before.claims


def test_a_draft_that_is_published_is_added(knowledge_base: KnowledgeBase):
    published = with_record(knowledge_base, DRAFT, status="published")
    assert [item.id for item in changes(knowledge_base, published).added] == [DRAFT]
    assert changes(without(knowledge_base, DRAFT), knowledge_base).added == ()


def test_a_corrected_record_names_its_fields(knowledge_base: KnowledgeBase):
    other = with_record(knowledge_base, CONFIDENCE, direction="mixed", sample="15 singers")
    changed = changes(knowledge_base, other)
    assert changed.corrected == (Correction(CONFIDENCE, ("direction", "sample")),)
    assert all("mixed" in cell.after.directions for cell in changed.cells)
    assert changed.cells


def test_a_source_that_was_read_again_corrects_nothing(knowledge_base: KnowledgeBase):
    record = next(record for record in knowledge_base.published if record.reading)
    reading = record.reading.model_copy(update={"again": date(2024, 6, 1)})
    other = with_record(knowledge_base, record.id, reading=reading)
    assert changes(knowledge_base, other).corrected == ()


def test_a_withdrawn_record_has_fallen_with_its_reason(knowledge_base: KnowledgeBase):
    notice = Notice(date="2024-06-01", reason="It was misread.")
    other = with_record(knowledge_base, CONFIDENCE, status="withdrawn", notice=notice)
    changed = changes(knowledge_base, other)
    assert changed.fallen == (Loss(CONFIDENCE, "withdrawn", "It was misread."),)
    assert changed.corrected == ()
    assert changed.cells


def test_a_superseded_record_names_its_successor(knowledge_base: KnowledgeBase):
    notice = Notice(date="2024-06-01", reason="Newer.", superseded_by="cobb-2018-full-diaries")
    other = with_record(knowledge_base, CONFIDENCE, status="superseded", notice=notice)
    assert changes(knowledge_base, other).fallen == (
        Loss(CONFIDENCE, "superseded", "Newer.", "cobb-2018-full-diaries"),
    )


def test_a_record_back_in_draft_has_fallen(knowledge_base: KnowledgeBase):
    other = with_record(knowledge_base, CONFIDENCE, status="draft")
    assert changes(knowledge_base, other).fallen == (Loss(CONFIDENCE, "draft"),)


def test_a_deleted_record_is_gone(knowledge_base: KnowledgeBase):
    other = without(knowledge_base, CONFIDENCE)
    assert changes(knowledge_base, other).fallen == (Loss(CONFIDENCE, GONE),)


def renamed(kb: KnowledgeBase, old: str, new: str) -> KnowledgeBase:
    """The same evidence with one record under another id, and an alias that says so."""
    record = kb.records[old].model_copy().named(new)
    records = {**without(kb, old).records, new: record}
    return replace(kb, records=dict(sorted(records.items())), aliases={old: new})


def test_a_record_with_an_alias_is_renamed_and_changes_no_cell(knowledge_base: KnowledgeBase):
    changed = changes(knowledge_base, renamed(knowledge_base, CONFIDENCE, "a-new-id"))
    assert changed.renamed == (Renaming(CONFIDENCE, "a-new-id"),)
    assert (changed.added, changed.corrected, changed.fallen, changed.cells) == ((), (), (), ())


def test_without_its_alias_the_same_is_one_gone_and_one_added(knowledge_base: KnowledgeBase):
    other = replace(renamed(knowledge_base, CONFIDENCE, "a-new-id"), aliases={})
    changed = changes(knowledge_base, other)
    assert changed.renamed == ()
    assert [item.id for item in changed.added] == ["a-new-id"]
    assert changed.fallen == (Loss(CONFIDENCE, GONE),)


def test_a_renamed_record_that_says_something_else_is_corrected_too(knowledge_base: KnowledgeBase):
    other = with_record(
        renamed(knowledge_base, CONFIDENCE, "a-new-id"), "a-new-id", sample="15 singers"
    )
    changed = changes(knowledge_base, other)
    assert changed.renamed == (Renaming(CONFIDENCE, "a-new-id"),)
    assert changed.corrected == (Correction("a-new-id", ("sample",)),)


def test_what_names_a_renamed_record_by_its_new_id_says_the_same(knowledge_base: KnowledgeBase):
    answer = next(i for i in knowledge_base.records if i not in (CONFIDENCE, DRAFT))
    old = with_record(knowledge_base, answer, responds_to=(CONFIDENCE,), status="published")
    new = with_record(renamed(old, CONFIDENCE, "a-new-id"), answer, responds_to=("a-new-id",))
    assert changes(old, new).corrected == ()


def test_an_alias_to_a_record_that_was_there_leads_on_from_what_is_gone(
    knowledge_base: KnowledgeBase,
):
    there = next(r.id for r in knowledge_base.published if r.id != CONFIDENCE)
    other = replace(without(knowledge_base, CONFIDENCE), aliases={CONFIDENCE: there})
    changed = changes(knowledge_base, other)
    assert changed.renamed == ()
    assert changed.fallen == (Loss(CONFIDENCE, GONE, successor=there),)

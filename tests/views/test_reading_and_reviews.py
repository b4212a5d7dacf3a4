"""What was read in part is never counted as read, and a review never as a study."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.model.study import Review
from knowledge_base.views.selection import tally
from knowledge_base.views.statistics import statistics


def copy(record: Record, record_id: str, **changes: object) -> Record:
    """A record under another id, with changes."""
    return record.model_copy(update=changes).named(record_id)


def added(kb: KnowledgeBase, *records: Record) -> KnowledgeBase:
    """The knowledge base with these records too."""
    return replace(kb, records=kb.records | {record.id: record for record in records})


@given(data=st.data())
def test_an_abstract_changes_no_count_of_studies_read(
    knowledge_base: KnowledgeBase, data: st.DataObject
) -> None:
    kb = knowledge_base
    of_study = data.draw(st.sampled_from([r for r in kb.published if r.study]))
    in_part = [how for how, term in kb.ways_of_reading.items() if term.extent == "part"]
    how = data.draw(st.sampled_from(in_part))
    abstract = copy(of_study, "abstract", how_read=how, cited_through=None)
    before, after = statistics(kb), statistics(added(kb, abstract))
    assert after.studies_read == before.studies_read
    assert after.reviews_read == before.reviews_read
    assert after.sources_read == before.sources_read
    assert after.studies == before.studies
    assert after.claims_read_in_part == before.claims_read_in_part + 1


def test_a_study_that_was_read_as_a_whole_is_not_read_in_part_too(
    knowledge_base: KnowledgeBase,
) -> None:
    read = next(r for r in knowledge_base.published if r.study and r.how_read == "in-source")
    counts = tally(knowledge_base, [read, copy(read, "abstract", how_read="abstract")])
    assert counts.studies_read == (read.study,)
    assert counts.studies_read_in_part == ()


@given(data=st.data())
def test_a_review_never_adds_to_primary_studies(
    knowledge_base: KnowledgeBase, data: st.DataObject
) -> None:
    kb = knowledge_base
    claim = data.draw(st.sampled_from([r for r in kb.published if r.study]))
    study = kb.studies[claim.study or ""]
    review = study.model_copy(update={"review": Review(includes=(study.id,))}).named("another")
    with_review = replace(
        added(kb, copy(claim, "of-review", study="another")),
        studies=kb.studies | {"another": review},
    )
    before, after = tally(kb, kb.published), tally(with_review, with_review.published)
    assert after.studies == before.studies
    assert set(after.reviews) == {*before.reviews, "another"}
    assert statistics(with_review).studies == statistics(kb).studies


def test_what_rests_on_a_retracted_source_does_not_count(knowledge_base: KnowledgeBase) -> None:
    (note,) = knowledge_base.source_notes.values()
    assert note.standing
    standing = note.standing.model_copy(update={"status": "retracted"})
    retracted = note.model_copy(update={"standing": standing})
    kb = replace(knowledge_base, source_notes={"heron": retracted})
    gone = {r.id for r in knowledge_base.published} - {r.id for r in kb.published}
    assert gone == {r.id for r in knowledge_base.records.values() if r.source == note.source}

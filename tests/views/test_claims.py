"""Claims as pages show them: equal ones stand once, and each says how it was read."""

from __future__ import annotations

import pytest

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.views.claims import claim_list, same_claims


@pytest.fixture(scope="module")
def passed_on(knowledge_base: KnowledgeBase) -> Record:
    """A record that is cited through the report."""
    report = knowledge_base.report.source
    return next(
        record
        for record in knowledge_base.published
        if record.cited_through and record.cited_through.source == report
    )


def through(record: Record, source: str) -> Record:
    """The same claim, cited through another document."""
    assert record.cited_through
    another = record.cited_through.model_copy(update={"source": source})
    return record.model_copy(update={"cited_through": another}).named(f"through-{source}")


def test_equal_claims_through_different_documents_each_say_through_which(
    knowledge_base: KnowledgeBase, passed_on: Record
) -> None:
    elsewhere = through(passed_on, "moss2016")
    assert same_claims([passed_on, elsewhere]) == [[passed_on], [elsewhere]]
    listed = claim_list(knowledge_base, [passed_on, elsewhere])
    assert [claim.text for claim in listed.claims] == [passed_on.claim] * 2
    assert [claim.via_report for claim in listed.claims] == [True, False]


def test_equal_claims_through_one_document_stand_once(passed_on: Record) -> None:
    again = through(passed_on, passed_on.cited_through.source if passed_on.cited_through else "")
    assert same_claims([passed_on, again]) == [[passed_on, again]]

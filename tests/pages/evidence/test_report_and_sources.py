"""What the report's sources say: every check stands on the page, the weightiest first."""

from __future__ import annotations

import pytest

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.pages.evidence import report_and_sources
from shown import filled


def test_every_claim_cited_through_the_report_is_counted_once(real_kb: KnowledgeBase) -> None:
    facts = report_and_sources.facts(real_kb)
    report = real_kb.report.source
    through = {
        r.id for r in real_kb.published if r.cited_through and r.cited_through.source == report
    }
    listed = [one.record.id for verdict in facts.verdicts for one in verdict.checks]
    assert facts.cited_through == len(through)
    assert len(listed) == len(set(listed)) == facts.checked
    assert set(listed) <= through


def test_verdicts_come_before_silence_and_conflicts_before_agreement(
    real_kb: KnowledgeBase,
) -> None:
    terms = [real_kb.verdicts[verdict.id] for verdict in report_and_sources.facts(real_kb).verdicts]
    weights = [(not term.is_verdict, not term.conflicts) for term in terms]
    assert weights == sorted(weights)


def test_what_the_sources_say_otherwise_comes_first_and_open(real_kb: KnowledgeBase) -> None:
    facts = report_and_sources.facts(real_kb)
    page = filled("evidence/report-and-sources.jinja", real_kb, facts)
    # What is folded begins with what agrees.
    top = page.partition("::::{details}")[0]
    unlike = [
        one.check.sentence
        for verdict in facts.verdicts
        for one in verdict.checks
        if verdict.is_verdict and verdict.id not in ("agrees", "agrees-in-part")
    ]
    assert unlike
    assert all(str(sentence) in top for sentence in unlike)


def test_checks_are_grouped_by_source_without_losing_any(real_kb: KnowledgeBase) -> None:
    for verdict in report_and_sources.facts(real_kb).verdicts:
        grouped = [one for group in verdict.by_source for one in group.checks]
        assert sorted(one.record.id for one in grouped) == sorted(
            one.record.id for one in verdict.checks
        )


def test_no_record_is_compared_with_all_others(
    knowledge_base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With 10,000 of them, that took most of a minute."""

    def compared(one: Record, other: object) -> bool:
        raise AssertionError("two records are compared")

    monkeypatch.setattr(Record, "__eq__", compared)
    assert report_and_sources.facts(knowledge_base).cited_through


def test_the_page_states_the_counts_and_every_verdict(real_kb: KnowledgeBase) -> None:
    facts = report_and_sources.facts(real_kb)
    page = filled("evidence/report-and-sources.jinja", real_kb, facts)
    assert (
        f"We could compare {facts.bearing} of the report’s {facts.cited_through} cited claims"
        in page
    )
    for verdict in facts.verdicts:
        assert f"(checks-{verdict.id})=" in page
        assert all(f"`{one.record.id}`" in page for one in verdict.checks)

"""What the page on the build says is what the evidence and the machine hold."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import version

from knowledge_base.checks import RULES
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import RuleException
from knowledge_base.pages.about.build import Excused, facts


def test_an_excused_record_stands_there_with_its_reason(knowledge_base: KnowledgeBase) -> None:
    record = next(iter(knowledge_base.records.values()))
    exception = RuleException(rule="claim-strength", reason="The source's own words.")
    excused = record.model_copy(update={"exceptions": (exception,)})
    kb = replace(knowledge_base, records=knowledge_base.records | {record.id: excused})
    expected = Excused(record.id, RULES["claim-strength"].asks, "The source's own words.")
    assert expected in facts(kb).exceptions
    assert facts(kb).rules == len(RULES)


def test_records_that_do_not_count_are_counted_apart(knowledge_base: KnowledgeBase) -> None:
    shown = facts(knowledge_base)
    assert shown.numbers.claims + shown.gone + shown.drafts == len(knowledge_base.records)
    assert dict(shown.programs)["Sphinx"] == version("sphinx")

"""The page of feedback tools: with many of them, with one, with none."""

from __future__ import annotations

from dataclasses import replace

from knowledge_base.model.instrument import Instrument
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan import instruments


def with_tools(kb: KnowledgeBase, *tools: Instrument) -> KnowledgeBase:
    return replace(kb, instruments={tool.id: tool for tool in tools})


def test_a_base_without_tools_says_so(knowledge_base: KnowledgeBase):
    kb = with_tools(knowledge_base)
    assert instruments.overview(kb) == "No feedback tool is on file."
    assert instruments.properties(kb) == "No feedback tool is on file."
    # A table without rows would stop the build.
    assert instruments.comparison(kb) == ""
    assert "Of all" not in instruments.when_to_use(kb)
    assert instruments.tried_out(kb) == "The report tells of no pilot in practice."


def test_what_is_said_of_every_tool_is_said_once(knowledge_base: KnowledgeBase):
    (one,) = knowledge_base.instruments.values()
    alone = instruments.when_to_use(knowledge_base)
    assert "**BWL:** It is free to use." in alone
    assert "Of all" not in alone
    other = one.model_copy(update={"abbreviation": "Other"}).named("other")
    together = instruments.when_to_use(with_tools(knowledge_base, one, other))
    assert "Of all 2 tools: it is free to use." in together
    assert "**BWL:**" not in together


def test_nobody_is_counted_where_all_is_told(knowledge_base: KnowledgeBase):
    (one,) = knowledge_base.instruments.values()
    assert "does not say who fills in" not in instruments.overview(knowledge_base)
    untold = one.model_copy(update={"filled_in_by": "not_reported"}).named(one.id)
    told = instruments.overview(with_tools(knowledge_base, untold))
    assert "It does not say who fills in 1 of them." in told


def test_the_table_of_properties_says_how_many_of_its_sources_were_read(
    knowledge_base: KnowledgeBase,
) -> None:
    kb = knowledge_base
    assert "None of the sources was read for this site." in instruments.properties(kb)
    cited = kb.records["tansy-2012-consistency"]
    read = cited.model_copy(update={"how_read": "in-source", "cited_through": None})
    told = instruments.properties(replace(kb, records=kb.records | {cited.id: read}))
    assert "None of the sources" not in told
    assert "Of 1 source, 1 was read for this site." in told

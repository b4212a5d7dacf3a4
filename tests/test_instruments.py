"""The comparison of the feedback tools: what it says was read is what was."""

from __future__ import annotations

from dataclasses import replace

from knowledge_base.load import KnowledgeBase
from knowledge_base.surfaces import instruments


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

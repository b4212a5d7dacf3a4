"""The page of feedback tools: with many of them, with one, with none."""

from __future__ import annotations

from dataclasses import replace

from knowledge_base.model.instrument import Instrument
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan import instruments
from shown import filled


def with_tools(kb: KnowledgeBase, *tools: Instrument) -> KnowledgeBase:
    return replace(kb, instruments={tool.id: tool for tool in tools})


def page(kb: KnowledgeBase) -> str:
    return filled("plan/instruments.jinja", kb, instruments.facts(kb))


def test_a_base_without_tools_says_so(knowledge_base: KnowledgeBase):
    shown = page(with_tools(knowledge_base))
    assert shown.startswith("No feedback tool is listed.")
    # A table without rows would stop the build.
    assert "list-table" not in shown
    assert "Each of the" not in shown
    assert "The report describes no pilot in practice." in shown


def test_what_is_said_of_every_tool_is_said_once(knowledge_base: KnowledgeBase):
    (one,) = knowledge_base.instruments.values()
    alone = page(knowledge_base)
    assert "**BLL:** It is free to use." in alone
    assert "Each of the" not in alone
    other = one.model_copy(update={"abbreviation": "Other"}).named("other")
    together = page(with_tools(knowledge_base, one, other))
    assert "Each of the 2 tools is free to use." in together
    assert "**BLL:**" not in together


def test_nobody_is_counted_where_it_is_reported_of_all(knowledge_base: KnowledgeBase):
    (one,) = knowledge_base.instruments.values()
    assert "does not say who fills in" not in page(knowledge_base)
    unreported = one.model_copy(update={"filled_in_by": "not_reported"}).named(one.id)
    shown = page(with_tools(knowledge_base, unreported))
    assert "It does not say who fills in 1 of them." in shown


def test_tools_for_people_that_are_not_named_come_last(knowledge_base: KnowledgeBase):
    (one,) = knowledge_base.instruments.values()
    unreported = one.model_copy(update={"about_whom": "not_reported"}).named("a")
    named = one.model_copy(update={"about_whom": "Families"}).named("b")
    groups = instruments.facts(with_tools(knowledge_base, unreported, named)).groups
    assert [group.about_whom for group in groups] == ["Families", "not_reported"]


def test_every_claim_on_a_pilot_is_among_its_findings(knowledge_base: KnowledgeBase):
    kb = knowledge_base
    (one,) = kb.instruments.values()
    component = kb.component_for("tools")
    study = next(r.study for r in kb.published if r.component == component and r.study)
    about = [r.id for r in kb.published if r.study == study and r.component == component]
    tried = one.model_copy(update={"tried_in": (study,)}).named(one.id)
    (pilot,) = instruments.facts(with_tools(kb, tried)).pilots
    listed = [
        record
        for findings in pilot.findings
        for claims in findings.lists
        for claim in claims.claims
        for record in claim.records
    ]
    assert (sorted(listed), pilot.claims) == (about, len(about))


def test_the_table_of_properties_says_how_many_of_its_sources_were_read(
    knowledge_base: KnowledgeBase,
) -> None:
    kb = knowledge_base
    assert "We read none of the sources in full; each record says what we read." in page(kb)
    cited = kb.records["tansy-2012-consistency"]
    read = cited.model_copy(update={"how_read": "in-source", "cited_through": None})
    shown = page(replace(kb, records=kb.records | {cited.id: read}))
    assert "None of the sources" not in shown
    assert "Of 1 source, 1 was read for this site." in shown

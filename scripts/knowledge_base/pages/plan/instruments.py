"""The page that compares the feedback tools."""

from dataclasses import dataclass

from knowledge_base.model.base import NOT_REPORTED, Statement
from knowledge_base.model.blueprint import TidierEntry
from knowledge_base.model.instrument import Instrument
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.model.study import Study
from knowledge_base.views.claims import ClaimList, claim_lists_by_note
from knowledge_base.views.selection import was_read
from knowledge_base.wording.nouns import lower_first


@dataclass(frozen=True)
class Tool:
    """A feedback tool, with whom it was tested and what is said of it alone."""

    entry: Instrument
    samples: list[str]
    """The samples of the records on its measurement properties, each once, as they are given."""
    groups: list[str]
    """With whom it was tested, as far as reported, without the missing numbers."""
    own: list[Statement]
    """What is said of it and not of every tool."""


@dataclass(frozen=True)
class Group:
    """The tools for the same people."""

    about_whom: str
    tools: list[Tool]


@dataclass(frozen=True)
class Findings:
    """Claims of one kind that point the same way."""

    kind: str
    direction: str
    lists: list[ClaimList]


@dataclass(frozen=True)
class Pilot:
    """A study in which tools were tried out."""

    study: Study
    tools: list[str]
    claims: int
    findings: list[Findings]


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    tools: list[Tool]
    groups: list[Group]
    """By the people that the tools are about; where that is not reported, last."""
    tried: list[str]
    """The tools that were tried out in practice."""
    unreported: int
    """Of how many it is not reported who fills them in."""
    timing: TidierEntry | None
    """When and how much they are used."""
    common: list[Statement]
    """What is said of every tool, where there are several."""
    sources: int
    """How many sources there are for the measurement properties."""
    sources_read: int
    pilots: list[Pilot]


def facts(kb: KnowledgeBase) -> Facts:
    """Return the tools side by side, and the studies in which they were tried out."""
    instruments = sorted(kb.instruments.values(), key=lambda tool: tool.id)
    common = _common(instruments)
    tools = [_tool(kb, instrument, common) for instrument in instruments]
    tested = [record for tool in instruments for record in _of_properties(kb, tool)]
    blueprint = kb.blueprint.get(kb.component_for("tools") or "")
    return Facts(
        tools=tools,
        groups=_groups(tools),
        tried=[tool.abbreviation for tool in instruments if tool.tried_in],
        unreported=sum(1 for tool in instruments if tool.filled_in_by == NOT_REPORTED),
        timing=blueprint.tidier["when-and-how-much"] if blueprint else None,
        common=common,
        sources=len({record.source for record in tested}),
        sources_read=len({record.source for record in tested if was_read(kb, record)}),
        pilots=_pilots(kb, instruments),
    )


def _tool(kb: KnowledgeBase, tool: Instrument, common: list[Statement]) -> Tool:
    samples = list(dict.fromkeys(record.sample for record in _of_properties(kb, tool)))
    return Tool(
        tool,
        samples,
        list(dict.fromkeys(_in_brief(sample) for sample in samples if sample != NOT_REPORTED)),
        [statement for statement in tool.statements if statement not in common],
    )


def _of_properties(kb: KnowledgeBase, tool: Instrument) -> list[Record]:
    ids = dict.fromkeys(record for records in tool.properties.values() for record in records)
    return [kb.records[record] for record in ids]


def _in_brief(sample: str) -> str:
    return lower_first(sample.partition(";")[0])


def _common(tools: list[Instrument]) -> list[Statement]:
    if len(tools) < 2:
        return []
    first, *others = tools
    return [s for s in first.statements if all(s in tool.statements for tool in others)]


def _groups(tools: list[Tool]) -> list[Group]:
    people = dict.fromkeys(tool.entry.about_whom for tool in tools)
    return [
        Group(whom, [tool for tool in tools if tool.entry.about_whom == whom])
        for whom in sorted(people, key=lambda whom: whom == NOT_REPORTED)
    ]


def _pilots(kb: KnowledgeBase, tools: list[Instrument]) -> list[Pilot]:
    component = kb.component_for("tools")
    return [
        _pilot(
            kb,
            kb.studies[study],
            [tool.abbreviation for tool in tools if study in tool.tried_in],
            [r for r in kb.published if r.study == study and r.component == component],
        )
        for study in dict.fromkeys(study for tool in tools for study in tool.tried_in)
    ]


def _pilot(kb: KnowledgeBase, study: Study, tools: list[str], about: list[Record]) -> Pilot:
    findings = [
        Findings(kind, direction, claim_lists_by_note(kb, pointing))
        for kind in kb.claim_kinds
        for direction in kb.vocabularies["direction"]
        if (pointing := [r for r in about if (r.kind, r.direction) == (kind, direction)])
    ]
    return Pilot(study, tools, len(about), findings)

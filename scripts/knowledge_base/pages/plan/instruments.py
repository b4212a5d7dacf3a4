"""The page that compares the feedback tools."""

from __future__ import annotations

from knowledge_base.markup import loose as myst
from knowledge_base.markup.claims import claims_by_note
from knowledge_base.markup.statements import shown, statement, statements
from knowledge_base.model.base import NOT_REPORTED, Statement
from knowledge_base.model.instrument import Instrument
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.selection import was_read
from knowledge_base.wording.nouns import counted, listed

COMPONENT = "feedback-tools"
"""The component that the tools belong to."""


def overview(kb: KnowledgeBase) -> str:
    """Return what can be said of all tools, in computed sentences."""
    tools = _tools(kb)
    if not tools:
        return "No feedback tool is on file."
    tried = [tool.abbreviation for tool in tools if tool.tried_in]
    untold = sum(1 for tool in tools if tool.filled_in_by == NOT_REPORTED)
    choice = " and does not choose among them" if len(tools) > 1 else ""
    filled_in = f"It does not say who fills in {untold} of them. " if untold else ""
    practice = (
        f"Of a pilot in practice the report tells for {myst.text(listed(tried))} only."
        if tried
        else "The report tells of no pilot in practice."
    )
    return myst.paragraphs(
        myst.bullets(_for_whom(kb, tools)),
        f"The report names **{counted(len(tools), 'tool')}**{choice}. "
        f"{practice} {filled_in}Of none does it say at which ages it can be used or how long it "
        "takes. It names measuring properties for which evidence was found, and gives no values.",
    )


def _for_whom(kb: KnowledgeBase, tools: list[Instrument]) -> list[str]:
    """Return for whom there is which tool: a line for each group of people that is named."""
    by_whom: dict[str, list[Instrument]] = {}
    for tool in tools:
        by_whom.setdefault(tool.about_whom, []).append(tool)
    untold = by_whom.pop(NOT_REPORTED, [])
    lines = [
        f"**For {myst.text(whom[:1].lower() + whom[1:])}:** "
        + "; ".join(_in_brief(kb, tool) for tool in group)
        for whom, group in by_whom.items()
    ]
    if untold:
        names = "; ".join(_in_brief(kb, tool) for tool in untold)
        lines.append(f"**For whom is not reported:** {names}")
    return lines


def _in_brief(kb: KnowledgeBase, tool: Instrument) -> str:
    """Return a tool in a few words: `WEMWBS, tested with pupils`."""
    pieces = [myst.text(tool.abbreviation)]
    if tool.items is not None:
        pieces.append(counted(tool.items, "item"))
    if samples := _samples(kb, tool):
        pieces.append(f"tested with {myst.text(listed(samples))}")
    return ", ".join(pieces)


def _samples(kb: KnowledgeBase, tool: Instrument) -> list[str]:
    """Return with whom a tool was tested, as far as told, without the missing numbers."""
    records = dict.fromkeys(r for records in tool.properties.values() for r in records)
    told = (kb.records[record].sample for record in records)
    brief = (sample.partition(";")[0] for sample in told if sample != NOT_REPORTED)
    return list(dict.fromkeys(s[0].lower() + s[1:] if s.startswith("A ") else s for s in brief))


def comparison(kb: KnowledgeBase) -> str:
    """Return the tools side by side: what each measures, for whom, how long it is."""
    if not kb.instruments:
        return ""
    return myst.table(
        "The feedback tools side by side",
        (
            "Tool",
            "What it measures",
            "About whom",
            "Who fills it in",
            "Length",
            "Areas or subscales",
            "Tried out in",
        ),
        [
            (
                f"[{myst.text(tool.abbreviation)}]{{#{instrument_anchor(tool.id)} .kb-tool}} "
                f"{myst.text(tool.name)}",
                myst.text(tool.measures),
                _about_whom(kb, tool),
                shown(tool.filled_in_by),
                _length(tool),
                "; ".join(myst.text(area) for area in tool.subscales) or "Not reported",
                "; ".join(
                    myst.link(kb.settings[kb.studies[study].setting].label, f"#tried-{study}")
                    for study in tool.tried_in
                )
                or "Not named in any pilot",
            )
            for tool in _tools(kb)
        ],
        css_class="kb-tools",
    )


def _about_whom(kb: KnowledgeBase, tool: Instrument) -> str:
    samples = _samples(kb, tool)
    tested = f". [Tested with {myst.text(listed(samples))}]{{.support}}" if samples else ""
    return f"{shown(tool.about_whom)}{tested}"


def instrument_anchor(instrument_id: str) -> str:
    """Return the id of a feedback tool's row in the comparison."""
    return f"instrument-{instrument_id}"


def _length(tool: Instrument) -> str:
    items = "Not reported" if tool.items is None else counted(tool.items, "item")
    return items if tool.scale == NOT_REPORTED else f"{items}, {myst.text(tool.scale)}"


def properties(kb: KnowledgeBase) -> str:
    """Return the measuring properties by tool and source, and who was tested."""
    tools = _tools(kb)
    if not tools:
        return "No feedback tool is on file."
    tested = (
        "**Tested with**",
        *(
            "; ".join(
                dict.fromkeys(
                    shown(kb.records[record].sample)
                    for records in tool.properties.values()
                    for record in records
                )
            )
            for tool in tools
        ),
    )
    named = [
        (
            myst.text(term.label),
            *(
                myst.records(tool.properties[prop]) if prop in tool.properties else "Not named"
                for tool in tools
            ),
        )
        for prop, term in kb.vocabularies["psychometric-property"].items()
    ]
    return myst.paragraphs(
        myst.table(
            "Measuring properties for which the report says that evidence was found",
            ("Property", *(myst.text(tool.abbreviation) for tool in tools)),
            [tested, *named],
            css_class="kb-properties",
        ),
        "“Not named” means that the report does not name the property for that tool; it does not "
        f"mean that the property was tested and not found. {_sources_read(kb, tools)}",
    )


def _sources_read(kb: KnowledgeBase, tools: list[Instrument]) -> str:
    """Return how many of the sources of measuring properties were read."""
    named = {record for tool in tools for records in tool.properties.values() for record in records}
    sources = {kb.records[record].source for record in named}
    read = {kb.records[record].source for record in named if was_read(kb.records[record])}
    if not sources:
        return ""
    if not read:
        return "None of the sources was read for this site."
    were = "was" if len(read) == 1 else "were"
    return f"Of {counted(len(sources), 'source')}, {len(read)} {were} read for this site."


def when_to_use(kb: KnowledgeBase) -> str:
    """Return when and how often the tools are said to be used, and what holds of each."""
    tools = _tools(kb)
    common = _common(tools)
    timing = kb.blueprint[COMPONENT].tidier["when-and-how-much"]
    open_still = (
        f"**Not reported:** {myst.text(timing.not_reported)}" if timing.not_reported else ""
    )
    each = []
    for tool in tools:
        own = [s for s in tool.statements if s.text not in common]
        if own:
            said = " ".join(statement(s) for s in own)
            each.append(f"**{myst.text(tool.abbreviation)}:** {said}")
    return myst.paragraphs(
        statements((*timing.statements, *_of_all(common, len(tools)))),
        open_still,
        "What the report adds on single tools:" if each else "",
        myst.bullets(each),
    )


def _common(tools: list[Instrument]) -> dict[str, Statement]:
    """Return what is said of every tool, where there are several."""
    if len(tools) < 2:
        return {}
    first, *others = tools
    return {s.text: s for s in first.statements if all(s in tool.statements for tool in others)}


def _of_all(common: dict[str, Statement], number: int) -> list[Statement]:
    return [
        s.model_copy(update={"text": f"Of all {number} tools: {s.text[:1].lower()}{s.text[1:]}"})
        for s in common.values()
    ]


def tried_out(kb: KnowledgeBase) -> str:
    """Return the studies in which tools were tried out: what each was, and what it says."""
    tools = _tools(kb)
    parts = []
    for study_id in dict.fromkeys(study for tool in tools for study in tool.tried_in):
        study = kb.studies[study_id]
        about = [r for r in kb.published if r.study == study_id and r.component == COMPONENT]
        which = listed([tool.abbreviation for tool in tools if study_id in tool.tried_in])
        parts += [
            myst.heading(3, f"{study.name}: {which}", f"tried-{study_id}"),
            f"{myst.text(study.summary)} {myst.support((), study.sources, None)}",
            f"**Sample:** {shown(study.sample)}. **Claims here:** {len(about)}.",
        ]
        for kind, term in kb.claim_kinds.items():
            chosen = [r for r in about if r.kind == kind]
            for direction in kb.vocabularies["direction"]:
                pointing = [r for r in chosen if r.direction == direction]
                if pointing:
                    parts += [
                        f"**{_title(kb, kind, direction)}** {myst.text(term.definition)}",
                        claims_by_note(kb, pointing, told=True),
                    ]
    return myst.paragraphs(*parts) or "The report tells of no pilot in practice."


def _title(kb: KnowledgeBase, kind: str, direction: str) -> str:
    way = kb.label("direction", direction).lower()
    if kind == "implementation":
        way = {"favourable": "helps", "unfavourable": "hinders"}.get(direction, way)
    return myst.text(f"{kb.claim_kinds[kind].label}, {way}.")


def _tools(kb: KnowledgeBase) -> list[Instrument]:
    return sorted(kb.instruments.values(), key=lambda tool: tool.id)

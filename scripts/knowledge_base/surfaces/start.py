"""The pages of the section Start: the model in one page, and five questions."""

from __future__ import annotations

from knowledge_base.findings import counted
from knowledge_base.load import KnowledgeBase
from knowledge_base.surfaces import myst
from knowledge_base.surfaces.evidence import size
from knowledge_base.surfaces.statements import measure, prose, support
from knowledge_base.views.catalogue import catalogue
from knowledge_base.views.gap_map import NOT_LOOKED_FOR, gap_map
from knowledge_base.views.selection import tally
from knowledge_base.views.statistics import statistics

_PAGES = (
    ("What is the model?", "/book/start.md", "Five components and how they fit, in one page."),
    (
        "What is known, and how well?",
        "/book/evidence/map.md",
        "Every component against every outcome, with the empty places.",
    ),
    ("What is not known?", "/book/evidence/gaps.md", "What an evaluator must still settle."),
    (
        "Who trains, and for how much?",
        "/book/plan/providers.md",
        "Courses, their length and price, against AFT's standard.",
    ),
    (
        "What would my area need?",
        "/book/plan/pilot.md",
        "Places, hours, groups, clinicians and cost.",
    ),
)


def doors() -> str:
    """Return the five questions as cards that lead to their pages."""
    cards = "\n\n".join(
        f":::{{grid-item-card}} {question}\n:link: {target.removesuffix('.md')}\n:link-type: doc\n"
        f"{text}\n:::"
        for question, target, text in _PAGES
    )
    return f"::::{{grid}} 1 1 2 3\n:gutter: 3\n\n{cards}\n\n::::"


def headline(kb: KnowledgeBase) -> str:
    """Return how much is known, in one honest paragraph."""
    numbers = statistics(kb)
    cells = gap_map(kb).cells.values()
    empty = sum(1 for cell in cells if cell.emptiness == NOT_LOOKED_FOR)
    direct = sum(1 for cell in cells if cell.emptiness is None)
    comparison = numbers.studies_by_basis.get("comparison", 0)
    effect = (
        "**No study in it is reported to have measured the effect of a component against a "
        "comparison.** "
        if comparison == 0
        else f"{counted(comparison, 'study')} measured an effect against a comparison. "
    )
    return (
        f"This site holds {counted(numbers.claims, 'claim')} from "
        f"{counted(numbers.sources, 'source')}, with {counted(numbers.studies, 'study')} behind "
        f"them. {effect}Of {len(cells)} pairs of a component and an outcome, {direct} have a "
        f"finding from Early Help itself, and for {empty} nobody is reported to have looked."
    )


def components(kb: KnowledgeBase) -> str:
    """Return each component with what it is and its main numbers."""
    parts = []
    for component, term in kb.components.items():
        blueprint = kb.blueprint[component]
        counts = tally(kb, (r for r in kb.published if r.component == component))
        numbers = "; ".join(
            f"{myst.text(item.label[:1].lower() + item.label[1:])}: {myst.text(measure(item))}"
            for item in list(blueprint.measures.values())[:3]
        )
        parts.append(
            myst.paragraphs(
                myst.heading(3, term.label),
                prose(blueprint.summary),
                f"**Numbers:** {numbers}." if numbers else "",
                f"**Evidence:** {size(counts)}. "
                + myst.link("More", f"/book/blueprint/{component}.md"),
            )
        )
    return myst.paragraphs(*parts)


def unknowns(kb: KnowledgeBase, number: int = 6) -> str:
    """Return the first open questions about outcomes, with a way to all of them."""
    about_outcomes = [(gap_id, gap) for gap_id, gap in kb.gaps.items() if gap.outcomes]
    items = [
        f"{myst.link(gap.question, f'#gap-{gap_id}')} "
        f"{support(gap.records, gap.sources, gap.location)}"
        for gap_id, gap in about_outcomes[:number]
    ]
    everything = myst.link(f"All {len(kb.gaps)} open questions", "/book/evidence/gaps.md")
    return myst.paragraphs(myst.bullets(items), everything)


def who_trains(kb: KnowledgeBase) -> str:
    """Return who trains, for how much, in two computed sentences."""
    rows = catalogue(kb)
    priced = sorted(
        row.course.cost.amount
        for row in rows
        if row.course.cost.basis == "place" and row.course.cost.amount is not None
    )
    meets = [row for row in rows if row.standard == "meets"]
    return (
        f"{counted(len(kb.providers), 'provider')} with {counted(len(rows), 'course')} are listed. "
        f"Where a price a place is given, it lies between £{priced[0]:,.0f} and "
        f"£{priced[-1]:,.0f} (prices of 2023). Only {counted(len(meets), 'course')} can be seen "
        "from the list to meet AFT's hours; for most the hours are not reported."
    )

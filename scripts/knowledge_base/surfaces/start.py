"""The pages of the section Start: the model in one page, and five questions."""

from __future__ import annotations

from knowledge_base.findings import counted
from knowledge_base.load import KnowledgeBase
from knowledge_base.model.blueprint import TidierEntry
from knowledge_base.surfaces import myst
from knowledge_base.surfaces.evidence import size
from knowledge_base.surfaces.statements import measure, statement, support
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
    """Return what a reader must know first, in one honest paragraph."""
    base = statistics(kb)
    cells = gap_map(kb).cells.values()
    direct = [cell for cell in cells if cell.emptiness is None]
    silent = sum(1 for cell in cells if cell.emptiness == NOT_LOOKED_FOR)
    comparison = base.studies_by_basis.get("comparison", 0)
    effect = (
        "**The report describes none of them as measuring the effect of a component against a "
        "comparison.** "
        if comparison == 0
        else f"{counted(comparison, 'study')} measured an effect against a comparison. "
    )
    without = [
        term.short.lower()
        for component, term in kb.components.items()
        if component not in {cell.component for cell in direct}
    ]
    return (
        f"{counted(base.studies_with_findings, 'study')} of {base.studies} say something about "
        f"an outcome. {effect}Of {len(cells)} pairs of a component and an outcome, "
        f"{len(direct)} have a finding from Early Help itself: none of them for "
        f"{', '.join(without)}. On {silent} pairs the report is silent."
    )


def numbers(kb: KnowledgeBase) -> str:
    """Return the size of the evidence as large numbers, what is missing as plain as the rest."""
    base = statistics(kb)
    cells = gap_map(kb).cells.values()
    direct = sum(1 for cell in cells if cell.emptiness is None)
    tiles = (
        (
            base.studies,
            f"studies stand behind {base.claims_of_studies} of {counted(base.claims, 'claim')}; "
            "the other claims are descriptions, guidance and the report’s own statements",
        ),
        (base.studies_with_findings, "of these studies say something about an outcome"),
        (
            base.studies_by_basis.get("comparison", 0),
            "are described in the report as measuring an effect against a comparison",
        ),
        (
            direct,
            f"of {len(cells)} pairs of a component and an outcome have a finding from Early Help",
        ),
    )
    boxes = "\n".join(f":::{{div}} number\n**{number}** {text}\n:::" for number, text in tiles)
    return f"::::{{div}} numbers\n{boxes}\n::::"


def model_picture(kb: KnowledgeBase) -> str:
    """Return the model as a picture made of boxes: who gets what, from top to bottom."""

    def boxes(*components: str) -> str:
        items = (
            f":::{{div}} model-box\n"
            f"{myst.link(kb.components[c].short, f'/book/blueprint/{c}.md')}\n:::"
            for c in components
        )
        return "::::{div} model-boxes\n" + "\n".join(items) + "\n::::"

    def row(title: str, content: str) -> str:
        return f":::::{{div}} model-row\n**{title}**\n\n{content}\n:::::"

    rows = (
        row("For key workers", boxes("training", "clinician", "group-supervision")),
        row("Used by key workers with families", boxes("genograms", "feedback-tools")),
        row(
            "Meant to change",
            ", ".join(
                myst.link(term.label.lower(), f"#level-{level}")
                for level, term in kb.vocabularies["outcome-level"].items()
            ),
        ),
    )
    together = myst.link("put in place together", "/book/blueprint/combination.md")
    return (
        "::::::{div} model-picture\n" + "\n".join(rows) + "\n::::::\n\n"
        f"The report holds that training, clinicians and group supervision should be {together}. "
        "What they are meant to change is not the same as what is known to have changed."
    )


def at_a_glance(kb: KnowledgeBase) -> str:
    """Return the components side by side: what, who, how much, cost, kinds of finding."""
    rows = []
    for component, term in kb.components.items():
        tidier = kb.blueprint[component].tidier
        counts = tally(kb, (r for r in kb.published if r.component == component))
        kinds = [b for b in counts.bases if b not in ("expectation", "none")]
        findings = ", ".join(kb.label("evidence-basis", b).lower() for b in kinds)
        rows.append(
            (
                myst.link(term.label, f"/book/blueprint/{component}.md"),
                myst.text(term.definition),
                _first(tidier["who-provided"]),
                _first(tidier["when-and-how-much"]),
                _cost(kb, component),
                f"{myst.text(findings or 'None')} ({size(counts)})",
            )
        )
    return myst.table(
        "The components at a glance",
        ("Component", "What", "Who", "How much", "Cost in 2023", "Kinds of finding on outcomes"),
        rows,
        css_class="at-a-glance-table",
    )


def _first(entry: TidierEntry) -> str:
    return statement(entry.statements[0]) if entry.statements else "Not reported"


def _cost(kb: KnowledgeBase, component: str) -> str:
    if component == "training":
        low, high = _place_prices(kb)
        providers = myst.link("providers", "/book/plan/providers.md")
        return f"£{low:,.0f} to £{high:,.0f} a place where a price a place is given ({providers})"
    if component == "clinician":
        salary = kb.blueprint[component].measures["salary-range"]
        return (
            f"{measure(salary)}, salary only "
            f"{support(salary.records, salary.sources, salary.location)}"
        )
    return "Not reported"


def _place_prices(kb: KnowledgeBase) -> tuple[float, float]:
    """Return the lowest and the highest price that is quoted for one place."""
    prices = [
        row.course.cost.amount
        for row in catalogue(kb)
        if row.course.cost.basis == "place" and row.course.cost.amount is not None
    ]
    return min(prices), max(prices)


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
    low, high = _place_prices(kb)
    meets = [row for row in rows if row.standard == "meets"]
    return (
        f"{counted(len(kb.providers), 'provider')} with {counted(len(rows), 'course')} are listed. "
        f"Where a price a place is given, it lies between £{low:,.0f} and "
        f"£{high:,.0f} (prices of 2023). Only {counted(len(meets), 'course')} can be seen "
        "from the list to meet AFT's hours; for most the hours are not reported."
    )

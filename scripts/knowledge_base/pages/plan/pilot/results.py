"""A plan as the page shows it: a sentence, tables of costs and of time, and a chart."""

from __future__ import annotations

from dataclasses import asdict
from html import escape

from knowledge_base.markup import loose as myst
from knowledge_base.markup.loose_html import raw
from knowledge_base.markup.source_line import sourced
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan.pilot.rows import (
    CostRow,
    TimeRow,
    cost_caption,
    cost_rows,
    summary,
    time_caption,
    time_rows,
    warning,
)
from knowledge_base.views.pilot_plan import PilotPlan
from knowledge_base.wording.numbers import pounds


def results(plan: PilotPlan) -> str:
    """Return the plan: a sentence, the costs in a table and a chart, people and time."""
    return myst.paragraphs(
        raw('<p class="kb-pilot-stale" id="pilot-stale" hidden>For the last valid numbers</p>'),
        f":::{{div}} kb-pilot-summary\n{myst.text(summary(plan))}\n:::",
        raw('<p class="kb-pilot-address" id="pilot-address"></p>'),
        raw(
            f'<p class="kb-pilot-warning" id="pilot-warning"{"" if warning(plan) else " hidden"}>'
            f"{escape(warning(plan))}</p>"
        ),
        "**The number of clinicians does not grow with the key workers.** It is the report’s "
        "estimate for one local authority. That depends on the size of the team, the report says, "
        "but gives no ratio. Change it above, under *Clinicians*, and look at the *share of the "
        "clinicians’ paid time* below: where it passes 100 per cent, there are too few. *Central* "
        "is the middle figure, between low and high.",
        cost_table(plan),
        raw(chart(plan)),
        time_table(plan),
    )


def source(kb: KnowledgeBase, to_root: str = "../../") -> str:
    """Return where a plan's figures come from, its data, and how to cite it."""
    return sourced(
        f"prices, pay and hours listed in {myst.source(kb.report.source)}",
        {"courses.csv": "courses.csv", "clinician-posts.csv": "clinician-posts.csv"},
        note="Assumptions of ours are named with each figure.",
        to_root=to_root,
    )


def results_table(plan: PilotPlan) -> str:
    """Return both tables of a plan."""
    return myst.paragraphs(cost_table(plan), time_table(plan))


def cost_table(plan: PilotPlan) -> str:
    """Return what can be costed, low, central and high."""
    return myst.table(
        cost_caption(plan),
        ("Cost", "Low", "Central", "High", "How it is worked out"),
        [[myst.text(cell) for cell in _cells(row)] for row in cost_rows(plan)],
        css_class="kb-pilot-cost",
    )


def time_table(plan: PilotPlan) -> str:
    """Return people and time."""
    return myst.table(
        time_caption(plan),
        ("What", "Figure", "How it is worked out"),
        [[myst.text(cell) for cell in _cells(row)] for row in time_rows(plan)],
        css_class="kb-pilot-time",
    )


def _cells(row: TimeRow | CostRow) -> list[str]:
    return list(asdict(row).values())


def chart(plan: PilotPlan) -> str:
    """Return the costs as bars, in HTML; the table beside it holds the same figures."""
    series = [("Training", plan.training_cost), ("Pay of clinicians", plan.clinician_cost)]
    if plan.inputs.other_costs:
        series.append(("Other costs", plan.other_costs))
    most = plan.cost.high or 1
    bars = []
    spoken = []
    for name in ("low", "central", "high"):
        total = getattr(plan.cost, name)
        parts = [(label, getattr(cost, name)) for label, cost in series]
        segments = "".join(
            f'<span class="kb-seg kb-seg-{position}" style="width:{100 * part / most:.2f}%"></span>'
            for position, (_, part) in enumerate(parts, start=1)
        )
        bars.append(
            f'<div class="kb-bar"><span class="kb-bar-name">{name.capitalize()}</span>'
            f'<span class="kb-track">{segments}</span>'
            f'<span class="kb-bar-total">{pounds(total)}</span></div>'
        )
        spoken.append(
            f"{name}: {', '.join(f'{label.lower()} {pounds(part)}' for label, part in parts)}, "
            f"together {pounds(total)}"
        )
    key = "".join(
        f'<li><span class="kb-seg kb-seg-{position}"></span>{label}</li>'
        for position, (label, _) in enumerate(series, start=1)
    )
    return (
        '<figure class="kb-chart" id="pilot-chart">\n'
        "<figcaption>The costs that can be worked out, from the table above</figcaption>\n"
        f'<div role="img" aria-label="Bars of the cost. {escape("; ".join(spoken))}.">\n'
        + "\n".join(bars)
        + f'\n</div>\n<ul class="kb-key">{key}</ul>\n</figure>'
    )

"""The page Plan a pilot: a plan's figures, where each default comes from, what isn't costed."""

from __future__ import annotations

from knowledge_base.load import KnowledgeBase
from knowledge_base.model.blueprint import Measure
from knowledge_base.surfaces import myst
from knowledge_base.surfaces.statements import support
from knowledge_base.views.pilot_plan import (
    NOT_COSTED,
    PilotInputs,
    PilotPlan,
    Range,
    foundation_prices,
    sensitivity,
)


def inputs_table(kb: KnowledgeBase, inputs: PilotInputs) -> str:
    """Return what the plan is made from, and where each figure comes from."""
    training = kb.blueprint["training"].measures
    clinician = kb.blueprint["clinician"].measures
    supervision = kb.blueprint["group-supervision"].measures
    prices = foundation_prices(kb)
    cheapest = min(prices, key=lambda course: prices[course])
    dearest = max(prices, key=lambda course: prices[course])

    def from_measure(measures: dict[str, Measure], name: str) -> str:
        measure = measures[name]
        return support(measure.records, measure.sources, measure.location)

    ours = "**Our assumption**; put in your own."
    middle = "the central figure is the middle of the range, which is **our assumption**"
    rows = [
        ("Key workers", f"{inputs.key_workers}", ours),
        ("Time", f"{inputs.months} months", ours),
        (
            "Price of a place",
            _pounds(inputs.price_per_place),
            f"The cheapest, the median and the dearest of {len(prices)} foundation courses whose "
            f"price a person is given or can be worked out: {_course(kb, cheapest)} to "
            f"{_course(kb, dearest)}. See {myst.link('providers', '/book/plan/providers.md')}.",
        ),
        (
            "Hours of training a person",
            f"{inputs.contact_hours:g} with staff, {inputs.independent_hours:g} of own study",
            from_measure(training, "contact-hours-minimum"),
        ),
        (
            "Size of a supervision group",
            f"{inputs.group_size} people",
            from_measure(supervision, "group-size"),
        ),
        (
            "How often",
            inputs.frequency,
            "**Our assumption**: the report names weekly to quarterly and says that little is "
            "known about how often it should be.",
        ),
        (
            "Length of a session",
            _numbers(inputs.session_hours, "hours"),
            f"{from_measure(supervision, 'session-hours')}; {middle}.",
        ),
        (
            "Clinicians (full-time)",
            _numbers(inputs.clinicians),
            f"{from_measure(clinician, 'clinicians-per-local-authority')}; {middle}.",
        ),
        (
            "Pay of a clinician, a year",
            _pounds(inputs.salary),
            f"{from_measure(clinician, 'salary-range')}; {middle}.",
        ),
    ]
    return myst.table("What the plan is made from", ("What", "Figure", "Where it comes from"), rows)


def results_table(plan: PilotPlan) -> str:
    """Return what follows, with the arithmetic in view."""
    i = plan.inputs
    sessions_each = plan.sessions / plan.groups
    rows = [
        ("Training places", f"{plan.places:,}", "one a key worker"),
        (
            "Hours in training, all together",
            f"{plan.contact_hours:,.0f}",
            f"{i.key_workers} × {i.contact_hours:g} hours",
        ),
        (
            "Hours of own study, all together",
            f"{plan.independent_hours:,.0f}",
            f"{i.key_workers} × {i.independent_hours:g} hours",
        ),
        (
            "Supervision groups",
            f"{plan.groups:,}",
            f"{i.key_workers} ÷ {i.group_size}, rounded up",
        ),
        (
            "Supervision sessions",
            f"{plan.sessions:,.0f}",
            f"{plan.groups} groups × {sessions_each:g} sessions",
        ),
        (
            "Key workers' hours in supervision",
            _numbers(plan.supervision_hours),
            f"{i.key_workers} × {sessions_each:g} sessions × {_numbers(i.session_hours)} hours",
        ),
        (
            "Clinicians' hours in sessions",
            _numbers(plan.clinician_session_hours),
            f"{plan.sessions:,.0f} sessions × {_numbers(i.session_hours)} hours, "
            "one clinician a session",
        ),
        (
            "Cost of training",
            _pounds(plan.training_cost),
            f"{plan.places} places × {_pounds(i.price_per_place)}",
        ),
        (
            "Pay of clinicians",
            _pounds(plan.clinician_cost),
            f"{_numbers(i.clinicians)} × {_pounds(i.salary)} × {i.months}/12",
        ),
        ("**Both together**", f"**{_pounds(plan.cost)}**", "low with low, high with high"),
    ]
    return myst.table(
        f"What {i.key_workers} key workers would need over {i.months} months (low, central, high)",
        ("What", "Figure", "How it is worked out"),
        rows,
    )


_INPUT_LABELS = {
    "price_per_place": "Price of a place",
    "clinicians": "Number of clinicians",
    "salary": "Pay of a clinician",
}


def sensitivity_table(inputs: PilotInputs) -> str:
    """Return how far each uncertain input moves the total cost, the strongest first."""
    return myst.table(
        "Total cost when one input changes and all others stay at their central figures",
        ("Input", "At its low end", "Central", "At its high end", "Moves the total by"),
        [
            (
                _INPUT_LABELS[name],
                f"£{total.low:,.0f}",
                f"£{total.central:,.0f}",
                f"£{total.high:,.0f}",
                f"£{total.high - total.low:,.0f}",
            )
            for name, total in sensitivity(inputs).items()
        ],
    )


def not_costed() -> str:
    """Return what a pilot will also cost and the report gives no figure for."""
    return myst.bullets(myst.text(item[:1].upper() + item[1:]) for item in NOT_COSTED)


def _course(kb: KnowledgeBase, place: str) -> str:
    provider, _, course = place.partition("/")
    entry = kb.providers[provider]
    return f"{myst.text(entry.name)}, {myst.text(entry.courses[course].name)}"


def _pounds(amount: Range) -> str:
    return " / ".join(f"£{value:,.0f}" for value in (amount.low, amount.central, amount.high))


def _numbers(amount: Range, unit: str = "") -> str:
    values = " / ".join(f"{value:,g}" for value in (amount.low, amount.central, amount.high))
    return f"{values} {unit}".strip()

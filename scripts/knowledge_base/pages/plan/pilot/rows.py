"""A plan in words and rows, as plain text.

The page's script writes other plans into the same tables. What the tables say is therefore
written twice, here and in `browser/pilot/rows.js`; a browser test holds the two to each other.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.model.range import Range
from knowledge_base.views.catalogue import Offer
from knowledge_base.views.pilot_plan import (
    CYCLE_WEEKS,
    SESSIONS_PER_YEAR,
    WEEKS,
    PilotInputs,
    PilotPlan,
    groups_to_buy,
    training_price,
)
from knowledge_base.wording.numbers import (
    figure,
    of,
    of_span,
    pounds,
    pounds_span,
    price,
    rounded,
    short,
    span,
)

FULL_TIME = 100
"""Per cent of paid time: more can't be worked."""
NEARLY_ALL = 80
"""Per cent of paid time from which the page says that little is left; our choice."""


@dataclass(frozen=True)
class TimeRow:
    """A line of the table of people and time, as plain text."""

    what: str
    figure: str
    how: str


@dataclass(frozen=True)
class CostRow:
    """A line of the table of costs, as plain text."""

    what: str
    low: str
    central: str
    high: str
    how: str


def summary(plan: PilotPlan) -> str:
    """Return the plan in a sentence, as plain text."""
    sessions = f"{figure(plan.sessions_a_month)} session{'s' if plan.sessions_a_month != 1 else ''}"
    return (
        f"{of(plan.inputs.key_workers, 'key worker')} over "
        f"{of(plan.inputs.months, 'month')} would need "
        f"{of(plan.places, 'training place')}, {of(plan.groups, 'supervision group')} with "
        f"{sessions} a month between them, and "
        f"{of_span(plan.inputs.clinicians, 'full-time clinician')}. Training and clinicians’ pay "
        f"come to between {pounds(plan.cost.low)} and {pounds(plan.cost.high)}, with "
        f"{pounds(plan.cost.central)} in the middle"
        f"{'; the low end has a price that only starts there' if starts_there(plan) else ''}. "
        "Costs that can’t be worked out from the report come on top."
    )


def starts_there(plan: PilotPlan) -> bool:
    """Whether the low cost of training rests on a price that only starts there."""
    prices = [(training_price(plan.inputs, offer), offer) for offer in plan.inputs.offers]
    return any(price == plan.training_cost.low and offer.at_least for price, offer in prices)


def warning(plan: PilotPlan) -> str:
    """Return what is wrong where sessions would take (nearly) all that clinicians are paid for."""
    share, people = plan.clinician_share, plan.inputs.clinicians
    if share.high <= FULL_TIME:
        return (
            f"With the central figures, sessions take {figure(share.central)} per cent of the "
            f"clinicians’ paid time.{_LITTLE_LEFT}"
            if share.central > NEARLY_ALL
            else ""
        )
    also = ""
    if share.low > FULL_TIME:
        also = (
            f" With the most clinicians and the shortest sessions they take {figure(share.low)} "
            "per cent."
        )
    elif share.central > FULL_TIME:
        also = f" With the central figures they take {figure(share.central)} per cent."
    elif share.central > NEARLY_ALL:
        also = (
            f" With the central figures they take {figure(share.central)} per cent.{_LITTLE_LEFT}"
        )
    return (
        f"Too few clinicians in some cases: with the fewest ({short(people.low)}) and the longest "
        f"sessions, sessions take {figure(share.high)} per cent of the clinicians’ paid time, "
        f"which is more than there is.{also} The low cost pays for the fewest clinicians."
    )


_LITTLE_LEFT = " That leaves little for their other work, and for leave."


def time_rows(plan: PilotPlan) -> tuple[TimeRow, ...]:
    """Return people and time, with the arithmetic."""
    i = plan.inputs
    workers = of(i.key_workers, "key worker")
    a_year = f"{SESSIONS_PER_YEAR[i.frequency]} a year"
    if i.weeks_off:
        a_year += f" × {short(WEEKS - i.weeks_off)} of {WEEKS} weeks"
    teams = f"in each of {short(i.teams)} teams, " if i.teams > 1 else ""
    clinicians = f"{of(i.clinicians_per_session, 'clinician')} × "
    prepared = f"({span(i.session_hours)} + {short(i.preparation_hours)} of preparation) hours"
    length = prepared if i.preparation_hours else of_span(i.session_hours, "hour")
    bought, why = _training_groups(plan)
    return (
        TimeRow("Training places", short(plan.places), "one for each key worker"),
        TimeRow("Course groups to buy", bought, why),
        TimeRow(
            "Days of training, all together",
            rounded(plan.training_days),
            f"{workers} × {of_span(i.training_days, 'day')}",
        ),
        TimeRow(
            "Hours with course staff, all together",
            figure(plan.contact_hours),
            f"{workers} × {of(i.contact_hours, 'hour')}",
        ),
        TimeRow(
            "Hours of own study, all together",
            figure(plan.independent_hours),
            f"{workers} × {of(i.independent_hours, 'hour')}; the report does not say whether "
            "this is done in working time",
        ),
        TimeRow(
            "Supervision groups",
            short(plan.groups),
            f"{teams}key workers ÷ {short(i.group_size)} in a group, rounded up",
        ),
        TimeRow(
            "Sessions a month, all groups",
            figure(plan.sessions_a_month),
            f"{of(plan.groups, 'group')} × {a_year} ÷ 12 months",
        ),
        TimeRow(
            "Sessions over the whole time, all groups",
            figure(plan.sessions),
            f"{of(plan.groups, 'group')} × {a_year} × {short(i.months)}/12",
        ),
        TimeRow(
            "Hours of supervision a month, one key worker",
            rounded(plan.worker_hours_a_month),
            f"{a_year} ÷ 12 months × {of_span(i.session_hours, 'hour')}",
        ),
        TimeRow(
            "Hours of supervision over the whole time, all key workers",
            rounded(plan.supervision_hours),
            f"{workers} × {of(plan.sessions_each, 'session')} × {of_span(i.session_hours, 'hour')}",
        ),
        TimeRow(
            "Hours of key workers, all together",
            rounded(plan.worker_hours),
            "with course staff + own study + supervision; for one key worker "
            f"{rounded(plan.worker_hours.times(1 / i.key_workers))}",
        ),
        TimeRow(
            f"Minutes for each family, once in {CYCLE_WEEKS} weeks",
            rounded(plan.family_minutes),
            f"a group’s hours in {CYCLE_WEEKS} weeks ÷ its families, with "
            f"{of(i.families, 'family', 'families')} for each key worker",
        ),
        TimeRow(
            "Clinicians’ hours in sessions a month",
            rounded(plan.clinician_hours_a_month),
            f"sessions a month × {clinicians}{length}",
        ),
        TimeRow(
            "Clinicians’ hours in sessions over the whole time",
            rounded(plan.clinician_hours),
            f"sessions over the whole time × {clinicians}{length}",
        ),
        TimeRow(
            "Share of the clinicians’ paid time that this takes",
            f"{rounded(plan.clinician_share)} per cent",
            f"those hours ÷ ({of_span(i.clinicians, 'clinician')} × "
            f"{of_span(i.weekly_hours, 'hour')} a week × {WEEKS} weeks × {short(i.months)}/12); "
            "low is the shortest sessions with the most clinicians, high the longest with the "
            "fewest",
        ),
    )


def _training_groups(plan: PilotPlan) -> tuple[str, str]:
    sizes = [offer.places for offer in plan.inputs.offers if offer.places > 1]
    if not sizes:
        return "None", "places are bought one by one"
    low, high = plan.training_groups.low, plan.training_groups.high
    bought = short(low) if low == high else f"{short(low)} to {short(high)}"
    if len(plan.inputs.offers) == 1:
        return bought, f"key workers ÷ {short(sizes[0])} places, rounded up"
    return bought, (
        f"for the {short(len(sizes))} of {short(len(plan.inputs.offers))} courses sold by the "
        "group: key workers ÷ places, rounded up"
    )


def cost_rows(plan: PilotPlan) -> tuple[CostRow, ...]:
    """Return the costs, with the arithmetic."""
    i = plan.inputs
    on_cost = f" × (1 + {short(i.on_cost_percent)}/100)" if i.on_cost_percent else ""
    rows = [
        _cost_row("Training", plan.training_cost, _training_how(plan)),
        _cost_row(
            "Pay of clinicians",
            plan.clinician_cost,
            f"{span(i.clinicians)} full-time × {pounds_span(i.salary)} a year × "
            f"{short(i.months)}/12{on_cost}",
        ),
    ]
    if i.other_costs:
        rows.append(_cost_row("Other costs", plan.other_costs, "your own figure"))
    rows.append(
        _cost_row("All together", plan.cost, "low with low, central with central, high with high")
    )
    rows.append(
        _cost_row(
            "For one key worker",
            plan.cost.times(1 / i.key_workers),
            f"all together ÷ {short(i.key_workers)}",
        )
    )
    return tuple(rows)


def _cost_row(what: str, cost: Range, how: str) -> CostRow:
    return CostRow(what, pounds(cost.low), pounds(cost.central), pounds(cost.high), how)


def _training_how(plan: PilotPlan) -> str:
    offers = plan.inputs.offers
    if len(offers) > 1:
        return (
            f"the cheapest, the median and the dearest of {short(len(offers))} courses for "
            f"{of(plan.inputs.key_workers, 'key worker')}"
            + ("; the price of the cheapest starts at this" if starts_there(plan) else "")
        )
    return offer_how(plan.inputs, offers[0])


def offer_how(inputs: PilotInputs, offer: Offer) -> str:
    """Return how the cost of an offer is worked out, as plain text."""
    workers = inputs.key_workers
    vat = f" × (1 + {short(inputs.vat_percent)}/100 VAT)" if offer.plus_vat else ""
    vat += ", at least" if offer.at_least else ""
    if offer.places == 1:
        return f"{short(workers)} × {price(offer.amount)}{vat}"
    if inputs.whole_groups:
        groups = of(groups_to_buy(workers, offer), "group")
        return f"{groups} of {short(offer.places)} × {price(offer.amount)}{vat}"
    return f"{short(workers)} ÷ {short(offer.places)} × {price(offer.amount)}{vat}"


def cost_caption(plan: PilotPlan) -> str:
    """Return the caption of the table of costs."""
    return (
        f"What can be costed for {of(plan.inputs.key_workers, 'key worker')} over "
        f"{of(plan.inputs.months, 'month')} (course prices of 2023)"
    )


def time_caption(plan: PilotPlan) -> str:
    """Return the caption of the table of people and time."""
    return (
        f"Places, groups and time for {of(plan.inputs.key_workers, 'key worker')} over "
        f"{of(plan.inputs.months, 'month')}"
    )


def courses_caption(plan: PilotPlan) -> str:
    """Return the caption of the table of courses."""
    return (
        f"What each course with a known price would cost for "
        f"{of(plan.inputs.key_workers, 'key worker')} (prices of 2023)"
    )

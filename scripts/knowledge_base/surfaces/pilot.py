"""The page Plan a pilot: a plan's figures, where each default comes from, what isn't costed.

The page is whole without scripts: the tables show an example, computed here. With scripts its
form computes other plans into the same tables. What the tables say is therefore written twice,
here and in `assets/pilot_page.js`; a browser test holds the two to each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from html import escape
from math import floor

from knowledge_base.load import KnowledgeBase
from knowledge_base.model.blueprint import Measure
from knowledge_base.surfaces import myst
from knowledge_base.surfaces.html import as_json, course_anchor, raw, record_links
from knowledge_base.surfaces.sourced import sourced
from knowledge_base.surfaces.statements import support
from knowledge_base.views.catalogue import CourseRow, Offer
from knowledge_base.views.pilot_plan import (
    CYCLE_WEEKS,
    FIELDS,
    MOST_PRICE,
    NOT_COSTED,
    RANGES,
    SESSIONS_PER_YEAR,
    WEEKS,
    Field,
    Frequency,
    PilotInputs,
    PilotPlan,
    Range,
    default_inputs,
    foundation_courses,
    groups_to_buy,
    pilot_plan,
    priced_courses,
    sensitivity,
    training_price,
)

FREQUENCY_LABELS: dict[Frequency, str] = {
    "weekly": "Every week",
    "fortnightly": "Every fortnight",
    "monthly": "Every month",
    "quarterly": "Every quarter",
}

FULL_TIME = 100
"""Per cent of paid time: more can't be worked."""
NEARLY_ALL = 80
"""Per cent of paid time from which the page says that little is left; our choice."""

ALL_COURSES = "all"
OWN_PRICE = "own"


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
        f"{_of(plan.inputs.key_workers, 'key worker')} over "
        f"{_of(plan.inputs.months, 'month')} would need "
        f"{_of(plan.places, 'training place')}, {_of(plan.groups, 'supervision group')} with "
        f"{sessions} a month between them, and "
        f"{_of_span(plan.inputs.clinicians, 'full-time clinician')}. Training and clinicians’ pay "
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
    workers = _of(i.key_workers, "key worker")
    a_year = f"{SESSIONS_PER_YEAR[i.frequency]} a year"
    if i.weeks_off:
        a_year += f" × {short(WEEKS - i.weeks_off)} of {WEEKS} weeks"
    teams = f"in each of {short(i.teams)} teams, " if i.teams > 1 else ""
    clinicians = f"{_of(i.clinicians_per_session, 'clinician')} × "
    prepared = f"({span(i.session_hours)} + {short(i.preparation_hours)} of preparation) hours"
    length = prepared if i.preparation_hours else _of_span(i.session_hours, "hour")
    bought, why = _training_groups(plan)
    return (
        TimeRow("Training places", short(plan.places), "one for each key worker"),
        TimeRow("Course groups to buy", bought, why),
        TimeRow(
            "Days of training, all together",
            rounded(plan.training_days),
            f"{workers} × {_of_span(i.training_days, 'day')}",
        ),
        TimeRow(
            "Hours with course staff, all together",
            figure(plan.contact_hours),
            f"{workers} × {_of(i.contact_hours, 'hour')}",
        ),
        TimeRow(
            "Hours of own study, all together",
            figure(plan.independent_hours),
            f"{workers} × {_of(i.independent_hours, 'hour')}; the report does not say whether "
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
            f"{_of(plan.groups, 'group')} × {a_year} ÷ 12 months",
        ),
        TimeRow(
            "Sessions over the whole time, all groups",
            figure(plan.sessions),
            f"{_of(plan.groups, 'group')} × {a_year} × {short(i.months)}/12",
        ),
        TimeRow(
            "Hours of supervision a month, one key worker",
            rounded(plan.worker_hours_a_month),
            f"{a_year} ÷ 12 months × {_of_span(i.session_hours, 'hour')}",
        ),
        TimeRow(
            "Hours of supervision over the whole time, all key workers",
            rounded(plan.supervision_hours),
            f"{workers} × {_of(plan.sessions_each, 'session')} × "
            f"{_of_span(i.session_hours, 'hour')}",
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
            f"{_of(i.families, 'family', 'families')} for each key worker",
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
            f"those hours ÷ ({_of_span(i.clinicians, 'clinician')} × "
            f"{_of_span(i.weekly_hours, 'hour')} a week × {WEEKS} weeks × {short(i.months)}/12); "
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
            f"{span(i.clinicians)} full-time × {_pounds_span(i.salary)} a year × "
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
            f"{_of(plan.inputs.key_workers, 'key worker')}"
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
        groups = _of(groups_to_buy(workers, offer), "group")
        return f"{groups} of {short(offer.places)} × {price(offer.amount)}{vat}"
    return f"{short(workers)} ÷ {short(offer.places)} × {price(offer.amount)}{vat}"


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


def cost_caption(plan: PilotPlan) -> str:
    """Return the caption of the table of costs."""
    return (
        f"What can be costed for {_of(plan.inputs.key_workers, 'key worker')} over "
        f"{_of(plan.inputs.months, 'month')} (course prices of 2023)"
    )


def time_caption(plan: PilotPlan) -> str:
    """Return the caption of the table of people and time."""
    return (
        f"Places, groups and time for {_of(plan.inputs.key_workers, 'key worker')} over "
        f"{_of(plan.inputs.months, 'month')}"
    )


def courses_caption(plan: PilotPlan) -> str:
    """Return the caption of the table of courses."""
    return (
        f"What each course with a known price would cost for "
        f"{_of(plan.inputs.key_workers, 'key worker')} (prices of 2023)"
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


def courses_table(kb: KnowledgeBase, inputs: PilotInputs) -> str:
    """Return what each course with a known price would cost for these key workers."""
    rows = []
    for course_id, row in priced_courses(kb).items():
        if row.offer is None:
            continue
        cost = training_price(inputs, row.offer)
        rows.append(
            (
                myst.link(
                    f"{row.provider.name}: {row.course.name}",
                    f"#{course_anchor(course_id)}",
                ),
                myst.text(kb.label("course-level", row.course.level)),
                _price_given(row),
                myst.text(offer_how(inputs, row.offer)),
                pounds(cost),
                price(cost / inputs.key_workers),
            )
        )
    return myst.table(
        courses_caption(pilot_plan(inputs)),
        (
            "Course",
            "Level",
            "Price as given",
            "How it is worked out",
            "All together",
            "One key worker",
        ),
        rows,
        css_class="kb-pilot-courses",
    )


def _price_given(row: CourseRow) -> str:
    given, note = row.course.cost.as_given, row.course.cost.note
    return f"{myst.text(given)} *{myst.text(note)}*" if note else myst.text(given)


# Where the figures come from


@dataclass(frozen=True)
class Origin:
    """Where a default comes from."""

    measure: Measure | None = None
    """A number of the blueprint, with its records."""
    records: tuple[str, ...] = ()
    """Records that say why the figure matters."""
    ours: str = ""
    """Why we chose it, where it is an assumption of ours in whole or in part."""


def origins(kb: KnowledgeBase) -> dict[str, Origin]:
    """Return where each input's default comes from, by the input's name."""
    training = kb.blueprint["training"].measures
    clinician = kb.blueprint["clinician"].measures
    supervision = kb.blueprint["group-supervision"].measures
    middle = "That the central figure is the middle of the range."
    standard = (
        "That a course gives AFT’s least, and no more, unless the chosen course gives its own."
    )
    return {
        "key_workers": Origin(ours="A round number. Put in your own."),
        "teams": Origin(
            ours="One team, so that groups can be filled from everybody. Teams change the number "
            "of groups, because no group is mixed."
        ),
        "families": Origin(
            records=_present(kb, "greenwich-nd-four-week-cycle"),
            ours="A round number: the report gives no caseload. It changes only how long a group "
            "has for each family, if all are to be discussed in four weeks as in Greenwich.",
        ),
        "months": Origin(
            ours="A year, with groups meeting and clinicians paid from the first month to the last."
        ),
        "course": Origin(
            ours="All foundation courses whose price is known: the cheapest is low, the median "
            "central, the dearest high."
        ),
        "whole_groups": Origin(
            ours="A price for a group is taken to be paid in full, even where places stay empty, "
            "and the largest group that it allows is taken to be full before another is bought."
        ),
        "vat_percent": Origin(
            ours="The report names no rate. Put in 0 if your area does not bear VAT. Where the "
            "report does not say whether a price includes VAT, none is added."
        ),
        "training_days": Origin(
            training.get("course-days"),
            ours=f"{middle} A chosen course brings its own days, where they are reported.",
        ),
        "contact_hours": Origin(training["contact-hours-minimum"], ours=standard),
        "independent_hours": Origin(training["independent-study-hours-minimum"], ours=standard),
        "group_size": Origin(
            supervision["group-size"],
            ours="Taken as the most that a group holds, without the clinician and the chair, "
            "which the report leaves open.",
        ),
        "frequency": Origin(
            records=_present(
                kb, "burridge-2023-range-of-frequencies", "greenwich-nd-weekly-meetings"
            ),
            ours="The report names weekly to quarterly and recommends none. Weekly is what "
            "Greenwich does.",
        ),
        "weeks_off": Origin(ours="None, as the report does not mention any."),
        "session_hours": Origin(
            supervision["session-hours"],
            ours=f"{middle} The hours are of social work units, not of Early Help.",
        ),
        "clinicians_per_session": Origin(
            records=_present(kb, "bostock-2017-clinician-attends"),
            ours="That one attends where possible is recommended; that it is every session, "
            "and one clinician, is ours.",
        ),
        "preparation_hours": Origin(ours="None, as the report gives no figure."),
        "clinicians": Origin(
            clinician["clinicians-per-local-authority"],
            records=_present(kb, "burridge-2023-clinician-number-and-team-size"),
            ours=f"{middle} The report’s estimate depends on the size of the team, but it gives no "
            "ratio. So the number stays the same, however many key workers you put in.",
        ),
        "weekly_hours": Origin(
            clinician.get("weekly-hours"), ours=f"{middle} Leave counts as paid."
        ),
        "salary": Origin(clinician["salary-range"], ours=f"{middle} {lowest_pay(kb)}".strip()),
        "on_cost_percent": Origin(ours="Nothing added, as the report gives no figure."),
        "other_costs": Origin(ours="Nothing, until you put in a sum for what isn’t costed."),
    }


def lowest_pay(kb: KnowledgeBase) -> str:
    """Return which of the posts on the report's list is paid least, as plain text."""
    posts = kb.clinician_posts.values()
    post = min(posts, key=lambda post: post.salary_low, default=None)
    if post is None:
        return ""
    band = f" ({post.band})" if post.band else ""
    return (
        f"The lowest pay among the posts that the report lists is that of a {post.title}{band}, "
        f"from {pounds(post.salary_low)}."
    )


def _present(kb: KnowledgeBase, *record_ids: str) -> tuple[str, ...]:
    return tuple(record_id for record_id in record_ids if record_id in kb.records)


def inputs_table(kb: KnowledgeBase, inputs: PilotInputs) -> str:
    """Return what the plan is made from, and where each figure comes from."""
    labels = {field.name: field.label for field in FIELDS}
    labels |= {
        "course": "Course",
        "whole_groups": "Groups bought whole",
        "frequency": "How often a group meets",
    }
    rows = []
    for name, origin in origins(kb).items():
        pieces = []
        if origin.measure is not None:
            measure = origin.measure
            pieces.append(support(measure.records, measure.sources, measure.location))
        if origin.records:
            pieces.append(support(origin.records, (), None))
        if origin.ours:
            pieces.append(f"**Our assumption:** {myst.text(origin.ours)}")
        # In the order of `_data`'s sources: the script writes a changed figure into its row.
        rows.append((myst.text(labels[name]), _default_shown(kb, inputs, name), " ".join(pieces)))
    return myst.table(
        "What the plan is made from, and where each default comes from",
        ("What", "Figure", "Where the default comes from"),
        rows,
        css_class="kb-pilot-inputs",
    )


def _default_shown(kb: KnowledgeBase, inputs: PilotInputs, name: str) -> str:
    if name == "course":
        return f"All {len(foundation_courses(kb))} foundation courses with a known price"
    value = getattr(inputs, name)
    if name == "whole_groups":
        return "Yes" if value else "No"
    if name == "frequency":
        return FREQUENCY_LABELS[value]
    unit = next(field.unit for field in FIELDS if field.name == name)
    if unit.startswith(_POUNDS):
        shown = _pounds_span(value) if isinstance(value, Range) else price(value)
        return myst.text(shown + unit[len(_POUNDS) :])
    return myst.text(f"{span(value) if isinstance(value, Range) else short(value)} {unit}".strip())


_POUNDS = "pounds"


# The form


_MAIN = ("key_workers", "months")
_SECTIONS = (
    ("Teams and families", ("teams", "families")),
    (
        "Training: days, hours, VAT",
        ("whole_groups", "vat_percent", "training_days", "contact_hours", "independent_hours"),
    ),
    ("Group supervision: size, length, weeks off", ("group_size", "session_hours", "weeks_off")),
    (
        "Clinicians: how many, pay, hours",
        (
            "clinicians",
            "salary",
            "on_cost_percent",
            "weekly_hours",
            "clinicians_per_session",
            "preparation_hours",
        ),
    ),
    ("Other costs", ("other_costs",)),
)


def form(kb: KnowledgeBase) -> str:
    """Return the form, hidden until a script makes it work, with all that the script needs."""
    origin_of = origins(kb)
    by_name = {field.name: field for field in FIELDS}

    def control(name: str) -> str:
        origin = _origin_html(kb, origin_of[name], name)
        if name == "course":
            return _course_control(kb, origin)
        if name == "frequency":
            options = "".join(
                f'<option value="{value}">{label}</option>'
                for value, label in FREQUENCY_LABELS.items()
            )
            return _single(
                name, "How often a group meets", "", f"<select {{}}>{options}</select>", origin
            )
        if name == "whole_groups":
            return (
                f'<div class="kb-field" data-field="{name}">'
                f'<label class="kb-check"><input type="checkbox" id="pilot-{name}" '
                f'aria-describedby="pilot-{name}-from"> '
                "Pay for whole groups, even where places stay empty</label>"
                f"{origin}</div>"
            )
        return _number_control(by_name[name], origin)

    sections = "\n".join(
        f'<details><summary>{title}</summary>\n<div class="kb-fields">\n'
        + "\n".join(control(name) for name in names)
        + "\n</div></details>"
        for title, names in _SECTIONS
    )
    main = "\n".join(control(name) for name in (*_MAIN, "course", "frequency"))
    return raw(
        '<form id="pilot-form" class="kb-form" hidden novalidate aria-label="Your pilot">\n'
        f'<div class="kb-fields kb-fields-main">\n{main}\n</div>\n'
        "<p>Every other figure has a default, too. Open a part to see it, where it comes from, "
        "and to change it.</p>\n"
        f"{sections}\n"
        '<div class="kb-problems" id="pilot-problems" hidden></div>\n'
        '<p class="kb-buttons">'
        '<button type="button" id="pilot-csv">Download as CSV</button> '
        '<button type="button" id="pilot-link">Copy a link to this plan</button> '
        '<button type="button" id="pilot-reset">Back to the defaults</button></p>\n'
        '<p class="kb-status" id="pilot-status" role="status"></p>\n'
        "</form>\n"
        '<p id="pilot-no-script">Without scripts, the figures below stay those of the example. '
        "The notebook Plan a pilot in Python does the same.</p>\n"
        f'<script type="application/json" id="pilot-data">{_data(kb)}</script>'
    )


def _number_control(field: Field, origin: str) -> str:
    if field.name not in RANGES:
        box = '<input type="text" inputmode="decimal" autocomplete="off" {}>'
        return _single(field.name, field.label, field.unit, box, origin)
    described = f'aria-describedby="pilot-{field.name}-from pilot-{field.name}-error"'
    boxes = "".join(
        f'<span class="kb-third"><label for="pilot-{field.name}_{end}">{end.capitalize()}</label>'
        f'<input type="text" inputmode="decimal" autocomplete="off" '
        f'id="pilot-{field.name}_{end}" {described}></span>'
        for end in ("low", "central", "high")
    )
    return (
        f'<fieldset class="kb-field" data-field="{field.name}">'
        f'<legend>{escape(field.label)} <span class="kb-unit">{escape(field.unit)}</span></legend>'
        f'<div class="kb-range">{boxes}</div>{_error(field.name)}{origin}</fieldset>'
    )


def _single(name: str, label: str, unit: str, control: str, origin: str) -> str:
    attributes = f'id="pilot-{name}" aria-describedby="pilot-{name}-from pilot-{name}-error"'
    told = f' <span class="kb-unit">{escape(unit)}</span>' if unit else ""
    return (
        f'<div class="kb-field" data-field="{name}">'
        f'<label for="pilot-{name}">{escape(label)}{told}</label>'
        f"{control.format(attributes)}{_error(name)}{origin}</div>"
    )


def _error(name: str) -> str:
    return f'<p class="kb-error" id="pilot-{name}-error" hidden></p>'


def _course_control(kb: KnowledgeBase, origin: str) -> str:
    foundation = foundation_courses(kb)
    others = {k: row for k, row in priced_courses(kb).items() if k not in foundation}

    def options(rows: dict[str, CourseRow]) -> str:
        return "".join(
            f'<option value="{escape(course_id)}">'
            f"{escape(f'{row.provider.name}: {row.course.name} ({row.course.cost.as_given})')}"
            "</option>"
            for course_id, row in rows.items()
        )

    select = (
        (
            f'<select {{}}><option value="{ALL_COURSES}">All {len(foundation)} foundation courses '
            "with a known price</option>"
            f'<optgroup label="One foundation course">{options(foundation)}</optgroup>'
            f'<optgroup label="Other courses with a known price">{options(others)}</optgroup>'
            f'<option value="{OWN_PRICE}">A price of your own</option></select>'
        )
        .replace("{", "{{")
        .replace("}", "}}")
        .replace("{{}}", "{}")
    )
    own = (
        '<div class="kb-fields" id="pilot-own" hidden>'
        + _single(
            "own_amount",
            "Your price",
            "pounds",
            '<input type="text" inputmode="decimal" autocomplete="off" {}>',
            '<p class="kb-from" id="pilot-own_amount-from">From a quotation of your own.</p>',
        )
        + _single(
            "own_places",
            "Places that it covers",
            "people",
            '<input type="text" inputmode="decimal" autocomplete="off" {}>',
            '<p class="kb-from" id="pilot-own_places-from">1 for a price a person.</p>',
        )
        + '<div class="kb-field"><label class="kb-check"><input type="checkbox" '
        'id="pilot-own_plus_vat"> VAT comes on top</label></div></div>'
    )
    return _single("course", "Course", "", select, origin) + own


def _origin_html(kb: KnowledgeBase, origin: Origin, name: str) -> str:
    records = origin.measure.records if origin.measure is not None else origin.records
    links = record_links(kb, records)
    told = "From" if origin.measure is not None else "See"
    pieces = [f"{told} {links}."] if links else []
    if origin.ours:
        pieces.append(f"<strong>Our assumption:</strong> {escape(origin.ours)}")
    return f'<p class="kb-from" id="pilot-{name}-from">{" ".join(pieces)}</p>'


def _data(kb: KnowledgeBase) -> str:
    defaults = {"all": asdict(default_inputs(kb))} | {
        course_id: asdict(default_inputs(kb, course=course_id)) for course_id in priced_courses(kb)
    }
    base = defaults["all"]
    courses = {
        course_id: {
            "label": f"{row.provider.name}: {row.course.name}",
            "offer": asdict(row.offer) if row.offer else None,
            "defaults": {
                key: value
                for key, value in defaults[course_id].items()
                if key != "offers" and value != base[key]
            },
        }
        for course_id, row in priced_courses(kb).items()
    }
    data = {
        "defaults": base,
        "courses": courses,
        "fields": [asdict(field) for field in FIELDS],
        "ranges": list(RANGES),
        "sources": {name: _origin_text(kb, origin) for name, origin in origins(kb).items()},
        "notCosted": list(NOT_COSTED),
        "mostPrice": MOST_PRICE,
        "limits": kb.report.limits_in_brief,
    }
    return as_json(data)


def _origin_text(kb: KnowledgeBase, origin: Origin) -> str:
    records = origin.measure.records if origin.measure is not None else origin.records
    pieces = [f"Records: {' '.join(records)}."] if records else []
    if origin.ours:
        pieces.append(f"Our assumption: {origin.ours}")
    return " ".join(pieces)


_INPUT_LABELS = {
    "offers": "Choice and price of the course",
    "vat_percent": "VAT where it comes on top: none, or as put in",
    "whole_groups": "Groups of a course: shared with others, or bought whole",
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
                pounds(total.low),
                pounds(total.central),
                pounds(total.high),
                pounds(total.high - total.low),
            )
            for name, total in sensitivity(inputs).items()
        ],
    )


def frequency_table(inputs: PilotInputs) -> str:
    """Return what each frequency of supervision would take of everybody's time."""
    rows = []
    for frequency, label in FREQUENCY_LABELS.items():
        plan = pilot_plan(replace(inputs, frequency=frequency))
        rows.append(
            (
                myst.text(label),
                figure(plan.sessions_a_month),
                rounded(plan.worker_hours_a_month),
                rounded(plan.clinician_hours_a_month),
                f"{rounded(plan.clinician_share)} per cent",
                rounded(plan.family_minutes),
            )
        )
    return myst.table(
        f"What each frequency would take for {_of(inputs.key_workers, 'key worker')}",
        (
            "How often",
            "Sessions a month",
            "Hours a month, one key worker",
            "Clinicians’ hours a month",
            "Share of clinicians’ paid time",
            f"Minutes for each family in {CYCLE_WEEKS} weeks",
        ),
        rows,
    )


def not_costed() -> str:
    """Return what a pilot will also cost and the report gives no figure for."""
    return myst.bullets(myst.text(item[:1].upper() + item[1:]) for item in NOT_COSTED)


# Numbers as text; the same in `assets/pilot_page.js`


WHOLE_FROM = 10
"""From here up, results have no decimals."""


def short(number: float) -> str:
    """Return a number with commas and at most two decimals, halves rounded up."""
    hundredths = floor(number * 100 + 0.5)
    whole, part = divmod(hundredths, 100)
    return f"{whole:,}" + (f".{part:02d}".rstrip("0") if part else "")


def figure(number: float) -> str:
    """Return a result no finer than is sensible: whole from ten up, else with one decimal."""
    return short(floor(number + 0.5) if number >= WHOLE_FROM else floor(number * 10 + 0.5) / 10)


def span(figures: Range, shown: Callable[[float], str] = short) -> str:
    """Return a range: `2 to 4 (central 3)`, or one number where there is only one."""
    low, central, high = shown(figures.low), shown(figures.central), shown(figures.high)
    return central if low == central == high else f"{low} to {high} (central {central})"


def rounded(figures: Range) -> str:
    """Return a range of results, each no finer than is sensible."""
    return span(figures, figure)


def pounds(amount: float) -> str:
    """Return pounds without pence, halves rounded up."""
    return f"£{floor(amount + 0.5):,}"


def price(amount: float) -> str:
    """Return pounds, with the pence where there are any."""
    pence = floor(amount * 100 + 0.5)
    return f"{pounds(pence // 100)}.{pence % 100:02d}" if pence % 100 else pounds(amount)


def about(amount: float) -> str:
    """Return pounds to the nearest thousand, where no more than a size is meant."""
    return f"about {pounds(1_000 * floor(amount / 1_000 + 0.5))}"


def _pounds_span(amount: Range) -> str:
    return span(amount, pounds)


def _of_span(figures: Range, one: str) -> str:
    told = span(figures)
    return f"{told} {one if told == '1' else one + 's'}"


def _of(number: float, one: str, many: str = "") -> str:
    return f"{short(number)} {one if number == 1 else many or one + 's'}"

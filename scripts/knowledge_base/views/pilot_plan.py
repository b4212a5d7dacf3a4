"""What an area would need for a pilot: places, hours, groups, clinicians and cost.

Every default comes from the blueprint or a course, or is named as an assumption of ours, and
all of them can be changed. What can't be costed from the report is listed, not guessed.

The page's script, `pages/plan/browser/pilot/arithmetic.js`, does it in the same order.
A test compares the two over random inputs, so a change here belongs there too.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from math import isfinite
from statistics import median
from typing import Any, Literal

from knowledge_base.model.blueprint import Measure
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.pilot_defaults import Frequency, Measured
from knowledge_base.model.plan_limits import MOST_PRICE, OF_INPUTS
from knowledge_base.model.range import Range, fixed
from knowledge_base.views.catalogue import CourseRow, Offer, catalogue
from knowledge_base.wording.sentences import wording

WORDING = wording("plan/pilot")

SESSIONS_PER_YEAR: dict[Frequency, int] = {
    "weekly": 52,
    "fortnightly": 26,
    "monthly": 12,
    "quarterly": 4,
}
"""In a year without weeks off."""

WEEKS = 52
CYCLE_WEEKS = 4
"""In Greenwich, each family is to be discussed once in so many weeks."""


@dataclass(frozen=True)
class PilotInputs:
    """What a plan is made from."""

    key_workers: int
    teams: int
    """Teams that the key workers are spread over evenly; no group has people of two teams."""
    families: float
    """Families that one key worker works with at a time."""
    months: float
    """For how long groups meet and clinicians are paid."""
    course_months: float
    """For how long a course runs; a shorter plan is told that it does not fit."""
    offers: tuple[Offer, ...]
    """The prices of training to choose from: one chosen course, or several to span a range."""
    whole_groups: bool
    """Whether a price for a group is paid in full when some of its places stay empty."""
    vat_percent: float
    """Per cent of VAT put on prices that say `plus VAT`, and on no others."""
    training_days: Range
    """Days of teaching, a person."""
    contact_hours: float
    """Hours of training with staff, a person."""
    independent_hours: float
    """Hours of independent study, a person."""
    group_size: int
    """Most people in a supervision group."""
    frequency: Frequency
    weeks_off: float
    """Weeks of the year in which no group meets."""
    session_hours: Range
    """Hours of one supervision session."""
    clinicians_per_session: float
    preparation_hours: float
    """A clinician's hours before and after each session."""
    clinicians: Range
    """Full-time clinicians."""
    weekly_hours: Range
    """Paid hours a week of a full-time clinician."""
    salary: Range
    """Pounds a year for one full-time clinician, without what an employer pays on top."""
    on_cost_percent: float
    """What an employer pays on top of a salary, in per cent of it."""
    reserve_percent: float
    """Per cent of clinicians' paid time that sessions are to leave free."""
    other_costs: float
    """Pounds for whatever the report gives no figure for."""
    advised_group_size: float
    """What the evidence recommends, beside what is put in."""
    level: str = ""
    """What the chosen course is, where it is of another level than the plan starts from."""
    unstated: tuple[str, ...] = ()
    """Which lengths the entry of the chosen course leaves out."""


@dataclass(frozen=True)
class PilotPlan:
    """What follows from the inputs."""

    inputs: PilotInputs
    places: int
    training_groups: Range
    """Groups to buy, over the offers that are sold by the group; zeros if none is."""
    training_days: Range
    """Key workers' days of teaching, all together."""
    contact_hours: float
    """Key workers' hours in training, all together."""
    independent_hours: float
    """Key workers' hours of independent study, all together."""
    groups: int
    """Supervision groups."""
    largest_group: int
    """People in the largest of them."""
    sessions_each: float
    """Sessions of one group over the whole time."""
    sessions: float
    """Sessions of all groups over the whole time."""
    sessions_a_month: float
    """Sessions of all groups in an average month."""
    worker_hours_a_month: Range
    """Hours in supervision of one key worker in an average month."""
    supervision_hours: Range
    """Key workers' hours in supervision over the whole time, all together."""
    worker_hours: Range
    """Key workers' hours with course staff, of own study and in supervision, all together."""
    family_minutes: Range
    """Minutes for each family, if all of a group's are discussed once in four weeks."""
    clinician_hours_a_month: Range
    """Clinicians' hours in sessions and preparing them, in an average month."""
    clinician_hours: Range
    """The same over the whole time."""
    clinician_share: Range
    """Those hours in per cent of the clinicians' paid hours."""
    low_total_share: Range
    """The same for the fewest clinicians, whom the low total pays for."""
    clinicians_needed: Range
    """Full-time clinicians whose paid time holds the sessions and the time to leave free."""
    training_cost: Range
    clinician_cost: Range
    other_costs: Range
    cost: Range
    """Pounds for all three over the whole time."""


@dataclass(frozen=True)
class Field:
    """What a number that is put in may be."""

    name: str
    """The name in `PilotInputs`; of a range, all three figures are meant."""
    least: float
    most: float
    whole: bool
    """Whether it must be a whole number."""


FIELDS = tuple(Field(name, *limits) for name, limits in OF_INPUTS.items())


def default_inputs(
    kb: KnowledgeBase,
    *,
    key_workers: int | None = None,
    months: float | None = None,
    frequency: Frequency | None = None,
    course: str | None = None,
) -> PilotInputs:
    """Return inputs from the evidence, for a chosen course or all that a plan starts from.

    ``course`` is `provider/course`. What is not given is as `pilot-defaults.yml` has it. Raises
    KeyError if the course has no price that can be worked out.
    """
    defaults = kb.pilot_defaults
    selected = priced_courses(kb)[course] if course else None
    rows = [selected] if selected else foundation_courses(kb).values()
    length = selected.course.length if selected else None
    level = selected.course.level if selected else defaults.course.level
    advised = kb.measure(defaults.group_size).central

    def own(field: str, default: Measured) -> Range:
        reported = getattr(length, field, None)
        return _range(kb.measure(default)) if reported is None else fixed(reported)

    return PilotInputs(
        key_workers=defaults.key_workers.value if key_workers is None else key_workers,
        teams=defaults.teams.value,
        families=defaults.families.value,
        months=defaults.months.value if months is None else months,
        course_months=defaults.course_months.value,
        offers=tuple(row.offer for row in rows if row.offer is not None),
        whole_groups=defaults.whole_groups.value,
        vat_percent=defaults.vat_percent.value,
        training_days=own("days", defaults.training_days),
        contact_hours=own("contact_hours", defaults.contact_hours).central,
        independent_hours=own("independent_study_hours", defaults.independent_hours).central,
        group_size=int(advised),
        frequency=frequency or defaults.frequency.value,
        weeks_off=defaults.weeks_off.value,
        session_hours=_range(kb.measure(defaults.session_hours)),
        clinicians_per_session=defaults.clinicians_per_session.value,
        preparation_hours=defaults.preparation_hours.value,
        clinicians=_range(kb.measure(defaults.clinicians)),
        weekly_hours=_range(kb.measure(defaults.weekly_hours)),
        salary=_range(kb.measure(defaults.salary)),
        on_cost_percent=defaults.on_cost_percent.value,
        reserve_percent=defaults.reserve_percent.value,
        other_costs=defaults.other_costs.value,
        advised_group_size=advised,
        level="" if level == defaults.course.level else _level(kb, level),
        unstated=tuple(
            noun
            for field, noun in WORDING.at("lengths").items()
            if selected and getattr(length, field) is None
        ),
    )


def _level(kb: KnowledgeBase, level: str) -> str:
    term = kb.vocabularies["course-level"][level]
    return f"{term.label}. {term.definition}"


def priced_courses(kb: KnowledgeBase) -> dict[str, CourseRow]:
    """Return the courses whose price can be worked out for any number of people, by id."""
    return {row.id: row for row in catalogue(kb) if row.offer is not None}


def foundation_courses(kb: KnowledgeBase) -> dict[str, CourseRow]:
    """Return those of the priced courses that a plan starts from, which are of one level."""
    level = kb.pilot_defaults.course.level
    return {place: row for place, row in priced_courses(kb).items() if row.course.level == level}


def problems(inputs: PilotInputs) -> tuple[tuple[str, str], ...]:
    """Return what keeps a plan from being made: the field's name and a plain message."""
    faults = [(f.name, fault) for f in FIELDS if (fault := _fault_of(inputs, f))]
    if not {"key_workers", "teams"} & {name for name, _ in faults} and (
        inputs.teams > inputs.key_workers
    ):
        faults.append(("teams", WORDING.say("problems.more-teams-than-workers")))
    for offer in inputs.offers:
        if not (isfinite(offer.amount) and 0 <= offer.amount <= MOST_PRICE):
            faults.append(("own_amount", WORDING.say("problems.price", most=MOST_PRICE)))
        if not (offer.places >= 1 and offer.places == int(offer.places)):
            faults.append(("own_places", WORDING.say("problems.places")))
    if not inputs.offers:
        faults.append(("own_amount", WORDING.say("problems.no-course")))
    return tuple(faults)


def _fault_of(inputs: PilotInputs, field: Field) -> str | None:
    value = getattr(inputs, field.name)
    figures = _figures(value) if isinstance(value, Range) else (value,)
    for figure in figures:
        if not isfinite(figure):
            return WORDING.say("problems.no-number")
        if field.whole and figure != int(figure):
            return WORDING.say("problems.not-whole")
        if not field.least <= figure <= field.most:
            return WORDING.say("problems.out-of-range", least=field.least, most=field.most)
    if list(figures) != sorted(figures):
        return WORDING.say("problems.not-in-order")
    return None


def pilot_plan(inputs: PilotInputs) -> PilotPlan:
    """Return what follows from the inputs. Raises ValueError if there are problems with them."""
    if faults := problems(inputs):
        raise ValueError("; ".join(f"{name}: {message}" for name, message in faults))
    workers = inputs.key_workers
    size = inputs.group_size
    groups = supervision_groups(workers, inputs.teams, size)
    a_year = SESSIONS_PER_YEAR[inputs.frequency] * (WEEKS - inputs.weeks_off) / WEEKS
    sessions_each = a_year * inputs.months / 12
    session = inputs.session_hours
    clinician_hours_each = session.plus(fixed(inputs.preparation_hours)).times(
        inputs.clinicians_per_session
    )
    clinician_hours = clinician_hours_each.times(groups * sessions_each)
    post = inputs.weekly_hours.times(WEEKS * inputs.months / 12)
    paid = _product(inputs.clinicians, post)
    supervision_hours = session.times(workers * sessions_each)
    training_cost = _spread([training_price(inputs, offer) for offer in inputs.offers])
    clinician_cost = (
        _product(inputs.clinicians, inputs.salary)
        .times(inputs.months / 12)
        .times(1 + inputs.on_cost_percent / 100)
    )
    other_costs = fixed(inputs.other_costs)
    return PilotPlan(
        inputs=inputs,
        places=workers,
        training_groups=_spread(
            [groups_to_buy(workers, offer) for offer in inputs.offers if offer.places > 1] or [0]
        ),
        training_days=inputs.training_days.times(workers),
        contact_hours=workers * inputs.contact_hours,
        independent_hours=workers * inputs.independent_hours,
        groups=groups,
        largest_group=_up(_up(workers, inputs.teams), _up(_up(workers, inputs.teams), size)),
        sessions_each=sessions_each,
        sessions=groups * sessions_each,
        sessions_a_month=groups * a_year / 12,
        worker_hours_a_month=session.times(a_year / 12),
        supervision_hours=supervision_hours,
        worker_hours=supervision_hours.plus(
            fixed(workers * inputs.contact_hours + workers * inputs.independent_hours)
        ),
        family_minutes=session.times(
            60 * a_year * CYCLE_WEEKS / WEEKS * groups / (workers * inputs.families)
        ),
        clinician_hours_a_month=clinician_hours_each.times(groups * a_year / 12),
        clinician_hours=clinician_hours,
        clinician_share=_share(clinician_hours, paid),
        low_total_share=_share(clinician_hours, post.times(inputs.clinicians.low)),
        clinicians_needed=_share(clinician_hours, post.times(100 - inputs.reserve_percent)),
        training_cost=training_cost,
        clinician_cost=clinician_cost,
        other_costs=other_costs,
        cost=training_cost.plus(clinician_cost).plus(other_costs),
    )


Capacity = Literal[
    "enough",
    "tight-at-worst",
    "short-at-worst",
    "tight-centrally",
    "short-centrally",
    "short-at-best",
]

FULL_TIME = 100
"""Per cent of paid time: more can't be worked."""
HARDLY_USED = 10
"""Per cent of paid time below which the page asks whether so many are needed; our choice."""
HOURS_A_DAY = 8
"""More hours with course staff than this do not fit into a day of teaching; our choice."""


def capacity(plan: PilotPlan) -> Capacity:
    """Return whether paid time holds the sessions and what is to be left free, and where not."""
    share, most = plan.clinician_share, FULL_TIME - plan.inputs.reserve_percent
    if share.low > FULL_TIME:
        return "short-at-best"
    if share.central > FULL_TIME:
        return "short-centrally"
    if share.central > most:
        return "tight-centrally"
    if share.high > FULL_TIME:
        return "short-at-worst"
    return "tight-at-worst" if share.high > most else "enough"


def rules(plan: PilotPlan) -> dict[str, object]:
    """Return what a plan must keep to for its figures to make sense, and whether it does."""
    inputs = plan.inputs
    a_year = SESSIONS_PER_YEAR[inputs.frequency] * (WEEKS - inputs.weeks_off) / WEEKS
    return {
        "capacity": capacity(plan),
        "is_low_total_staffed": plan.low_total_share.low <= FULL_TIME,
        "is_paid_time_used": plan.clinician_share.central >= HARDLY_USED,
        "fits_time_frame": inputs.months >= inputs.course_months,
        "fits_days": inputs.contact_hours <= HOURS_A_DAY * inputs.training_days.high,
        "is_group_as_advised": plan.largest_group <= inputs.advised_group_size,
        "is_cycle_kept": a_year * CYCLE_WEEKS >= WEEKS,
        "is_usual_level": not inputs.level,
    }


def starts_there(plan: PilotPlan) -> bool:
    """Whether the low cost of training rests on a price that only starts there."""
    prices = [(training_price(plan.inputs, offer), offer) for offer in plan.inputs.offers]
    return any(price == plan.training_cost.low and offer.at_least for price, offer in prices)


def supervision_groups(key_workers: int, teams: int, group_size: int) -> int:
    """Return how many groups there are if teams are as equal as can be and never mixed."""
    each, larger = divmod(key_workers, teams)
    return larger * _up(each + 1, group_size) + (teams - larger) * _up(each, group_size)


def groups_to_buy(key_workers: int, offer: Offer) -> int:
    """Return how often the offer's price must be paid so that everybody has a place."""
    return _up(key_workers, offer.places)


def training_price(inputs: PilotInputs, offer: Offer) -> float:
    """Return what the offer costs for all key workers, with VAT where that comes on top."""
    times = (
        groups_to_buy(inputs.key_workers, offer)
        if inputs.whole_groups
        else inputs.key_workers / offer.places
    )
    price = times * offer.amount
    return price * (1 + inputs.vat_percent / 100) if offer.plus_vat else price


def sensitivity(inputs: PilotInputs) -> dict[str, Range]:
    """Return for each uncertain input the total cost at its low, central and high figure.

    All other inputs are at their central figures. For VAT and for groups bought whole, low is
    without them. Sorted by how far the input moves the total.
    """
    plan = pilot_plan(inputs)
    central = plan.cost.central

    def total(**changes: Any) -> float:
        return pilot_plan(replace(inputs, **changes)).cost.central

    totals = {"offers": plan.training_cost.plus(fixed(central - plan.training_cost.central))}
    for name in ("clinicians", "salary"):
        figures = getattr(inputs, name)
        low, high = (total(**{name: fixed(end)}) for end in (figures.low, figures.high))
        totals[name] = Range(low, central, high)
    for name, without in (("vat_percent", 0), ("whole_groups", False)):
        totals[name] = Range(total(**{name: without}), central, central)
    return dict(sorted(totals.items(), key=lambda item: item[1].low - item[1].high))


def _figures(figures: Range) -> tuple[float, float, float]:
    return figures.low, figures.central, figures.high


RANGES = tuple(field.name for field in fields(PilotInputs) if field.type == "Range")
"""The inputs that are ranges."""


def _spread(figures: list[float]) -> Range:
    return Range(min(figures), median(figures), max(figures))


def _product(first: Range, second: Range) -> Range:
    return Range(first.low * second.low, first.central * second.central, first.high * second.high)


def _share(hours: Range, paid: Range) -> Range:
    """Return hours in per cent of paid ones: the least of the most, and the most of the least."""
    return Range(
        100 * hours.low / paid.high,
        100 * hours.central / paid.central,
        100 * hours.high / paid.low,
    )


def _up(people: int, size: int) -> int:
    """Return how many groups of a size hold everybody."""
    return -(-people // size)


def _range(measure: Measure) -> Range:
    low, high = measure.ends
    return Range(low, measure.central, high)

"""What an area would need for a pilot: places, hours, groups, clinicians and cost.

Every default comes from the blueprint, a course or a post, or is named as an assumption of
ours. Nothing that can't be costed from the report is guessed; it is listed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from statistics import median
from typing import Literal

from knowledge_base.load import KnowledgeBase
from knowledge_base.model.blueprint import Measure
from knowledge_base.views.catalogue import catalogue

Frequency = Literal["weekly", "fortnightly", "monthly", "quarterly"]

SESSIONS_PER_YEAR: dict[Frequency, int] = {
    "weekly": 52,
    "fortnightly": 26,
    "monthly": 12,
    "quarterly": 4,
}
"""Without weeks off; a plan that takes out holidays uses fewer."""


@dataclass(frozen=True)
class Range:
    """A low, a central and a high figure."""

    low: float
    central: float
    high: float

    def times(self, factor: float) -> Range:
        """Return the range with each figure multiplied."""
        return Range(self.low * factor, self.central * factor, self.high * factor)

    def plus(self, other: Range) -> Range:
        """Return the sum: low with low, central with central, high with high."""
        return Range(self.low + other.low, self.central + other.central, self.high + other.high)


@dataclass(frozen=True)
class PilotInputs:
    """What a plan is made from."""

    key_workers: int
    months: int
    group_size: int
    """People in a supervision group."""
    frequency: Frequency
    session_hours: Range
    """Hours of one supervision session."""
    clinicians: Range
    """Full-time clinicians."""
    salary: Range
    """Pounds a year for one full-time clinician, without what an employer pays on top."""
    price_per_place: Range
    """Pounds for training one key worker, before VAT where that comes on top."""
    contact_hours: float
    """Hours of training with staff, a person."""
    independent_hours: float
    """Hours of own study, a person."""


@dataclass(frozen=True)
class PilotPlan:
    """What follows from the inputs."""

    inputs: PilotInputs
    places: int
    contact_hours: float
    """Key workers' hours in training, all together."""
    independent_hours: float
    """Key workers' hours of own study, all together."""
    groups: int
    sessions: float
    """Sessions of all groups over the whole time."""
    supervision_hours: Range
    """Key workers' hours in supervision over the whole time, all together."""
    clinician_session_hours: Range
    """Clinician hours in the sessions themselves, one clinician a session, over the whole time."""
    training_cost: Range
    clinician_cost: Range

    @property
    def cost(self) -> Range:
        """Pounds for training and clinicians over the whole time."""
        return self.training_cost.plus(self.clinician_cost)


NOT_COSTED = (
    "VAT, where a course's price does not say whether it is included",
    "what an employer pays on top of a salary",
    "cover for key workers' hours in training, own study and supervision",
    "rooms, travel and equipment",
    "recruitment, and time in which a clinician's post is empty",
    "refresher training and training for those who join later",
    "licences for feedback tools, and a system to record answers",
    "leadership, administration and the evaluation itself",
)
"""What a pilot will also cost and the report gives no figure for."""


def default_inputs(
    kb: KnowledgeBase, *, key_workers: int = 40, months: int = 12, frequency: Frequency = "weekly"
) -> PilotInputs:
    """Return inputs from the evidence; the three arguments are assumptions of ours."""
    training = kb.blueprint["training"].measures
    clinician = kb.blueprint["clinician"].measures
    supervision = kb.blueprint["group-supervision"].measures
    prices = sorted(foundation_prices(kb).values())
    return PilotInputs(
        key_workers=key_workers,
        months=months,
        group_size=int(_central(supervision["group-size"])),
        frequency=frequency,
        session_hours=_range(supervision["session-hours"]),
        clinicians=_range(clinician["clinicians-per-local-authority"]),
        salary=_range(clinician["salary-range"]),
        price_per_place=Range(prices[0], median(prices), prices[-1]),
        contact_hours=_central(training["contact-hours-minimum"]),
        independent_hours=_central(training["independent-study-hours-minimum"]),
    )


def foundation_prices(kb: KnowledgeBase) -> dict[str, float]:
    """Return what a place costs on each foundation course whose price can be worked out."""
    return {
        f"{row.provider.id}/{row.course_id}": row.price_per_place
        for row in catalogue(kb)
        if row.course.level == "foundation" and row.price_per_place is not None
    }


def pilot_plan(inputs: PilotInputs) -> PilotPlan:
    """Return what follows from the inputs.

    Raises ValueError if a number that must be positive isn't.
    """
    if min(inputs.key_workers, inputs.months, inputs.group_size) < 1:
        raise ValueError("key workers, months and group size must be at least 1")
    groups = ceil(inputs.key_workers / inputs.group_size)
    sessions_each = SESSIONS_PER_YEAR[inputs.frequency] * inputs.months / 12
    return PilotPlan(
        inputs=inputs,
        places=inputs.key_workers,
        contact_hours=inputs.key_workers * inputs.contact_hours,
        independent_hours=inputs.key_workers * inputs.independent_hours,
        groups=groups,
        sessions=groups * sessions_each,
        supervision_hours=inputs.session_hours.times(inputs.key_workers * sessions_each),
        clinician_session_hours=inputs.session_hours.times(groups * sessions_each),
        training_cost=inputs.price_per_place.times(inputs.key_workers),
        clinician_cost=Range(
            inputs.clinicians.low * inputs.salary.low,
            inputs.clinicians.central * inputs.salary.central,
            inputs.clinicians.high * inputs.salary.high,
        ).times(inputs.months / 12),
    )


def central(inputs: PilotInputs) -> PilotInputs:
    """Return the inputs with every range narrowed to its central figure."""
    return replace(
        inputs, **{name: _fixed(getattr(inputs, name).central) for name in RANGES}
    )


RANGES = ("price_per_place", "clinicians", "salary")
"""The inputs that are ranges and that the cost depends on."""


def sensitivity(inputs: PilotInputs) -> dict[str, Range]:
    """Return for each uncertain input the total cost at its low, central and high figure.

    All other inputs are at their central figures. Sorted by how far the input moves the total.
    """
    base = central(inputs)
    totals = {}
    for name in RANGES:
        given: Range = getattr(inputs, name)
        low, middle, high = (
            pilot_plan(replace(base, **{name: _fixed(figure)})).cost.central
            for figure in (given.low, given.central, given.high)
        )
        totals[name] = Range(low, middle, high)
    return dict(sorted(totals.items(), key=lambda item: item[1].low - item[1].high))


def _fixed(figure: float) -> Range:
    return Range(figure, figure, figure)


def _range(measure: Measure) -> Range:
    low = measure.low if measure.low is not None else _central(measure)
    high = measure.high if measure.high is not None else _central(measure)
    return Range(low, _central(measure), high)


def _central(measure: Measure) -> float:
    if measure.value is not None:
        return measure.value
    ends = [end for end in (measure.low, measure.high) if end is not None]
    return sum(ends) / len(ends)

"""What a plan for a pilot starts from, and what each figure rests on."""

from collections.abc import Iterator
from typing import Any, Literal, get_args

from knowledge_base.model.base import (
    ComponentId,
    Count,
    CourseLevelId,
    Flag,
    Id,
    Model,
    Prose,
    Quantity,
    RecordId,
)

Frequency = Literal["weekly", "fortnightly", "monthly", "quarterly"]
FREQUENCIES: tuple[Frequency, ...] = get_args(Frequency)


class Origin(Model):
    """Where a default comes from."""

    records: tuple[RecordId, ...] = ()
    """Records that say why the figure matters."""
    assumption: Prose | None = None
    """What is ours in it, and why we chose it; nothing where all of it is reported."""


class Assumed(Origin):
    """A figure that is ours."""

    value: Quantity


class AssumedCount(Origin):
    """A whole number that is ours."""

    value: Count


class Measured(Origin):
    """A number of the blueprint: its range, and what lies in the middle of it."""

    component: ComponentId
    measure: Id
    """The number's id among the component's `measures`."""


class AssumedFrequency(Origin):
    """How often groups meet."""

    value: Frequency


class AssumedChoice(Origin):
    """Whether something holds."""

    value: Flag


class CoursesOfLevel(Origin):
    """The courses that prices are taken from: all of a level whose price is known."""

    level: CourseLevelId


class PilotDefaults(Model):
    """`pilot-defaults.yml`: what the planner computes with until a reader puts in their own.

    In the order in which its page names them.
    """

    key_workers: AssumedCount
    teams: AssumedCount
    families: Assumed
    """Families that one key worker works with at a time."""
    months: Assumed
    course_months: Assumed
    """For how long a course runs."""
    course: CoursesOfLevel
    whole_groups: AssumedChoice
    """Whether a price for a group is paid in full when some of its places stay empty."""
    vat_percent: Assumed
    training_days: Measured
    contact_hours: Measured
    independent_hours: Measured
    group_size: Measured
    frequency: AssumedFrequency
    weeks_off: Assumed
    session_hours: Measured
    clinicians_per_session: Assumed
    preparation_hours: Assumed
    clinicians: Measured
    weekly_hours: Measured
    salary: Measured
    on_cost_percent: Assumed
    reserve_percent: Assumed
    """Of clinicians' paid time, for whatever is not a session."""
    other_costs: Assumed

    def origins(self) -> Iterator[tuple[str, Origin]]:
        """Yield each input with what its default rests on."""
        for name in type(self).model_fields:
            yield name, getattr(self, name)


_NOTHING: dict[str, Any] = {}
NO_PILOT_DEFAULTS = PilotDefaults.model_construct(**_NOTHING)
"""Those of a base that nobody plans a pilot from: asking for one is an error."""

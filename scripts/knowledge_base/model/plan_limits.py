"""Between which numbers a pilot plan can be worked out: limits catch slips, none is the report's.

The form for a plan takes no others, and neither do the evidence files that fill it.
"""

from typing import NamedTuple


class Limits(NamedTuple):
    """The least and the greatest number that is taken."""

    least: float
    most: float
    whole: bool = False
    """Whether it must be a whole number."""


MOST_PRICE = 10_000_000
TRAINING_DAYS = Limits(0, 400)
TRAINING_HOURS = Limits(0, 2_000)

OF_INPUTS = {
    "key_workers": Limits(1, 10_000, whole=True),
    "teams": Limits(1, 1_000, whole=True),
    "families": Limits(0.5, 200),
    "months": Limits(1, 120),
    "course_months": Limits(0, 120),
    "vat_percent": Limits(0, 100),
    "training_days": TRAINING_DAYS,
    "contact_hours": TRAINING_HOURS,
    "independent_hours": TRAINING_HOURS,
    "group_size": Limits(1, 100, whole=True),
    "weeks_off": Limits(0, 51),
    "session_hours": Limits(0.25, 12),
    "clinicians_per_session": Limits(0, 10),
    "preparation_hours": Limits(0, 12),
    "clinicians": Limits(0.1, 200),
    "weekly_hours": Limits(1, 60),
    "salary": Limits(1, 500_000),
    "on_cost_percent": Limits(0, 200),
    "reserve_percent": Limits(0, 95),
    "other_costs": Limits(0, 1_000_000_000),
}
"""The limits of each number that a plan is made from, in the order of the form's problems."""

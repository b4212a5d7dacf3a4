"""Between which numbers a pilot plan can be worked out: limits catch slips, none is the report's.

The form for a plan takes no others, and neither do the evidence files that fill it.
"""

from typing import NamedTuple


class Limits(NamedTuple):
    """The least and the greatest number that is taken."""

    least: float
    most: float


MOST_PRICE = 10_000_000
TRAINING_DAYS = Limits(0, 400)
TRAINING_HOURS = Limits(0, 2_000)
GROUP_SIZE = Limits(1, 100)
SESSION_HOURS = Limits(0.25, 12)
CLINICIANS = Limits(0.1, 200)
WEEKLY_HOURS = Limits(1, 60)
SALARY = Limits(1, 500_000)

OF_MEASURES = {
    "training": {
        "contact-hours-minimum": TRAINING_HOURS,
        "independent-study-hours-minimum": TRAINING_HOURS,
        "course-days": TRAINING_DAYS,
    },
    "clinician": {
        "clinicians-per-local-authority": CLINICIANS,
        "weekly-hours": WEEKLY_HOURS,
        "salary-range": SALARY,
    },
    "supervision": {"group-size": GROUP_SIZE, "session-hours": SESSION_HOURS},
}
"""The limits of the measures that a plan starts from, by the role of their component."""

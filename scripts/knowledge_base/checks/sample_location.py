"""A place of a sample that is not reported."""

from knowledge_base.model.base import NOT_REPORTED
from knowledge_base.reading.demands import Condition, Demand
from knowledge_base.reading.rules import Rule

RULE = Rule("sample-location", "Where a sample is said to stand, the sample itself is given.")

DEMANDS = (
    Demand(
        (Condition("sample", "is", NOT_REPORTED), Condition("sample_location", "given")),
        "sample_location",
        "a sample that is not reported stands nowhere.",
        "Give the sample, or remove 'sample_location'.",
        of_key=True,
    ),
)

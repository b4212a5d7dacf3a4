"""A claim of a kind that its type of study can't give, such as an effect from interviews."""

from knowledge_base.reading.demands import Condition, Demand
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "claim-design",
    "A claim is of a kind that its type of study can give: interviews measure no effect.",
    excusable=True,
)

DEMANDS = (
    Demand(
        (Condition("study_type:too_weak_for", "holds", "kind:basis"),),
        "kind",
        "a source of the type '{study_type}' can't give a claim of the kind '{kind}'.",
        "Choose the kind that the source bears, or correct the study type.",
    ),
)

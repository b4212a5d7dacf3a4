"""A claim whose words say more, or less, than its kind: an association put as an effect."""

from knowledge_base.reading.demands import Condition, Demand
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "claim-strength",
    "A claim's words fit its kind: an association is not put as an effect, or a view as a fact.",
    excusable=True,
)

DEMANDS = (
    Demand(
        (Condition("claim", "does not say", "kind:must_say"),),
        "claim",
        "the claim does not read as one of the kind '{kind}'.",
        "Use one of the words: {kind:must_say}; or choose another kind.",
    ),
    Demand(
        (Condition("claim", "says", "kind:must_not_say"),),
        "claim",
        "'{match}' says more than a claim of the kind '{kind}' can.",
        "Say it as carefully as the source does, or choose a kind that it supports.",
    ),
)

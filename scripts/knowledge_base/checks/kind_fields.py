"""Outcomes, factor or direction on a record whose kind has none, or missing where it has."""

from knowledge_base.model.base import NOT_APPLICABLE
from knowledge_base.model.fields import FIELD
from knowledge_base.reading.demands import Condition, Demand
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "kind-fields",
    "A record has outcomes, a factor and a direction if, and only if, its kind has them.",
)


def _presence(name: str) -> tuple[Demand, Demand]:
    return Demand(
        (Condition(f"kind:{name}", "is", "none"), Condition(name, "given")),
        name,
        f"a record of the kind '{{kind}}' has no '{name}'.",
        f"Remove '{name}', or choose another kind.",
        of_key=True,
    ), Demand(
        (Condition(f"kind:{name}", "is", "required"), Condition(name, "absent")),
        "kind",
        f"a record of the kind '{{kind}}' needs '{name}'.",
        f"Add '{name}', with words from evidence/vocabularies/{FIELD[name].refers_to}.yml.",
    )


DEMANDS = (
    *_presence("outcomes"),
    *_presence("factor"),
    Demand(
        (
            Condition("kind:direction", "is", "none"),
            Condition("direction", "is not", NOT_APPLICABLE),
        ),
        "direction",
        "a record of the kind '{kind}' points nowhere, so it has no direction.",
        f"Write 'direction: {NOT_APPLICABLE}', or choose another kind.",
    ),
    Demand(
        (
            Condition("kind:direction", "is", "required"),
            Condition("direction", "is", NOT_APPLICABLE),
        ),
        "direction",
        "a record of the kind '{kind}' points somewhere.",
        "Give its direction; 'unclear' is one of them.",
    ),
)

"""How a record was read doesn't hold together: what was before the reader, and where."""

from knowledge_base.reading.demands import Condition, Demand
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "reading-of-record",
    "A record says in which copy and on which day its source was read, or the document that cites "
    "it, and quotes the words at that place. Only what was read in the report that the base rests "
    "on need not.",
)


def _how(read: str, *conditions: Condition) -> tuple[Demand, Demand]:
    return Demand(
        (*conditions, Condition("reading", "absent")),
        "how_read",
        f"{read}, but not in which copy and when.",
        "Add 'reading:' with 'address', 'on' and 'kind'.",
    ), Demand(
        (*conditions, Condition("support", "absent")),
        "how_read",
        "nobody can find the place in the source again.",
        "Add 'support:' with at most ten of the source's own words.",
    )


DEMANDS = (
    *_how("only a part of the source was read", Condition("how_read:extent", "is", "part")),
    *_how(
        "the source was read",
        Condition("how_read:extent", "is", "whole"),
        Condition("source:is_report", "is not", True),
    ),
    *_how(
        "another document was read",
        Condition("how_read:extent", "is", "none"),
        Condition("cited_through.source:is_report", "is", False),
    ),
    Demand(
        (
            Condition("how_read:extent", "is", "none"),
            Condition("cited_through.source:is_report", "is", True),
            Condition("reading", "given"),
        ),
        "reading",
        "the source was not read, so there is no copy of it that was read.",
        "Remove 'reading', or correct 'how_read'.",
        of_key=True,
    ),
)

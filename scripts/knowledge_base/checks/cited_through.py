"""A record that doesn't say honestly how its claim was read."""

from knowledge_base.model.base import NOT_REPORTED
from knowledge_base.reading.demands import Condition, Demand
from knowledge_base.reading.rules import Rule

RULE = Rule("cited-through", "A claim read in another document says in which one, and where.")

DEMANDS = (
    Demand(
        (Condition("how_read", "is", "cited-through"), Condition("cited_through", "absent")),
        "how_read",
        "the claim is cited through another document, but not through which.",
        "Add 'cited_through:' with the 'source' that was read and the 'location' there.",
    ),
    Demand(
        (Condition("how_read", "is", "in-source"), Condition("cited_through", "given")),
        "cited_through",
        "the claim is said to be read in its source, and cited through another.",
        "Keep one: remove 'cited_through', or set how_read to 'cited-through'.",
        of_key=True,
    ),
    Demand(
        (Condition("how_read", "is", "in-source"), Condition("location", "is", NOT_REPORTED)),
        "location",
        "the claim was read in its source, so where it stands there is known.",
        "Give the section, page or table.",
    ),
    Demand(
        (Condition("cited_through.location", "is", NOT_REPORTED),),
        "cited_through.location",
        "the claim was read in that document, so where it stands there is known.",
        "Give the section, page or table.",
    ),
    Demand(
        (Condition("cited_through.source", "same as", "source"),),
        "cited_through.source",
        "a source can't be cited through itself.",
        "Set how_read to 'in-source', or name the document that cites it.",
    ),
)

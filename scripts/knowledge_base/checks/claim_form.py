"""A claim that is too long, or not one plain sentence."""

from knowledge_base.reading.demands import Condition, Demand
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "claim-form", "A claim is one plain sentence of at most 300 characters.", excusable=True
)

MAX_LENGTH = 300

DEMANDS = (
    Demand(
        (Condition("claim", "longer than", MAX_LENGTH),),
        "claim",
        f"the claim has {{match}} characters, more than {MAX_LENGTH}.",
        "Say one thing; make a second record for the second thing, or use 'note'.",
    ),
    Demand(
        (Condition("claim", "does not begin", "‘“'\"£"),),
        "claim",
        "the claim does not begin with a capital letter.",
        "Write a whole sentence.",
    ),
    Demand(
        (Condition("claim", "not like", r"[^\n]*\.[’”]?"),),
        "claim",
        "the claim does not end with a full stop, or runs over paragraphs.",
        "Write one whole sentence, in one paragraph, that ends with a full stop.",
    ),
)

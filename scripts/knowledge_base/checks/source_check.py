"""A source check that says more than its reading can bear."""

from knowledge_base.reading.demands import Condition, Demand
from knowledge_base.reading.rules import Rule

RULE = Rule(
    "source-check",
    "A source check is about a claim that is cited through another document. A verdict gives what "
    "the source says, how it was read and the words that show it. Silence is not a verdict.",
)

_VERDICT = "source_check.verdict"
_HOW_READ = "source_check.how_read"
DEMANDS = (
    Demand(
        (Condition("how_read", "is not", "cited-through"), Condition("source_check", "given")),
        "source_check",
        "the claim is not cited through another document, so there is nothing to check.",
        "Remove it; what the source says is the claim itself.",
        of_key=True,
    ),
    Demand(
        (
            Condition(f"{_VERDICT}:is_verdict", "is", True),
            Condition("source_check", "lacks", ("sentence", "how_read", "support", "reading")),
        ),
        _VERDICT,
        f"'{{{_VERDICT}}}' is a verdict, but it lacks {{match}}.",
        "Say what the source says, how it was read, in which copy, and by which words.",
    ),
    Demand(
        (
            Condition(_VERDICT, "is", "not-in-that-part"),
            Condition("source_check", "lacks", ("how_read", "reading")),
        ),
        _VERDICT,
        "a part of the source was read, but not which and in which copy.",
        "Add 'how_read' and 'reading'.",
    ),
    Demand(
        (Condition(_VERDICT, "is", "not-readable"), Condition(_HOW_READ, "given")),
        _VERDICT,
        "a source of which something was read could be read.",
        "Remove 'how_read', or choose 'not-in-that-part'.",
    ),
    Demand(
        (
            Condition(_VERDICT, "is", "not-found-there"),
            Condition(f"{_HOW_READ}:extent", "is one of", ("part", "none")),
        ),
        _VERDICT,
        "not all of the source was read, so what it lacks can't be told.",
        "Choose 'not-in-that-part': silence in the part we read is no verdict.",
    ),
    Demand(
        (Condition(f"{_HOW_READ}:extent", "is", "none"),),
        _HOW_READ,
        "what is cited through another document was not read.",
        "Say how much of the source itself was read.",
    ),
)

"""The rules of the evidence profile, as the method page publishes them."""

from __future__ import annotations

from knowledge_base.markup import loose as myst
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.profile import RULES, WAYS, pointed

_FACTS = {
    "claims": "claims",
    "why": "reason for an empty cell",
    "findings": "claims that are findings",
    "ways": "which way the findings point, those of unclear direction aside",
    "direct": "finding from Early Help",
    "compared": "effect measured against a comparison",
    "read": "studies that were read",
}

_VALUES = {
    "left-out": "some, but none among those chosen",
    "none-in-view": "claims, but none among those chosen",
    "no-search-reported": "no search reported",
    "none-found": "looked for, none found",
    "said-to-be-lacking": "said to be lacking",
    "only-apart": "claims on something else only",
    "part": "none as a whole, some in part",
    "no-clear-difference": "no clear difference",
    "no-study": "no identified study",
    "several": "several",
}


def profile_rules(kb: KnowledgeBase) -> str:
    """Return the words for directions, and every sentence after them with what calls for it."""
    rows = [
        (
            f"*{myst.text(rule.say)}*",
            myst.text(
                "; ".join(
                    f"{_FACTS[fact]}: {' or '.join(_VALUES.get(value, value) for value in values)}"
                    for fact, values in rule.when.items()
                )
            ),
        )
        for rule in RULES
        if rule.say
    ]
    ways = myst.table(
        "Which way the findings of a kind of evidence point: where they differ, each direction is "
        "counted",
        ("Direction", "One finding", "Several findings"),
        [
            (
                myst.text(kb.label("direction", way)),
                *(f"*{myst.text(pointed({way: number}).removeprefix(': '))}*" for number in (1, 3)),
            )
            for way in WAYS
            if way in kb.vocabularies["direction"]
        ],
    )
    rules = myst.table(
        "What is said after the kinds of evidence, and when; of rules for the same thing, the "
        "first that fits speaks",
        ("The sentence", "It is said where"),
        rows,
    )
    return myst.paragraphs(ways, rules)

"""The rules of the evidence profile, as the method page publishes them."""

from __future__ import annotations

from knowledge_base.surfaces import myst
from knowledge_base.views.profile import RULES

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
    "none-found": "none found",
    "no-clear-difference": "no clear difference",
    "no-study": "no study",
    "several": "several",
}


def profile_rules() -> str:
    """Return every sentence that follows those on the kinds of evidence, and what calls for it."""
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
    return myst.table(
        "What is said after the kinds of evidence, and when; of rules for the same thing, the "
        "first that fits speaks",
        ("The sentence", "It is said where"),
        rows,
    )

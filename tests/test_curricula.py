"""What courses teach: each curriculum in a part of its own, and what the sentences compare."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge_base.load import KnowledgeBase
from knowledge_base.model.provider import Course
from knowledge_base.surfaces import curricula

PROVIDER = "willowbank-centre"


def with_curricula(kb: KnowledgeBase, **themes_of_days: tuple[str, ...]) -> KnowledgeBase:
    """Return the knowledge base with these courses only: of each, a theme for every day."""
    provider = kb.providers[PROVIDER]
    described = provider.courses["foundation"]
    courses: dict[str, Course] = {}
    for name, themes in themes_of_days.items():
        days = [
            {"day": day, "topics": [f"Topic of {theme}"], "themes": [theme]}
            for day, theme in enumerate(themes, start=1)
        ]
        curriculum = {"days": days, "sources": ["willowbank2021page"], "location": "Day by day"}
        told = described.model_dump() | {"name": f"Course {name}", "curriculum": curriculum}
        courses[name] = Course.model_validate(told)
    changed = provider.model_copy(update={"courses": courses}).named(PROVIDER)
    return replace(kb, providers={PROVIDER: changed})


def test_two_curricula_of_one_provider_have_a_label_each(knowledge_base: KnowledgeBase):
    kb = with_curricula(knowledge_base, long=("genograms", "assessment"), short=("genograms",))
    labels = re.findall(r"^\((.+)\)=$", curricula.days(kb), re.MULTILINE)
    assert labels == [
        "curriculum-willowbank-centre-long",
        "curriculum-willowbank-centre-short",
    ]

"""What courses teach: each curriculum in a part of its own, and what the sentences compare."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.provider import Course
from knowledge_base.pages.plan import curricula
from shown import filled

PROVIDER = "willowbank-centre"


def page(kb: KnowledgeBase) -> str:
    return filled("plan/curricula.jinja", kb, curricula.facts(kb))


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
    labels = re.findall(r"^\((.+)\)=$", page(kb), re.MULTILINE)
    assert labels == [
        "side-by-side-by-theme",
        "curriculum-willowbank-centre-long",
        "curriculum-willowbank-centre-short",
    ]


@pytest.mark.parametrize(
    ("longer", "sentence"),
    [
        (
            ("genograms", "genograms"),
            "Of the 1 theme that we found in the longer, the shorter names 1.",
        ),
        (
            ("genograms", "assessment"),
            "names 1; its outline gives no day to assessment and formulation.",
        ),
        (
            ("genograms", "assessment", "setting-the-scene", "schools-of-thought"),
            "names 1; its outline gives no day to setting the scene, assessment and formulation or "
            "models and schools.",
        ),
    ],
)
def test_every_theme_that_the_shorter_course_lacks_is_named(
    knowledge_base: KnowledgeBase, longer: tuple[str, ...], sentence: str
):
    kb = with_curricula(knowledge_base, long=longer, short=("genograms",))
    assert sentence in page(kb)


@pytest.mark.parametrize(
    ("themes", "sentence"),
    [
        ({}, "No course is described day by day."),
        (
            {"a": ("genograms",)},
            "1 course described day by day: Willowbank Centre: Course a (1 day).",
        ),
        (
            {"a": ("genograms",), "b": ("assessment",)},
            "2 courses described day by day: Willowbank Centre: Course a (1 day); "
            "Willowbank Centre: Course b (1 day).",
        ),
        (
            {"a": ("genograms",), "b": ("genograms", "assessment"), "c": ("genograms",) * 3},
            "3 courses described day by day: Willowbank Centre: Course c (3 days); "
            "Willowbank Centre: Course b (2 days); Willowbank Centre: Course a (1 day).",
        ),
    ],
    ids=["none", "one", "two as long as each other", "three"],
)
def test_only_a_longer_and_a_shorter_course_are_compared(
    knowledge_base: KnowledgeBase, themes: dict[str, tuple[str, ...]], sentence: str
):
    kb = with_curricula(knowledge_base, **themes)
    assert page(kb).startswith(sentence)
    # A table of no courses would stop the build.
    assert ("list-table" in page(kb)) == bool(themes)

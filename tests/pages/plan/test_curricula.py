"""What courses teach: each curriculum in a part of its own, and what the sentences compare."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.provider import Course
from knowledge_base.pages.plan import curricula
from shown import filled

PROVIDER = "willowbank-school"


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
    kb = with_curricula(knowledge_base, long=("song-maps", "listening"), short=("song-maps",))
    labels = re.findall(r"^\((.+)\)=$", page(kb), re.MULTILINE)
    assert labels == [
        "side-by-side-by-theme",
        "curriculum-willowbank-school-long",
        "curriculum-willowbank-school-short",
    ]


@pytest.mark.parametrize(
    ("longer", "sentence"),
    [
        (
            ("song-maps", "song-maps"),
            "We found 1 theme in the longer. The outline of the shorter names 1.",
        ),
        (
            ("song-maps", "listening"),
            "names 1, and gives no day to listening.",
        ),
        (
            ("song-maps", "listening", "first-notes", "breathing"),
            "names 1, and gives no day to first notes, listening or breath and posture.",
        ),
    ],
)
def test_every_theme_that_the_shorter_course_lacks_is_named(
    knowledge_base: KnowledgeBase, longer: tuple[str, ...], sentence: str
):
    kb = with_curricula(knowledge_base, long=longer, short=("song-maps",))
    assert sentence in page(kb)


@pytest.mark.parametrize(
    ("themes", "sentence"),
    [
        ({}, "No course is described day by day."),
        (
            {"a": ("song-maps",)},
            "1 course described day by day: Willowbank School: Course a (1 day).",
        ),
        (
            {"a": ("song-maps",), "b": ("listening",)},
            "2 courses described day by day: Willowbank School: Course a (1 day); "
            "Willowbank School: Course b (1 day).",
        ),
        (
            {"a": ("song-maps",), "b": ("song-maps", "listening"), "c": ("song-maps",) * 3},
            "3 courses described day by day: Willowbank School: Course c (3 days); "
            "Willowbank School: Course b (2 days); Willowbank School: Course a (1 day).",
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

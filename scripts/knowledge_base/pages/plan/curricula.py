"""What courses teach: day by day, and by theme."""

from dataclasses import dataclass

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.provider import Curriculum, CurriculumDay
from knowledge_base.views.catalogue import catalogue


@dataclass(frozen=True)
class DescribedCourse:
    """A course that is described day by day."""

    id: str
    """Provider and course, as `provider/course`."""
    name: str
    provider: str
    curriculum: Curriculum

    @property
    def themes(self) -> set[str]:
        """The themes of all days together."""
        return {theme for day in self.curriculum.days for theme in day.themes}


@dataclass(frozen=True)
class Theme:
    """A theme with the days on which each course names it."""

    label: str
    definition: str
    days: list[list[CurriculumDay]]
    """For each course, in their order."""


@dataclass(frozen=True)
class Comparison:
    """How far the shorter of two courses names the longer one's themes."""

    themes: int
    """How many the longer names."""
    shared: int
    """How many of them the shorter names too."""
    missing: list[str]
    """The labels of the others, as inside a sentence."""


@dataclass(frozen=True)
class Facts:
    """What the page shows."""

    courses: list[DescribedCourse]
    """The longest first."""
    comparison: Comparison | None
    """None unless there are two courses, one longer than the other."""
    themes: list[Theme]


def facts(kb: KnowledgeBase) -> Facts:
    """Return the courses that are described day by day, and what they have in common."""
    described = [
        DescribedCourse(row.id, row.course.name, row.provider.name, row.course.curriculum)
        for row in catalogue(kb)
        if row.course.curriculum
    ]
    courses = sorted(described, key=lambda course: -len(course.curriculum.days))
    themes = [
        Theme(
            term.label,
            term.definition,
            [[day for day in course.curriculum.days if theme in day.themes] for course in courses],
        )
        for theme, term in kb.vocabularies["curriculum-theme"].items()
    ]
    return Facts(courses, _comparison(kb, courses), themes)


def _comparison(kb: KnowledgeBase, courses: list[DescribedCourse]) -> Comparison | None:
    if len({len(course.curriculum.days) for course in courses}) != 2 or len(courses) != 2:
        return None
    longer, shorter = (course.themes for course in courses)
    missing = [
        term.label.lower()
        for theme, term in kb.vocabularies["curriculum-theme"].items()
        if theme in longer - shorter
    ]
    return Comparison(len(longer), len(longer & shorter), missing)

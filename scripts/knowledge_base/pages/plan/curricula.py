"""What courses teach: day by day, and by theme."""

from __future__ import annotations

from knowledge_base.markup import loose as myst
from knowledge_base.markup.loose_html import curriculum_anchor
from knowledge_base.markup.statements import statements
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.provider import Curriculum
from knowledge_base.views.catalogue import CourseRow, catalogue
from knowledge_base.wording.nouns import counted, listed


def _with_curriculum(kb: KnowledgeBase) -> list[tuple[CourseRow, Curriculum]]:
    """Return the courses that are described day by day, the longest first."""
    found = [(row, row.course.curriculum) for row in catalogue(kb) if row.course.curriculum]
    return sorted(found, key=lambda pair: -len(pair[1].days))


def _name(row: CourseRow) -> str:
    return f"{row.provider.name}: {row.course.name}"


def days(kb: KnowledgeBase) -> str:
    """Return the curricula day by day."""
    parts = []
    for row, curriculum in _with_curriculum(kb):
        parts += [
            myst.heading(2, _name(row), curriculum_anchor(row.id)),
            statements(curriculum.statements),
            myst.table(
                f"{counted(len(curriculum.days), 'day', 'days')} of {row.course.name}, "
                f"{row.provider.name}",
                ("Day", "Content"),
                [
                    (f"Day {day.day}", "; ".join(myst.text(topic) for topic in day.topics))
                    for day in curriculum.days
                ],
            ),
            f"From {myst.support((), curriculum.sources, curriculum.location)}",
        ]
    return myst.paragraphs(*parts)


def by_theme(kb: KnowledgeBase) -> str:
    """Return the curricula side by side, by theme."""
    courses = _with_curriculum(kb)
    if not courses:
        return ""
    rows = []
    for theme, term in kb.vocabularies["curriculum-theme"].items():
        cells = []
        for _, curriculum in courses:
            days = [day for day in curriculum.days if theme in day.themes]
            share = f"**{len(days)} of {counted(len(curriculum.days), 'day', 'days')}**"
            cells.append(
                [
                    share if days else "No day of its own",
                    *(f"Day {d.day}: {'; '.join(myst.text(t) for t in d.topics)}" for d in days),
                ]
            )
        rows.append(
            (f"**{myst.text(term.label)}** [{myst.text(term.definition)}]{{.kb-about}}", cells)
        )
    head = ("Theme", *(myst.text(_name(row)) for row, _ in courses))
    lines = [
        ":::{list-table} What the curricula cover, by theme (themes assigned by us)",
        ":header-rows: 1",
        ":stub-columns: 1",
        ":class: kb-curricula",
        "",
        *(f"{'* - ' if i == 0 else '  - '}{cell}" for i, cell in enumerate(head)),
    ]
    for name, cells in rows:
        lines.append(f"* - {name}")
        for first, *topics in cells:
            lines.append(f"  - {first}")
            if topics:
                lines += ["", *(f"    - {topic}" for topic in topics), ""]
    lines.append(":::")
    return "\n".join(lines)


def overview(kb: KnowledgeBase) -> str:
    """Return in a sentence or two how far the courses' themes go together."""
    courses = _with_curriculum(kb)
    if not courses:
        return "No course is described day by day."
    return (
        f"{_compared(kb, courses)} A day can have several themes, and how long a theme is taught "
        "within a day is not reported. Themes are ours, for reading side by side."
    )


def _compared(kb: KnowledgeBase, courses: list[tuple[CourseRow, Curriculum]]) -> str:
    """Return how far the shorter of two covers the longer one's themes; of others, their days."""
    days = [counted(len(curriculum.days), "day", "days") for _, curriculum in courses]
    if len(courses) != 2 or days[0] == days[1]:
        names = (myst.text(_name(row)) for row, _ in courses)
        each = "; ".join(f"{name} ({length})" for name, length in zip(names, days, strict=True))
        return f"{counted(len(courses), 'course')} described day by day: {each}."
    longer, shorter = (
        {theme for day in curriculum.days for theme in day.themes} for _, curriculum in courses
    )
    missing = [
        myst.text(term.label.lower())
        for theme, term in kb.vocabularies["curriculum-theme"].items()
        if theme in longer - shorter
    ]
    return (
        f"The longer course has {days[0]}, the shorter {days[1]}. "
        f"Of the {counted(len(longer), 'theme')} that we found in the longer, the shorter names "
        f"{len(longer & shorter)}"
        + (f"; its outline gives no day to {listed(missing, 'or')}." if missing else ".")
    )

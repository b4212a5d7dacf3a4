"""What courses teach: day by day, and by theme."""

from __future__ import annotations

from knowledge_base.load import KnowledgeBase
from knowledge_base.model.provider import Curriculum
from knowledge_base.nouns import counted
from knowledge_base.surfaces import myst
from knowledge_base.surfaces.html import curriculum_anchor
from knowledge_base.surfaces.statements import statements, support
from knowledge_base.views.catalogue import CourseRow, catalogue


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
            f"From {support((), curriculum.sources, curriculum.location)}",
        ]
    return myst.paragraphs(*parts)


def by_theme(kb: KnowledgeBase) -> str:
    """Return the curricula side by side, by theme."""
    courses = _with_curriculum(kb)
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
    """Return in a sentence or two how far the shorter curriculum covers the longer one's themes."""
    courses = _with_curriculum(kb)
    covered = [
        {theme for day in curriculum.days for theme in day.themes} for _, curriculum in courses
    ]
    if len(covered) < 2:
        return ""
    longer, shorter = covered[0], covered[1]
    missing = [
        myst.text(term.label.lower())
        for theme, term in kb.vocabularies["curriculum-theme"].items()
        if theme in longer - shorter
    ]
    days = [len(curriculum.days) for _, curriculum in courses]
    return (
        f"The longer course has {counted(days[0], 'day', 'days')}, the shorter "
        f"{counted(days[1], 'day', 'days')}. "
        f"Of the {len(longer)} themes that we found in the longer, the shorter names "
        f"{len(longer & shorter)}"
        + (
            f"; its outline gives no day to {', '.join(missing[:-1])} or {missing[-1]}."
            if len(missing) > 1
            else "."
        )
        + " A day can have several themes, and how long a theme is taught within a day is not "
        "reported. Themes are ours, for reading side by side."
    )

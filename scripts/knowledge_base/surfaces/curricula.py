"""What courses teach: day by day, and by theme."""

from __future__ import annotations

from knowledge_base.load import KnowledgeBase
from knowledge_base.model.provider import Course, Provider
from knowledge_base.nouns import counted
from knowledge_base.surfaces import myst
from knowledge_base.surfaces.statements import statements


def _with_curriculum(kb: KnowledgeBase) -> list[tuple[Provider, Course]]:
    found = [
        (provider, course)
        for provider in kb.providers.values()
        for course in provider.courses.values()
        if course.curriculum
    ]
    return sorted(
        found, key=lambda pair: -len(pair[1].curriculum.days if pair[1].curriculum else ())
    )


def days(kb: KnowledgeBase) -> str:
    """Return the curricula day by day."""
    parts = []
    for provider, course in _with_curriculum(kb):
        curriculum = course.curriculum
        if curriculum is None:
            continue
        parts += [
            myst.heading(2, f"{provider.name}: {course.name}", f"curriculum-{provider.id}"),
            statements(curriculum.statements),
            myst.table(
                f"{counted(len(curriculum.days), 'day', 'days')} of {course.name}, {provider.name}",
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
    rows = []
    for theme, term in kb.vocabularies["curriculum-theme"].items():
        cells = []
        for _, course in courses:
            every = course.curriculum.days if course.curriculum else ()
            days = [day for day in every if theme in day.themes]
            share = f"**{len(days)} of {counted(len(every), 'day', 'days')}**"
            cells.append(
                [
                    share if days else "No day of its own",
                    *(f"Day {d.day}: {'; '.join(myst.text(t) for t in d.topics)}" for d in days),
                ]
            )
        rows.append(
            (f"**{myst.text(term.label)}** [{myst.text(term.definition)}]{{.kb-about}}", cells)
        )
    head = ("Theme", *(f"{myst.text(p.name)}: {myst.text(c.name)}" for p, c in courses))
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
        {theme for day in course.curriculum.days for theme in day.themes}
        for _, course in courses
        if course.curriculum
    ]
    if len(covered) < 2:
        return ""
    longer, shorter = covered[0], covered[1]
    missing = [
        myst.text(term.label.lower())
        for theme, term in kb.vocabularies["curriculum-theme"].items()
        if theme in longer - shorter
    ]
    days = [len(c.curriculum.days) for _, c in courses if c.curriculum]
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

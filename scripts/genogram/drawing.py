"""A genogram drawn as SVG.

Colours come from the page's tokens, with others to fall back on, so that the drawing follows
light and dark and can also stand alone in a notebook or a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from genogram.family import Family
from genogram.layout import (
    NAME_LINE,
    TEXT_LINE,
    CoupleLine,
    Descent,
    Layout,
    Outline,
    PlacedPerson,
    genogram_layout,
)
from genogram.meanings import UNKNOWN
from genogram.rows import NAME_SIZE, TEXT_SIZE
from genogram.strokes import num, slashes, styled, tie_line
from genogram.symbols import symbol
from genogram.words import couple_in_words, described, household_in_words, relationship_in_words
from knowledge_base.wording.nouns import counted

_LEAST = 0.77
"""How far the drawing shrinks with the window; a smaller window shows a part of it."""


def figure(family: Family) -> str:
    """Return the drawing in a frame that can be moved sideways where the window is narrow."""
    return (
        f'<div class="kb-genogram-frame" role="region" tabindex="0" '
        f'aria-label="Drawing: {escape(family.title)}" style="overflow-x:auto">\n'
        f"{svg(family)}\n</div>"
    )


def svg(family: Family, *, alone: bool = False) -> str:
    """Return the drawing; ``alone`` as a file of its own, on white."""
    plan = genogram_layout(family)
    lines = family.relationships
    # The drawing keeps its name wherever it is taken.
    below = [f"{family.title}, {family.year}", *(f"Note: {note}" for note in family.notes)]
    height = plan.height + len(below) * 20 + 12
    width = max(plan.width, *(len(text) * 9.0 + 40 for text in below), 300.0)
    about = (
        f"{counted(len(family.persons), 'person', 'people')} in "
        f"{counted(len(plan.rows), 'generation')}, with "
        f"{counted(len(lines), 'relationship line')}. "
        "The list in words holds everything that the drawing shows."
    )
    namespace = ' xmlns="http://www.w3.org/2000/svg"'
    ground = '<rect width="100%" height="100%" fill="#ffffff"/>\n' if alone else ""
    parts = [
        *(_home(outline, family) for outline in plan.outlines),
        *(_descent(descent) for descent in plan.descents),
        *(_couple(line, family) for line in plan.couples),
        *(
            f'<g class="g-tie g-{lines[route.relationship].kind}" '
            f'data-relationship="{route.relationship}">'
            f"<title>{escape(relationship_in_words(family, route.relationship))}</title>"
            f"{styled(lines[route.relationship].kind, route.points)}</g>"
            for route in plan.relationships
        ),
        *(_person(placed, family) for placed in plan.persons.values()),
        *(_labels(plan, family)),
        *(
            f'<text class="{"g-text" if number else "g-name"}" x="24" '
            f'y="{num(plan.height + 14 + 20 * number)}">{escape(text)}</text>'
            for number, text in enumerate(below)
        ),
    ]
    return (
        f'<svg class="kb-genogram" role="img" aria-labelledby="genogram-title genogram-about" '
        f'width="{num(width)}" height="{num(height)}" viewBox="0 0 {num(width)} {num(height)}"'
        f'{namespace} style="width:100%;min-width:{num(width * _LEAST)}px;'
        f'max-width:{num(width)}px;height:auto">\n'
        f'<title id="genogram-title">Genogram: {escape(family.title)}</title>\n'
        f'<desc id="genogram-about">{escape(about)}</desc>\n'
        f"<style>{style(alone=alone)}</style>\n{ground}" + "\n".join(parts) + "\n</svg>"
    )


_COLOURS = {
    "ink": "#17262b",
    "muted": "#4d6066",
    "paper": "#ffffff",
    "accent": "#0b5f66",
    "series-2": "#b4610a",
    "series-3": "#5a4392",
    "bad": "#96273b",
}
"""For where no style sheet is: a notebook, or the file that is taken away."""


def style(*, alone: bool) -> str:
    """Return the drawing's style sheet; ``alone`` with colours of its own."""

    def colour(name: str) -> str:
        return _COLOURS[name] if alone else f"var(--kb-{name}, {_COLOURS[name]})"

    ink, paper = colour("ink"), colour("paper")
    return (
        ".kb-genogram{font-family:system-ui,'Segoe UI','Liberation Sans',Arial,sans-serif;"
        f"color:{ink};fill:none;stroke-linejoin:round}}"
        ".kb-genogram .g-line{stroke:currentColor;stroke-width:1.6}"
        ".kb-genogram .g-dashed{stroke-dasharray:7 5}.kb-genogram .g-dotted{stroke-dasharray:2 4}"
        f".kb-genogram .g-shape{{stroke:currentColor;stroke-width:2;fill:{paper}}}"
        f".kb-genogram text{{fill:currentColor;stroke:{paper};stroke-width:4px;paint-order:stroke;"
        f"font-size:{TEXT_SIZE}px}}.kb-genogram .g-name{{font-size:{NAME_SIZE}px;font-weight:650}}"
        f".kb-genogram .g-text{{fill:{colour('muted')}}}"
        ".kb-genogram .g-tie{stroke-width:1.8;stroke-linecap:round}"
        f".kb-genogram :is(.g-conflict,.g-abuse){{stroke:{colour('bad')}}}"
        f".kb-genogram .g-arrow{{fill:{colour('bad')}}}"
        ".kb-genogram .g-dot{fill:currentColor}"
        f".kb-genogram .g-home{{stroke:{colour('muted')};stroke-width:1.5;stroke-dasharray:9 6}}"
        ".kb-genogram .g-home-name{font-style:italic;stroke-width:9px}"
        f".kb-genogram :is(.g-close,.g-fused){{stroke:{colour('accent')}}}"
        f".kb-genogram .g-distant{{stroke:{colour('series-3')};stroke-width:2.6;"
        "stroke-dasharray:.1 6}"
        f".kb-genogram .g-cut-off{{stroke:{colour('series-2')}}}"
    )


def _home(outline: Outline, family: Family) -> str:
    corners = "L".join(f"{num(x)} {num(y)}" for x, y in outline.points)
    return (
        f'<g data-household="{outline.household}"><title>'
        f"{escape(household_in_words(family, outline.household))}</title>"
        f'<path class="g-home" d="M{corners}Z"/></g>'
    )


def _labels(plan: Layout, family: Family) -> Iterable[str]:
    for person in plan.persons.values():
        y = person.top + NAME_SIZE - 2
        for line in person.name:
            yield (
                f'<text class="g-name" x="{num(person.text_x)}" y="{num(y)}">{escape(line)}</text>'
            )
            y += NAME_LINE
        y -= 1
        for line in person.text:
            yield (
                f'<text class="g-text" x="{num(person.text_x)}" y="{num(y)}">{escape(line)}</text>'
            )
            y += TEXT_LINE
    for outline in plan.outlines:
        if name := family.households[outline.household].name:
            yield (
                f'<text class="g-text g-home-name" x="{num(outline.label[0])}" '
                f'y="{num(outline.label[1] + 4)}" text-anchor="end">{escape(name)}</text>'
            )
    for couple in plan.couples:
        if couple.label:
            yield (
                f'<text class="g-text" x="{num(couple.middle)}" y="{num(couple.y - 6)}" '
                f'text-anchor="middle">{escape(couple.label)}</text>'
            )


def _person(placed: PlacedPerson, family: Family) -> str:
    person = family.persons[placed.id]
    age = family.age(placed.id)
    inside = ["" if age is None else str(age)]
    if person.gender == "not known":
        inside.insert(0, UNKNOWN)
    return (
        f'<g data-person="{placed.id}"><title>{escape(described(family, placed.id))}</title>'
        + symbol(
            person.gender,
            (placed.x, placed.middle),
            index=placed.id == family.index,
            dead=person.is_dead,
            inside=" ".join(text for text in inside if text),
            pregnancy=person.pregnancy,
        )
        + "</g>"
    )


def _couple(line: CoupleLine, family: Family) -> str:
    couple = family.couples[line.couple]
    (x1, y1), (x2, y2) = line.left, line.right
    css = "g-line g-dashed" if couple.status == "cohabiting" else "g-line"
    across = f"M{num(x1)} {num(y1)}V{num(line.y)}H{num(x2)}V{num(y2)}"
    # Beside the middle, where the line to the children begins.
    at = line.middle + (x2 - x1) / 5
    return (
        f'<g data-couple="{line.couple}"><title>'
        f"{escape(couple_in_words(family, couple))}</title>"
        f'<path class="{css}" d="{across}"/>{slashes(couple.status, at, line.y)}</g>'
    )


def _descent(descent: Descent) -> str:
    x, y = descent.start
    trunk = (
        f"M{num(x)} {num(y)}V{num(descent.y)}"
        f"M{num(descent.left)} {num(descent.y)}H{num(descent.right)}"
    )
    children = "".join(
        f'<g data-child="{line.child}">{tie_line(line.tie, line.start, line.end)}</g>'
        for line in descent.children
    )
    return (
        f'<g data-children-of="{descent.couple}"><path class="g-line" d="{trunk}"/>{children}</g>'
    )

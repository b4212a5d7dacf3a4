"""A genogram: drawn as SVG, told in words, and the symbols explained.

All three say the same. Colours come from the page's tokens, with others to fall back on, so
that the drawing follows light and dark and can also stand alone in a notebook or a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import pairwise
from math import floor, sqrt
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from knowledge_base.findings import Finding, render_text
from knowledge_base.genogram_text import read_family
from knowledge_base.model.genogram import (
    Couple,
    Family,
    Gender,
    Kind,
    Person,
    Pregnancy,
    Tie,
)
from knowledge_base.nouns import counted
from knowledge_base.surfaces import myst
from knowledge_base.surfaces.html import as_json, raw, stylesheet
from knowledge_base.views.genogram_layout import (
    NAME_LINE,
    TEXT_LINE,
    CoupleLine,
    Descent,
    Layout,
    Outline,
    PlacedPerson,
    Point,
    genogram_layout,
)
from knowledge_base.views.genogram_rows import NAME_SIZE, SYMBOL, TEXT_SIZE, siblings

INVENTED = Path("book", "genograms", "invented-family.yml")
"""The family of the page, from the root of the project."""
_EDITOR = Path(__file__).parent / "assets" / "genogram_editor.html"
SMALL = Path("book", "genograms", "small-family.yml")
"""A family to write over."""

GENDERS: dict[Gender, tuple[str, str]] = {
    "man": ("Square", "a man or a boy"),
    "woman": ("Circle", "a woman or a girl"),
    "non-binary": ("Diamond", "a non-binary person"),
    "not known": ("Diamond with a question mark", "a person whose gender is not known"),
}
KINDS: dict[Kind, tuple[str, str]] = {
    "close": ("Two lines", "close"),
    "fused": ("Three lines", "very close, or fused"),
    "distant": ("Dotted line", "distant"),
    "conflict": ("Zigzag line", "in conflict"),
    "cut-off": ("Broken line with two bars", "cut off from each other"),
    "abuse": ("Zigzag line with an arrow to the person who is harmed", "abuse"),
}
PREGNANCIES: dict[Pregnancy, tuple[str, str]] = {
    "expected": ("Triangle", "a pregnancy"),
    "miscarriage": ("Small dot", "a miscarriage"),
    "stillbirth": ("Small symbol, crossed out", "a stillbirth"),
    "termination": ("Small cross", "a pregnancy that was ended"),
}
TIES: dict[Tie, tuple[str, str]] = {
    "biological": ("Solid line to a child", "a child by birth"),
    "adopted": ("Solid and dashed line to a child", "an adopted child"),
    "fostered": ("Dotted line to a child", "a fostered child"),
}
STATUSES = {
    "married": ("Solid line between two people, “m.”", "married"),
    "cohabiting": ("Dashed line between two people", "living together"),
    "separated": ("One slash, “s.”", "separated"),
    "divorced": ("Two slashes, “d.”", "divorced"),
}
_ADULT = 18
_LEAST = 0.77
"""How far the drawing shrinks with the window; a smaller window shows a part of it."""
_UNKNOWN = "?"
_GENERATIONS = ("First generation", "Second generation", "Third generation", "Fourth generation")


class Drawing:
    """What a notebook shows for a text: the genogram, or what is wrong with the text."""

    def __init__(self, text: str, path: str = "your family") -> None:
        self.family, self.findings = read_family(text, path)

    def _repr_html_(self) -> str:
        """Return what the notebook shows."""
        if self.family is None:
            return problems(self.findings)
        return f"{figure(self.family)}\n{in_words(self.family)}"

    def __repr__(self) -> str:
        """Return the same where only text can be shown."""
        if self.family is None:
            return render_text(self.findings)
        return f"Genogram: {self.family.title}"

    def svg(self) -> str:
        """Return the drawing as a file of its own. Raises ValueError if there is none."""
        if self.family is None:
            raise ValueError(render_text(self.findings))
        return svg(self.family, alone=True)


def invented_family(root: Path) -> Family:
    """Return the family of the page. Raises ValueError, saying where, if its text has errors."""
    text = (root / INVENTED).read_text(encoding="utf-8")
    family, findings = read_family(text, INVENTED.as_posix())
    if family is None:
        raise ValueError(render_text(findings))
    return family


def page_tool(root: Path) -> str:
    """Return the drawing, and what the page's script needs to draw another in its place."""
    data = browser_data() | {"small": (root / SMALL).read_text(encoding="utf-8")}
    return raw(
        f"""{stylesheet("genogram.css")}
<div id="genogram-drawing">
{figure(invented_family(root))}
</div>
{_EDITOR.read_text(encoding="utf-8")}
<script type="application/json" id="genogram-data">{as_json(data)}</script>"""
    )


def page_words(family: Family) -> str:
    """Return the text equivalent as a part of a page."""
    return raw(f'<div id="genogram-words">{in_words(family)}</div>')


def page_legend() -> str:
    """Return the symbols with their meanings as a part of a page."""
    return raw(legend())


def problems(findings: Iterable[Finding]) -> str:
    """Return as HTML what is wrong with a text, each with its line and column."""
    items = "".join(
        f"<li><strong>Line {f.location.line}, column {f.location.column}:</strong> "
        f"{escape(f.message)} {escape(f.hint)}</li>"
        for f in findings
    )
    head = "<p>The family can’t be drawn yet:</p>"
    return f'<div class="kb-genogram-problems">{head}<ul>{items}</ul></div>'


def browser_data() -> dict[str, Any]:
    """Return what the page's script needs to read, draw and tell a family as this module does."""
    return {
        "schema": TypeAdapter(Family).json_schema(),
        "kinds": {kind: means for kind, (_, means) in KINDS.items()},
        "statuses": {status: means for status, (_, means) in STATUSES.items()},
        "pregnancies": {kind: means for kind, (_, means) in PREGNANCIES.items()},
        "generations": _GENERATIONS,
        "style": _style(alone=False),
        "style_alone": _style(alone=True),
    }


# In words


def described(family: Family, person_id: str) -> str:
    """Return a person in words: `Maya, woman, born 2011, 15 years old, …`."""
    person = family.persons[person_id]
    age = family.age(person_id)
    pieces = [person.name]
    if person.pregnancy is None or person.gender != "not known":
        pieces.append(_gender(person, age))
    if person.pregnancy is not None:
        pieces.append(PREGNANCIES[person.pregnancy][1])
    if person.born:
        pieces.append(f"{'in' if person.pregnancy else 'born'} {person.born}")
    if person.is_dead:
        died = f"died {person.died}" if person.died else "has died"
        pieces.append(f"{died} aged about {age}" if age is not None else died)
    elif age is not None:
        pieces.append(f"about {counted(age, 'year')} old")
    if person_id == family.index:
        pieces.append("the person that the drawing is about")
    text = ", ".join(pieces)
    return f"{text}. Note: {_sentence(person.note)}" if person.note else f"{text}."


def _gender(person: Person, age: int | None) -> str:
    if person.gender == "not known":
        return "gender not known"
    if age is not None and age < _ADULT:
        return {"man": "boy", "woman": "girl"}.get(person.gender, person.gender)
    return person.gender


def _sentence(note: str) -> str:
    return note if note[-1] in ".!?" else f"{note}."


def couple_in_words(family: Family, couple: Couple) -> str:
    """Return a couple in words: `Ruth and Samuel, divorced, from 2008 to 2018`."""
    names = " and ".join(family.persons[person].name for person in couple.partners)
    if len(couple.partners) == 1:
        return f"{names}, one parent alone"
    words = [names, STATUSES[couple.status][1]]
    if couple.since:
        words.append(f"since {couple.since}" if not couple.until else f"from {couple.since}")
    if couple.until:
        words.append(f"until {couple.until}")
    return ", ".join(words[:2]) + (f", {' '.join(words[2:])}" if words[2:] else "")


def _child_in_words(family: Family, couple: Couple, child: str) -> str:
    ties: dict[Tie, str] = {"biological": "", "adopted": ", adopted", "fostered": ", fostered"}
    twins = next((group for group in couple.twins if child in group), ())
    others = [family.persons[twin].name for twin in twins if twin != child]
    born = f", born together with {_listed(others)}" if others else ""
    return f"{family.persons[child].name}{ties[couple.all_children[child]]}{born}"


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def relationship_in_words(family: Family, number: int) -> str:
    """Return a line between two people in words."""
    line = family.relationships[number]
    one, other = (family.persons[person].name for person in line.between)
    note = f" Note: {_sentence(line.note)}" if line.note else ""
    joined = "towards" if line.kind == "abuse" else "and"
    return f"{one} {joined} {other}: {KINDS[line.kind][1]}.{note}"


def household_in_words(family: Family, number: int) -> str:
    """Return who lives in a home: `At Ruth’s: Ruth, Maya and Leo.`."""
    household = family.households[number]
    names = _listed([family.persons[person].name for person in household.members])
    return f"{household.name or 'One home'}: {names}."


def in_words(family: Family) -> str:
    """Return everything that the drawing shows as a nested list."""
    items = []
    for row, people in enumerate(genogram_layout(family).rows):
        title = _GENERATIONS[row] if row < len(_GENERATIONS) else f"Generation {row + 1}"
        lines = [f'<li data-person="{p}">{escape(described(family, p))}</li>' for p in people]
        for number, couple in enumerate(family.couples):
            # A couple stands with its partners.
            if couple.partners[0] in people:
                lines.append(_couple_item(family, number, couple))
        items.append(f"<li>{title}<ul>{''.join(lines)}</ul></li>")
    if family.relationships:
        lines = [
            f'<li data-relationship="{number}">{escape(relationship_in_words(family, number))}</li>'
            for number in range(len(family.relationships))
        ]
        items.append(f"<li>How they get on<ul>{''.join(lines)}</ul></li>")
    if family.households:
        lines = [
            f'<li data-household="{number}">{escape(household_in_words(family, number))}</li>'
            for number in range(len(family.households))
        ]
        items.append(f"<li>Who lives together<ul>{''.join(lines)}</ul></li>")
    if family.notes:
        notes = "".join(f"<li>{escape(_sentence(note))}</li>" for note in family.notes)
        items.append(f"<li>Notes<ul>{notes}</ul></li>")
    return (
        f'<div class="kb-genogram-words"><p>{escape(family.title)}, as in {family.year}:</p>'
        f"<ul>{''.join(items)}</ul></div>"
    )


def _couple_item(family: Family, number: int, couple: Couple) -> str:
    children = "".join(
        f"<li>{escape(_child_in_words(family, couple, child))}</li>"
        for child in siblings(family, couple)
    )
    inside = f" Children, from left to right:<ul>{children}</ul>" if children else ""
    return f'<li data-couple="{number}">{escape(couple_in_words(family, couple))}.{inside}</li>'


# Drawn


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
        *(_descent(descent, family) for descent in plan.descents),
        *(_couple(line, family) for line in plan.couples),
        *(
            f'<g class="g-tie g-{lines[route.relationship].kind}" '
            f'data-relationship="{route.relationship}">'
            f"<title>{escape(relationship_in_words(family, route.relationship))}</title>"
            f"{_styled(lines[route.relationship].kind, route.points)}</g>"
            for route in plan.relationships
        ),
        *(_person(placed, family) for placed in plan.persons.values()),
        *(_labels(plan, family)),
        *(
            f'<text class="{"g-text" if number else "g-name"}" x="24" '
            f'y="{_n(plan.height + 14 + 20 * number)}">{escape(text)}</text>'
            for number, text in enumerate(below)
        ),
    ]
    return (
        f'<svg class="kb-genogram" role="img" aria-labelledby="genogram-title genogram-about" '
        f'width="{_n(width)}" height="{_n(height)}" viewBox="0 0 {_n(width)} {_n(height)}"'
        f'{namespace} style="width:100%;min-width:{_n(width * _LEAST)}px;'
        f'max-width:{_n(width)}px;height:auto">\n'
        f'<title id="genogram-title">Genogram: {escape(family.title)}</title>\n'
        f'<desc id="genogram-about">{escape(about)}</desc>\n'
        f"<style>{_style(alone=alone)}</style>\n{ground}" + "\n".join(parts) + "\n</svg>"
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


def _style(*, alone: bool) -> str:
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
    corners = "L".join(f"{_n(x)} {_n(y)}" for x, y in outline.points)
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
                f'<text class="g-name" x="{_n(person.text_x)}" y="{_n(y)}">{escape(line)}</text>'
            )
            y += NAME_LINE
        y -= 1
        for line in person.text:
            yield f'<text class="g-text" x="{_n(person.text_x)}" y="{_n(y)}">{escape(line)}</text>'
            y += TEXT_LINE
    for outline in plan.outlines:
        if name := family.households[outline.household].name:
            yield (
                f'<text class="g-text g-home-name" x="{_n(outline.label[0])}" '
                f'y="{_n(outline.label[1] + 4)}" text-anchor="end">{escape(name)}</text>'
            )
    for couple in plan.couples:
        if couple.label:
            yield (
                f'<text class="g-text" x="{_n(couple.middle)}" y="{_n(couple.y - 6)}" '
                f'text-anchor="middle">{escape(couple.label)}</text>'
            )


def _person(placed: PlacedPerson, family: Family) -> str:
    person = family.persons[placed.id]
    age = family.age(placed.id)
    inside = ["" if age is None else str(age)]
    if person.gender == "not known":
        inside.insert(0, _UNKNOWN)
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


def symbol(
    gender: Gender,
    middle: Point,
    *,
    index: bool = False,
    dead: bool = False,
    inside: str = "",
    pregnancy: Pregnancy | None = None,
) -> str:
    """Return a person's symbol."""
    x, y = middle
    if pregnancy is not None:
        return _pregnancy(pregnancy, gender, x, y)
    shapes = [_shape(gender, x, y, SYMBOL / 2)]
    if index:
        shapes.insert(0, _shape(gender, x, y, SYMBOL / 2 + 5))
    if dead:
        shapes.append(_crossed(gender, x, y, SYMBOL / 2, 10 if inside else 0))
    if inside:
        shapes.append(
            f'<text x="{_n(x)}" y="{_n(y + 5)}" text-anchor="middle">{escape(inside)}</text>'
        )
    return "".join(shapes)


def _crossed(gender: Gender, x: float, y: float, half: float, free: float) -> str:
    """Return the cross of somebody who has died; the middle stays free for the age."""
    # From corner to corner; in a circle or a diamond, from edge to edge.
    arm = {"man": 1.0, "woman": 0.707}.get(gender, 0.5) * half
    free = min(free, arm - 4)
    strokes = "".join(
        f"M{_n(x + dx * arm)} {_n(y + dy * arm)}L{_n(x + dx * free)} {_n(y + dy * free)}"
        for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    )
    return f'<path class="g-line" d="{strokes}"/>'


def _pregnancy(pregnancy: Pregnancy, gender: Gender, x: float, y: float) -> str:
    top = y - SYMBOL / 2
    if pregnancy == "expected":
        corners = f"{_n(x)},{_n(top)} {_n(x + 20)},{_n(y + 20)} {_n(x - 20)},{_n(y + 20)}"
        return f'<polygon class="g-shape" points="{corners}"/>'

    def stem(half: float) -> str:
        # The line to a child ends where a full symbol would begin.
        return f'<path class="g-line" d="M{_n(x)} {_n(top)}V{_n(y - half)}"/>'

    if pregnancy == "miscarriage":
        return f'{stem(6)}<circle class="g-dot" cx="{_n(x)}" cy="{_n(y)}" r="6"/>'
    if pregnancy == "termination":
        cross = f"M{_n(x - 7)} {_n(y - 7)}l14 14M{_n(x + 7)} {_n(y - 7)}l-14 14"
        return f'{stem(0)}<path class="g-line" d="{cross}"/>'
    return f"{stem(11)}{_shape(gender, x, y, 11)}{_crossed(gender, x, y, 11, 0)}"


def _shape(gender: Gender, x: float, y: float, half: float) -> str:
    if gender == "man":
        return (
            f'<rect class="g-shape" x="{_n(x - half)}" y="{_n(y - half)}" width="{_n(2 * half)}" '
            f'height="{_n(2 * half)}"/>'
        )
    if gender == "woman":
        return f'<circle class="g-shape" cx="{_n(x)}" cy="{_n(y)}" r="{_n(half)}"/>'
    points = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    corners = " ".join(f"{_n(px)},{_n(py)}" for px, py in points)
    return f'<polygon class="g-shape" points="{corners}"/>'


def _couple(line: CoupleLine, family: Family) -> str:
    couple = family.couples[line.couple]
    (x1, y1), (x2, y2) = line.left, line.right
    css = "g-line g-dashed" if couple.status == "cohabiting" else "g-line"
    across = f"M{_n(x1)} {_n(y1)}V{_n(line.y)}H{_n(x2)}V{_n(y2)}"
    # Beside the middle, where the line to the children begins.
    at = line.middle + (x2 - x1) / 5
    return (
        f'<g data-couple="{line.couple}"><title>'
        f"{escape(couple_in_words(family, couple))}</title>"
        f'<path class="{css}" d="{across}"/>{slashes(couple.status, at, line.y)}</g>'
    )


def slashes(status: str, x: float, y: float) -> str:
    """Return the strokes through a couple's line: one for separated, two for divorced."""
    count = {"separated": 1, "divorced": 2}.get(status, 0)
    return "".join(
        f'<path class="g-line" d="M{_n(x + 7 * n - 4)} {_n(y + 8)}L{_n(x + 7 * n + 4)} '
        f'{_n(y - 8)}"/>'
        for n in range(count)
    )


def _descent(descent: Descent, family: Family) -> str:
    x, y = descent.start
    trunk = (
        f"M{_n(x)} {_n(y)}V{_n(descent.y)}M{_n(descent.left)} {_n(descent.y)}H{_n(descent.right)}"
    )
    children = "".join(
        f'<g data-child="{line.child}">{tie_line(line.tie, line.start, line.end)}</g>'
        for line in descent.children
    )
    return (
        f'<g data-children-of="{descent.couple}"><path class="g-line" d="{trunk}"/>{children}</g>'
    )


def tie_line(tie: Tie, start: Point, end: Point) -> str:
    """Return the line to a child."""

    def path(aside: float, css: str) -> str:
        return (
            f'<path class="g-line {css}" d="M{_n(start[0] + aside)} {_n(start[1])}'
            f'L{_n(end[0] + aside)} {_n(end[1])}"/>'
        )

    if tie == "adopted":
        return path(-2.5, "g-solid") + path(2.5, "g-dashed")
    return path(0, "g-dotted" if tie == "fostered" else "g-solid")


def _n(number: float) -> str:
    """Return a number to a tenth, in the form that every language gives it."""
    tenths = floor(number * 10 + 0.5)
    return str(tenths / 10 if tenths % 10 else tenths // 10)


def _length(x: float, y: float) -> float:
    # Not `hypot`: its last digit differs between languages.
    return sqrt(x * x + y * y)


_STEP = 5.0
"""From one point of a relationship's line to the next."""
_ZIGZAG = (0.0, 5.0, 0.0, -5.0)


def _styled(kind: Kind, points: Iterable[Point]) -> str:
    """Return a relationship's line along its way."""
    way = _even(list(points))
    if kind == "conflict":
        return _path(_aside(way, _ZIGZAG))
    if kind == "abuse":
        return _path(_aside(way, _ZIGZAG)) + _arrow(way)
    if kind == "close":
        return "".join(_path(_aside(way, (by,))) for by in (-2.5, 2.5))
    if kind == "fused":
        return "".join(_path(_aside(way, (by,))) for by in (-4.0, 0.0, 4.0))
    if kind == "cut-off":
        middle = len(way) // 2
        ends = way[:middle], way[middle + 1 :]
        return "".join(_path(end) for end in ends) + _bar(way, middle - 1) + _bar(way, middle + 1)
    return _path(way)


def _even(points: list[Point]) -> list[Point]:
    """Return points of the same way at even distances."""
    found = [points[0]]
    left = _STEP
    for (x1, y1), (x2, y2) in pairwise(points):
        length = _length(x2 - x1, y2 - y1)
        at = left
        while at <= length:
            found.append((x1 + (x2 - x1) * at / length, y1 + (y2 - y1) * at / length))
            at += _STEP
        left = at - length
    return found if len(found) > 3 else [points[0], *found[1:], points[-1]]


def _across(way: list[Point], position: int) -> Point:
    """Return the direction at right angles to the way."""
    (x1, y1), (x2, y2) = way[max(position - 1, 0)], way[min(position + 1, len(way) - 1)]
    length = _length(x2 - x1, y2 - y1) or 1.0
    return -(y2 - y1) / length, (x2 - x1) / length


def _aside(way: list[Point], offsets: tuple[float, ...]) -> list[Point]:
    """Return the way, each point moved aside by the next of the offsets, over and over."""
    found = []
    for position, (x, y) in enumerate(way):
        across = _across(way, position)
        by = offsets[position % len(offsets)]
        found.append((x + across[0] * by, y + across[1] * by))
    return found


def _bar(way: list[Point], position: int) -> str:
    (x, y), (dx, dy) = way[position], _across(way, position)
    return _path([(x - 7 * dx, y - 7 * dy), (x + 7 * dx, y + 7 * dy)])


def _arrow(way: list[Point]) -> str:
    """Return an arrow's head halfway, where no symbol hides it."""
    middle = len(way) // 2
    (x, y), (ax, ay) = way[middle], _across(way, middle)
    # Along the way is at right angles to across it.
    dx, dy = ay, -ax
    corners = [
        (x + 9 * dx, y + 9 * dy),
        (x - 7 * dx + 9 * ax, y - 7 * dy + 9 * ay),
        (x - 7 * dx - 9 * ax, y - 7 * dy - 9 * ay),
    ]
    points = " ".join(f"{_n(px)},{_n(py)}" for px, py in corners)
    return f'<polygon class="g-arrow" points="{points}"/>'


def _path(points: list[Point]) -> str:
    return f'<path d="M{"L".join(f"{_n(x)} {_n(y)}" for x, y in points)}"/>'


# Explained


def legend() -> str:
    """Return every symbol with its meaning."""
    people = [
        *(
            (symbol(gender, (40, 26), inside=_UNKNOWN if gender == "not known" else ""), *words)
            for gender, words in GENDERS.items()
        ),
        (symbol("woman", (40, 26), index=True), "Double outline", "the person it is about"),
        (
            symbol("man", (40, 26), dead=True, inside="71"),
            "Crossed out",
            "a person who has died; the number is the age at death",
        ),
        (symbol("man", (40, 26), inside="12"), "Number inside", "the age, to within a year"),
    ]
    pregnancies = [
        (symbol("woman", (40, 26), pregnancy=kind), name, means)
        for kind, (name, means) in PREGNANCIES.items()
    ]
    home = ('<path class="g-home" d="M6 6H74V46H6Z"/>', "Dashed outline", "who lives together")
    couples = [(_couple_sample(status), name, means) for status, (name, means) in STATUSES.items()]
    twins = _line_sample("M40 8L22 44M40 8L58 44")
    children = [
        *((tie_line(tie, (40, 4), (40, 48)), name, means) for tie, (name, means) in TIES.items()),
        (twins, "Two lines from one point", "born together, such as twins"),
    ]
    ties = [
        (f'<g class="g-tie g-{kind}">{_styled(kind, ((4, 26), (76, 26)))}</g>', name, means)
        for kind, (name, means) in KINDS.items()
    ]
    groups = (
        ("People", people),
        ("Couples", couples),
        ("Children", children),
        ("Pregnancies and losses", pregnancies),
        ("Homes", [home]),
        ("How two people get on", ties),
    )
    return "\n".join(_legend_group(title, entries) for title, entries in groups)


def _legend_group(title: str, entries: list[tuple[str, str, str]]) -> str:
    items = "".join(
        '<li><svg class="kb-genogram" width="80" height="52" viewBox="0 0 80 52" '
        f'aria-hidden="true" xmlns="http://www.w3.org/2000/svg">{drawing}</svg>'
        f"<span><strong>{escape(name)}</strong><br/>{escape(means)}</span></li>"
        for drawing, name, means in entries
    )
    return f'<h3>{escape(title)}</h3>\n<ul class="kb-genogram-legend">{items}</ul>'


def _couple_sample(status: str) -> str:
    css = "g-line g-dashed" if status == "cohabiting" else "g-line"
    return f'<path class="{css}" d="M6 8V34H74V8"/>{slashes(status, 44, 34)}'


def _line_sample(path: str) -> str:
    return f'<path class="g-line" d="{path}"/>'


# How to write one


def page_help() -> str:
    """Return a table for each part of a family's text: every key and what it may hold."""
    schema = TypeAdapter(Family).json_schema()
    parts = {
        "The family": schema,
        "Each of the persons": schema["$defs"]["Person"],
        "Each of the couples": schema["$defs"]["Couple"],
        "Each of the relationships": schema["$defs"]["Relationship"],
        "Each of the households": schema["$defs"]["Household"],
    }
    return "\n\n".join(_help_table(title, node) for title, node in parts.items())


def _help_table(caption: str, node: dict[str, Any]) -> str:
    needed = node.get("required", [])
    return myst.table(
        caption,
        ("Key", "What it says", "What to write"),
        [
            (
                f"`{key}`" + (" (needed)" if key in needed else ""),
                field["description"],
                _to_write(key, field),
            )
            for key, field in node["properties"].items()
        ],
    )


def _to_write(key: str, field: dict[str, Any]) -> str:
    inner = next((option for option in field.get("anyOf", ()) if option), field)
    if "enum" in inner:
        return ", ".join(f"`{word}`" for word in inner["enum"])
    match inner["type"]:
        case "integer":
            return "a whole number" if key == "age" else "a year"
        case "boolean":
            return "`true` or `false`"
        case "string":
            return "an id" if "pattern" in inner else f"up to {inner['maxLength']} characters"
        case "object":
            return f"up to {inner['maxProperties']} people"
    items = inner["items"]
    if "$ref" in items:
        return f"a list, each with `{'` and `'.join(_NEEDED[key])}`"
    if items["type"] == "array":
        return "lists of ids in square brackets, as in `[[leo, ash]]`"
    return "ids in square brackets, as in `[leo, ash]`" if "pattern" in items else "a list of texts"


_NEEDED = {
    "couples": ("partners",),
    "relationships": ("between", "kind"),
    "households": ("members",),
}

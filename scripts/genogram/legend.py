"""Every symbol of a genogram, with its meaning."""

from __future__ import annotations

from html import escape

from genogram.meanings import GENDERS, KINDS, PREGNANCIES, STATUSES, TIES, UNKNOWN
from genogram.strokes import slashes, styled, tie_line
from genogram.symbols import symbol


def legend() -> str:
    """Return every symbol with its meaning."""
    people = [
        *(
            (symbol(gender, (40, 26), inside=UNKNOWN if gender == "not known" else ""), *words)
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
        (f'<g class="g-tie g-{kind}">{styled(kind, ((4, 26), (76, 26)))}</g>', name, means)
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

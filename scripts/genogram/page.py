"""A genogram on its page and in a notebook: a drawing, its words, and what is wrong with a text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from genogram.drawing import figure, style, svg
from genogram.family import Family
from genogram.legend import legend
from genogram.meanings import KINDS, PREGNANCIES, STATUSES
from genogram.reading import read_family
from genogram.words import GENERATIONS, in_words
from knowledge_base.markup.html import as_json
from knowledge_base.markup.loose_html import raw, stylesheet
from knowledge_base.reading.findings import Finding, render_text

INVENTED = Path("book", "genograms", "invented-family.yml")
"""The family of the page, from the root of the project."""
_EDITOR = Path(__file__).parent / "browser" / "genogram_editor.html"
SMALL = Path("book", "genograms", "small-family.yml")
"""A family to write over."""


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
        "generations": GENERATIONS,
        "style": style(alone=False),
        "style_alone": style(alone=True),
    }

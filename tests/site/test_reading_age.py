"""The first pages can be read by most: their reading age, by an established formula.

The formula is the Automated Readability Index, as textstat computes it: characters a word and
words a sentence give a school grade of the United States, and five more make the age. It needs no
list of syllables, so it is the same everywhere and without network.
"""

from __future__ import annotations

import pytest
import textstat
from html_pages import Element, Page

pytestmark = pytest.mark.book

START = ("book/index.html", "book/brief.html", "book/questions.html", "book/plan/pilot.html")
COMPONENTS = (
    "training",
    "clinician",
    "group-supervision",
    "genograms",
    "feedback-tools",
    "combination",
)
YEARS_BEFORE_GRADE_1 = 5
OLDEST = 14.5
"""About 14; the pages aim at 12 to 14."""

BLOCKS = ("p", "li", "dd")
NOT_PROSE = {
    "support",
    "kb-sourced",
    "kb-made",
    "kb-cite",
    "kb-cited",
    "kb-strip",
    "kb-onward",
    "badge",
}
"""Classes of what stands beside the prose: citations, sources, code, drawings, lists of links."""
LEAST_WORDS = 4
"""A label of fewer words is no sentence."""


def reading_age(text: str) -> float:
    return float(textstat.automated_readability_index(text)) + YEARS_BEFORE_GRADE_1


def prose(element: Element) -> list[str]:
    """The paragraphs and items of lists in it, without tables and what stands beside the prose."""
    found = []
    for block in element.all(*BLOCKS):
        outside = [block, *block.above()]
        if any(e.tag in ("table", "figure", "nav", "details") for e in outside):
            continue
        if any(NOT_PROSE & e.classes for e in outside) or block.all("p", "ul", "ol"):
            continue
        text = " ".join(_words(block).split())
        if len(text.split()) >= LEAST_WORDS:
            found.append(text if text[-1] in ".?!" else f"{text}.")
    return found


def _words(element: Element) -> str:
    return "".join(
        child if isinstance(child, str) else "" if child.classes & NOT_PROSE else _words(child)
        for child in element.children
    )


def test_the_formula_tells_simple_text_from_hard() -> None:
    assert reading_age("The cat sat on the mat. It was a warm day. The cat slept.") < 8
    hard = (
        "Implementation considerations necessitate comprehensive, multidisciplinary collaboration "
        "between organisations responsible for commissioning preventative interventions."
    )
    assert reading_age(hard) > 20


@pytest.mark.parametrize("path", START)
def test_the_start_pages_can_be_read_at_fourteen(book_pages: dict[str, Page], path: str) -> None:
    told = prose(book_pages[path].main)
    assert len(told) > 10
    assert reading_age("\n".join(told)) <= OLDEST


@pytest.mark.parametrize("component", COMPONENTS)
def test_what_a_component_is_at_a_glance_can_be_read_at_fourteen(
    book_pages: dict[str, Page], component: str
) -> None:
    page = book_pages[f"book/blueprint/{component}.html"]
    [box] = page.main.all(css_class="at-a-glance")
    told = prose(box)
    assert len(told) > 2
    assert reading_age("\n".join(told)) <= OLDEST

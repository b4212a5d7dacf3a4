"""Text of the evidence in Markdown: shown as it is, wherever it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from docutils import nodes
from docutils.core import publish_doctree
from hypothesis import given
from hypothesis import strategies as st
from myst_parser.parsers.docutils_ import Parser

from knowledge_base.markup import myst

CONFIG = yaml.safe_load((Path(__file__).parents[2] / "_config.yml").read_text(encoding="utf-8"))
SETTINGS = {
    "myst_enable_extensions": CONFIG["parse"]["myst_enable_extensions"],
    "report_level": 5,
    "smart_quotes": False,
}
MARKUP = st.text(
    st.sampled_from("ab1 .)(%=-+:#>*_`~|$\\{}[]<!&;^@\"'/"), min_size=1, max_size=12
).map(lambda text: " ".join(text.split()))


def shown(markdown: str) -> str:
    """Return the text that the book shows for Markdown."""
    document = publish_doctree(markdown, parser=Parser(), settings_overrides=SETTINGS)
    assert not [n for n in document.findall() if isinstance(n, nodes.Invisible)]
    return document.astext()


@pytest.mark.parametrize(
    "text",
    [
        "% of families stayed.",
        "%",
        "(label)=",
        "(Not) in the report.",
        "1. First",
        "2) Second",
        "- a",
        "+ b",
        "=====",
        ":::{note}",
        "# Heading",
        "> quoted",
        "```",
        "<!-- gone -->",
        "[^1]: note",
        "$x$ and $$y$$",
        "a&amp;b",
    ],
)
@pytest.mark.parametrize("before", ["", "- ", "1. "])
def test_text_that_looks_like_markup_is_shown_as_it_is(text: str, before: str):
    assert shown(f"{before}{myst.text(text)}") == text


@given(MARKUP.filter(bool))
def test_any_text_is_shown_as_it_is(text: str):
    assert shown(myst.text(text)) == text
    assert shown(f"- {myst.text(text)}") == text


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("Files are UTF-8.", "Files are UTF-8."),
        ("Not after `--as-of`.", "Not after `--as-of`."),
        ("`sources.bib` has no *stars*.", r"`sources.bib` has no \*stars\*."),
        ("Words of `a_b/`, `c`.", "Words of `a_b/`, `c`."),
        ("A lone ` stays.", r"A lone \` stays."),
    ],
)
def test_only_what_stands_between_backticks_is_code(told: str, written: str) -> None:
    assert myst.text_with_code(told) == written


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        (((), (), None), ""),
        ((("a", "b"), (), None), "{support}`a b | |`"),
        (((), ("c",), "Section 3 > Method"), "{support}`| c | Section 3 > Method`"),
        (((), ("c",), "A `place`"), "{support}`` | c | A `place` ``"),
    ],
)
def test_what_a_statement_rests_on_goes_to_its_role_in_three_parts(
    parts: tuple[tuple[str, ...], tuple[str, ...], str | None], written: str
) -> None:
    assert myst.support(*parts) == written

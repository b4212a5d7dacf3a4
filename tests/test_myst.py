"""The building blocks of pages: text stays text, and only what is meant to be markup is."""

from __future__ import annotations

import pytest

from knowledge_base.surfaces import myst


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
        ((("a", "b"), (), None), "{support}`a b |  |  `"),
        (((), ("c",), "Section 3 > Method"), "{support}` | c | Section 3 > Method `"),
        (((), ("c",), "A `place`"), "{support}`` | c | A `place` ``"),
    ],
)
def test_what_a_statement_rests_on_goes_to_its_role_in_three_parts(
    parts: tuple[tuple[str, ...], tuple[str, ...], str | None], written: str
) -> None:
    assert myst.support(*parts) == written

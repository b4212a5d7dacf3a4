"""Nouns with numbers and articles."""

from __future__ import annotations

import pytest

from knowledge_base.wording.nouns import counted, listed, lower_first, with_article


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [
        (0, "study", "0 studies"),
        (1, "study", "1 study"),
        (2, "record", "2 records"),
        (1234, "record", "1,234 records"),
    ],
)
def test_counts_take_the_right_form_of_the_noun(number: int, noun: str, words: str):
    assert counted(number, noun) == words


def test_counts_take_a_plural_that_is_given():
    assert counted(2, "child", "children") == "2 children"
    assert counted(1, "child", "children") == "1 child"


def test_articles_fit_the_noun():
    assert with_article("outcome") == "an outcome"
    assert with_article("factor") == "a factor"


@pytest.mark.parametrize(
    ("names", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_names_are_listed_as_in_a_sentence(names: list[str], words: str):
    assert listed(names) == words


def test_names_may_be_joined_by_another_word():
    assert listed(["a", "b", "c"], "or") == "a, b or c"


def test_names_and_acronyms_keep_their_capital_inside_a_sentence() -> None:
    assert lower_first("Clinical samples") == "clinical samples"
    assert lower_first("A choir of 12") == "a choir of 12"
    assert lower_first("English students") == "English students"
    assert lower_first("AFT’s minimum") == "AFT’s minimum"

"""Each mark of unfinished work is known as one, and words that only hold its letters are not."""

from __future__ import annotations

import pytest

from knowledge_base.checks.unfinished_text import UNFINISHED


@pytest.mark.parametrize(
    "mark",
    [
        "TODO",
        "FIXME",
        "TBC",
        "tbd",
        "xxx",
        "XXXXX",
        "Lorem ipsum",
        "dolor sit amet",
        "asdfgh",
        "placeholder text",
        "Blah",
        "foobar",
        "???",
    ],
)
def test_each_mark_is_known(mark: str):
    match = UNFINISHED.search(f"It is {mark}, as it was.")
    assert match
    assert match.group() == mark


@pytest.mark.parametrize("text", ["todo, it says in Spanish", "Why?", "methodology", "XX"])
def test_other_words_are_none(text: str):
    assert not UNFINISHED.search(text)

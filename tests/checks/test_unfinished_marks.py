"""Marks of unfinished work are told from roman numerals and from what titles of others say."""

from __future__ import annotations

import re

import pytest

from knowledge_base.checks.unfinished_text import FILLERS, MARKS, mark_in, mark_in_reference


@pytest.mark.parametrize(
    "text",
    [
        "TODO",
        "It is TODO of that.",
        "FIXME: which year?",
        "tbc with the author",
        "The reason is xxx.",
        "About XXX families took part.",
        "£XXX a year",
        "XXX: look this up",
        "xxxx",
        "On page xxxx.",
        "Lorem ipsum dolor",
        "blah",
        "Who???",
    ],
)
def test_a_text_of_ours_is_unfinished(text: str):
    assert mark_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "vol. XXX, no. 2",
        "Volume xxx of the report",
        "pp. xxx",
        "pp. xxv–xxx",
        "pages xxx-xxxv",
        "Chapter XXX",
        "Part XXX of the Act",
        "girls with XXX syndrome",
        "the XXX karyotype",
        "XXXIV",
        "They do it to do good.",
        "https://example.org/todo-lists",
    ],
)
def test_a_numeral_or_a_syndrome_is_no_mark(text: str):
    assert not mark_in(text)


@pytest.mark.parametrize(
    "text",
    ["TODO", "todo", "{TBC}", "xxx", "XXX", "xxx, xxx", "Title [TODO]", "TODO: title", "???"],
)
def test_a_field_of_a_reference_is_unfinished(text: str):
    assert mark_in_reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "Proceedings of the XXX Congress",
        "XXX syndrome in girls",
        "mkgs dhxx xxx jmqan",
        "xxx--xxxv",
        "Blah, blah, blah: what children hear",
        "TODO SOBRE LA FAMILIA",
        "Treatment of TBC in families",
        "Why me??? Children of prisoners",
        "Lorem ipsum as a reading test",
        "?" * 200_000 + "!a",
        "Todo " * 40_000 + "list",
    ],
    ids=lambda text: text[:40],
)
def test_a_title_may_hold_such_words(text: str):
    assert not mark_in_reference(text)


def test_the_browser_can_read_the_patterns():
    """No escape that a regular expression of a browser refuses, and none of Python alone."""
    for form in (MARKS, FILLERS):
        assert not re.search(r"\\[^bwWsSd.?]|\(\?[PiuLax#]", form)

"""Setting a field changes the lines of that field, and what the file says is what was asked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge_base.contributing.file_edits import EditError, with_fields
from knowledge_base.reading import yaml_source

FILE = """\
# Of the head.
claim: >-
  A claim that
  goes on.
kind: "association"  # a remark
# Of the countries.
countries: [norland]
reading:
  address: https://example.org
  on: 2024-01-01
status: published
"""
ORDER = ("claim", "kind", "outcomes", "countries", "reading", "note", "status")


def value(text: str) -> object:
    document, findings = yaml_source.parse(text, "x.yml")
    assert not findings
    return document.value


@pytest.mark.parametrize(
    ("trail", "new", "before", "after"),
    [
        (("kind",), "effect", 'kind: "association"  # a remark\n', "kind: effect\n"),
        (("claim",), "Short.", "claim: >-\n  A claim that\n  goes on.\n", "claim: >-\n  Short.\n"),
        (("countries",), ["a", "b"], "countries: [norland]\n", "countries: [a, b]\n"),
        (("countries",), None, "countries: [norland]\n", ""),
        (("reading", "on"), "2024-02-02", "  on: 2024-01-01\n", "  on: 2024-02-02\n"),
        (("reading", "kind"), "live", "01-01\n", "01-01\n  kind: live\n"),
        (("outcomes",), ["x"], "a remark\n", "a remark\noutcomes: [x]\n"),
        (("note",), "N.", "01-01\n", "01-01\nnote: >-\n  N.\n"),
        (
            ("notice", "date"),
            "2024-01-01",
            "published\n",
            "published\nnotice:\n  date: 2024-01-01\n",
        ),
    ],
)
def test_only_the_lines_of_the_field_change(
    trail: tuple[str, ...], new: object, before: str, after: str
):
    assert with_fields(FILE, {trail: new}, ORDER) == FILE.replace(before, after, 1)


def test_what_is_emptied_goes_as_a_whole():
    text = with_fields(FILE, {("reading", "address"): None, ("reading", "on"): None}, ORDER)
    assert "reading" not in text


def test_a_file_without_a_line_feed_at_its_end_gets_one():
    assert with_fields("kind: a", {("status",): "b"}) == "kind: a\nstatus: b\n"


def test_a_file_that_can_not_be_read_is_refused():
    with pytest.raises(EditError):
        with_fields("a: [", {("a",): "b"})


WORDS = st.text("abc :#'\"-é", min_size=1, max_size=30).map(str.strip).filter(bool)


@given(
    st.dictionaries(
        st.sampled_from([("kind",), ("claim",), ("note",), ("reading", "on"), ("notice", "date")]),
        st.none() | WORDS | st.lists(WORDS, min_size=1, max_size=3),
    )
)
@settings(max_examples=80, deadline=None)
def test_the_file_says_what_was_asked(changes: dict[tuple[str, ...], object]):
    text = with_fields(FILE, changes, ORDER)
    result = value(text)
    for trail, new in changes.items():
        found: object = result
        for step in trail:
            found = found.get(step) if isinstance(found, dict) else None
        texts = new if isinstance(new, list) else [new] if new else []
        expected = [" ".join(str(text).split()) for text in texts]
        assert (found if isinstance(new, list) else [found] if new else []) == expected
    assert "# Of the countries.\ncountries: [norland]\n" in text

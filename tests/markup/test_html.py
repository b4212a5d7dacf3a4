"""Text in an element, or in an attribute of one, is shown as it is and can't act."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from knowledge_base.markup.html import Html, as_json, element, fragment

PARTS = (
    "<",
    ">",
    "&",
    '"',
    "'",
    "<b>",
    "</p>",
    "</script>",
    "<!--",
    "&amp;",
    "&#39;",
    "=",
    " ",
    "é",
)
texts = st.lists(st.sampled_from(PARTS), min_size=1).map("".join)


@given(texts, texts)
def test_any_text_stands_there_literally(inside: str, name: str) -> None:
    page = BeautifulSoup(element("p", {"title": name}, inside, inside), "html.parser")
    [paragraph] = page.contents
    assert paragraph.name == "p"
    assert paragraph.attrs == {"title": name}
    assert paragraph.get_text() == f"{inside}{inside}"


@given(texts)
def test_what_is_html_already_is_not_escaped_again(text: str) -> None:
    inner = element("b", None, text)
    assert element("p", None, inner) == Html(f"<p>{inner}</p>")
    assert fragment(inner, None, text) == inner + text
    assert Html.escape(Markup(inner)) == inner


@pytest.mark.parametrize("attribute", ["style", "onclick"])
def test_what_the_policy_for_browsers_refuses_is_refused_here(attribute: str) -> None:
    with pytest.raises(ValueError, match="no inline style and no handler of events"):
        element("p", {attribute: "x"})


def test_an_attribute_can_be_left_out_or_stand_alone() -> None:
    assert element("input", {"checked": True, "disabled": False, "id": None}) == "<input checked>"


@given(texts)
def test_no_text_among_data_ends_the_element_that_holds_them(text: str) -> None:
    data = as_json({text: [text]})
    assert "<" not in data
    assert json.loads(data) == {text: [text]}

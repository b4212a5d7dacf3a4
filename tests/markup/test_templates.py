"""Templates escape what they place, and refuse what would go round that."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError, UndefinedError

from knowledge_base.markup import templates
from knowledge_base.markup.html import Html
from knowledge_base.markup.myst import Myst
from knowledge_base.markup.templates import fill, fill_html, keep_compiled

HOSTILE = '<script>*a*</script> {raw}`b` [c](d) "e"'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "book").mkdir()
    return tmp_path


def write(root: Path, name: str, text: str) -> str:
    (root / "book" / name).write_text(text, encoding="utf-8")
    return name


def test_myst_places_text_so_that_it_stands_there_as_it_is(root: Path) -> None:
    shown = fill(root, write(root, "a.jinja", "*{{ text }}*"), {"text": HOSTILE})
    assert shown == f"*{Myst.escape(HOSTILE)}*"
    assert "<script>" not in shown


def test_html_places_text_so_that_it_stands_there_as_it_is(root: Path) -> None:
    shown = fill_html(root, write(root, "a.html.jinja", "<b>{{ text }}</b>"), {"text": HOSTILE})
    assert shown.startswith("<b>&lt;script&gt;")
    assert "<script>" not in shown


def test_markup_of_our_own_is_placed_as_it_is(root: Path) -> None:
    assert fill(root, write(root, "a.jinja", "{{ part }}"), {"part": Myst("*a*")}) == "*a*"
    html = fill_html(root, write(root, "a.html.jinja", "{{ part }}"), {"part": Html("<i>a</i>")})
    assert html == "<i>a</i>"


@pytest.mark.parametrize("ending", [".jinja", ".html.jinja"])
@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("a ~ b", "texts joined by '~' are not escaped"),
        ("a + b", "only a whole number can be added"),
        ("'%s' % a", "only a whole number can be added"),
        ("a|safe", "the filter 'safe' could let text pass unescaped"),
        ("a|replace('<', '>')", "the filter 'replace' could let text pass unescaped"),
    ],
)
def test_what_would_go_round_escaping_is_refused_where_it_stands(
    root: Path, ending: str, expression: str, message: str
) -> None:
    name = write(root, f"wrong{ending}", f"fine\n{{{{ {expression} }}}}\n")
    with pytest.raises(TemplateSyntaxError, match=message) as refused:
        (fill_html if ending == ".html.jinja" else fill)(root, name, {"a": "<", "b": ">"})
    assert (refused.value.name, refused.value.lineno) == (name, 2)


def test_a_fact_that_is_not_there_is_an_error_and_not_a_blank(root: Path) -> None:
    with pytest.raises(UndefinedError, match="'missing' is undefined"):
        fill(root, write(root, "a.jinja", "{{ missing }}"), {})


def test_a_compiled_template_is_kept_until_it_or_our_code_changes(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Jinja works out a filter of a constant when it compiles.
    name, folder = write(root, "a.jinja", '{{ "ab"|upper_first }}'), root / "compiled"

    def shown(code: str) -> str:
        keep_compiled(root, folder, code)
        return fill(root, name, {})

    assert shown("first") == "Ab"
    monkeypatch.setitem(templates._WORDING, "upper_first", lambda text: f"new {text}")
    assert shown("first") == "Ab"
    assert shown("second") == "new ab"
    write(root, name, '{{ "cd"|upper_first }}')
    assert shown("second") == "new cd"


def test_templates_of_both_kinds_are_kept_apart(root: Path) -> None:
    keep_compiled(root, root / "compiled", "code")
    name = write(root, "a.jinja", "{{ text }}")
    assert fill(root, name, {"text": "*a*"}) == Myst.escape("*a*")
    assert fill_html(root, name, {"text": "*a*"}) == "*a*"

"""Sentences of pages stay out of code: they have one place, in `book/`, where an editor finds them.

The messages of commands, rules and errors stand beside their code, and what a docstring says is for
developers. Whatever else reads like a sentence in a string of Python or JavaScript is counted. A
file that still has some is named in `sentences_in_code.yml` with how many; the numbers only fall.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

SCRIPTS = Path(__file__).parents[2] / "scripts"
GROUPS = yaml.safe_load(Path(__file__).with_name("sentences_in_code.yml").read_text("utf-8"))
LEFT = {path: count for group in GROUPS for path, count in group["files"].items()}

SPEAKS_TO_EDITORS = (
    "book_build/",
    "browser_code/bundle.py",
    "development/",
    "kb.py",
    "knowledge_base/checks/",
    "knowledge_base/commands/",
    "knowledge_base/contributing/",
    "knowledge_base/loading.py",
    "knowledge_base/memory.py",
    "knowledge_base/reading/",
    "printed_book/__main__.py",
    "vendor/",
)
"""Whose sentences are messages to those who write evidence or code, or not ours."""
MESSAGES = {"Finding", "Rule", "add_argument", "error", "warning", "info", "ArgumentParser", "exit"}
"""Calls whose texts are such messages too."""
COMMON = (
    "a an and are as at be but by can for from has have how in is it its no not of on one or that "
    "the their them there these this to was were what where which who with"
)
"""A row of words in which one of these stands is read as a sentence, not as a list of names."""

_MARKUP = re.compile(r"<[^>]*>")
_WORDS = re.compile(r"(?:[A-Za-z][a-z’'-]*[,;:.]? ){4,}[A-Za-z][a-z’'-]*")
_COMMON = re.compile(rf"(?<![\w-])(?:{COMMON.replace(' ', '|')})(?![\w-])")
_TOKEN = re.compile(
    r"""
    (?P<comment> //[^\n]* | /\*.*?\*/ )
  | \bError\(\s* (?: "(?:\\.|[^"\\\n])*" | `(?:\\.|[^`\\])*` )  # which no reader sees
  | (?P<text> "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*' | `(?:\\.|[^`\\])*` )
  | (?<=[=(,:!&|?;{}\[\n]) \s* / (?![/*]) (?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+ /  # a pattern
    """,
    re.VERBOSE | re.DOTALL,
)


def is_sentence(text: str) -> bool:
    """Whether five words in a row, one of them a common one, stand in a text."""
    flat = " ".join(_MARKUP.sub(" ", text).split())
    return any(_COMMON.search(words) for words in _WORDS.findall(flat))


def in_python(code: str) -> Iterator[str]:
    """Yield the sentences in Python's strings; a blank of an f-string counts as a word."""
    yield from filter(is_sentence, _texts(ast.parse(code)))


def _texts(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Raise | ast.Assert):
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return  # a docstring
    if isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in MESSAGES:
            return
    if isinstance(node, ast.JoinedStr):
        yield "".join(
            str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values
        )
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield from _texts(part.value)
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from _texts(child)


def in_javascript(code: str) -> Iterator[str]:
    """Yield the sentences in JavaScript's strings and templates."""
    for token in _TOKEN.finditer(code):
        text = re.sub(r"\$\{[^}]*\}", "x", token["text"] or "")
        if is_sentence(text):
            yield text


def sentences() -> dict[str, list[str]]:
    """Return the sentences in each file of code, those that speak to editors left out."""
    result = {}
    for file in sorted(SCRIPTS.rglob("*")):
        path = file.relative_to(SCRIPTS).as_posix()
        read = {".py": in_python, ".js": in_javascript}.get(file.suffix)
        if read is None or path.startswith(SPEAKS_TO_EDITORS) or "/vendor/" in path:
            continue
        if there := list(read(file.read_text(encoding="utf-8"))):
            result[path] = there
    return result


def test_no_sentence_of_a_page_creeps_into_code():
    there = sentences()
    grown = {path: texts for path, texts in there.items() if len(texts) > LEFT.get(path, 0)}
    assert grown == {}, "Put these sentences into a template or a file of wording in `book/`."


KEYS = {"ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp", "End", "Enter", "Escape", "Home", "Tab"}
"""Names of keys, which only look like labels."""
_LABEL = re.compile(r"[A-Z][a-z]{2,}(?: [\w’'-]+){0,3}[.:…]?")


def test_no_label_of_a_button_or_part_creeps_into_a_script():
    labels = {
        f"{file.relative_to(SCRIPTS)}: {text}"
        for file in SCRIPTS.rglob("browser/**/*.js")
        for token in _TOKEN.finditer(file.read_text(encoding="utf-8"))
        if _LABEL.fullmatch(text := re.sub(r"\$\{[^}]*\}", "x", (token["text"] or "")[1:-1]))
        if text not in KEYS
    }
    assert labels == set(), "Put these labels into a template or a file of wording in `book/`."


def test_the_list_of_what_is_left_only_falls():
    there = sentences()
    fallen = {path: len(there.get(path, ())) for path, count in LEFT.items()}
    assert fallen == LEFT, "Lower the numbers in the list."
    assert all(group["why"] for group in GROUPS)


@pytest.mark.parametrize(
    ("read", "code"),
    [
        (in_python, 'x = "The report gives no result."'),
        (in_python, 'def f():\n    """Say."""\n    return f"{n} of the claims have been read"'),
        (in_python, 'TEXT = (\n    "The report gives "\n    "no result for families."\n)'),
        (in_javascript, 'const x = "The report gives no result.";'),
        (in_javascript, "const x = `The report gives ${n} results for families.`;"),
        (
            in_javascript,
            "/* it's */ const y = /['`]/; const x = '<b>The</b> report gives no result';",
        ),
    ],
)
def test_a_planted_sentence_is_seen(read, code: str):
    assert len(list(read(code))) == 1


@pytest.mark.parametrize(
    ("read", "code"),
    [
        (in_python, '"""The report gives no result."""'),
        (in_python, 'raise ValueError("the report gives no result")'),
        (in_python, 'yield Finding(place, "x", "the report gives no result")'),
        (in_python, 'x = "record stacks table wide one-line"'),
        (in_javascript, 'throw new Error("the report gives no result");'),
        (in_javascript, "// The report gives no result."),
        (in_javascript, '/** @type {"the report gives no result"} */ const x = 1;'),
    ],
)
def test_what_is_no_sentence_of_a_page_passes(read, code: str):
    assert list(read(code)) == []

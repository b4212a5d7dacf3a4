"""Text with the markup of HTML or LaTeX → plain text."""

from __future__ import annotations

import html
import re
from contextlib import suppress
from functools import cache

from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db
from pylatexenc.latexwalker import LatexNode
from pylatexenc.latexwalker import get_default_latex_context_db as get_default_syntax

_TAG = re.compile(
    r"</?(?:(?:jats|mml):[\w-]+|i|b|u|em|strong|italic|bold|inf|sub|sup|sc|scp|span|p|title)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
"""The markup that databases leave in titles. Any other `<` is a sign of its own."""
_TIMES_ESCAPED = 2
"""Some databases escape what is escaped already."""


def without_html(text: str) -> str:
    """Return text without entities and tags; `<3` stays."""
    for _ in range(_TIMES_ESCAPED):
        text = html.unescape(text)
    return " ".join(_TAG.sub("", text).split())


def without_latex(text: str) -> str:
    """Return BibTeX text as people read it."""
    return without_html(_unprotected(_converted(text)))


def without_latex_in_title(text: str) -> str:
    """Return a title as people read it, with the braces that keep its capitals."""
    text = _ACCENT_IN_BRACES.sub(r"\1", _converted(text, keep_braces=True))
    return without_html(text)


def in_bibtex(text: str) -> str:
    """Return plain text as BibTeX takes it."""
    return re.sub(r"(?<!\\)&", r"\\&", text)


def protected(title: str) -> str:
    """Return a title with braces around words whose capitals BibTeX's styles would take away."""
    first, *others = _unprotected(title).split(" ")
    words = [first if first[1:].islower() or len(first) == 1 else _braced(first)]
    return " ".join([*words, *map(_braced, others)])


_ACCENT_IN_BRACES = re.compile(r"\{([^\x00-\x7f])\}")
"""A letter in the braces of the macro that it was written with."""


def _unprotected(text: str) -> str:
    return text.replace("{", "").replace("}", "")


def _braced(word: str) -> str:
    return re.sub(r"\w.*\w|\w", r"{\g<0>}", word) if word != word.lower() else word


def _as_it_stands(node: LatexNode) -> str:
    return str(node.latex_verbatim())


_CONTEXT = get_default_latex_context_db()
# A path such as C:\users is no macro that anybody knows; nothing of it may be lost.
_CONTEXT.set_unknown_macro_spec(MacroTextSpec("", simplify_repl=_as_it_stands))
_CONTEXT.add_context_category(
    "fonts",
    prepend=True,
    macros=[
        *(MacroTextSpec(name, "") for name in ("bf", "em", "it", "rm", "sc", "sf", "sl", "tt")),
        *(
            MacroTextSpec(f"text{name}", sign)
            for name, sign in (("quotedbl", '"'), ("less", "<"), ("greater", ">"), ("bar", "|"))
        ),
        *(
            MacroTextSpec(name, sign)
            for name, sign in (("copyright", "©"), ("pounds", "£"), ("LaTeX", "LaTeX"))
        ),
    ],
)
_TO_TEXT = {
    keep: LatexNodes2Text(
        latex_context=_CONTEXT, math_mode="text", keep_braced_groups=keep, keep_comments=True
    )
    for keep in (False, True)
}


_SYNTAX = get_default_syntax()
"""The library makes it anew for each text that is given none."""
_PLAIN_SIGN = re.compile(r"\\([&%#_])")
_LETTER = r"(?:\\[ij](?![A-Za-z])\s*|[A-Za-z])"
_ACCENT = rf"""\\(?:[`'^"~=.]\s*(?:\{{{_LETTER}\}}|{_LETTER})|[bcdHkruv]\{{{_LETTER}\}})"""
_ACCENTED = re.compile(rf"\{{{_ACCENT}\}}|\{{\\[bcdHkruv]\s+{_LETTER}\}}|{_ACCENT}")
"""A letter with its accent: most of the LaTeX in names and titles, and not many different ones."""


@cache
def _accented(letter: str) -> str:
    # In braces, so that it is no part of the macro before it.
    return f"{{{_TO_TEXT[False].latex_to_text(letter, latex_context=_SYNTAX)}}}"


_QUOTED = re.compile(r"\\enquote\*?\{([^{}]*)\}")
_AROUND = re.compile(
    r"\\(?:url|mkbib\w+|textsubscript|(?:href|textcolor|colorbox)\{[^{}]*\})(?=\{)"
)
"""What stands before a text in braces and says how it looks or where it leads."""


def _converted(text: str, *, keep_braces: bool = False) -> str:
    text = _AROUND.sub("", _QUOTED.sub(r"``\1''", text))
    text = _ACCENTED.sub(lambda match: _accented(match.group()), text)
    if not re.search(r"[\\$~`%]|--|''", _PLAIN_SIGN.sub("", text)):
        return " ".join(_PLAIN_SIGN.sub(r"\1", text).split())
    # BibTeX has no comments, tables or parameters: bare, these signs stand for themselves.
    text = re.sub(r"(?<!\\)([%&#])", r"\\\1", text)
    # The library raises whatever macros without their arguments lead it to; the text stays.
    with suppress(Exception):
        text = str(_TO_TEXT[keep_braces].latex_to_text(text, latex_context=_SYNTAX))
    return " ".join(text.split())

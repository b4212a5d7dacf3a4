"""Explains words where they stand: the first use of each glossary term in the prose of a page.

The word becomes a link to its entry in the glossary; that is all without scripts. With them,
`book/_static/site.js` shows the explanation beside the word. A page notes which explanations it
shows, so that it is read again when one of them has changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx

from book_extensions.evidence import glossary_part, loaded, use
from knowledge_base.views.glossary import Explained, explained

GLOSSARY = "book/about/glossary"

PROSE = (nodes.paragraph, nodes.definition)
NOT_IN = (
    nodes.caption,
    nodes.literal,
    nodes.literal_block,
    nodes.raw,
    nodes.reference,
    nodes.rubric,
    nodes.strong,
    nodes.thead,
    nodes.title,
    pending_xref,
)
"""A word in one of these is a heading, a link, code, or already stands out."""
NOT_IN_CLASSES = {"badge", "claim", "facts", "kb-answer", "kb-onward", "kb-sourced", "support"}


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_node(ExplainedWord, html=(_visit, _depart))
    app.connect("doctree-read", mark_words)
    return {"parallel_read_safe": False, "parallel_write_safe": True, "version": "1"}


class ExplainedWord(nodes.Inline, nodes.TextElement):
    """A word that explains itself."""


def mark_words(app: Sphinx, doctree: nodes.document) -> None:
    """Mark the first use of each word on the page that was just read."""
    docname = app.env.docname
    if app.builder.format != "html" or docname == GLOSSARY or GLOSSARY not in app.env.found_docs:
        return
    words = {spelling: word for word in explained(loaded(app).kb) for spelling in word.spellings}
    for text in list(doctree.findall(nodes.Text)):
        if words and _is_prose(text):
            _mark(app, text, words)


def _mark(app: Sphinx, text: nodes.Text, words: dict[str, Explained]) -> None:
    """Mark the words in one stretch of text, and take them from those that are left."""
    pieces: list[nodes.Node] = []
    rest = text.astext()
    while words and (found := _pattern(words).search(rest)):
        spelled = found.group()
        word = words.get(spelled) or words[spelled[:1].lower() + spelled[1:]]
        pieces += [
            nodes.Text(rest[: found.start()]),
            ExplainedWord(
                "",
                spelled,
                anchor=word.anchor,
                explanation=word.explanation,
                stands_for=word.stands_for or "",
            ),
        ]
        rest = rest[found.end() :]
        use(app.env, glossary_part(word))
        for spelling in word.spellings:
            del words[spelling]
    if pieces:
        text.parent.replace(text, [*(p for p in pieces if p.astext()), nodes.Text(rest)])


def _pattern(spellings: Iterable[str]) -> re.Pattern[str]:
    """Return what finds a whole word, also with a capital at the start of a sentence."""
    longest_first = sorted(spellings, key=len, reverse=True)
    either = "|".join(
        f"[{s[0]}{s[0].upper()}]{re.escape(s[1:])}" if s[0].islower() else re.escape(s)
        for s in longest_first
    )
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")


def _is_prose(text: nodes.Text) -> bool:
    in_prose = False
    node: Any = text
    while (parent := node.parent) is not None:
        if isinstance(parent, NOT_IN) or NOT_IN_CLASSES & set(parent.get("classes", ())):
            return False
        if isinstance(parent, nodes.entry) and parent.parent.index(parent) == 0:
            return False  # the name of a row
        if isinstance(parent, nodes.TextElement) and _in_raw_link(parent, node):
            return False
        in_prose = in_prose or isinstance(parent, PROSE)
        node = parent
    return in_prose


def _in_raw_link(parent: nodes.TextElement, child: nodes.Node) -> bool:
    """Whether a link written as HTML is open before the child."""
    before = "".join(
        part.astext() for part in parent[: parent.index(child)] if isinstance(part, nodes.raw)
    )
    return before.count("<a ") > before.count("</a>")


def _visit(self: Any, node: ExplainedWord) -> None:
    address = f"{self.builder.get_relative_uri(self.builder.current_docname, GLOSSARY)}"
    link = f'<a class="kb-term" href="{address}#{node["anchor"]}" '
    self.body.append(f'{link}data-explanation="{escape(node["explanation"])}">')
    if node["stands_for"]:
        self.body.append(f'<abbr title="{escape(node["stands_for"])}">')


def _depart(self: Any, node: ExplainedWord) -> None:
    self.body.append("</abbr></a>" if node["stands_for"] else "</a>")

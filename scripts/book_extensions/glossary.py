"""Explains words where they stand: the first use of each glossary term in the prose of a page.

The word becomes a link to its entry in the glossary; that is all without scripts. With them,
`browser/notes.js` shows the explanation beside the word. A page notes which
explanations it shows, so that it is read again when one of them has changed.
"""

import re
from functools import partial
from html import unescape
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx

from book_extensions.evidence import build_of, glossary_part, use
from knowledge_base.markup import addresses
from knowledge_base.markup.explained import explained_word
from knowledge_base.markup.html import PROSE, Html, fragment
from knowledge_base.views.glossary import Explained, FirstUses, Use, explained

GLOSSARY = "book/about/glossary"

IN_HTML = re.compile(f"<{PROSE}>(.*?)</{PROSE}>", re.DOTALL)

IN_PROSE = (nodes.paragraph, nodes.definition)
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
NOT_IN_CLASSES = {
    *("badge", "claim", "facts", "kb-answer", "kb-onward", "kb-sourced", "kb-tile-number"),
    "support",
}


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_node(ExplainedWord, html=(_visit, None))
    app.connect("doctree-read", mark_words)
    return {"parallel_read_safe": False, "parallel_write_safe": True, "version": "1"}


class ExplainedWord(nodes.Inline, nodes.TextElement):
    """A word that explains itself."""


def mark_words(app: Sphinx, doctree: nodes.document) -> None:
    """Mark the first use of each word on the page that was just read."""
    docname = app.env.docname
    if app.builder.format != "html":
        return
    is_explained = docname != GLOSSARY and GLOSSARY in app.env.found_docs
    first_uses = FirstUses(explained(build_of(app).kb) if is_explained else ())
    for text in list(doctree.findall(nodes.Text)):
        if isinstance(text.parent, nodes.raw):
            if f"<{PROSE}>" in text:
                html = IN_HTML.sub(partial(_in_html, app, first_uses), text)
                text.parent.replace(text, nodes.Text(html))
        elif _is_prose(text):
            pieces = list(first_uses.split(text.astext()))
            if any(isinstance(piece, Use) for piece in pieces):
                text.parent.replace(text, [_node(app, piece) for piece in pieces])


def _in_html(app: Sphinx, first_uses: FirstUses, match: re.Match[str]) -> Html:
    pieces: list[str | Html] = []
    for piece in first_uses.split(unescape(match[1])):
        if isinstance(piece, Use):
            use(app.env, glossary_part(piece.word))
            pieces.append(_link(app.env.docname, piece.spelled, piece.word))
        else:
            pieces.append(piece)
    return fragment(*pieces)


def _node(app: Sphinx, piece: str | Use) -> nodes.Node:
    if isinstance(piece, str):
        return nodes.Text(piece)
    use(app.env, glossary_part(piece.word))
    return ExplainedWord("", piece.spelled, word=piece.word)


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
        in_prose = in_prose or isinstance(parent, IN_PROSE)
        node = parent
    return in_prose


def _in_raw_link(parent: nodes.TextElement, child: nodes.Node) -> bool:
    """Whether a link written as HTML is open before the child."""
    before = "".join(
        part.astext() for part in parent[: parent.index(child)] if isinstance(part, nodes.raw)
    )
    return before.count("<a ") > before.count("</a>")


def _visit(self: Any, node: ExplainedWord) -> None:
    self.body.append(_link(self.builder.current_docname, node.astext(), node["word"]))
    raise nodes.SkipNode


def _link(page: str, spelled: str, word: Explained) -> Html:
    entry = addresses.address("word", word.id)
    return explained_word(spelled, word, addresses.seen_from(page, entry))

"""What a page shows, as a test reads it: templates filled, and HTML in its place."""

from __future__ import annotations

import re
from pathlib import Path

from knowledge_base import evidence_map
from knowledge_base.markup.html import stored_html
from knowledge_base.markup.templates import render
from knowledge_base.model.knowledge_base import KnowledgeBase

PROJECT = Path(__file__).resolve().parent.parent
_OWN = re.compile(r"```\{own-html\} (\w+)\n( *:name: \S+\n)? *```|\{own-html\}`(\w+)`")


def with_html(markdown: str) -> str:
    """Return a page's MyST with our own HTML in the place of its fingerprints, behind its label."""

    def html(match: re.Match[str]) -> str:
        stored = stored_html(match[1] or match[3])
        return f"{match[2] or ''}{stored}" if stored else match[0]

    return _OWN.sub(html, markdown)


def filled(template: str, kb: KnowledgeBase, facts: object = None) -> str:
    """Return a template of the book with the facts in its places, HTML included."""
    return with_html(render(PROJECT, template, kb, facts))


def shown_map(kb: KnowledgeBase) -> str:
    """Return the HTML of the evidence map, as its page has it without scripts."""
    return filled("evidence/map.html.jinja", kb, evidence_map.page(kb))

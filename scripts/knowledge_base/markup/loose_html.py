"""HTML inside MyST pages, for what Markdown can't say: forms, drawings, disclosures."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from knowledge_base.markup import addresses, myst
from knowledge_base.markup.addresses import anchor
from knowledge_base.markup.html import Html
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.citations import citation_labels


def raw(html: str) -> str:
    """Return HTML as a MyST block."""
    return myst.block(Html(html))


def disclosure(summary: str, body: str) -> str:
    """Return Markdown behind a line that opens it: there without scripts, found, and printed."""
    return myst.details(summary, myst.Myst(body))


def record_href(record_id: str, to_root: str = "../../") -> str:
    """Return the address of a record's page; ``to_root`` leads to the root of the site."""
    return to_root + addresses.record(record_id)


def record_link(kb: KnowledgeBase, record_id: str) -> str:
    """Return a link to a record's page, named by its source, for a page of the section Plan."""
    label = citation_labels(kb.sources)[kb.records[record_id].source]
    return f'<a href="{record_href(record_id)}">{escape(label)}</a>'


def record_links(kb: KnowledgeBase, record_ids: Iterable[str]) -> str:
    """Return links to records, separated by semicolons."""
    return "; ".join(record_link(kb, record_id) for record_id in record_ids)


def stylesheet(name: str, folder: str = "assets") -> str:
    """Return a link to a style sheet of the section Plan, whose folder is seen from the page."""
    return f'<link rel="stylesheet" href="{folder}/{name}">'


def reading_styles() -> str:
    """Return the styles of long reading pages, for a page of any section but Start."""
    return raw(stylesheet("reading.css", "../plan/assets"))


def script(name: str) -> str:
    """Return a script element for one of the section's scripts."""
    return f'<script defer src="assets/{name}"></script>'


def course_anchor(course_id: str) -> str:
    """Return the id of a course's row in the catalogue."""
    return anchor("course", course_id)

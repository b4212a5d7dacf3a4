"""HTML inside MyST pages, for what Markdown can't say: forms, drawings, disclosures."""

from __future__ import annotations

from knowledge_base.markup import myst
from knowledge_base.markup.addresses import anchor
from knowledge_base.markup.html import Html


def raw(html: str) -> str:
    """Return HTML as a MyST block."""
    return myst.block(Html(html))


def disclosure(summary: str, body: str) -> str:
    """Return Markdown behind a line that opens it: there without scripts, found, and printed."""
    return myst.details(summary, myst.Myst(body))


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

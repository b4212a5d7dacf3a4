"""What stands before the contents: what this is, of which day, and how far it can be trusted."""

from __future__ import annotations

from html import escape

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.edition import edition


def title_page(kb: KnowledgeBase, title: str, author: str) -> str:
    """Return the first page of the printed book."""
    this = edition(kb)
    words = escape(this.words)
    report = kb.sources[kb.report.source]
    return f"""<section class="book-title">
<p class="book-title__kind">An evidence knowledge base, as a book</p>
<h1>{escape(title)}</h1>
<p>{words[:1].upper()}{words[1:]}.</p>
<h2>What this evidence can and can’t tell</h2>
<p>{escape(kb.report.limits_in_brief)}</p>
<h2>How to cite</h2>
<p>{escape(author)} ({this.day.year if this.day else "n.d."}). <i>{escape(title)}</i>. Printed book,
{words}. Based on {escape(report.short)}. Who cites a claim should cite its source too,
and that it was cited through the report.</p>
<h2>Licence</h2>
<p>Text and data: <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>. The report
itself is under another licence; its text is not part of this book.</p>
<p>The site that this book is printed from also has an evidence map to filter, a catalogue of
courses to compare, a plan for a pilot in which every figure can be changed, and all data as
files.</p>
</section>"""

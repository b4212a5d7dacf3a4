"""What stands before the contents: what this is, of which day, and how far it can be trusted."""

from knowledge_base import book
from knowledge_base.markup.html import Html
from knowledge_base.markup.templates import fill_html
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.edition import edition


def title_page(kb: KnowledgeBase, title: str, author: str) -> Html:
    """Return the first page of the printed book."""
    facts = {
        "kb": kb,
        "title": title,
        "author": author,
        "edition": edition(kb),
        "report": kb.sources[kb.report.source],
    }
    return fill_html(book.ROOT, "parts/printed-front.html.jinja", facts)

"""The style sheet of the pages of components, and of outcomes, which have lines that open too."""

from pathlib import Path

from browser_code import stylesheet
from knowledge_base import book
from knowledge_base.model.knowledge_base import KnowledgeBase

FOLDER = "book/blueprint/component"
"""Where the file lies, from the root of the built site."""

_PAGES = ("blueprint/component.jinja", "evidence/outcomes.md", "evidence/gaps.md")
"""What loads it."""

_STYLE = Path(__file__).parent / "browser" / "component.css"


def site_files(_kb: KnowledgeBase) -> dict[str, str | bytes]:
    """Return the file by its path from the root of the built site."""
    if not any(map(book.has, _PAGES)):
        return {}
    return {f"{FOLDER}/component.css": stylesheet([_STYLE])}

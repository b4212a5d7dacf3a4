"""The style sheet of the first pages and of the briefs."""

from pathlib import Path

from browser_code import stylesheet
from knowledge_base import book
from knowledge_base.model.knowledge_base import KnowledgeBase

FOLDER = "book/start"
"""Where the file lies, from the root of the built site."""

STYLES = Path(__file__).parent / "browser" / "start.css"


def site_files(_kb: KnowledgeBase) -> dict[str, str | bytes]:
    """Return the file by its path from the root of the built site."""
    if not book.has("questions.md"):
        return {}
    return {f"{FOLDER}/start.css": stylesheet([STYLES])}

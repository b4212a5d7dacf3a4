"""The files that pages of the section Plan load, and the styles of other long pages."""

from pathlib import Path

from browser_code import bundle, stylesheet
from knowledge_base import book
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan.logic_model import logic_model_file

FOLDER = "book/plan/assets"
"""Where the files lie, from the root of the built site."""

BROWSER = Path(__file__).parent / "browser"

SCRIPTS = {
    "pilot.js": ("plan/pilot.md", "pilot/page.js"),
    "catalogue.js": ("plan/providers.md", "catalogue/page.js"),
    "logic-model.js": ("plan/logic-model.md", "logic_model.js"),
}
"""Each script with its page and the module that it begins from: one request a page."""


def site_files(kb: KnowledgeBase) -> dict[str, str | bytes]:
    """Return the files by their path from the root of the built site."""
    files: dict[str, str | bytes] = {
        name: bundle(BROWSER / entry) for name, (page, entry) in SCRIPTS.items() if book.has(page)
    }
    files["reading.css"] = _styles("reading.css")
    if book.has("plan"):
        files["plan.css"] = _styles("plan.css")
    if book.has("plan/pilot.md"):
        # The page has the styles of the section in the same file: one request fewer.
        files["pilot.css"] = _styles("plan.css", "pilot/pilot.css")
    if book.has("plan/providers.md"):
        files["catalogue.css"] = _styles("catalogue/catalogue.css")
    if book.has("plan/logic-model.md"):
        files["logic-model.css"] = _styles("logic-model.css")
        files["logic-model.svg"] = logic_model_file(kb)
    return {f"{FOLDER}/{name}": content for name, content in sorted(files.items())}


def _styles(*names: str) -> str:
    return stylesheet(BROWSER / name for name in names)

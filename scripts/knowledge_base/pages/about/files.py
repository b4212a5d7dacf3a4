"""The files of the page Add evidence: its script, its styles, and the data that it checks by."""

from pathlib import Path

from browser_code import bundle, stylesheet
from knowledge_base import book
from knowledge_base.contributing.form_rules import form_rules
from knowledge_base.evidence_map.data import as_script
from knowledge_base.exports.record_template import TEMPLATE, record_template
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source import plain
from knowledge_base.pages.about.add_evidence import ASKED_IF
from knowledge_base.wording.sentences import wording

FOLDER = "book/about/assets"
"""Where the files lie, from the root of the built site."""

_BROWSER = Path(__file__).parent / "browser" / "add_evidence"


def site_files(kb: KnowledgeBase) -> dict[str, str | bytes]:
    """Return the files by their path from the root of the built site."""
    if not book.has("about/add-evidence.md"):
        return {}
    data = {
        **form_rules(kb),
        "asked_if": ASKED_IF,
        "wording": wording("about/add-evidence").sentences,
    }
    files: dict[str, str | bytes] = {
        "add-evidence.js": bundle(_BROWSER / "page.js"),
        "add-evidence.css": stylesheet([_BROWSER / "add-evidence.css"]),
        "add-evidence-data.js": as_script("evidenceForm", data),
        TEMPLATE: record_template(kb),
    }
    # What a new document is compared with; only who adds one fetches it.
    sources = {key: [plain(source.title), source.doi] for key, source in kb.sources.items()}
    files["sources-on-file.js"] = as_script("evidenceFormSources", sources)
    for component in kb.components:
        # What a correction begins from; only who corrects a record fetches it.
        records = {
            record_id: record.model_dump(mode="json", by_alias=True, exclude_unset=True)
            for record_id, record in kb.records.items()
            if record.component == component
        }
        files[f"records-{component}.js"] = as_script("evidenceFormRecords", records)
    return {f"{FOLDER}/{name}": content for name, content in sorted(files.items())}

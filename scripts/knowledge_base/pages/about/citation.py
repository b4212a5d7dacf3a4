"""How to cite the knowledge base: from the project's own citation file and the evidence's date."""

from __future__ import annotations

from pathlib import Path

import yaml

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.reading.digests import CITATION
from knowledge_base.views.citations import as_of, edition


def how_to_cite(kb: KnowledgeBase, root: Path) -> str:
    """Return the citation as text and as BibTeX, each in a block that can be copied."""
    file = yaml.safe_load((root / CITATION).read_text(encoding="utf-8"))
    title, version = str(file["title"]), str(file["version"])
    author = "; ".join(str(one["name"]) for one in file["authors"])
    day = as_of(kb)
    year = day.year if day else "n.d."
    cited = f"Version {version}, {edition(day)}"
    report = f"Based on {kb.sources[kb.report.source].short}"
    entry = f"""@misc{{systemic-key-worker-evidence,
  author = {{{{{author}}}}},
  title  = {{{title}}},
  year   = {{{year}}},
  note   = {{{cited}. {report}.}}
}}"""
    return "\n".join(
        (
            ":::{div} kb-citation",
            _block("text", f"{author} ({year}). {title}. {cited}. {report}."),
            "",
            "The same for a reference manager, as BibTeX:",
            "",
            _block("bibtex", entry),
            ":::",
        )
    )


def _block(language: str, content: str) -> str:
    return f"```{language}\n{content}\n```"

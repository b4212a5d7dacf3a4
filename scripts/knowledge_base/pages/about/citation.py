"""How to cite the knowledge base: the project's own citation file, and the edition."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from knowledge_base import book
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.reading.digests import CITATION
from knowledge_base.views.edition import edition
from knowledge_base.wording.nouns import upper_first


@dataclass(frozen=True)
class Facts:
    """The citation, in two forms that can be copied."""

    text: str
    bibtex: str


def facts(kb: KnowledgeBase, root: Path) -> Facts:
    """Return the citation as text and as BibTeX."""
    file = yaml.safe_load((root / CITATION).read_text(encoding="utf-8"))
    title = str(file["title"])
    authors = "; ".join(str(author["name"]) for author in file["authors"])
    this = edition(kb)
    year = this.day.year if this.day else "n.d."
    version = upper_first(this.words)
    basis = f" Based on {kb.sources[kb.report.source].short}." if kb.report.source else ""
    return Facts(
        text=f"{authors} ({year}). {title}. {version}.{basis}",
        bibtex=f"""@misc{{{book.name()},
  author = {{{{{authors}}}}},
  title  = {{{title}}},
  year   = {{{year}}},
  note   = {{{version}.{basis}}}
}}""",
    )

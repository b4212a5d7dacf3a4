"""The sources as RIS, for Zotero, EndNote and Mendeley."""

from collections.abc import Callable
from functools import partial

from knowledge_base import book
from knowledge_base.exports.source_remarks import source_remarks
from knowledge_base.model.bibtex import KINDS, names_in
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source import Source, plain
from knowledge_base.views.edition import edition

_NAMES = names_in("ris")
SOURCES = "sources.ris"


def files(kb: KnowledgeBase) -> dict[str, Callable[[], str]]:
    """Return the reference list."""
    return {SOURCES: partial(reference_list, kb)}


def reference_list(kb: KnowledgeBase) -> str:
    """Return all sources."""
    remarks = source_remarks(kb)
    origin = database(kb)
    return "\n".join(entry(s, remarks.get(s.key, ""), origin) for s in kb.sources.values())


def database(kb: KnowledgeBase) -> str:
    """Return the database that entries name as theirs, with its edition."""
    return f"{book.title()}, {edition(kb).words}"


def entry(source: Source, remark: str = "", database: str = "") -> str:
    """Return a source as a RIS entry, a remark among its notes."""
    lines = [f"TY  - {KINDS[source.kind].ris}", f"ID  - {source.key}"]
    lines += [f"AU  - {plain(author)}" for author in source.names("author") if author != "others"]
    lines += [f"ED  - {plain(editor)}" for editor in source.names("editor") if editor != "others"]
    lines.append(f"TI  - {source.title}")
    if source.year:
        lines.append(f"PY  - {source.year}")
    lines += [
        f"{tag}  - {plain(source.fields[f])}" for f, tag in _NAMES.items() if f in source.fields
    ]
    if remark:
        lines.append(f"N1  - {remark}")
    if database:
        lines.append(f"DB  - {database}")
    pages = source.fields.get("pages", "").split("--")
    if pages[0]:
        lines.append(f"SP  - {pages[0]}")
    if len(pages) > 1:
        lines.append(f"EP  - {pages[1]}")
    if source.url:
        lines.append(f"UR  - {source.url}")
    return "\n".join([*lines, "ER  - ", ""])

"""The sources as RIS, for Zotero, EndNote and Mendeley."""

from collections.abc import Callable
from functools import partial

from knowledge_base import book
from knowledge_base.exports.source_remarks import source_remarks
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source import Source, plain
from knowledge_base.views.edition import edition

_TYPES = {
    "article": "JOUR",
    "book": "BOOK",
    "booklet": "PAMP",
    "dataset": "DATA",
    "inbook": "CHAP",
    "incollection": "CHAP",
    "inproceedings": "CONF",
    "manual": "BOOK",
    "mastersthesis": "THES",
    "misc": "GEN",
    "online": "ELEC",
    "patent": "PAT",
    "phdthesis": "THES",
    "proceedings": "CONF",
    "software": "COMP",
    "techreport": "RPRT",
}
_FIELDS = (
    ("journal", "T2"),
    ("booktitle", "T2"),
    ("volume", "VL"),
    ("number", "IS"),
    ("publisher", "PB"),
    ("institution", "PB"),
    ("school", "PB"),
    ("address", "CY"),
    ("edition", "ET"),
    ("isbn", "SN"),
    ("issn", "SN"),
    ("doi", "DO"),
    ("note", "N1"),
)


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
    lines = [f"TY  - {_TYPES[source.kind]}", f"ID  - {source.key}"]
    lines += [f"AU  - {plain(author)}" for author in source.names("author") if author != "others"]
    lines += [f"ED  - {plain(editor)}" for editor in source.names("editor") if editor != "others"]
    lines.append(f"TI  - {source.title}")
    if source.year:
        lines.append(f"PY  - {source.year}")
    lines += [f"{tag}  - {plain(source.fields[f])}" for f, tag in _FIELDS if f in source.fields]
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

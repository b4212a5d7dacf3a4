"""The sources as CSL-JSON, for Zotero, Pandoc, Quarto and other processors of citations.

https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
"""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from pybtex.database import Person

from knowledge_base.exports.formats.ris import database
from knowledge_base.exports.source_remarks import source_remarks
from knowledge_base.model.bibtex import KINDS, names_in
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source import Source, plain

SOURCES = "sources.csl.json"

_NAMES = names_in("csl")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def files(kb: KnowledgeBase) -> dict[str, Callable[[], str]]:
    """Return the reference list."""
    return {SOURCES: partial(_reference_list, kb)}


def _reference_list(kb: KnowledgeBase) -> str:
    remarks, origin = source_remarks(kb), database(kb)
    items = [item(s, remarks.get(s.key, "")) | {"source": origin} for s in kb.sources.values()]
    return json.dumps(items, indent=1, ensure_ascii=False) + "\n"


def item(source: Source, remark: str = "") -> dict[str, Any]:
    """Return a source as an item, a remark behind the note that it may have."""
    fields = source.fields
    variables: dict[str, Any] = {
        "id": source.key,
        "type": KINDS[source.kind].csl,
        "title": source.title,
    }
    for role in ("author", "editor"):
        if people := [_name(name) for name in source.names(role) if name != "others"]:
            variables[role] = people
    if source.year:
        variables["issued"] = {"date-parts": [[source.year, *_month(fields.get("month", ""))]]}
    for name, variable in _NAMES.items():
        if name in fields:
            variables.setdefault(variable, plain(fields[name]))
    if source.doi:
        variables["DOI"] = source.doi
    if source.url:
        variables["URL"] = source.url
    if note := ". ".join(part for part in (plain(fields.get("note", "")), remark) if part):
        variables["note"] = note
    return variables


def _month(month: str) -> list[int]:
    """Return the number of a month that BibTeX names in any of its ways; nothing for none."""
    if month.isdigit():
        return [int(month)]
    short = month[:3].lower()
    return [_MONTHS.index(short) + 1] if short in _MONTHS else []


def _name(name: str) -> dict[str, str]:
    """Return a person's name in its parts; what stands in braces is one name."""
    if name.startswith("{"):
        return {"literal": plain(name)}
    person = Person(name)
    parts = {
        "family": person.last_names,
        "given": [*person.first_names, *person.middle_names],
        "non-dropping-particle": person.prelast_names,
        "suffix": person.lineage_names,
    }
    return {part: plain(" ".join(words)) for part, words in parts.items() if words}

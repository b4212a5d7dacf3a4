"""Everything as JSON, and the way back."""

import json
from collections.abc import Callable
from dataclasses import fields
from functools import partial
from types import GenericAlias
from typing import Any

from pydantic_core import to_jsonable_python

from knowledge_base.model.base import Entity
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source import Source, plain
from knowledge_base.reading.file_kinds import FILE_KINDS, VOCABULARIES, FileKind, words_of
from knowledge_base.reading.validation import adapter
from knowledge_base.views.edition import edition

EVERYTHING = "knowledge-base.json"
ENTRY_TYPE = "entry_type"
"""The key that holds the type of a source's BibTeX entry: article, book, report, misc …"""
BIBTEX = "bibtex"
"""The key that holds the fields that BibTeX writes otherwise."""
PEOPLE = ("author", "editor")


def files(kb: KnowledgeBase) -> dict[str, Callable[[], str]]:
    """Return the whole knowledge base."""
    return {EVERYTHING: partial(write, kb)}


def write(kb: KnowledgeBase) -> str:
    """Return the whole knowledge base as the text of a file."""
    return json.dumps(everything(kb), indent=1, ensure_ascii=False) + "\n"


def read(text: str) -> KnowledgeBase:
    """Return the knowledge base that a file of this format holds.

    Raises ValueError if it holds something else, or what another version of the model wrote.
    """
    everything = json.loads(text)
    if not isinstance(everything, dict) or not isinstance(everything.get("sources"), dict):
        raise ValueError("it holds no knowledge base")
    parts = {_part(family): _content(family, everything) for family in FILE_KINDS}
    sources = {
        key: Source(key, value.pop(ENTRY_TYPE), _fields_of(value), lines={})
        for key, value in everything["sources"].items()
    }
    return KnowledgeBase(sources=sources, **parts)


def everything(kb: KnowledgeBase) -> dict[str, Any]:
    """Return the whole knowledge base as plain data."""
    parts = {field.name: getattr(kb, field.name) for field in fields(KnowledgeBase)}
    # A field of an entry may itself be called `type`.
    parts["sources"] = {key: {ENTRY_TYPE: s.kind, **_texts_of(s)} for key, s in kb.sources.items()}
    for family in FILE_KINDS:
        if parts[_part(family)] == _absent(family):
            del parts[_part(family)]
    data: dict[str, Any] = to_jsonable_python(parts, by_alias=True, exclude_none=True)
    this = edition(kb)
    return {"edition": {"date": this.day and str(this.day), "version": this.version}, **data}


def _texts_of(source: Source) -> dict[str, Any]:
    """Return a source's fields as people read them, names one by one.

    Where BibTeX has it otherwise, with braces around names or capitals, that is added.
    """
    texts: dict[str, Any] = {name: plain(text) for name, text in source.fields.items()}
    for role in PEOPLE:
        if role in texts:
            texts[role] = [plain(name) for name in source.names(role)]
    read_back = _fields_of(texts)
    bibtex = {name: text for name, text in source.fields.items() if read_back[name] != text}
    return texts | ({BIBTEX: bibtex} if bibtex else {})


def _fields_of(texts: dict[str, Any]) -> dict[str, str]:
    """Return the fields in BibTeX."""
    bibtex: dict[str, str] = texts.pop(BIBTEX, {})
    fields = {n: t if isinstance(t, str) else " and ".join(t) for n, t in texts.items()}
    return fields | bibtex


def _part(family: FileKind) -> str:
    return family.name.replace("-", "_")


def _absent(family: FileKind) -> Any:
    """Return what stands for files of a kind that a base has none of."""
    return family.instead if family.is_one_file else {}


def _content(family: FileKind, everything: dict[str, Any]) -> Any:
    value = everything.get(_part(family))
    if not value and (family.may_be_absent or not family.is_one_file):
        return _absent(family)
    if family is VOCABULARIES:
        return {name: _with_ids(words_of(name), terms) for name, terms in (value or {}).items()}
    by_id = GenericAlias(dict, (str, family.annotation))
    return _with_ids(family.annotation if family.is_one_file else by_id, value)


def _with_ids(annotation: Any, value: Any) -> Any:
    """Return what is given as the annotation, each entity with its id."""
    value = adapter(annotation).validate_python(value, by_alias=True, by_name=False)
    for key, entity in value.items() if isinstance(value, dict) else ():
        if isinstance(entity, Entity):
            entity.named(key)
    return value

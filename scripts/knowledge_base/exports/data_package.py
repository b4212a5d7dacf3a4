"""The data to take away: the files of every format, and a description of them."""

import json
from collections.abc import Mapping
from hashlib import sha256
from mimetypes import types_map
from typing import Any

from knowledge_base import book
from knowledge_base.discovery import modules_in
from knowledge_base.exports.formats.tables import WORDING, tables
from knowledge_base.exports.notes import LICENCE
from knowledge_base.exports.table_schemas import table_schema
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.edition import edition
from knowledge_base.views.limits import limits_of

DESCRIPTION = "datapackage.json"
"""The file that says what the others are."""
FORMATS = "knowledge_base.exports.formats"

_MEDIA_TYPES = {
    ".atom": "application/atom+xml",
    ".bib": "application/x-bibtex",
    ".graphml": "application/graphml+xml",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown",
    ".parquet": "application/vnd.apache.parquet",
    ".ris": "application/x-research-info-systems",
    ".sqlite": "application/vnd.sqlite3",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Those that not every machine knows."""


def data_package(kb: KnowledgeBase) -> dict[str, bytes]:
    """Return the package's files by name. The same evidence gives the same bytes."""
    files = {
        name: content.encode() if isinstance(content, str) else content
        for form in modules_in(FORMATS)
        for name, make in form.files(kb).items()
        for content in [make()]
    }
    description = json.dumps(_description(kb, files), indent=1, ensure_ascii=False) + "\n"
    return dict(sorted((files | {DESCRIPTION: description.encode()}).items()))


def contents(kb: KnowledgeBase) -> dict[str, str]:
    """Return what is in each file of the package, in words for readers; tables come first."""
    names = [name for form in modules_in(FORMATS) for name in form.files(kb)]
    ordered = sorted((*names, DESCRIPTION), key=lambda name: (not name.endswith(".csv"), name))
    return {name: _content(name) for name in ordered}


def _content(name: str) -> str:
    """Return what is in a file: the same as in the CSV file of its name, if that has it."""
    texts = WORDING.at("files")
    text: str = texts.get(name) or texts[f"{_stem(name)}.csv"]
    return text


def _description(kb: KnowledgeBase, files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the package's description by the Data Package standard (https://datapackage.org)."""
    this = edition(kb)
    by_name = {table.name: table for table in tables(kb)}
    by_kind = {table.holds: table for table in by_name.values() if table.holds}
    report = kb.sources.get(kb.report.source)
    return {
        "$schema": "https://datapackage.org/profiles/1.0/datapackage.json",
        "profile": "data-package",
        "name": book.name(),
        "title": book.title(),
        "version": this.version,
        **({"created": f"{this.day}T00:00:00Z"} if this.day else {}),
        "description": limits_of(kb),
        "licenses": [LICENCE],
        "contributors": [{"title": book.author(), "role": "author"}],
        **({"sources": [{"title": report.title, "path": report.url}]} if report else {}),
        "resources": [
            {
                **_resource(name, content),
                **(
                    {
                        "name": _stem(name),
                        "profile": "tabular-data-resource",
                        "type": "table",
                        "schema": table_schema(kb, by_name[_stem(name)], by_kind),
                    }
                    if name.endswith(".csv")
                    else {}
                ),
            }
            for name, content in sorted(files.items())
        ],
    }


def _resource(path: str, content: bytes) -> dict[str, Any]:
    ending = path.removeprefix(_stem(path))
    text = {} if ending in (".sqlite", ".parquet", ".xlsx") else {"encoding": "utf-8"}
    return {
        # Several files may differ by their endings alone.
        "name": path,
        "path": path,
        "profile": "data-resource",
        # Readers are not to take the first sheet, or a list in a cell, for a plain table.
        "type": "file",
        "description": _content(path),
        "format": ending.rpartition(".")[2],
        "mediatype": media_type(path),
        **text,
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }


def media_type(path: str) -> str:
    """Return the media type of a file, by its ending."""
    ending = f".{path.rpartition('.')[2]}"
    return _MEDIA_TYPES.get(ending) or types_map[ending]


def _stem(path: str) -> str:
    return path.partition(".")[0]

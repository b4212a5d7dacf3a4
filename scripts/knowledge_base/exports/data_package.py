"""The data to take away: the files of every format, and a description of them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from typing import Any

from knowledge_base import book
from knowledge_base.discovery import modules_in
from knowledge_base.exports.formats.tables import RECORDS
from knowledge_base.exports.spreadsheet import MARK
from knowledge_base.model.fields import DERIVED_COLUMNS, EDITION_COLUMN, RECORD_FIELDS
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.edition import edition
from knowledge_base.wording.sentences import wording

DESCRIPTION = "datapackage.json"
"""The file that says what the others are."""
LICENCE = "CC-BY-4.0"
FORMATS = "knowledge_base.exports.formats"

_WORDING = wording("about/data")


def data_package(kb: KnowledgeBase) -> dict[str, str]:
    """Return the package's files by name. The same evidence gives the same bytes."""
    files: dict[str, str] = {}
    for form in modules_in(FORMATS):
        files |= form.files(kb)
    description = _description(kb, files)
    files[DESCRIPTION] = json.dumps(description, indent=1, ensure_ascii=False) + "\n"
    return dict(sorted(files.items()))


def contents(kb: KnowledgeBase) -> dict[str, str]:
    """Return what is in each file of the package, in words for readers; tables come first."""
    texts = _WORDING.at("files")
    names = sorted(data_package(kb), key=lambda name: not name.endswith(".csv"))
    return {name: texts[name] for name in names}


def _description(kb: KnowledgeBase, files: Mapping[str, str]) -> dict[str, Any]:
    """Return the package's description by the Frictionless standard (https://datapackage.org)."""
    return {
        "name": book.name(),
        "title": book.title(),
        "version": edition(kb).version,
        "description": kb.report.limits_in_brief,
        "licenses": [{"name": LICENCE, "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "resources": [_resource(name, text) for name, text in sorted(files.items())],
    }


def _resource(path: str, text: str) -> dict[str, Any]:
    name, _, ending = path.rpartition(".")
    resource = {"name": name, "path": path, "profile": "data-resource", "encoding": "utf-8"}
    if ending != "csv":
        return resource
    header = next(csv.reader(text.removeprefix(MARK).splitlines()))
    schema = {"schema": {"fields": _columns(path, header)}} if header else {}
    return resource | {"profile": "tabular-data-resource"} | schema


def _columns(table: str, header: Iterable[str]) -> list[dict[str, str]]:
    """Return the table's columns; those of records with what their fields mean."""
    meanings = {}
    if table == RECORDS:
        meanings = {field.name: field.description for field in RECORD_FIELDS}
        meanings[EDITION_COLUMN] = _WORDING.say("version")
        meanings |= {n: text for names in DERIVED_COLUMNS.values() for n, text in names.items()}
    return [
        {"name": name, **({"description": meanings[name]} if meanings.get(name) else {})}
        for name in header
    ]

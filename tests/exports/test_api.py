"""The static API: every document fits its published schema, and the promise about change holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from knowledge_base.exports.api import INDEX, SCHEMAS, SHAPES, documents, schema_of
from knowledge_base.exports.files import site_files
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.catalogue import catalogue
from knowledge_base.views.edition import edition
from knowledge_base.views.limits import limits_of

PROMISED = Path(__file__).with_name("api_v1_promised.txt")


@pytest.fixture(scope="module")
def made(kb: KnowledgeBase) -> dict[str, Any]:
    return {path: json.loads(text) for path, text in documents(kb).items()}


def kind_of(path: str) -> str:
    return "index" if path == INDEX else path.split("/")[1]


def test_every_document_fits_the_schema_beside_it(made: dict[str, Any]):
    validators = {
        name: Draft202012Validator(made[path], format_checker=FormatChecker())
        for name, path in SCHEMAS.items()
    }
    for validator in validators.values():
        Draft202012Validator.check_schema(validator.schema)
    for path, document in made.items():
        if path not in SCHEMAS.values():
            faults = [error.message for error in validators[kind_of(path)].iter_errors(document)]
            assert faults == [], path


@pytest.mark.parametrize("lost", ["limits", "licence", "edition", "how_read", "stands"])
def test_a_document_that_lacks_what_must_go_with_it_does_not_fit(lost: str, made: dict[str, Any]):
    path = next(path for path in made if kind_of(path) == "records")
    document = {name: value for name, value in made[path].items() if name != lost}
    assert not Draft202012Validator(made[SCHEMAS["records"]]).is_valid(document)


def test_each_thing_has_an_address_and_the_index_has_them_all(
    kb: KnowledgeBase, made: dict[str, Any]
):
    index = made[INDEX]
    assert [entry["id"] for entry in index["records"]] == list(kb.records)
    assert [entry["id"] for entry in index["studies"]] == list(kb.studies)
    assert [entry["id"] for entry in index["sources"]] == list(kb.sources)
    assert [entry["id"] for entry in index["courses"]] == [row.id for row in catalogue(kb)]
    for kind in ("records", "studies", "sources", "courses"):
        for entry in index[kind]:
            assert made[f"v1/{entry['href']}"]["id"] == entry["id"]


def test_every_document_carries_edition_licence_and_limits(kb: KnowledgeBase, made: dict[str, Any]):
    for path, document in made.items():
        if path not in SCHEMAS.values():
            assert document["edition"]["version"] == edition(kb).version, path
            assert document["limits"] == limits_of(kb), path
            assert document["licence"].startswith("https://creativecommons.org/"), path


def links(document: dict[str, Any]) -> Iterator[str]:
    for to in document["links"].values():
        yield from (to if isinstance(to, list) else [to])


def test_links_lead_to_other_documents_and_pages(kb: KnowledgeBase, made: dict[str, Any]):
    files = set(site_files(kb))
    for path, document in made.items():
        for link in links(document) if path not in SCHEMAS.values() else ():
            goal = normpath(join(dirname(f"data/{path}"), link.partition("#")[0]))
            assert goal in files or goal.startswith("book/"), (path, link)


def test_a_record_says_how_it_was_read_in_words(kb: KnowledgeBase, made: dict[str, Any]):
    for record in kb.records.values():
        document = made[f"v1/records/{record.id}.json"]
        how = kb.term("how-read", record.how_read)
        assert document["how_read"]["label"] == how.label
        assert document["how_read"]["meaning"] == how.definition
        assert document["stands"] == kb.stands(record)


def test_an_address_that_was_given_once_leads_to_the_record(knowledge_base: KnowledgeBase):
    record = knowledge_base.published[0]
    kb = replace(knowledge_base, aliases={"a-former-id": record.id})
    made = documents(kb)
    assert json.loads(made["v1/records/a-former-id.json"])["id"] == record.id
    assert "a-former-id" not in made[INDEX]


def promised_of(schema: dict[str, Any]) -> Iterator[str]:
    """Each field that a shape has, with its type."""

    def within(part: dict[str, Any], place: str) -> Iterator[str]:
        if "$ref" in part:
            part = schema["$defs"][part["$ref"].rpartition("/")[2]]
        for option in part.get("anyOf", []):
            yield from within(option, place)
        if part.get("type") not in (None, "null"):
            yield f"{place}: {part['type']}"
        for name, inner in part.get("properties", {}).items():
            yield from within(inner, f"{place}.{name}")
        if isinstance(part.get("items"), dict):
            yield from within(part["items"], f"{place}[]")

    yield from within(schema, "")


@pytest.mark.parametrize("shape", SHAPES)
def test_what_v1_promised_is_still_there(shape: str):
    """A field may be added here; if one is gone or of another type, that is version 2."""
    now = {f"{shape}{line}" for line in promised_of(schema_of(SHAPES[shape]))}
    promised = {
        line for line in PROMISED.read_text("utf-8").splitlines() if line.startswith(f"{shape}")
    }
    assert promised
    assert promised <= now

"""What lies beside the pages for programs: each address that it gives is there."""

from __future__ import annotations

import json
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import pytest
from html_pages import Page

from knowledge_base.markup import addresses

pytestmark = pytest.mark.book


def given(document: dict[str, Any]) -> list[str]:
    """The addresses in a document of the API."""
    every = document["links"].values()
    return [link for links in every for link in (links if isinstance(links, list) else [links])]


def test_links_of_the_api_lead_to_a_file_and_its_place(built_site: Path, pages: dict[str, Page]):
    wrong = []
    for file in sorted((built_site / "data" / "v1").rglob("*.json")):
        here = file.relative_to(built_site).as_posix()
        if here.endswith(".schema.json"):
            continue
        for link in given(json.loads(file.read_text(encoding="utf-8"))):
            path, _, fragment = link.partition("#")
            goal = normpath(join(dirname(here), path))
            places = pages[goal].ids if goal in pages and fragment else [fragment]
            if not (built_site / goal).is_file() or fragment not in places:
                wrong.append(f"{here}: {link}")
    assert wrong == []


def test_a_records_page_names_its_document(built_site: Path, pages: dict[str, Page]):
    folder = addresses.RECORDS
    for path in (p for p in pages if p.startswith(f"{folder}/")):
        links = [e.attributes for e in pages[path].root.all("link")]
        files = [e["href"] for e in links if e.get("type") == "application/json"]
        leads_on = any(
            "http-equiv" in m.attributes and m.attributes["http-equiv"] == "refresh"
            for m in pages[path].root.all("meta")
        )
        assert leads_on or len(files) == 1, path
        for file in files:
            document = json.loads((built_site / normpath(join(folder, file))).read_text("utf-8"))
            assert document["id"] == Path(path).stem

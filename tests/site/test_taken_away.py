"""What lies beside the pages for programs: each address that it gives is there."""

from __future__ import annotations

import json
import re
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import pytest
from html_pages import Page

from knowledge_base.loading import load
from knowledge_base.markup import addresses
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.limits import limits_of

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


@pytest.mark.parametrize("folder", [addresses.RECORDS, addresses.REFERENCES])
def test_the_page_of_a_record_or_source_names_its_document(
    built_site: Path, pages: dict[str, Page], folder: str
):
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


def test_the_page_of_a_source_describes_it_and_its_claims_to_machines(
    built_site: Path, real_kb: KnowledgeBase
):
    for key in real_kb.documents:
        html = (built_site / addresses.source(key)).read_text(encoding="utf-8")
        (described,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
        data = json.loads(described)
        claims = {claim["identifier"] for claim in data.get("@reverse", {}).get("appearance", ())}
        assert claims == {
            r.id for r in real_kb.published if r.source == key and real_kb.stands(r)
        }, key
        assert data["name"] == real_kb.sources[key].title
        assert html.count('<meta name="citation_title"') == 1, key
        assert (built_site / f"{addresses.source(key)}.md").is_file(), key


def test_each_page_has_a_twin_in_markdown_and_says_so(
    built_site: Path, book_pages: dict[str, Page]
):
    twins = {f.relative_to(built_site).as_posix() for f in built_site.rglob("*.html.md")}
    named = {
        normpath(join(dirname(path), link.attributes["href"]))
        for path, page in book_pages.items()
        for link in page.root.all("link")
        if link.attributes.get("type") == "text/markdown"
    }
    assert twins == named
    assert {t.removesuffix(".md") for t in twins} <= set(book_pages)
    for path in sorted(twins):
        title = book_pages[path.removesuffix(".md")].headings[0][1]
        words = (built_site / path).read_text(encoding="utf-8").replace("\\", "")
        assert f"# {title}" in words, path


def test_the_list_for_language_models_begins_with_the_limits_and_leads_to_files(
    built_site: Path, site_root: Path
):
    text = (built_site / "llms.txt").read_text(encoding="utf-8")
    kb = load(site_root)
    title, _, limits = text.splitlines()[:3]
    assert title.startswith("# ")
    assert limits == f"> {limits_of(kb)}"
    files = re.findall(r"\]\(([^)]+)\)", text)
    assert len(files) > 10
    assert [file for file in files if not (built_site / file).is_file()] == []


def test_the_text_of_all_records_names_each_with_how_it_was_read(built_site: Path, site_root: Path):
    text = (built_site / "data" / "records.md").read_text(encoding="utf-8")
    kb = load(site_root)
    for record in kb.records.values():
        _, _, rest = text.partition(f"\n### {record.id}\n")
        entry = rest.partition("\n#")[0]
        assert kb.label("how-read", record.how_read) in entry, record.id
        assert ("Does not count" in entry) != kb.stands(record), record.id
    assert text.index(limits_of(kb).split(".")[0]) < text.index("\n### ")

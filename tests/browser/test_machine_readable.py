"""Data for machines in a page: the browser takes them for data, and the page can be cited."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from knowledge_base.loading import load
from knowledge_base.markup import addresses
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.edition import edition

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def kb(site_root: Path) -> KnowledgeBase:
    return load(site_root)


@pytest.mark.parametrize("opened_as", ["served", "files"])
def test_the_policy_has_nothing_against_structured_data(
    browser: Browser, address: str, built_site: Path, kb: KnowledgeBase, opened_as: str
) -> None:
    start = address if opened_as == "served" else f"{built_site.as_uri()}/"
    record = kb.published[0]
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.add_init_script(
        "window.refused = []; document.addEventListener('securitypolicyviolation',"
        " (event) => window.refused.push(event.violatedDirective), true)"
    )
    for path, kind in ((addresses.record(record.id), "Claim"), ("book/about/data.html", "Dataset")):
        page.goto(f"{start}{path}")
        data = json.loads(page.locator("script[type='application/ld+json']").inner_text())
        assert data["@type"] == kind
        assert page.evaluate("window.refused") == []
    assert said == []
    assert data["version"] == edition(kb).version
    page.close()


def test_a_record_can_be_cited_from_its_page(
    browser: Browser, address: str, kb: KnowledgeBase
) -> None:
    record = next(r for r in kb.published if kb.sources[r.source].doi)
    source = kb.sources[record.source]
    page = browser.new_page()
    page.goto(f"{address}{addresses.record(record.id)}")
    tags = page.eval_on_selector_all(
        "meta[name^='citation_']", "all => all.map((meta) => [meta.name, meta.content])"
    )
    assert ["citation_title", source.title] in tags
    assert ["citation_doi", source.doi] in tags
    page.close()

"""Lists that templates write as HTML: nothing that the page was to fill in is left in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

pytestmark = pytest.mark.book


def page(site: Path, name: str) -> BeautifulSoup:
    return BeautifulSoup((site / f"{name}.html").read_text(encoding="utf-8"), "lxml")


def test_no_mark_is_left_for_the_page_to_fill_in(built_site: Path) -> None:
    left = {
        file.name: marks
        for file in built_site.rglob("*.html")
        if (marks := re.findall(r'<kb-\w+|="site:', file.read_text(encoding="utf-8")))
    }
    assert left == {}


@pytest.mark.parametrize("name", ["book/evidence/outcomes", "book/evidence/records"])
def test_a_word_is_explained_where_the_page_first_uses_it(built_site: Path, name: str) -> None:
    explained = [word["href"] for word in page(built_site, name).select("a.kb-term")]
    assert len(explained) == len(set(explained))
    assert page(built_site, name).select("ul.claims a.kb-term, table.records a.kb-term")


def test_each_number_of_records_leads_to_their_table(built_site: Path) -> None:
    records = page(built_site, "book/evidence/records")
    links = [link["href"][1:] for link in records.select("table.kb-counts td a")]
    assert links
    for place in links:
        label = records.find(id=place)
        assert label
        assert label.find_next("table").select("tbody tr")

"""A component that is added by data alone is in every place where components are."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from small_book import small_book

from site_build import HTML, build, copy_project

pytestmark = pytest.mark.book

TERM = """
story-work:
  label: Work with stories
  short: Stories
  definition: Families and workers write down together what has happened.
"""
RECORD = """
component: story-work
claim: Stories are advised, with better work in view.
kind: recommendation
outcomes: [{outcome}]
direction: not_applicable
source: {source}
study_type: scoping-report
setting: not_reported
countries: [not_reported]
sample: not_reported
location: Section 3
how_read: in-source
added: 2024-02-01
status: published
"""


def add_component(evidence: Path) -> None:
    """Add a term, a blueprint and a record."""
    with (evidence / "vocabularies" / "component.yml").open("a", encoding="utf-8") as file:
        file.write(TERM)
    outcomes = (evidence / "vocabularies" / "outcome.yml").read_text(encoding="utf-8")
    report = (evidence / "report.yml").read_text(encoding="utf-8")
    first = re.search(r"^([a-z-]+):", outcomes, re.MULTILINE)
    source = re.search(r"^source: (\w+)", report, re.MULTILINE)
    assert first
    assert source
    record = evidence / "records" / "story-work" / "advised-stories.yml"
    record.parent.mkdir()
    text = RECORD.format(outcome=first[1], source=source[1])
    record.write_text(text.lstrip(), encoding="utf-8")
    items = (evidence / "vocabularies" / "tidier-item.yml").read_text(encoding="utf-8")
    support = "records: [advised-stories]"
    blueprint = f"summary:\n  - text: Stories are written.\n    {support}\ntidier:\n"
    for item in re.findall(r"^([a-z-]+):", items, re.MULTILINE):
        blueprint += f"  {item}:\n    not_reported: Nothing is said of it.\n"
    for part in ("links_to_outcomes", "considerations"):
        blueprint += f"{part}:\n  - text: Stories take time.\n    {support}\n"
    (evidence / "blueprint" / "story-work.yml").write_text(blueprint, encoding="utf-8")


def test_a_component_added_by_data_alone_is_everywhere(clean_corpus: Path, tmp_path: Path) -> None:
    book = small_book(tmp_path / "project", clean_corpus / "evidence", kept=None)
    add_component(book.evidence)

    built = book.build()

    assert built.status == 0, built.log[-3000:]
    # Pages written for the real evidence miss some of it: no less than another component's does.
    about = re.compile(r"blueprint/([a-z-]+)\.md.* WARNING: (.*)")
    warnings = about.findall(built.log)
    new, other = ({w for page, w in warnings if page == p} for p in ("story-work", "song-maps"))
    assert new == other
    assert_everywhere(book.site)


@pytest.mark.nightly
def test_so_is_one_in_the_real_evidence_without_a_warning(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project")
    add_component(root / "evidence")
    built = build(root, "-n", "-W", "--keep-going")
    assert built.returncode == 0, built.stdout[-3000:]
    assert_everywhere(root / HTML)


def assert_everywhere(site: Path) -> None:
    """Assert that the component is on every page, in every file, that has all components."""
    page = (site / "book/blueprint/story-work.html").read_text(encoding="utf-8")
    assert "<h1>Work with stories" in page
    assert "Stories are written." in page
    assert "Stories are written." in (site / "book/brief/story-work.html").read_text("utf-8")
    start = (site / "book/questions.html").read_text(encoding="utf-8")
    navigation = re.findall(r'href="blueprint/([a-z-]+)\.html"', start)
    assert navigation.index("index") < navigation.index("story-work") < navigation.index("tidier")
    gap_map = (site / "book/evidence/map.html").read_text(encoding="utf-8")
    assert 'data-component="story-work"' in gap_map
    data = (site / "book/evidence/map/data.js").read_text(encoding="utf-8")
    assert '["story-work","Work with stories"]' in data
    for name in ("records.csv", "gap-map.csv"):
        with (site / "data" / name).open(encoding="utf-8-sig", newline="") as table:
            assert "story-work" in {row["component"] for row in csv.DictReader(table)}, name
    whole = json.loads((site / "data/knowledge-base.json").read_text(encoding="utf-8"))
    assert "story-work" in whole["blueprint"]
    with (site / "data/tidier/tidier-checklist.csv").open(
        encoding="utf-8-sig", newline=""
    ) as table:
        rows = [row for row in csv.DictReader(table) if "stories" in row["component"].lower()]
    assert len(rows) == 12
    assert "component:story-work" in (site / "data/evidence-graph.graphml").read_text("utf-8")
    index = (site / "search/index.js").read_text(encoding="utf-8")
    assert "book/blueprint/story-work.html" in index

"""A component that is added by data alone is in every place where components are."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

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
claim: Stories are associated with better work.
kind: association
outcomes: [practitioner-confidence]
direction: favourable
source: bostock2017
study: reclaiming-social-work-scaling
study_type: comparative
setting: childrens-social-care
countries: [england]
sample: Five local authorities
location: not_reported
how_read: cited-through
cited_through:
  source: burridge2023
  location: Section 3 > Genograms > When genograms are used
added: 2024-01-31
status: published
"""


def add_component(evidence: Path) -> None:
    """Add a term, a blueprint and a record."""
    with (evidence / "vocabularies" / "component.yml").open("a", encoding="utf-8") as file:
        file.write(TERM)
    outcomes = (evidence / "vocabularies" / "outcome.yml").read_text(encoding="utf-8")
    first = re.search(r"^([a-z-]+):", outcomes, re.MULTILINE)
    assert first
    record = evidence / "records" / "story-work" / "bostock-2017-stories.yml"
    record.parent.mkdir()
    text = RECORD.replace("practitioner-confidence", first[1])
    text = text.replace(
        "The report describes stories that are", "Stories are associated with being"
    )
    record.write_text(text.lstrip(), encoding="utf-8")
    items = (evidence / "vocabularies" / "tidier-item.yml").read_text(encoding="utf-8")
    support = "records: [bostock-2017-stories]"
    blueprint = f"summary:\n  - text: Stories are written.\n    {support}\ntidier:\n"
    for item in re.findall(r"^([a-z-]+):", items, re.MULTILINE):
        blueprint += f"  {item}:\n    not_reported: Nothing is said of it.\n"
    for part in ("links_to_outcomes", "considerations"):
        blueprint += f"{part}:\n  - text: Stories take time.\n    {support}\n"
    (evidence / "blueprint" / "story-work.yml").write_text(blueprint, encoding="utf-8")


def test_a_component_added_by_data_alone_is_everywhere(tmp_path: Path):
    root = copy_project(tmp_path / "project")
    add_component(root / "evidence")

    built = build(root, "-n", "-W", "--keep-going")

    assert built.returncode == 0, built.stdout[-3000:]
    site = root / HTML
    page = (site / "book/blueprint/story-work.html").read_text(encoding="utf-8")
    assert "<h1>Work with stories" in page
    assert "Stories are written." in page
    assert "Stories are written." in (site / "book/brief/story-work.html").read_text("utf-8")
    start = (site / "book/questions.html").read_text(encoding="utf-8")
    navigation = re.findall(r'href="blueprint/([a-z-]+)\.html"', start)
    in_order = [name for name in navigation if name in ("combination", "story-work", "tidier")]
    assert in_order[:3] == ["combination", "story-work", "tidier"]
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

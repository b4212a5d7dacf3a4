"""The map's files: small, the same every time, and safe whatever a record says."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from browser_code import modules
from development.made_up import made_up_evidence
from knowledge_base.evidence_map.data import as_script, later_data, map_data
from knowledge_base.evidence_map.files import BROWSER, SCRIPTS, site_files
from knowledge_base.exports.data_package import data_package
from knowledge_base.loading import check, load
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.writing import write_files
from shown import shown_map

KIB = 1024
LIBRARY = "vis-network.min.js"
EXTRACTED = 272
"""Records that were taken from the report."""


def compressed(kb: KnowledgeBase, *, without: tuple[str, ...] = (LIBRARY,)) -> int:
    """The compressed size of the map's files, the graph's library left out."""
    return sum(
        len(gzip.compress(content if isinstance(content, bytes) else content.encode()))
        for path, content in site_files(kb).items()
        if Path(path).name not in without
    )


@pytest.fixture(scope="module")
def made_up(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up evidence base of 500 records."""
    root = tmp_path_factory.mktemp("made-up")
    vocabularies = load(project).vocabularies
    files = made_up_evidence(vocabularies, records=500, seed=1)
    write_files(root / "evidence", files, owned=".")
    words = project / "evidence" / "vocabularies"
    write_files(
        root / "evidence" / "vocabularies",
        {file.name: file.read_bytes() for file in words.glob("*.yml")},
        owned=".",
    )
    return root


def test_files_are_the_same_bytes_every_time(knowledge_base: KnowledgeBase) -> None:
    assert site_files(knowledge_base) == site_files(knowledge_base)


def test_every_module_is_in_some_script() -> None:
    joined = {path for entry, _ in SCRIPTS.values() for path in modules(BROWSER / entry)}
    assert joined >= set(BROWSER.rglob("*.js"))


@pytest.mark.evidence
def test_data_and_code_are_within_their_budget(project: Path) -> None:
    kb = load(project)
    # What only some readers want is fetched when they do.
    later = (
        *(LIBRARY, "network.js", "graph.js"),
        *("downloads.js", "texts-data.js", "spreadsheet-data.js", "references-data.js"),
    )
    # 47 KiB for what the report holds, and evenly more up to the 60 of five hundred records:
    # nobody's contribution is one too many.
    further = max(0, len(kb.published) - EXTRACTED) / (500 - EXTRACTED)
    assert compressed(kb, without=later) <= (47 + 13 * further) * KIB


def test_five_hundred_records_are_within_their_budget(made_up: Path) -> None:
    kb = load(made_up)
    assert len(kb.published) == 500
    assert compressed(kb) <= 150 * KIB


def test_made_up_evidence_is_valid_and_reproducible(made_up: Path, project: Path) -> None:
    _, findings = check(made_up, as_of=date(2030, 1, 1))
    assert not findings
    words = load(project).vocabularies
    again = made_up_evidence(words, records=500, seed=1)
    assert all((made_up / "evidence" / path).read_text() == text for path, text in again.items())
    assert made_up_evidence(words, records=20, seed=1) != made_up_evidence(
        words, records=20, seed=2
    )


def test_text_cannot_leave_the_script_that_carries_it() -> None:
    hostile = {"claim": "</script><script>alert(1)</script><!-- \u2028 \u2029 \" ' \\"}
    script = as_script("name", hostile)
    assert "<" not in script
    assert "\u2028" not in script
    assert json.loads(script.removeprefix("window.name = ").removesuffix(";\n")) == hostile


def test_the_page_escapes_labels(knowledge_base: KnowledgeBase) -> None:
    outcome, term = next(iter(knowledge_base.outcomes.items()))
    odd = term.model_copy(update={"label": '<b onclick="x">"&</b>'})
    words = {**knowledge_base.vocabularies["outcome"], outcome: odd}
    kb = replace(knowledge_base, vocabularies={**knowledge_base.vocabularies, "outcome": words})
    assert "<b onclick" not in shown_map(kb)


def test_records_that_do_not_count_are_not_in_the_data(knowledge_base: KnowledgeBase) -> None:
    data = map_data(knowledge_base)
    assert data["records"]["id"] == [record.id for record in knowledge_base.published]
    lengths = {len(column) for column in data["records"].values()}
    assert lengths == {len(knowledge_base.published)}


def test_the_page_asks_no_other_host(knowledge_base: KnowledgeBase) -> None:
    assert "http" not in shown_map(knowledge_base)


def test_the_lines_of_the_spreadsheet_are_those_of_the_data_package(
    knowledge_base: KnowledgeBase,
) -> None:
    _, spreadsheet = later_data(knowledge_base)["spreadsheet"]
    whole = data_package(knowledge_base)["records.csv"].decode()
    assert whole.startswith(spreadsheet["head"])
    assert len(spreadsheet["lines"]) == len(knowledge_base.published)
    assert all(line in whole for line in spreadsheet["lines"])

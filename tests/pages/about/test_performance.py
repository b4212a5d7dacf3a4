"""The page How it performs shows all that was measured, and of nothing more."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.about import performance
from shown import filled

MAY, JUNE = date(2024, 5, 31), date(2024, 6, 1)
MEASURED = {
    "machine": {"processors": 1, "gigabytes": 8, "python": "3.12.1", "system": "Linux"},
    "growth": {
        2_000: {"check_seconds": [9.96, MAY], "site_pages": [2_050, MAY]}
        | {"site_bytes": [31_400_000, MAY], "map_bytes": [1_250_000, MAY]}
        | {"search_bytes": [4_000_000, MAY]},
        70_000: {"check_seconds": [333.3, JUNE]},
    },
    "against": {"check": [2.0, 5.0, MAY], "graph": [3.0, None, MAY]},
}


@pytest.fixture
def shown(knowledge_base: KnowledgeBase, tmp_path: Path) -> str:
    file = tmp_path / performance.MEASURED
    file.parent.mkdir(parents=True)
    file.write_text(yaml.safe_dump(MEASURED))
    facts = performance.facts(tmp_path, knowledge_base)
    return filled("about/performance.jinja", knowledge_base, facts).replace("\\", "")


def test_the_answer_is_the_largest_site_that_was_built(shown: str) -> None:
    assert "at least 2,000 records" in shown
    assert "2,050 pages and takes 31.4 MB" in shown
    assert "We have not built a larger site." in shown
    assert "checked 70,000 made-up records" in shown


def test_what_was_not_measured_says_so(shown: str) -> None:
    assert "* - Check everything (seconds)\n  - 10\n  - 333\n" in shown
    assert "* - Pages\n  - 2,050\n  - not measured\n" in shown


def test_it_names_the_days_and_the_machine_and_how_much_longer_others_take(shown: str) -> None:
    assert "between 31 May 2024 and 1 June 2024, on a machine with 1 processor and 8 GB" in shown
    assert "takes 2.5 times as long as this site." in shown
    assert "the page that pyvis makes of them needs more than a minute; this site needs" in shown


def test_every_measure_and_task_of_the_file_has_a_row(
    knowledge_base: KnowledgeBase, project: Path
) -> None:
    facts = performance.facts(project, knowledge_base)
    page = filled("about/performance.jinja", knowledge_base, facts)
    rows = [line for line in page.splitlines() if line.startswith("* - ")]
    assert len(rows) == 1 + len(facts.growth)
    assert page.count("\n- To ") == len(facts.against)

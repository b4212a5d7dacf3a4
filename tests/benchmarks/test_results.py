"""What benchmarks measure is kept at once, beside what was measured before on the same machine."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from results import Results, machine

EARLIER = date(2024, 5, 31)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "performance.yml"


def kept(file: Path, of: dict[str, object]) -> None:
    growth = {
        1_000: {"check_seconds": [9.5, EARLIER], "site_pages": [1_050, EARLIER]},
        70_000: {"check_seconds": [333.3, EARLIER]},
    }
    content = {"machine": of, "growth": growth, "against": {"graph": [3.0, None, EARLIER]}}
    file.write_text(yaml.safe_dump(content), encoding="utf-8")


def test_other_rows_stay_with_their_days(file: Path) -> None:
    kept(file, machine())

    Results(file).note(1_000, check_seconds=1.234)
    Results(file).compare("check", 1.0, 2.5)

    content, today = yaml.safe_load(file.read_text("utf-8")), date.today()
    assert content["growth"] == {
        1_000: {"check_seconds": [1.23, today], "site_pages": [1_050, EARLIER]},
        70_000: {"check_seconds": [333.3, EARLIER]},
    }
    assert content["against"] == {"graph": [3.0, None, EARLIER], "check": [1.0, 2.5, today]}


def test_rows_of_another_machine_go_once_there_is_enough_for_the_page(file: Path) -> None:
    kept(file, machine() | {"processors": 1_000})
    before = file.read_text("utf-8")
    results = Results(file)

    results.note(2_000, check_seconds=1.0)
    assert file.read_text("utf-8") == before
    results.note(2_000, site_pages=2_050)

    content = yaml.safe_load(file.read_text("utf-8"))
    assert content["machine"] == machine()
    assert {size: [*row] for size, row in content["growth"].items()} == {
        2_000: ["check_seconds", "site_pages"]
    }
    assert content["against"] == {}


def test_without_a_file_nothing_is_kept() -> None:
    results = Results()
    results.note(1_000, check_seconds=1.0)
    assert results.growth == {1_000: {"check_seconds": 1.0}}

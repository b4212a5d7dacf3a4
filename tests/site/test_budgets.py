"""The site loses nothing unseen, and doesn't grow unseen: `tests/budgets.yml`."""

from __future__ import annotations

from pathlib import Path

import pytest
from html_pages import Page

from knowledge_base.loading import load
from knowledge_base.views.statistics import statistics
from site_budgets import FILE, budgets

MOST_LOST = 0.1
"""The part of what the site holds that a change may take away without saying so in the budgets."""


def differences(holds: dict[str, int], counts: dict[str, int]) -> list[str]:
    """Say which counts have left their budget."""
    return [
        f"{name}: {counts[name]} where {FILE.name} has {number}. "
        "If that is meant, change the number there."
        for name, number in holds.items()
        if abs(counts[name] - number) > MOST_LOST * number
    ]


def test_a_tenth_may_go_and_no_more() -> None:
    assert differences({"claims": 100}, {"claims": 90}) == []
    assert differences({"claims": 100}, {"claims": 89}) == [
        "claims: 89 where budgets.yml has 100. If that is meant, change the number there."
    ]
    assert differences({"claims": 100}, {"claims": 111})


def test_nothing_is_lost_unseen(project: Path) -> None:
    holds = budgets("holds")
    pages = holds.pop("pages")
    counts = vars(statistics(load(project)))
    assert differences(holds, counts) == []
    assert (
        differences({"pages": pages}, {"pages": len(list((project / "book").rglob("*.md")))}) == []
    )


@pytest.mark.book
def test_the_site_is_no_heavier_than_it_may_be(built_site: Path) -> None:
    most = budgets("most")
    files = [file for file in built_site.rglob("*") if file.is_file() and file.suffix != ".pdf"]
    assert sum(file.stat().st_size for file in files) <= most["bytes of the site"]


@pytest.mark.book
def test_the_site_has_a_page_for_every_record(pages: dict[str, Page], project: Path) -> None:
    records = [path for path in pages if path.startswith("book/evidence/records/")]
    assert len(records) >= len(load(project).records)

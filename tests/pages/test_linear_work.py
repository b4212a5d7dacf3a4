"""Work grows with the evidence, not with its square: a square is not seen until it takes hours.

Not the time is measured, which other work on the machine changes, but how many lines of our own
code run for three bases of which each is twice as large as the last.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from development.made_up import made_up_evidence
from knowledge_base.checks import CHECKS
from knowledge_base.evidence_map.data import later_data, map_data
from knowledge_base.exports import api
from knowledge_base.exports.formats import records_text
from knowledge_base.exports.formats.tables import tables
from knowledge_base.loading import load, read
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.about import references
from knowledge_base.pages.evidence import outcomes, records, report_and_sources, studies
from knowledge_base.pages.generated import page_kinds
from knowledge_base.reading.evidence import Evidence
from knowledge_base.search.entries import search_entries
from knowledge_base.views.barriers import barriers_and_enablers
from knowledge_base.writing import write_files
from site_build import PROJECT

SIZES = (75, 150, 300)

MOST = 2.2
"""How many times as much work the largest base may add as the one between adds to the smallest.

That is twice as much, as it adds twice the records, and a little for how they happen to be made up;
a square adds four times as much.
"""
FEW = 500
"""Lines that are too few to tell by."""
OURS = str(PROJECT / "scripts")


@dataclass(frozen=True)
class Base:
    """A made-up base, as it is loaded and as it is read."""

    kb: KnowledgeBase
    evidence: Evidence

    def afresh(self) -> Base:
        """Return the same base, of which nothing is worked out yet."""
        return Base(replace(self.kb), replace(self.evidence))


@pytest.fixture(scope="module")
def bases(clean_corpus: Path, as_of: date, tmp_path_factory: pytest.TempPathFactory) -> list[Base]:
    """Made-up bases of each size."""

    def base(records: int) -> Base:
        root = tmp_path_factory.mktemp("made-up")
        vocabularies = load(clean_corpus).vocabularies
        files = made_up_evidence(vocabularies, records=records, seed=1)
        write_files(root / "evidence", files, owned=".")
        words = Path("evidence", "vocabularies")
        shutil.copytree(clean_corpus / words, root / words)
        return Base(load(root, as_of=as_of), read(root, as_of=as_of)[0])

    return [base(records) for records in SIZES]


def lines(work: Callable[[], object]) -> int:
    """Return how many lines of ours a piece of work runs through, each as often as it does."""
    count = 0

    def line(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def call(frame: FrameType, _event: str, _argument: object) -> Any:
        return line if frame.f_code.co_filename.startswith(OURS) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        result = work()
        if isinstance(result, Iterator):
            list(result)
    finally:
        sys.settrace(before)
    return count


LISTS = (outcomes, records, references, report_and_sources, studies)
"""Pages that list all that the base holds of something."""

WORK: dict[str, Callable[[Base], object]] = {
    **{f"pages of {k.name}": lambda b, k=k: iter(k.facts(b.kb)) for k in page_kinds().values()},
    **{m.RULE.id: lambda b, m=m: iter(m.check(b.evidence)) for m in CHECKS if hasattr(m, "check")},
    **{m.__name__: lambda b, m=m: m.facts(b.kb) for m in LISTS},
    "barriers": lambda b: [barriers_and_enablers(b.kb, c) for c in b.kb.components],
    "tables": lambda base: [list(table.cells()) for table in tables(base.kb)],
    "text": lambda base: [make() for make in records_text.files(base.kb).values()],
    "api": lambda base: api.documents(base.kb),
    "map": lambda base: (map_data(base.kb), later_data(base.kb)),
    "search": lambda base: search_entries(base.kb, ()),
}
"""What is made of all records: pages, findings of rules, downloads, data of tools."""


def is_linear(small: int, middle: int, large: int) -> bool:
    """Whether the lines that run for each base grow no faster than the bases."""
    return large - middle <= MOST * (middle - small) + FEW


@pytest.mark.parametrize("name", WORK)
def test_work_grows_with_the_records(bases: list[Base], name: str) -> None:
    lines(partial(WORK[name], bases[0]))  # what is worked out once for all bases
    works = [partial(WORK[name], base.afresh()) for base in bases]
    assert is_linear(*map(lines, works))
    # What is left to do where all that is worked out once for a base is there.
    assert is_linear(*map(lines, works))

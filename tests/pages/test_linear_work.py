"""Work grows with the evidence, not with its square: a square is not seen until it takes hours.

Not the time is measured, which other work on the machine changes, but how many lines of our own
code run, in Python and in templates, for three bases of which each is twice as large as the last.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import pytest

from book_pages import code_of_pages, shown_by
from development.made_up import made_up_evidence
from knowledge_base.checks import CHECKS
from knowledge_base.evidence_map.data import later_data, map_data
from knowledge_base.exports import api
from knowledge_base.exports.formats import records_text
from knowledge_base.exports.formats.tables import tables
from knowledge_base.loading import load, read
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.generated import page_kinds
from knowledge_base.reading.evidence import Evidence
from knowledge_base.search.entries import search_entries
from knowledge_base.writing import write_files
from site_build import PROJECT

SIZES = (75, 150, 300)


class Bound(NamedTuple):
    """How much more work the largest base may add than the one between adds to the smallest.

    Twice as much, as it adds twice the records; a square adds four times as much.
    """

    times: float
    lines: int
    """Lines that are too few to tell by."""

    def holds(self, few: int, more: int, most: int) -> bool:
        """Whether the lines that run for bases of each size keep to it."""
        return most - more <= self.times * max(more - few, 0) + self.lines


OF_ALL = Bound(2.2, 500)
OF_PAGES = Bound(3, 5_000)
"""Pages choose some of the records, of which there may be few at first, as they are made up."""

OURS = tuple(str(PROJECT / folder) for folder in ("scripts", "book"))


class Base:
    """A made-up base, as it is read and as it is loaded."""

    def __init__(self, root: Path, as_of: date) -> None:
        self.kb: KnowledgeBase = load(root, as_of=as_of)
        self.evidence: Evidence = read(root, as_of=as_of)[0]


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
        return Base(root, as_of)

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


WORK: dict[str, Callable[[Base], object]] = {
    **{f"pages of {k.name}": lambda b, k=k: iter(k.facts(b.kb)) for k in page_kinds().values()},
    **{m.RULE.id: lambda b, m=m: iter(m.check(b.evidence)) for m in CHECKS if hasattr(m, "check")},
    "tables": lambda base: [list(table.cells()) for table in tables(base.kb)],
    "text": lambda base: [make() for make in records_text.files(base.kb).values()],
    "api": lambda base: api.documents(base.kb),
    "map": lambda base: (map_data(base.kb), later_data(base.kb)),
    "search": lambda base: search_entries(base.kb, ()),
}
"""What is made of all records: pages, findings of rules, downloads, data of tools."""


@pytest.mark.parametrize("name", WORK)
def test_work_grows_with_the_records(bases: list[Base], name: str) -> None:
    lines(partial(WORK[name], bases[0]))  # what is worked out once for all bases
    assert OF_ALL.holds(*(lines(partial(WORK[name], base)) for base in bases))


def test_pages_grow_with_the_records(bases: list[Base]) -> None:
    for page, code in code_of_pages(bases[0].kb).items():
        lines(partial(shown_by, bases[0].kb, code))
        of_each = [lines(partial(shown_by, base.kb, code)) for base in bases]
        assert OF_PAGES.holds(*of_each), f"{page}: {of_each}"

"""Made-up evidence is enough for every page of the book: `kb made-up` shows the site full."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from book_pages import faults, shown_pages
from development.made_up import made_up_evidence
from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.writing import write_files


@pytest.fixture(scope="module", params=[1, 60], ids=["one record", "sixty"])
def made_up(
    request: pytest.FixtureRequest, clean_corpus: Path, tmp_path_factory: pytest.TempPathFactory
) -> KnowledgeBase:
    root = tmp_path_factory.mktemp("made-up")
    vocabularies = load(clean_corpus).vocabularies
    files = made_up_evidence(vocabularies, records=request.param, seed=1)
    write_files(root / "evidence", files, owned=".")
    words = Path("evidence", "vocabularies")
    shutil.copytree(clean_corpus / words, root / words)
    return load(root)


def test_every_page_can_be_shown(made_up: KnowledgeBase):
    pages = shown_pages(made_up)
    assert faults(pages) == []
    for page, word in (
        ("clinician-posts", "Made-up post 1"),
        ("instruments", "MUT"),
        ("logic-model", "Made-up box 1"),
        ("curricula", "Made-up course"),
        ("providers", "Made-up centre"),
    ):
        assert word in pages[f"book/plan/{page}.md"]

"""The folder of downloads: written once, left alone while the evidence is the same."""

from __future__ import annotations

from pathlib import Path

from knowledge_base.exports.downloads import downloads, write_downloads
from knowledge_base.model.knowledge_base import KnowledgeBase


def test_files_that_have_not_changed_keep_their_time(
    knowledge_base: KnowledgeBase, tmp_path: Path
) -> None:
    written = write_downloads(knowledge_base, tmp_path)
    assert sorted(written) == sorted(downloads(knowledge_base))
    assert {"data/records.csv", "data/tidier/tidier-checklist.docx"} <= set(written)
    assert write_downloads(knowledge_base, tmp_path) == []


def test_what_an_earlier_build_left_is_removed(
    knowledge_base: KnowledgeBase, tmp_path: Path
) -> None:
    write_downloads(knowledge_base, tmp_path)
    (tmp_path / "data" / "old-book.pdf").write_bytes(b"%PDF")
    (tmp_path / "page.html").write_text("beside", encoding="utf-8")
    assert write_downloads(knowledge_base, tmp_path) == ["data/old-book.pdf"]
    assert (tmp_path / "page.html").is_file()

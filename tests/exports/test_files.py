"""The folder of downloads: written once, left alone while the evidence is the same."""

from __future__ import annotations

from pathlib import Path

from knowledge_base.exports import files
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.site_files import makers, site_files, write_site_files


def test_files_that_have_not_changed_keep_their_time(
    knowledge_base: KnowledgeBase, tmp_path: Path
) -> None:
    written = write_site_files(knowledge_base, tmp_path, files)
    assert sorted(written) == sorted(files.site_files(knowledge_base))
    assert {"data/records.csv", "data/tidier/tidier-checklist.docx"} <= set(written)
    assert write_site_files(knowledge_base, tmp_path, files) == []


def test_what_an_earlier_build_left_is_removed(
    knowledge_base: KnowledgeBase, tmp_path: Path
) -> None:
    write_site_files(knowledge_base, tmp_path, files)
    (tmp_path / "data" / "old-book.pdf").write_bytes(b"%PDF")
    (tmp_path / "page.html").write_text("beside", encoding="utf-8")
    assert write_site_files(knowledge_base, tmp_path, files) == ["data/old-book.pdf"]
    assert (tmp_path / "page.html").is_file()


def test_every_maker_of_files_is_found_and_has_a_folder_of_its_own(
    knowledge_base: KnowledgeBase,
) -> None:
    folders = [maker.FOLDER for maker in makers()]
    assert len(set(folders)) == len(folders)
    assert {"data", "book/evidence/map", "book/plan/assets"} <= set(folders)
    for path in site_files(knowledge_base):
        assert any(path.startswith(f"{folder}/") for folder in folders), path

"""Writing files: whole or not at all, and never over one that nobody meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge_base.writing import write_file, write_together


def state(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_a_file_is_written_with_its_folders_and_over_the_former_one(tmp_path: Path):
    write_file(tmp_path / "a" / "b.txt", b"one")
    write_file(tmp_path / "a" / "b.txt", b"two")
    assert state(tmp_path) == {"a/b.txt": "two"}


def test_new_files_come_together_with_changed_ones(tmp_path: Path):
    changed = tmp_path / "changed"
    changed.write_text("before", encoding="utf-8")
    write_together({tmp_path / "new" / "one": "1", changed: "after"}, replacing=[changed])
    assert state(tmp_path) == {"new/one": "1", "changed": "after"}


def test_what_should_be_new_is_never_written_over_what_is_there(tmp_path: Path):
    there = tmp_path / "there"
    there.write_text("before", encoding="utf-8")
    with pytest.raises(FileExistsError, match="there"):
        write_together({tmp_path / "new" / "one": "1", there: "after"})
    assert state(tmp_path) == {"there": "before"}
    assert not (tmp_path / "new").exists()


def test_what_stops_half_way_leaves_all_as_it_was(tmp_path: Path):
    changed = tmp_path / "changed"
    changed.write_text("before", encoding="utf-8")
    files = {changed: "after", tmp_path / "new" / "one": "1", tmp_path / "changed" / "two": "2"}
    with pytest.raises(OSError, match="changed"):  # a file can't hold another
        write_together(files, replacing=[changed])
    assert state(tmp_path) == {"changed": "before"}
    assert not (tmp_path / "new").exists()

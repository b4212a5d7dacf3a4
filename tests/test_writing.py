"""Writing files: whole or not at all, and never over one that nobody meant."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from knowledge_base import writing
from knowledge_base.writing import write_file, write_together


@pytest.fixture(autouse=True)
def _ctrl_c_is_heard() -> Iterator[None]:
    """As in a terminal: a process that runs in the background can have been told to ignore it."""
    former = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, former)


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


def test_files_are_removed_once_all_others_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    old, new = tmp_path / "all", tmp_path / "one"
    old.write_text("1", encoding="utf-8")
    at_removal: list[dict[str, str]] = []
    unlink = Path.unlink

    def watched(file: Path) -> None:
        at_removal.append(state(tmp_path))
        unlink(file)

    monkeypatch.setattr(Path, "unlink", watched)
    write_together({old: None, new: "1"})
    assert at_removal == [{"all": "1", "one": "1"}]
    assert state(tmp_path) == {"one": "1"}


def test_what_can_not_be_removed_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    first, second, new = tmp_path / "first", tmp_path / "second", tmp_path / "new"
    for file in (first, second):
        file.write_text("before", encoding="utf-8")
    before = state(tmp_path)
    removed: list[Path] = []
    unlink = Path.unlink

    def stopped(file: Path) -> None:
        removed.append(file)
        if len(removed) == 2:
            raise OSError("in use")
        unlink(file)

    monkeypatch.setattr(Path, "unlink", stopped)
    with pytest.raises(OSError, match="in use"):
        write_together({first: None, second: None, new: "after"})
    assert state(tmp_path) == before


def test_a_file_that_may_be_there_need_not_be(tmp_path: Path):
    file = tmp_path / "file"
    write_together({file: "1"}, replacing=[file])
    assert state(tmp_path) == {"file": "1"}


def interrupting(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, during which somebody presses Ctrl-C."""

    def interrupted(*arguments: Any) -> Any:
        result = function(*arguments)
        os.kill(os.getpid(), signal.SIGINT)
        return result

    return interrupted


def test_ctrl_c_while_files_take_their_places_comes_too_late(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Path, "replace", interrupting(Path.replace))
    write_together({tmp_path / "a": "1", tmp_path / "b": "2"})
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"a": "1", "b": "2"}
    with pytest.raises(KeyboardInterrupt):  # and is heard again after that
        os.kill(os.getpid(), signal.SIGINT)


def test_a_second_ctrl_c_does_not_stop_what_the_first_undoes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(writing, "_prepare", interrupting(writing._prepare))
    monkeypatch.setattr(writing, "_discard", interrupting(writing._discard))
    with pytest.raises(KeyboardInterrupt):
        write_together({tmp_path / "new" / "a": "1", tmp_path / "b": "2"})
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_no_part_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(file: Path, content: bytes) -> int:
        file.open("wb").close()
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_file(tmp_path / "a", b"1")
    assert list(tmp_path.iterdir()) == []

"""The work of a build is shared where that is to be had, and where memory allows it."""

from __future__ import annotations

import os
import sys

import pytest
from sphinx.util.parallel import SerialTasks

from book_extensions.processors import LARGE, in_turn, processors, tasks


@pytest.fixture(autouse=True)
def _four_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: {0, 1, 2, 3}, raising=False)


def test_a_book_is_built_by_all_processors() -> None:
    assert processors(LARGE - 1) == 4


def test_a_large_book_is_built_by_one_process() -> None:
    assert processors(LARGE) == 1


def test_so_is_a_book_where_processes_share_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert processors(1) == 1


def test_one_process_does_all_tasks_itself() -> None:
    done: list[int] = []
    alone = tasks(1)
    alone.add_task(lambda: done.append(os.getpid()))
    assert isinstance(alone, SerialTasks)
    assert done == [os.getpid()]


def test_what_another_process_finds_is_handed_over() -> None:
    found: list[int] = []
    two = tasks(2)
    two.add_task(lambda part: [part, os.getpid()], 7, lambda _part, theirs: found.extend(theirs))
    two.join()
    assert found[0] == 7
    assert found[1] != os.getpid()


def test_each_thing_is_taken_once_by_whichever_process_is_ready() -> None:
    ahead = in_turn(range(200))
    theirs: list[int] = []
    two = tasks(2)
    two.add_task(lambda: list(ahead), None, lambda _, taken: theirs.extend(taken))
    ours = list(ahead)
    two.join()
    assert sorted([*ours, *theirs]) == list(range(200))

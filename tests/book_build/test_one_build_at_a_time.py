"""Two builds of one project never write at once: the second waits for the first, and says so."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from pathlib import Path

import pytest

from book_build.building import Build, NotBuiltError

WRITING = "import sys, time; print('writing', flush=True); time.sleep(60)"
"""A program that goes on writing after the build that has started it is gone."""


@pytest.fixture
def build(tmp_path: Path) -> Build:
    (tmp_path / "scripts").mkdir()
    return Build(tmp_path)


def test_while_another_process_writes_a_build_waits_and_says_so(
    build: Build, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build.output.folder.mkdir(parents=True)
    lock = (build.root / "_build/lock").open("w")
    fcntl.flock(lock, fcntl.LOCK_EX)
    child = subprocess.Popen(
        [sys.executable, "-c", WRITING], pass_fds=[lock.fileno()], stdout=subprocess.PIPE, text=True
    )
    lock.close()  # as if the first build had been killed, but not its child
    assert child.stdout is not None
    child.stdout.readline()
    order: list[str] = []
    real = fcntl.flock

    def flock(file: int, operation: int) -> None:
        if not operation & fcntl.LOCK_NB:
            order.append("waits")
            child.kill()
        real(file, operation)

    def make(*_arguments: object) -> None:
        order.append("makes")
        raise NotBuiltError

    monkeypatch.setattr(fcntl, "flock", flock)
    monkeypatch.setattr(Build, "_make", make)
    with pytest.raises(NotBuiltError):
        build.run()
    assert order == ["waits", "makes"]
    assert capsys.readouterr().out == "    Waiting for another build to end\n"
    child.wait()

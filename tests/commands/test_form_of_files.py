"""Whatever editor a file came from, a command keeps its byte-order mark and its line ends."""

from __future__ import annotations

import codecs
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from kb import main

RECORD = "brindle-2015-attendance-and-calm"
CONTRIBUTION = f"""\
contribution: 1
people:
  rowan-ashby:
    name: Rowan Ashby
    role: Appraises studies
changes:
  {RECORD}:
    sample: 15 singers
"""
TABLE = f"id,sample\n{RECORD},15 singers\n"
COMMANDS = {
    "set": ("set", "sample=15 singers", "--where", f"id={RECORD}"),
    "rename": ("rename", "cobb-2018-confidence", "cobb-2018-sure"),
    "withdraw": ("withdraw", "cobb-2018-confidence", "--reason", "No.", "--date", "2024-05-01"),
    "check-source": (
        *("check-source", RECORD, "--verdict", "not-in-that-part", "--how-read", "abstract"),
        *("--address", "https://example.org/a", "--copy", "undated-copy", "--date", "2024-06-01"),
    ),
    "add-word": (
        *("add-word", "country", "sudland", "--label", "Sudland"),
        *("--definition", "A country to the south.", "--after", "norland"),
    ),
    "publish-ids": ("publish-ids",),
    "contribution": ("import", "contribution.yml"),
    "table": ("import", "table.csv"),
}


def content(root: Path) -> dict[str, bytes]:
    return {
        file.relative_to(root).as_posix(): file.read_bytes()
        for folder in ("evidence", "book")
        for file in (root / folder).rglob("*")
        if file.is_file()
    }


def run(root: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Run a command in a copy of the corpus, and return what its files hold then."""
    (root / "contribution.yml").write_text(CONTRIBUTION, encoding="utf-8")
    (root / "table.csv").write_text(TABLE, encoding="utf-8")
    monkeypatch.chdir(root)
    assert main(["--root", str(root), *COMMANDS[command]]) == 0
    return content(root)


@pytest.mark.parametrize(
    ("command", "mark", "end"),
    [
        *((command, codecs.BOM_UTF8, b"\r\n") for command in COMMANDS),
        ("set", codecs.BOM_UTF8, b"\n"),
        ("rename", b"", b"\r\n"),
        ("contribution", b"", b"\r"),
    ],
)
def test_a_file_stays_in_the_form_that_it_has(
    command: str, mark: bytes, end: bytes, corpus: Path, monkeypatch: pytest.MonkeyPatch
):
    (corpus / "book").mkdir()
    (corpus / "book/page.md").write_text("See {record}`cobb-2018-confidence`.\n", encoding="utf-8")
    assert main(["--root", str(corpus), "publish-ids"]) == 0
    other = corpus.parent / "other"
    shutil.copytree(corpus, other)

    def formed(data: bytes) -> bytes:
        return mark + data.replace(b"\n", end)

    for path, data in content(other).items():
        (other / path).write_bytes(formed(data))
    plain = run(corpus, command, monkeypatch)
    assert run(other, command, monkeypatch) == {path: formed(data) for path, data in plain.items()}


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_what_is_not_utf_8_is_neither_changed_nor_lost(
    encoding: str, corpus: Path, capsys: pytest.CaptureFixture[str]
):
    file = corpus / f"evidence/records/part-rehearsals/{RECORD}.yml"
    people = corpus / "evidence/people.yml"
    for one in (file, people):
        one.write_text(f"# Zoë\n{one.read_text(encoding='utf-8')}", encoding=encoding)
    before = content(corpus)
    (corpus / "contribution.yml").write_text(CONTRIBUTION.partition("changes")[0], encoding="utf-8")
    for arguments in (
        ("withdraw", RECORD, "--reason", "No."),
        ("rename", RECORD, "brindle-2015-calm"),
        ("import", str(corpus / "contribution.yml")),
    ):
        with suppress(SystemExit):  # of the two that take the id as an argument
            assert main(["--root", str(corpus), *arguments]) == 1
        printed = capsys.readouterr()
        assert "can't be read" in printed.out + printed.err
    assert content(corpus) == before

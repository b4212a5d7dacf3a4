"""The command line as a whole: what it returns, where it prints, and that it never falls over."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import kb
from knowledge_base.checks import RULES
from knowledge_base.load import KnowledgeBase, load
from knowledge_base.views.statistics import statistics
from knowledge_base_cli import stats

BAD = "evidence/records/training/cobb-2018-workload.yml"


def run(root: Path, *arguments: str) -> int:
    return kb.main(["--root", str(root), *arguments])


@pytest.fixture
def bad_corpus(corpus: Path) -> Path:
    """A corpus with one finding in one record, and one elsewhere."""
    record = corpus / BAD
    record.write_text(record.read_text(encoding="utf-8") + "claims: x\n", encoding="utf-8")
    (corpus / "evidence" / "notes.txt").write_text("x", encoding="utf-8")
    return corpus


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["chek"],
        ["--root", "/nowhere", "check"],
        ["check", "--format", "xml"],
        ["check", "--as-of", "2023-02-29"],
        ["check", "--as-of", "yesterday"],
        ["check", "nowhere.yml"],
        ["check", "/etc"],
        ["new"],
        ["new", "study"],
        ["new", "record", "--date", "1.5.2024"],
        ["new", "record", "--colour", "red"],
        ["import"],
        ["import", "nowhere.bib"],
        ["export"],
        ["export", "/dev/null"],
        ["schema", "now"],
        ["stats", "--format", "xml"],
    ],
)
def test_unusable_arguments_end_with_2(
    arguments: list[str], corpus: Path, capsys: pytest.CaptureFixture[str]
):
    place = [] if "--root" in arguments else ["--root", str(corpus)]
    with pytest.raises(SystemExit) as stopped:
        kb.main([*place, *arguments])
    assert stopped.value.code == 2
    assert "usage: kb" in capsys.readouterr().err


def test_help_names_every_verb(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stopped:
        kb.main(["--help"])
    assert stopped.value.code == 0
    out = capsys.readouterr().out
    for verb in ("check", "new", "import", "export", "schema", "stats"):
        assert re.search(rf"^    {verb} +\w+", out, re.MULTILINE)


def test_check_finds_nothing_in_what_is_right(corpus: Path, capsys: pytest.CaptureFixture[str]):
    assert run(corpus, "check") == 0
    assert capsys.readouterr().out == "No findings.\n"
    assert run(corpus, "check", "--format", "github") == 0
    assert capsys.readouterr().out == ""
    assert run(corpus, "check", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_check_finds_everything_in_every_format(
    form: str, bad_corpus: Path, capsys: pytest.CaptureFixture[str]
):
    assert run(bad_corpus, "check", "--format", form) == 1
    out = capsys.readouterr().out
    assert "unknown-key" in out
    assert "evidence/notes.txt" in out
    assert "\x1b" not in out


def test_check_shows_only_the_paths_that_are_named(
    bad_corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    assert run(bad_corpus, "check", str(bad_corpus / BAD)) == 1
    assert "notes.txt" not in capsys.readouterr().out
    monkeypatch.chdir(bad_corpus / "evidence")
    assert run(bad_corpus, "check", "records/training") == 1
    assert "notes.txt" not in capsys.readouterr().out
    assert run(bad_corpus, "check", "records/clinician") == 0
    assert run(bad_corpus, "check", ".") == 1
    assert run(bad_corpus, "check", "..") == 1
    assert "notes.txt" in capsys.readouterr().out


def test_check_takes_the_day_as_given(corpus: Path, capsys: pytest.CaptureFixture[str]):
    assert run(corpus, "check", "--as-of", "2024-01-01") == 1
    assert "future-date" in capsys.readouterr().out


def test_check_lists_the_rules(corpus: Path, capsys: pytest.CaptureFixture[str]):
    assert run(corpus, "check", "--rules") == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(RULES)


def test_colour_is_for_terminals_that_want_it(
    bad_corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    run(bad_corpus, "check")
    assert "\x1b[31m" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    run(bad_corpus, "check")
    assert "\x1b" not in capsys.readouterr().out


def test_numbers_are_aligned_and_those_of_the_library(
    corpus: Path, knowledge_base: KnowledgeBase, capsys: pytest.CaptureFixture[str]
):
    assert run(corpus, "stats") == 0
    out = capsys.readouterr().out
    numbers = statistics(knowledge_base)
    rows = [line for line in out.splitlines() if line.startswith(" ")]
    assert {re.match(r" +[0-9,]+", row).end() for row in rows} == {4}
    assert rows[0] == f"{numbers.claims:>4}  published claims"
    assert "Claims by component" in out
    for component in numbers.by_component:
        assert knowledge_base.label("component", component) in out


def test_numbers_as_json_are_all_of_them(
    corpus: Path, as_of: date, capsys: pytest.CaptureFixture[str]
):
    assert run(corpus, "stats", "--format", "json") == 0
    numbers = statistics(load(corpus, as_of=as_of))
    assert json.loads(capsys.readouterr().out) == vars(numbers)
    shown = {name for name, *_ in stats._GROUPS} | set(stats._TOTALS)
    assert shown == set(vars(numbers))


@pytest.mark.parametrize("verb", [["stats"], ["export", "data"]])
def test_what_needs_right_evidence_says_what_is_wrong_with_it(
    verb: list[str],
    bad_corpus: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.chdir(bad_corpus)
    assert run(bad_corpus, *verb) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "error[unknown-key]" in captured.err
    assert captured.err.endswith("First, correct what `kb check` finds.\n")


def test_a_reader_that_leaves_early_is_no_fault(project: Path):
    command = f"{sys.executable} {project / 'scripts' / 'kb.py'} check --rules | head -1"
    result = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert result.stdout.startswith("blueprint-items")
    assert result.stderr == ""


def test_a_terminal_that_lacks_characters_is_no_fault(bad_corpus: Path, project: Path):
    (bad_corpus / BAD).write_text("cläim: ≤\n", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, project / "scripts" / "kb.py", "--root", bad_corpus, "check"],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert result.returncode == 1
    assert b"cl\\xe4im" in result.stdout
    assert result.stderr == b""

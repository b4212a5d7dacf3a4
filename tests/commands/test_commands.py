"""The command line as a whole, and `kb stats`. `kb check` is in test_kb_check.py."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

import kb
from knowledge_base.commands import stats
from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.statistics import statistics

BAD = "evidence/records/sight-singing/cobb-2018-full-diaries.yml"


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
    with pytest.raises(SystemExit) as stopped:
        run(corpus, *arguments)
    assert stopped.value.code == 2
    error = capsys.readouterr().err
    assert error.count("\n") < 12  # whole, and not below a screen of options
    assert error.startswith("See `kb")


LONG = "x" * 300


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--root", LONG, "check"], f"kb: error: '{LONG}': File name too long"),
        (["import", LONG], f"kb: error: '{LONG}': File name too long"),
        (["import", f"{LONG}.bib"], f"kb: error: '{LONG}.bib': File name too long"),
        (["export", LONG], f"kb: error: '{{here}}/{LONG}': File name too long"),
        (["made-up", LONG], f"kb: error: '{LONG}': File name too long"),
        (
            ["made-up", "a-file/below"],
            "kb: error: 'a-file/below/evidence/blueprint': Not a directory",
        ),
        (["export", "loop"], "kb export: error: '{here}/loop' can't be written: Not a directory"),
        (["import", "loop"], "kb import: error: there is no file 'loop'"),
        (
            ["check", "loop"],
            "kb check: error: 'loop' is not in {here}/evidence, so nothing in it is checked",
        ),
    ],
)
def test_paths_that_cannot_be_are_said_to_be_so(
    arguments: list[str],
    said: str,
    corpus: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.chdir(corpus)
    Path("a-file").write_text("x", encoding="utf-8")
    Path("loop").symlink_to("loop")
    with pytest.raises(SystemExit) as stopped:
        kb.main(arguments)
    assert stopped.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1] == said.format(here=corpus)


def test_without_an_input_to_ask_at_the_options_count(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(SystemExit):
        run(corpus, "new", "record")
    assert "also needed: --component" in capsys.readouterr().err


@pytest.mark.parametrize(
    "folder", [".", "evidence", "evidence/records/sight-singing", "other/folder"]
)
def test_the_project_is_the_one_around_the_folder(
    folder: str,
    bad_corpus: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
):
    (bad_corpus / folder).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(bad_corpus / folder)
    assert kb.main(["check", "--as-of", "2024-12-31"]) == 1
    captured = capsys.readouterr()
    assert f"{BAD}:" in captured.out
    assert captured.err == ""


@pytest.mark.parametrize("lacking", ["sources", "vocabularies"])
def test_a_project_that_lacks_something_is_still_the_one_meant(
    lacking: str,
    corpus: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
):
    (corpus / "evidence" / lacking).rename(corpus / lacking)
    monkeypatch.chdir(corpus)
    assert kb.main(["check"]) == 1
    assert f"evidence/{lacking}" in capsys.readouterr().out


def test_outside_any_project_its_own_is_used_and_that_is_said(
    tmp_path: Path,
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.chdir(tmp_path)
    assert kb.main(["check", "--rules"]) == 0
    assert (
        capsys.readouterr().err
        == f"This folder is not in a project, so the project in {project} is used.\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["--root", "{root}", "new", "record"],
        ["new", "--root", "{root}", "record"],
        ["new", "record", "--root", "{root}"],
        ["--root", "elsewhere", "new", "record", "--root", "{root}"],
    ],
)
def test_the_root_is_named_before_or_after_the_command(
    arguments: list[str], bad_corpus: Path, capsys: pytest.CaptureFixture[str]
):
    (bad_corpus / "evidence" / "vocabularies" / "setting.yml").unlink()
    assert kb.main([argument.format(root=bad_corpus) for argument in arguments]) == 1
    assert "can't be read: setting." in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["check"], ["new", "record"], ["import"]])
def test_help_tells_of_the_root(command: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        kb.main([*command, "--help"])
    shown = " ".join(capsys.readouterr().out.split())
    assert (
        "--root DIR the project's folder (default: the one that holds the current folder)" in shown
    )


def test_help_names_every_verb(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stopped:
        kb.main(["--help"])
    assert stopped.value.code == 0
    out = capsys.readouterr().out
    for verb in ("check", "diff", "due", "new", "import", "export", "schema", "stats"):
        assert re.search(rf"^    {verb} +\w+", out, re.MULTILINE)


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

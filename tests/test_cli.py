"""The command line as a whole, and `kb stats`. `kb check` is in test_kb_check.py."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

import kb
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
    assert "usage: kb" in capsys.readouterr().err


def test_help_names_every_verb(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stopped:
        kb.main(["--help"])
    assert stopped.value.code == 0
    out = capsys.readouterr().out
    for verb in ("check", "new", "import", "export", "schema", "stats"):
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

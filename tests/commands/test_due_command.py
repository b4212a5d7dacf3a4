"""`kb due` prints what the view finds, as text and as JSON."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import kb
from knowledge_base.commands.due import as_text
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.due import REASONS, due


def run(root: Path, *arguments: str) -> int:
    return kb.main(["--root", str(root), "due", *arguments])


def test_what_is_due_stands_under_its_reason(corpus: Path, capsys: pytest.CaptureFixture[str]):
    assert run(corpus, "--as-of", "2025-01-15") == 0
    out = capsys.readouterr().out
    assert out.startswith("Due on 15 January 2025: ")
    provider = "  willowbank-school: Willowbank School (last checked 15 January 2024)\n"
    assert f"\n{REASONS['provider']}: 1\n{provider}" in out
    assert (
        "\nDrafts waiting to be checked by a second person: 1\n  cobb-2018-draft-on-conductors: "
        in out
    )


def test_as_json_it_is_the_same(
    corpus: Path, knowledge_base: KnowledgeBase, capsys: pytest.CaptureFixture[str]
):
    assert run(corpus, "--as-of", "2025-01-15", "--format", "json") == 0
    content = json.loads(capsys.readouterr().out)
    items = due(knowledge_base, date(2025, 1, 15))
    assert content["as_of"] == "2025-01-15"
    assert content["reasons"] == REASONS
    assert [(i["reason"], i["id"], i["since"]) for i in content["due"]] == [
        (item.reason, item.id, item.since.isoformat()) for item in items
    ]


def test_without_a_day_it_is_as_of_today(corpus: Path, capsys: pytest.CaptureFixture[str]):
    assert run(corpus, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["as_of"] == date.today().isoformat()


def test_nothing_due_is_said_so():
    assert as_text((), date(2024, 6, 1)) == "Nothing is due on 1 June 2024."


def test_a_day_that_does_not_exist_can_not_be_used(
    corpus: Path, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit) as stopped:
        run(corpus, "--as-of", "2025-02-30")
    assert stopped.value.code == 2
    assert "'2025-02-30' is not a real date" in capsys.readouterr().err

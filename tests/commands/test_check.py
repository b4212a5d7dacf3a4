"""`kb check` as people, CI and editors call it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kb import main
from knowledge_base.checks import RULES, future_date

BAD = "evidence/records/sight-singing/cobb-2018-confidence.yml"
AS_OF = ["--as-of", "2024-12-31"]
REPORT = f"""\
{BAD}:17:8: error[future-date] 2025-01-01 is after 2024-12-31.
    Write the day on which it was done, as YYYY-MM-DD.
evidence/studies/moss-review.yml:1:1: error[not-yaml] the file is empty.
    Fill it, or remove the file.
2 findings in 2 files.
"""


@pytest.fixture
def bad(corpus: Path) -> Path:
    """A project with one problem in a record and one in a study."""
    file = corpus / BAD
    file.write_text(file.read_text().replace("added: 2024-02-01", "added: 2025-01-01"))
    (corpus / "evidence/studies/moss-review.yml").write_text("")
    return corpus


def check(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), "check", *AS_OF, *arguments])


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what is said about arguments that can't be used."""
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    assert stopped.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    return said.err.strip().split("\n")[-1]


def test_clean_evidence_is_exit_0(clean_corpus: Path, capsys):
    assert check(clean_corpus) == 0
    assert capsys.readouterr().out == "No findings.\n"


def test_findings_are_exit_1_and_all_of_them_are_shown(bad: Path, capsys):
    assert check(bad) == 1
    assert capsys.readouterr().out == REPORT


def test_json_is_for_tools(bad: Path, clean_corpus: Path, capsys):
    assert check(bad, "--format", "json") == 1
    rows = json.loads(capsys.readouterr().out)
    assert [(row["path"], row["line"], row["rule"]) for row in rows] == [
        (BAD, 17, "future-date"),
        ("evidence/studies/moss-review.yml", 1, "not-yaml"),
    ]

    assert check(clean_corpus, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_github_gets_annotations_and_silence_when_there_is_nothing(
    bad: Path, clean_corpus: Path, capsys
):
    assert check(bad, "--format", "github") == 1
    assert capsys.readouterr().out.split("\n")[0] == (
        f"::error file={BAD},line=17,col=8,title=future-date::2025-01-01 is after 2024-12-31."
        "%0AWrite the day on which it was done, as YYYY-MM-DD."
    )

    assert check(clean_corpus, "--format", "github") == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        (BAD, 3),
        ("evidence/records", 3),
        ("evidence/records/", 3),
        ("evidence/studies/../records/sight-singing", 3),
        ("evidence/studies", 3),
        ("evidence", 5),
        (".", 5),
        ("..", 5),
        ("evidence/records/song-maps", 1),
        ("evidence/gaps.yml", 1),
    ],
)
def test_a_path_shows_only_findings_in_it(
    bad: Path, capsys, monkeypatch: pytest.MonkeyPatch, path: str, lines: int
):
    monkeypatch.chdir(bad)

    status = check(bad, path)

    assert len(capsys.readouterr().out.splitlines()) == lines
    assert status == (1 if lines > 1 else 0)


def test_several_paths_show_the_findings_in_any(bad: Path, capsys):
    assert check(bad, str(bad / BAD), str(bad / "evidence/studies")) == 1
    assert capsys.readouterr().out == REPORT


def test_a_path_whose_name_begins_like_anothers_is_not_taken_for_it(bad: Path, capsys):
    (bad / "evidence/studies/moss.yml").write_text("")

    assert check(bad, str(bad / "evidence/studies/moss.yml")) == 1
    assert "moss-review" not in capsys.readouterr().out


def test_a_path_may_lead_there_over_a_link(bad: Path, tmp_path: Path, capsys):
    (tmp_path / "alias").symlink_to(bad)

    assert check(tmp_path / "alias", str(bad / BAD)) == 1
    assert check(bad, str(tmp_path / "alias" / BAD)) == 1
    assert check(tmp_path / "alias", str(tmp_path / "alias" / BAD)) == 1


def test_a_link_in_the_evidence_can_be_asked_for_by_its_own_name(corpus: Path, capsys):
    link = corpus / "evidence/studies/elsewhere.yml"
    link.symlink_to("/etc/passwd")

    assert check(corpus, str(link)) == 1
    assert "evidence/studies/elsewhere.yml:1:1: error[unreadable-file]" in capsys.readouterr().out


def test_a_crash_is_shown_whatever_path_is_asked_for(
    corpus: Path, capsys, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(future_date, "parts", None)

    assert check(corpus, str(corpus / "evidence/gaps.yml")) == 1
    assert "error[crash]" in capsys.readouterr().out


def test_a_path_that_is_not_there_is_exit_2(clean_corpus: Path, capsys):
    said = refused(capsys, "--root", str(clean_corpus), "check", "evidence/nowhere.yml")

    assert said == "kb check: error: there is no file or folder 'evidence/nowhere.yml'"


def test_a_path_in_which_nothing_is_checked_is_exit_2(clean_corpus: Path, capsys):
    said = refused(capsys, "--root", str(clean_corpus), "check", "/etc")

    assert said == (
        f"kb check: error: '/etc' is not in {clean_corpus / 'evidence'}, "
        "so nothing in it is checked"
    )


@pytest.mark.parametrize(
    "day", ["rubbish", "2023-02-30", "20230531", "2023-5-31", "2023-W01-1", "٢٠٢٣-٠٥-٣١", ""]
)
def test_a_day_that_is_none_is_exit_2(capsys, day: str):
    said = refused(capsys, "check", "--as-of", day)

    assert said == (
        f"kb check: error: argument --as-of: '{day}' is not a real date in the form YYYY-MM-DD"
    )


@pytest.mark.parametrize(
    "arguments", [["check", "--format", "xml"], ["check", "--nonsense"], ["nonsense"], []]
)
def test_arguments_that_are_not_known_are_exit_2(capsys, arguments: list[str]):
    assert "error:" in refused(capsys, *arguments)


def test_a_root_that_is_not_there_is_exit_2(tmp_path: Path, capsys):
    said = refused(capsys, "--root", str(tmp_path / "nowhere"), "check")

    assert said == f"kb: error: there is no folder '{tmp_path / 'nowhere'}'"


def test_a_root_without_evidence_is_a_finding(tmp_path: Path, capsys):
    assert check(tmp_path) == 1
    assert "there is no folder 'evidence' here." in capsys.readouterr().out


def test_the_day_of_checking_is_today_unless_it_is_given(
    bad: Path, capsys, monkeypatch: pytest.MonkeyPatch
):
    import knowledge_base.commands.check as module

    monkeypatch.setattr(module, "latest_today", lambda: date(2024, 2, 1))

    main(["--root", str(bad), "check", str(bad / BAD)])
    assert "2025-01-01 is after 2024-02-01." in capsys.readouterr().out
    main(["--root", str(bad), "check", "--as-of", "2025-01-01", str(bad / BAD)])
    assert capsys.readouterr().out == "No findings.\n"


def test_the_rules_can_be_listed(capsys):
    assert main(["check", "--rules"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == sorted(RULES)
    assert all(line.endswith(".") for line in lines)


class Terminal(io.StringIO):
    """A terminal that remembers what it was shown."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("no_colour", "coloured"), [("", True), ("1", False)])
def test_a_terminal_gets_colour_unless_it_asks_for_none(
    bad: Path, monkeypatch: pytest.MonkeyPatch, no_colour: str, coloured: bool
):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("NO_COLOR", no_colour)

    check(bad)

    assert ("\x1b[31merror" in terminal.getvalue()) is coloured


def test_only_text_is_coloured(bad: Path, monkeypatch: pytest.MonkeyPatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.delenv("NO_COLOR", raising=False)

    check(bad, "--format", "json")
    check(bad, "--format", "github")

    assert "\x1b" not in terminal.getvalue()


def test_a_terminal_that_knows_few_characters_still_shows_everything(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
):
    (corpus / "evidence/studies/müll.yml").write_text("")
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))

    for form in ("text", "github", "json"):
        assert check(corpus, "--format", form) == 1

    assert rb"evidence/studies/m\xfcll.yml:1:1: error[id-form]" in raw.getvalue()


def test_a_reader_that_has_seen_enough_is_no_error(bad: Path, monkeypatch: pytest.MonkeyPatch):
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)

        assert check(bad) == 1


def test_the_command_works_as_installed(bad: Path):
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "kb", "--root", str(bad), "check", *arguments]
        folder = Path(main.__code__.co_filename).parent
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            cwd=folder,
            env={"PATH": os.environ["PATH"], "PYTHONIOENCODING": "ascii"},
            check=False,
        )

    found = run(*AS_OF)
    unusable = run("--as-of", "rubbish")

    assert (found.returncode, found.stdout, found.stderr) == (1, REPORT, "")
    assert unusable.returncode == 2
    assert "Traceback" not in unusable.stderr


def test_a_warning_is_named_and_stops_nothing(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = corpus / BAD
    file.write_text(file.read_text().replace("status: published", "status: draft"))
    assert check(corpus) == 0
    assert "warning[fallen-support] this rests on 'cobb-2018-confidence'" in capsys.readouterr().out


def test_published_ids_are_listed_once_and_never_leave_the_list(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def publish_ids(*arguments: str) -> int:
        return main(["--root", str(corpus), "publish-ids", *arguments])

    assert publish_ids("--check") == 1
    assert "Run: kb publish-ids" in capsys.readouterr().err
    assert publish_ids() == 0
    assert publish_ids("--check") == 0
    ids = (corpus / "evidence" / "published-ids.txt").read_text().split()
    assert "cobb-2018-confidence" in ids
    assert "cobb-2018-draft-on-conductors" not in ids
    gone = corpus / "evidence/records/part-rehearsals/brindle-2017-scores-mark-the-words.yml"
    gone.unlink()
    assert check(corpus) == 1
    assert (
        "the record 'brindle-2017-scores-mark-the-words' was published" in capsys.readouterr().out
    )
    assert publish_ids() == 0
    assert (corpus / "evidence" / "published-ids.txt").read_text().split() == ids

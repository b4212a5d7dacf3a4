"""Sources that wait for a record disturb nothing, and go again; words and names are added."""

from __future__ import annotations

import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kb import main
from knowledge_base.clock import latest_today
from knowledge_base.loading import load
from knowledge_base.reading.ids import is_portable

WAITING = """TY  - JOUR
AU  - Rowan, T.
TI  - What singers took
JO  - Journal of Invented Practice
PY  - 2024
ER  -
TY  - JOUR
AU  - Aspen, T.
TI  - What others took
JO  - Journal of Invented Practice
PY  - 2023
ER  -
"""


@pytest.fixture
def parked(corpus: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A project with two parked sources."""
    file = corpus.parent / "waiting.ris"
    file.write_text(WAITING, encoding="utf-8")
    assert main(["--root", str(corpus), "import", str(file)]) == 0, capsys.readouterr().out
    return corpus


def bibliography(root: Path) -> str:
    files = sorted((root / "evidence/sources").glob("*.bib"))
    return "".join(file.read_text(encoding="utf-8") for file in files)


def test_parked_sources_disturb_neither_check_nor_what_is_shown(
    parked: Path, clean_corpus: Path, capsys: pytest.CaptureFixture[str]
):
    assert "rowan2024" in bibliography(parked)
    capsys.readouterr()
    assert main(["--root", str(parked), "check"]) == 0
    assert capsys.readouterr().out == "No findings.\n"
    assert load(parked).sources == load(clean_corpus).sources


def test_what_a_record_uses_is_parked_no_longer(parked: Path, capsys: pytest.CaptureFixture[str]):
    study = parked / "evidence/studies/larkwater-interviews.yml"
    study.write_text(study.read_text().replace("[cobb2018]", "[cobb2018, rowan2024]"))

    source = load(parked).sources["rowan2024"]
    assert "parked" not in source.fields
    assert main(["--root", str(parked), "prune"]) == 0
    assert "rowan2024" in bibliography(parked)
    assert "aspen2023" not in bibliography(parked)


def test_pruning_leaves_the_sources_as_they_were_before_the_import(
    parked: Path, clean_corpus: Path, capsys: pytest.CaptureFixture[str]
):
    capsys.readouterr()
    assert main(["--root", str(parked), "prune", "--dry-run"]) == 0
    assert "Rowan (2024) What singers took" in capsys.readouterr().out
    assert "rowan2024" in bibliography(parked)

    assert main(["--root", str(parked), "prune"]) == 0
    assert bibliography(parked) == bibliography(clean_corpus)
    assert main(["--root", str(parked), "prune"]) == 0
    assert "No source is parked" in capsys.readouterr().out


ENTRY = """@misc{{{key},
  author = {{Cobb, F.}},
  title = {{Talks on {key}}},
  year = {{2020}},
{parked}}}
"""


def test_pruning_removes_the_file_that_a_source_is_in_whatever_its_name(
    corpus: Path, capsys: pytest.CaptureFixture[str]
):
    sources = corpus / "evidence/sources"
    parked = "  parked = {2024-01-31},\n"
    (sources / "pc2020.bib").write_text(ENTRY.format(key="pb2020", parked=parked))
    (sources / "pb2020.bib").write_text(ENTRY.format(key="pc2020", parked=""))
    assert main(["--root", str(corpus), "prune"]) == 0
    assert not (sources / "pc2020.bib").exists()
    assert "pc2020" in (sources / "pb2020.bib").read_text()


@pytest.mark.parametrize(
    "other", [ENTRY.format(key="pc2020", parked=""), "@misc{pc2020, title = {", "Text @misc\n"]
)
def test_pruning_leaves_a_file_that_holds_more(
    corpus: Path, capsys: pytest.CaptureFixture[str], other: str
):
    file = corpus / "evidence/sources/pb2020.bib"
    file.write_text(ENTRY.format(key="pb2020", parked="  parked = {2024-01-31},\n") + other)
    assert main(["--root", str(corpus), "prune"]) == 1
    assert "More than these may be in evidence/sources/pb2020.bib." in capsys.readouterr().out
    assert file.is_file()


def test_a_word_comes_behind_another_and_comments_stay(
    corpus: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["--root", str(corpus), "schema"]) == 0
    file = corpus / "evidence/vocabularies/country.yml"
    file.write_text(f"# Where findings come from.\n{file.read_text()}")
    before = file.read_text()
    first = next(iter(load(corpus).vocabularies["country"]))
    words = ["--label", "Sudland", "--definition", "South of the others.", "--after", first]

    assert main(["--root", str(corpus), "add-word", "country", "sudland", *words]) == 0

    added = "sudland:\n  label: Sudland\n  definition: South of the others.\n"
    assert file.read_text().replace(added, "") == before
    assert list(load(corpus).vocabularies["country"])[:2] == [first, "sudland"]
    assert main(["--root", str(corpus), "schema", "--check"]) == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["outcome", "joy"], "Give it with --set level=VALUE. Whom the change concerns."),
        (["outcome", "joy", "--set", "level=nobody"], "'nobody' is not a level of outcomes"),
        (["country", "Sud Land"], "[id-form]"),
    ],
)
def test_a_word_that_is_not_right_is_not_written(
    corpus: Path, capsys: pytest.CaptureFixture[str], words: list[str], message: str
):
    before = {f: f.read_bytes() for f in corpus.rglob("*.yml")}
    said = ["--label", "Joy", "--definition", "Being glad."]
    assert main(["--root", str(corpus), "add-word", *words, *said]) == 1
    assert message in capsys.readouterr().out
    assert {f: f.read_bytes() for f in corpus.rglob("*.yml")} == before


def test_every_file_of_the_project_has_a_name_that_windows_can_have(project: Path):
    files = subprocess.run(
        ["git", "ls-files", "-z"], cwd=project, capture_output=True, text=True, check=False
    ).stdout.split("\0")
    assert [f for f in files if f and not all(map(is_portable, f.split("/")))] == []
    in_any_case = [file.lower() for file in files if file]
    assert len(set(in_any_case)) == len(in_any_case)


@pytest.mark.parametrize("name", ["con.yml", "NUL", "com1.yml", "a.", "a ", "a:b.yml", "what?.md"])
def test_names_that_windows_refuses_are_told_from_others(name: str):
    assert not is_portable(name)
    assert is_portable("contact.yml")
    assert is_portable(".github")


def test_the_day_that_it_is_anywhere_is_no_future():
    late = datetime(2024, 5, 31, 11, 0, tzinfo=UTC)
    assert latest_today(late) == date(2024, 6, 1)
    assert latest_today(datetime(2024, 5, 31, 9, 0, tzinfo=UTC)) == date(2024, 5, 31)

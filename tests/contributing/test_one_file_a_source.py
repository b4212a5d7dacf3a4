"""Each source is a file, so that two people add neighbours; older bases are read, and converted."""

from __future__ import annotations

import codecs
import shutil
import subprocess
from pathlib import Path

import pytest

from kb import main
from knowledge_base.loading import load

ENTRY = """@misc{{{key},
  author = {{Cobb, F.}},
  title = {{Talks on {title}}},
  year = {{2018}},
  url = {{https://cobb.example.org/{title}}},
}}
"""
PARKED = ENTRY.format(key="cobb2018b", title="air").replace(
    "  url", "  parked = {2024-01-31},\n  url"
)


@pytest.fixture
def older(corpus: Path) -> Path:
    """The made-up evidence with all its sources in one file."""
    sources = corpus / "evidence/sources"
    texts = [file.read_text(encoding="utf-8") for file in sorted(sources.iterdir())]
    (corpus / "evidence/sources.bib").write_text(
        "% Invented documents.\n\n" + "\n".join(texts), encoding="utf-8"
    )
    shutil.rmtree(sources)
    return corpus


def git(folder: Path, *words: str) -> str:
    """Run git as anybody has it, without settings of this machine."""
    names = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"]
    done = subprocess.run(
        ["git", *names, *words],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_two_branches_that_each_add_a_neighbour_merge_without_a_conflict(
    corpus: Path, capsys: pytest.CaptureFixture[str]
):
    git(corpus, "init", "-q", "-b", "main")
    git(corpus, "add", "evidence")
    git(corpus, "commit", "-qm", "As it was")
    for branch, key in (("one", "cobb2018b"), ("other", "cobb2018c")):
        git(corpus, "checkout", "-q", "-b", branch, "main")
        file = corpus / f"{branch}.bib"
        file.write_text(ENTRY.format(key=key, title=branch), encoding="utf-8")
        assert main(["--root", str(corpus), "import", str(file)]) == 0
        git(corpus, "add", "evidence")
        git(corpus, "commit", "-qm", f"A source on {branch}")
    git(corpus, "checkout", "-q", "main")
    git(corpus, "merge", "-q", "--no-edit", "one")
    git(corpus, "merge", "-q", "--no-edit", "other")

    sources = {file.stem for file in (corpus / "evidence/sources").iterdir()}
    assert {"cobb2018", "cobb2018b", "cobb2018c"} <= sources
    capsys.readouterr()
    assert main(["--root", str(corpus), "check"]) == 0
    assert capsys.readouterr().out == "No findings.\n"


def test_an_older_base_is_read_as_before(older: Path, clean_corpus: Path):
    assert load(older).sources == load(clean_corpus).sources


def test_an_older_base_is_converted_by_one_command(
    older: Path, clean_corpus: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["--root", str(older), "split-sources", "--dry-run"]) == 0
    assert (older / "evidence/sources.bib").is_file()
    assert main(["--root", str(older), "split-sources"]) == 0

    assert not (older / "evidence/sources.bib").exists()
    first, *rest = sorted((clean_corpus / "evidence/sources").iterdir())
    for file in (first, *rest):
        comment = "% Invented documents.\n\n" if file is first else ""
        text = comment + file.read_text(encoding="utf-8")
        assert (older / "evidence/sources" / file.name).read_text(encoding="utf-8") == text
    capsys.readouterr()
    assert main(["--root", str(older), "check"]) == 0
    assert capsys.readouterr().out == "No findings.\n"
    assert main(["--root", str(older), "split-sources"]) == 0
    assert "each source has a file of its own" in capsys.readouterr().out


def test_what_has_faults_is_not_converted(older: Path, capsys: pytest.CaptureFixture[str]):
    file = older / "evidence/sources.bib"
    file.write_text(file.read_text(encoding="utf-8") + ENTRY.format(key="moss2016", title="air"))
    assert main(["--root", str(older), "split-sources"]) == 1
    out = capsys.readouterr().out
    assert "[duplicate-source]" in out
    assert out.endswith("Nothing was written.\n")
    assert file.is_file()
    assert not (older / "evidence/sources").exists()


def test_entries_on_one_line_are_split_and_comments_stay_with_theirs(older: Path):
    """As some reference managers write them: nothing says that a line holds one entry."""
    file = older / "evidence/sources.bib"
    one, other, last = (
        ENTRY.format(key=key, title=key).replace("  url", "  parked = {2024-01-31},\n  url").strip()
        for key in ("zx2018", "zy2018", "zz2018")
    )
    before = file.read_text(encoding="utf-8")
    file.write_text(f"{before}\n% One\n{one}{other} % Other\n% Last\n{last}\n% End\n")
    assert main(["--root", str(older), "split-sources"]) == 0
    texts = {f.stem: f.read_text(encoding="utf-8") for f in (older / "evidence/sources").iterdir()}
    assert texts["zx2018"] == f"% One\n{one}\n"
    assert texts["zy2018"] == f"{other} % Other\n"
    assert texts["zz2018"] == f"% Last\n{last}\n% End\n"


def test_what_is_not_utf_8_is_not_converted(older: Path, capsys: pytest.CaptureFixture[str]):
    file = older / "evidence/sources.bib"
    file.write_bytes(file.read_bytes() + "% Brändle\n".encode("latin-1"))
    assert main(["--root", str(older), "split-sources"]) == 1
    out = capsys.readouterr().out
    assert "[not-utf-8]" in out
    assert out.endswith("Nothing was written.\n")
    assert file.is_file()


def test_a_byte_order_mark_is_no_part_of_the_sources(
    older: Path, clean_corpus: Path, capsys: pytest.CaptureFixture[str]
):
    file = older / "evidence/sources.bib"
    file.write_bytes(codecs.BOM_UTF8 + file.read_bytes())
    assert main(["--root", str(older), "split-sources"]) == 0, capsys.readouterr().out
    assert load(older).sources == load(clean_corpus).sources


def test_a_base_in_both_forms_is_brought_together(corpus: Path, capsys: pytest.CaptureFixture[str]):
    """As a merge leaves it where one side added to the one file and the other has split it."""
    file = corpus / "evidence/sources.bib"
    entries = [f.read_text(encoding="utf-8") for f in (corpus / "evidence/sources").iterdir()]
    file.write_text("\n".join([*entries, PARKED]), encoding="utf-8")
    assert main(["--root", str(corpus), "check"]) == 1
    assert main(["--root", str(corpus), "split-sources"]) == 0
    assert (corpus / "evidence/sources/cobb2018b.bib").read_text(encoding="utf-8") == PARKED
    assert not file.exists()
    assert main(["--root", str(corpus), "check"]) == 0

    file.write_text(PARKED.replace("Talks on", "On"), encoding="utf-8")
    capsys.readouterr()
    assert main(["--root", str(corpus), "split-sources"]) == 1
    assert "cobb2018b.bib is there already, and differs" in capsys.readouterr().out
    assert file.is_file()


def test_a_source_that_comes_into_an_older_base_has_a_file_of_its_own(
    older: Path, capsys: pytest.CaptureFixture[str]
):
    before = (older / "evidence/sources.bib").read_bytes()
    file = older / "new.bib"
    file.write_text(ENTRY.format(key="cobb2018b", title="air"), encoding="utf-8")
    assert main(["--root", str(older), "import", str(file)]) == 0
    assert [f.name for f in (older / "evidence/sources").iterdir()] == ["cobb2018b.bib"]
    assert (older / "evidence/sources.bib").read_bytes() == before
    assert main(["--root", str(older), "prune"]) == 0
    assert not list((older / "evidence/sources").iterdir())


def test_a_parked_source_in_the_one_file_is_pruned_once_that_is_split(
    older: Path, capsys: pytest.CaptureFixture[str]
):
    file = older / "evidence/sources.bib"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{PARKED}", encoding="utf-8")
    assert main(["--root", str(older), "prune"]) == 1
    assert "First, run `kb split-sources`," in capsys.readouterr().out
    assert main(["--root", str(older), "split-sources"]) == 0
    assert main(["--root", str(older), "prune"]) == 0
    assert not (older / "evidence/sources/cobb2018b.bib").exists()


def test_nothing_changed_between_the_older_form_and_the_new(
    older: Path, clean_corpus: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["--root", str(older), "diff", str(older), str(clean_corpus)]) == 0
    assert capsys.readouterr().out == "Nothing changed.\n"
    git(older, "init", "-q", "-b", "main")
    git(older, "add", "evidence")
    git(older, "commit", "-qm", "One file")
    assert main(["--root", str(older), "split-sources"]) == 0
    capsys.readouterr()
    assert main(["--root", str(older), "diff", "HEAD", str(older)]) == 0
    assert capsys.readouterr().out == "Nothing changed.\n"

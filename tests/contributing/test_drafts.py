"""`kb new record`: drafts in the style of the records that are there, and none that is wrong."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kb
from knowledge_base.contributing.drafts import draft, propose_id, questions
from knowledge_base.loading import check, read
from knowledge_base.model.base import ID_PATTERN
from knowledge_base.reading.evidence import Evidence

ANSWERS: dict[str, Any] = {
    "component": "sight-singing",
    "claim": "Managers said that the course made staff want to stay.",
    "kind": "perception",
    "outcomes": ["singers-stay"],
    "direction": "favourable",
    "source": "cobb2018",
    "study": "larkwater-interviews",
    "study_type": "qualitative",
    "setting": "village-choirs",
    "countries": ["norland"],
    "sample": "Five managers",
    "cited_through": "fernhollow2021",
    "cited_through_location": "Section 3 > Course",
    "added": "2024-06-02",
}
OPTIONS = [
    *("--component", "sight-singing"),
    *("--claim", "Managers said that the course made staff want to stay."),
    *("--kind", "perception"),
    *("--outcome", "singers-stay"),
    *("--outcome", "stage-calm"),
    *("--direction", "favourable"),
    *("--source", "cobb2018"),
    *("--study", "larkwater-interviews"),
    *("--study-type", "qualitative"),
    *("--setting", "village-choirs"),
    *("--country", "norland"),
    *("--sample", "Five managers"),
    *("--nearness", "part"),
    *("--cited-through", "fernhollow2021"),
    *("--cited-through-location", "Section 3 > Training"),
    *("--date", "2024-06-02"),
]
WRITTEN = "evidence/records/sight-singing/cobb-2018-managers-course-made-staff.yml"


@pytest.fixture(scope="module")
def evidence(clean_corpus: Path, as_of: date) -> Evidence:
    return read(clean_corpus, as_of=as_of)[0]


def without(*names: str) -> list[str]:
    """Return the options less those named, with their values."""
    pairs = zip(OPTIONS[::2], OPTIONS[1::2], strict=True)
    return [text for name, value in pairs if name not in names for text in (name, value)]


def new(root: Path, *options: str) -> int:
    return kb.main(["--root", str(root), "new", "record", *options])


def files(root: Path) -> set[str]:
    return {f.relative_to(root).as_posix() for f in root.rglob("*") if f.is_file()}


def test_options_make_a_record_in_the_style_of_the_others(
    corpus: Path, as_of: date, capsys: pytest.CaptureFixture[str]
):
    assert new(corpus, *OPTIONS) == 0
    assert (corpus / WRITTEN).read_text(encoding="utf-8") == (
        """\
# yaml-language-server: $schema=../../../scripts/schemas/record.schema.json
component: sight-singing
claim: >-
  Managers said that the course made staff want to stay.
kind: perception
outcomes: [singers-stay, stage-calm]
direction: favourable
source: cobb2018
study: larkwater-interviews
study_type: qualitative
setting: village-choirs
countries: [norland]
sample: Five managers
location: not_reported
how_read: cited-through
cited_through:
  source: fernhollow2021
  location: Section 3 > Training
nearness: part
added: 2024-06-02
status: draft
"""
    )
    assert not check(corpus, as_of=as_of)[1]
    out = capsys.readouterr().out
    assert f"Draft written:\n  {WRITTEN}\n" in out
    assert "CONTRIBUTING.md" in out


@given(
    st.one_of(
        st.text("ab1é :#'\"-&*!|>%@`{}[],?\\~<=.", max_size=90),
        st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "), max_size=90),
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
def test_whatever_is_said_reads_back_the_same(text: str):
    new = draft("x", ANSWERS | {"claim": text, "sample": text, "countries": [text], "note": text})
    value = new.document.value
    assert (value["claim"], value["sample"], value["countries"]) == (text, text, [text])
    assert value["note"] == text


def test_what_is_needed_is_named_all_at_once(corpus: Path, capsys: pytest.CaptureFixture[str]):
    before = files(corpus)
    with pytest.raises(SystemExit) as stopped:
        new(corpus, "--component", "sight-singing", "--kind", "implementation")
    assert stopped.value.code == 2
    assert (
        "also needed: --claim, --factor, --direction, --source, --study-type, --setting, "
        "--countries, --sample, --how-read" in capsys.readouterr().err
    )
    assert files(corpus) == before


@pytest.mark.parametrize(
    ("options", "finding"),
    [
        ((*without("--kind"), "--kind", "percepton"), "Did you mean 'perception'?"),
        ((*without("--source"), "--source", "cobb2081"), "Did you mean 'cobb2018'?"),
        ((*without("--claim"), "--claim", "all is well"), "error[claim-form]"),
        ((*without("--claim"), "--claim", "All is well."), "error[claim-strength]"),
        ((*OPTIONS, "--factor", "full-diaries"), "error[kind-fields]"),
        ((*without("--study"), "--study", "moss-review"), "error[study-of-record]"),
        ((*OPTIONS, "--how-read", "in-source"), "error[cited-through]"),
        ((*OPTIONS, "--id", "../../../x"), "error[id-form]"),
        ((*without("--component"), "--component", "../.."), "error[unknown-term]"),
        ((*without("--date"), "--date", "2999-01-01"), "error[future-date]"),
        ((*OPTIONS, "--note", "a soft\xadhyphen"), "error[invisible-character]"),
        (
            (*without("--claim"), "--claim", "Singers felt more confident after the course."),
            "error[repeated-claim]",
        ),
    ],
)
def test_what_would_not_pass_is_not_written(
    options: tuple[str, ...], finding: str, corpus: Path, capsys: pytest.CaptureFixture[str]
):
    before = files(corpus)
    assert new(corpus, *options) == 1
    out = capsys.readouterr().out
    assert finding in out
    assert " would be:\n" in out
    assert out.endswith("Nothing was written.\n")
    assert files(corpus) == before


def test_a_draft_is_added_today_where_its_writer_is(corpus: Path):
    assert new(corpus, *without("--date"), "--id", "cobb-2018-today") == 0
    (record,) = (corpus / "evidence/records").rglob("cobb-2018-today.yml")
    assert f"added: {date.today().isoformat()}\n" in record.read_text(encoding="utf-8")


def test_a_new_study_by_options(corpus: Path, as_of: date):
    study = ("--study-name", "Managers in Larkwater", "--study-summary", "Managers were asked.")
    assert new(corpus, *without("--study"), *study) == 0
    assert (corpus / "evidence/studies/managers-in-larkwater.yml").is_file()
    assert not check(corpus, as_of=as_of)[1]


def test_a_wrong_study_takes_the_record_with_it(corpus: Path):
    before = files(corpus)
    study = ("--study-name", "Managers", "--study-summary", "A soft\xadhyphen.")
    assert new(corpus, *without("--study"), *study) == 1
    assert files(corpus) == before


def test_options_say_how_a_study_or_source_comes_on_file(
    corpus: Path, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit):
        new(corpus, *without("--study", "--source"), "--source", "guildnd")
    assert "Add one with --study-name and --study-summary" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        new(corpus, *without("--study", "--source"), "--source", "rowan2020")
    assert "There is no file evidence/sources/rowan2020.bib." in capsys.readouterr().err
    assert new(corpus, *without("--source"), "--source", "rowan2020") == 1
    assert "@article{rowan2020,\n" in capsys.readouterr().out


def test_an_id_that_is_taken_is_refused(corpus: Path, capsys: pytest.CaptureFixture[str]):
    before = (corpus / "evidence/records/sight-singing/cobb-2018-full-diaries.yml").read_bytes()
    with pytest.raises(SystemExit) as stopped:
        new(corpus, *OPTIONS, "--id", "cobb-2018-full-diaries")
    assert stopped.value.code == 2
    assert "there is already a record 'cobb-2018-full-diaries'" in capsys.readouterr().err
    assert (
        corpus / "evidence/records/sight-singing/cobb-2018-full-diaries.yml"
    ).read_bytes() == before


def test_other_faults_in_the_evidence_do_not_stop_a_new_record(corpus: Path):
    (corpus / "evidence" / "gaps.yml").write_text("[", encoding="utf-8")
    assert new(corpus, *OPTIONS) == 0
    assert (corpus / WRITTEN).is_file()


def test_the_first_record_of_a_component_makes_its_folder(corpus: Path):
    for file in (corpus / "evidence" / "records" / "all-together").iterdir():
        file.unlink()
    (corpus / "evidence" / "records" / "all-together").rmdir()
    assert new(corpus, *without("--component"), "--component", "all-together") == 0


def test_without_vocabularies_it_says_so(corpus: Path, capsys: pytest.CaptureFixture[str]):
    (corpus / "evidence" / "vocabularies" / "setting.yml").unlink()
    assert new(corpus, *OPTIONS) == 1
    assert "can't be read: setting." in capsys.readouterr().err


def test_with_an_emptied_vocabulary_it_says_so(corpus: Path, capsys: pytest.CaptureFixture[str]):
    (corpus / "evidence" / "vocabularies" / "setting.yml").write_text("{}\n", encoding="utf-8")
    before = files(corpus)
    assert new(corpus, *OPTIONS) == 1
    assert capsys.readouterr().err == (
        "These vocabularies are missing, empty or can't be read: setting. "
        "First, correct what `kb check` finds.\n"
    )
    assert files(corpus) == before


@pytest.mark.parametrize("typed", [("new",), None], ids=["at a terminal", "by options"])
@pytest.mark.parametrize("broken", [b"@misc{caf\xe9,\n}\n", None])
def test_sources_that_cannot_be_read_stay_as_they_are(
    broken: bytes | None,
    typed: tuple[str] | None,
    corpus: Path,
    terminal: Callable[..., list[str]],
    capsys: pytest.CaptureFixture[str],
):
    sources = corpus / "evidence" / "sources"
    if broken is None:
        shutil.rmtree(sources)
    else:
        (sources / "moss2016.bib").write_bytes(broken)
    before = files(corpus)
    if typed:
        terminal(*typed)
    assert new(corpus, *(without("--source") if typed else OPTIONS)) == 1
    assert "First, correct what `kb check` finds." in capsys.readouterr().err
    assert files(corpus) == before


def test_a_record_that_cannot_be_read_has_its_id(corpus: Path, capsys: pytest.CaptureFixture[str]):
    (corpus / WRITTEN).write_text("note: a: b\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        new(corpus, *OPTIONS, "--id", Path(WRITTEN).stem)
    assert f"there is already a record '{Path(WRITTEN).stem}'" in capsys.readouterr().err
    assert new(corpus, *OPTIONS) == 0
    assert (corpus / WRITTEN).read_text(encoding="utf-8") == "note: a: b\n"
    assert (corpus / WRITTEN.replace(".yml", "-2.yml")).is_file()


def test_a_study_that_cannot_be_read_has_its_id(corpus: Path):
    (corpus / "evidence/studies/managers.yml").write_text("note: a: b\n", encoding="utf-8")
    study = ("--study-name", "Managers", "--study-summary", "Managers were asked.")
    assert new(corpus, *without("--study"), *study) == 0
    text = (corpus / "evidence/studies/managers.yml").read_text(encoding="utf-8")
    assert text == "note: a: b\n"
    assert "study: managers-2\n" in (corpus / WRITTEN).read_text(encoding="utf-8")


def test_a_study_never_takes_the_word_that_asks_for_a_new_one(corpus: Path, as_of: date):
    study = ("--study-name", "New!", "--study-summary", "Managers were asked.")
    assert new(corpus, *without("--study"), *study) == 0
    assert "study: new-2\n" in (corpus / WRITTEN).read_text(encoding="utf-8")
    assert (corpus / "evidence/studies/new-2.yml").is_file()
    assert not check(corpus, as_of=as_of)[1]


@pytest.mark.parametrize(
    ("source", "claim", "expected"),
    [
        ("cobb2018", "Full diaries kept singers away.", "cobb-2018-full-diaries-kept-singers"),
        ("guildnd", "It’s said.", "guild-nd"),
        ("brindle2015", "Été über naïve café", "brindle-2015-ete-uber-naive-cafe"),
        (None, "", "record"),
    ],
)
def test_an_id_is_proposed_from_source_and_claim(
    source: str | None, claim: str, expected: str, evidence: Evidence
):
    assert propose_id(evidence.sources.get(source or ""), claim, ()) == expected
    assert propose_id(evidence.sources.get(source or ""), claim, {expected}) == f"{expected}-2"


@given(st.text(max_size=200))
def test_a_proposed_id_is_always_one(claim: str):
    proposal = propose_id(None, claim, {"record", "record-2"})
    assert re.fullmatch(ID_PATTERN, proposal)
    assert len(proposal) <= 80


def test_what_to_ask_follows_the_kind(evidence: Evidence):
    def names(answers: dict[str, Any]) -> set[str]:
        return {name for name, must in questions(evidence, answers) if must}

    assert {"outcomes", "direction"} <= names({"kind": "effect"})
    assert {"factor", "direction"} <= names({"kind": "implementation"})
    assert not {"outcomes", "factor", "direction"} & names({"kind": "description"})
    assert "study" in names({"study_type": "qualitative"})
    assert "study" not in names({"study_type": "scoping-report"})
    assert "location" in names({"how_read": "in-source"})
    assert {"cited_through", "cited_through_location"} <= names({"how_read": "cited-through"})
    noted = {"read_at", "read_on", "copy_read", "support"}
    assert noted <= names({"how_read": "abstract", "source": "cobb2018"})
    assert noted <= names({"how_read": "in-source", "source": "cobb2018"})
    assert not noted & names({"how_read": "in-source", "source": "fernhollow2021"})  # the report
    assert not noted & names({"how_read": "cited-through"})
    assert not noted & names({"cited_through": "fernhollow2021"})
    assert noted <= names({"cited_through": "cobb2018"})


# At a terminal.


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Make the command line believe in a terminal, at which these answers are typed."""

    def typed(*answers: str) -> list[str]:
        left = list(answers)

        def answer(prompt: str) -> str:
            print(prompt)
            if not left:
                raise KeyboardInterrupt
            return left.pop(0)

        monkeypatch.setattr("sys.stdin.isatty", lambda: True)
        monkeypatch.setattr("builtins.input", answer)
        return left

    return typed


def test_questions_make_a_record(
    corpus: Path,
    as_of: date,
    terminal: Callable[..., list[str]],
    capsys: pytest.CaptureFixture[str],
):
    left = terminal(
        "1",  # component, by its number
        "Managers said that the course made staff want to stay.",
        "percepton",  # a slip, with a hint
        "percep",  # its beginning
        "singers-stay; stage calm",
        "",  # can't be left open
        "favourable",
        "course",  # several sources
        "1",  # one of them by its number
        "",  # the design of the only study that reports it
        "",  # that study
        "",  # its setting
        "",  # its countries
        "",  # its sample
        "cited-through",
        "",  # the component itself was studied
        "of",  # many sources
        "fern scop",  # beginnings of words
        "Section 3 > Course",
        "",  # no note
        "",  # the id that is proposed
    )
    assert new(corpus, "--date", "2024-06-02") == 0
    assert not left
    out = capsys.readouterr().out
    assert "'percepton' is not one of these. Did you mean 'perception'?" in out
    assert "\nperception: " in out
    assert "This needs an answer." in out
    assert "fernhollow2021: Fernhollow et al. (2021) Scoping a singing model" in out
    assert "Which of these? Type its number or key.\n" in out
    assert not check(corpus, as_of=as_of)[1]
    text = (corpus / WRITTEN).read_text(encoding="utf-8")
    assert "outcomes: [singers-stay, stage-calm]\n" in text
    assert "study: larkwater-interviews\n" in text


def test_an_abstract_is_noted_with_its_copy_and_its_words(
    corpus: Path,
    as_of: date,
    terminal: Callable[..., list[str]],
    capsys: pytest.CaptureFixture[str],
):
    left = terminal(
        "abstract",
        "heron.example.org",  # no link, which is asked for again at once
        "https://cobb.example.org/abstract",
        "2 May",  # no day
        "2024-05-02",
        "printed",  # none of the copies
        "undated-copy",
        "2018-03",  # the date that the page shows
        "these are far more than ten of the words of the source",
        "made staff want to stay",
        "part",
        "Abstract",
        "",  # no note
        "",  # the id that is proposed
    )
    given = without("--cited-through", "--cited-through-location", "--nearness")
    assert new(corpus, *given) == 0
    assert not left
    out = capsys.readouterr().out
    assert "undated-copy – a stored copy of unknown age" in out
    assert "At most ten." in out
    text = (corpus / WRITTEN).read_text(encoding="utf-8")
    assert (
        """\
location: Abstract
how_read: abstract
reading:
  address: https://cobb.example.org/abstract
  on: 2024-05-02
  kind: undated-copy
  page_date: 2018-03
support: made staff want to stay
nearness: part
"""
        in text
    )
    assert not check(corpus, as_of=as_of)[1]


def test_no_study_may_stand_behind_a_claim(
    corpus: Path, terminal: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
):
    terminal("not_reported", "-", "", "cobb-2018-managers")
    options = without("--study", "--study-type")
    assert new(corpus, *options) == 0
    assert "study [larkwater-interviews, or - for none]: " in capsys.readouterr().out
    text = (corpus / "evidence/records/sight-singing/cobb-2018-managers.yml").read_text(
        encoding="utf-8"
    )
    assert "study:" not in text


def test_what_the_checks_find_is_asked_again(
    corpus: Path, terminal: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
):
    left = terminal(
        "the course is good",
        "",  # what was said stands, and is still wrong
        "Managers felt that the course is good.",
        "cobb-2018-managers",
    )
    assert new(corpus, *without("--claim"), "--note", "Read this.", "--id", "No Id") == 0
    assert capsys.readouterr().out.count("This would not pass the checks:") == 3
    assert left == []
    assert (corpus / "evidence/records/sight-singing/cobb-2018-managers.yml").is_file()


def test_what_was_said_stands_there_to_be_corrected(
    corpus: Path, terminal: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
):
    hooks: list[Callable[[], None] | None] = []
    inserted: list[str] = []
    monkeypatch.setattr("readline.set_startup_hook", lambda hook=None: hooks.append(hook))
    monkeypatch.setattr("readline.insert_text", inserted.append)
    terminal("all is well")
    assert new(corpus, "--component", "sight-singing") == 130
    for hook in filter(None, hooks):
        hook()
    assert inserted == ["all is well"]
    assert hooks[-1] is None


def test_a_claim_is_checked_as_soon_as_it_is_said(
    corpus: Path, terminal: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
):
    terminal("all is well", "All is well.", "perception", "Managers said all is well.", "")
    assert new(corpus, "--component", "sight-singing") == 130
    out = capsys.readouterr().out
    form, strength, more = [*out.split("This would not pass the checks:")[1:], "none"]
    assert "[claim-form]" in form
    assert "[claim-strength]" in strength
    assert "kind [perception]: " in strength
    assert "What may change?" in strength
    assert more == "none"


def test_a_study_that_is_not_on_file_is_written_with_its_record(
    corpus: Path,
    as_of: date,
    terminal: Callable[..., list[str]],
    capsys: pytest.CaptureFixture[str],
):
    left = terminal(
        "2",  # not the study on file
        "Managers in Larkwater",
        "Managers were asked what the course had changed.",
        "",  # its sample, as that of the claim
        "",  # no note
        "cobb-2018-managers",
    )
    assert new(corpus, *without("--study")) == 0
    assert not left
    assert "study: managers-in-larkwater\n" in (
        corpus / "evidence/records/sight-singing/cobb-2018-managers.yml"
    ).read_text(encoding="utf-8")
    study = (corpus / "evidence/studies/managers-in-larkwater.yml").read_text(encoding="utf-8")
    assert study == (
        """\
# yaml-language-server: $schema=../../scripts/schemas/study.schema.json
name: Managers in Larkwater
sources: [cobb2018]
design: qualitative
setting: village-choirs
countries: [norland]
sample: Five managers
summary: Managers were asked what the course had changed.
"""
    )
    assert not check(corpus, as_of=as_of)[1]
    assert "  evidence/studies/managers-in-larkwater.yml\n  evidence/rec" in capsys.readouterr().out


def test_a_new_source_and_its_study_are_written_with_the_record(
    corpus: Path,
    as_of: date,
    terminal: Callable[..., list[str]],
    capsys: pytest.CaptureFixture[str],
):
    left = terminal(
        "rowan",  # no such source
        "new",
        "",  # an article
        "Rowan, T.",
        "Years of training & after",
        "",  # must be there
        "2020",
        "10.9999/invented.2015.1",  # another's DOI: it is on file
        "new",
        "1",
        "Rowan, T.",
        "Years of training & after",
        "soon",  # no year
        "2020",
        "nonsense",  # no DOI
        "10.9999/invented.2020.7",
        "Invented Papers",
        "qualitative",
        "Rowan's interviews",
        "Managers were asked what the course had changed.",
        "14 managers",
        "https://rowan.example.org/paper",
        "",  # read today
        "live-page",
        "",  # the page shows no date
        "staff wished to stay for longer",
        "Summary of findings",
        "",  # no note
        "",  # the id that is proposed
    )
    cited = ("--cited-through", "--cited-through-location")
    options = without("--study", "--source", "--study-type", *cited)
    assert new(corpus, *options, "--how-read", "in-source") == 0
    assert not left
    out = capsys.readouterr().out
    assert "It is already on file: 'brindle2015' has the same DOI" in out
    assert "'soon' is not a year. Write its four digits" in out
    assert "No study on file names this source" in out
    sources = [file.read_text() for file in (corpus / "evidence/sources").iterdir()]
    assert sum("title = {Years of training \\& after}" in source for source in sources) == 1
    study = (corpus / "evidence/studies/rowans-interviews.yml").read_text(encoding="utf-8")
    assert "sample: 14 managers\n" in study
    assert not check(corpus, as_of=as_of)[1]


@pytest.mark.parametrize("at_a_terminal", [False, True])
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("The interviews in Larkwater", "'larkwater-interviews' has nearly the same name, “"),
        ("INTERVIEWS IN  LARKWATER", "'larkwater-interviews' has the same name, “"),
        ("Managers elsewhere", None),
    ],
)
def test_a_new_study_that_may_be_on_file_is_named(
    name: str,
    message: str | None,
    at_a_terminal: bool,
    corpus: Path,
    terminal: Callable[..., list[str]],
    capsys: pytest.CaptureFixture[str],
):
    study = ("--study-summary", "Managers were asked.", "--id", "cobb-2018-managers")
    if at_a_terminal:
        terminal(name, "", "")
        assert new(corpus, *without("--study"), "--study", "new", *study) == 0
    else:
        assert new(corpus, *without("--study"), "--study-name", name, *study) == 0
    out = capsys.readouterr().out
    if message:
        assert message in out
    assert ("Are they one?" in out) is bool(message)


def test_a_new_source_that_may_be_on_file_is_named(
    corpus: Path, terminal: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
):
    (source,) = (corpus / "evidence/sources").glob("cobb2018.bib")
    title, author = (
        re.search(rf"{name} = {{(.*)}}", source.read_text("utf-8"))[1]
        for name in ("title", "author")
    )
    terminal("new", "", author, f"The {title}", "2019", "", "", "Journal")
    assert new(corpus, *without("--study", "--study-type", "--source")) == 130
    assert "'cobb2018' has nearly the same title, author and year. Are they one?" in (
        capsys.readouterr().out
    )


def test_whoever_stops_is_told_how_to_go_on(
    corpus: Path, terminal: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
):
    terminal("sight-singing", "Managers said that it's good.", "perception", "singers-stay")
    assert new(corpus) == 130
    assert (
        "kb new record --component sight-singing --claim 'Managers said that it'\"'\"'s good.' "
        "--kind perception --outcomes singers-stay\n" in capsys.readouterr().out
    )


def test_what_is_not_asked_stops_it(
    corpus: Path, terminal: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
):
    terminal("", "")
    before = files(corpus)
    assert new(corpus, *OPTIONS, "--responds-to", "cobb-2018-confidence") == 1
    assert "error[responds-to]" in capsys.readouterr().out
    assert files(corpus) == before


def test_whoever_stops_can_keep_a_new_source(
    corpus: Path, terminal: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
):
    terminal("new", "", "Rowan, T.", "Years of training", "2020", "", "", "Journal", "qualitative")
    assert new(corpus, *without("--study", "--study-type", "--source")) == 130
    out = capsys.readouterr().out
    assert "@article{rowan2020,\n  author = {Rowan, T.},\n" in out
    assert "--source rowan2020 --study-type qualitative --study new" in out


def test_an_id_that_is_taken_is_asked_for_again(
    corpus: Path, terminal: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
):
    terminal("", "cobb-2018-full-diaries", "cobb-2018-managers")
    assert new(corpus, *OPTIONS) == 0
    assert "There is already a record 'cobb-2018-full-diaries'." in capsys.readouterr().out


@pytest.mark.parametrize("number", [0, 3, 9])
def test_stopping_leaves_nothing_behind(
    number: int,
    corpus: Path,
    terminal: Callable[..., list[str]],
    capsys: pytest.CaptureFixture[str],
):
    before = files(corpus)
    terminal("1", "X said y.", "perception", "1", "1", "cobb2018", "1", "", "")
    assert new(corpus, *(() if number == 9 else OPTIONS[: number * 2])) == 130
    assert capsys.readouterr().err == "\nStopped. Nothing was written.\n"
    assert files(corpus) == before


def test_stopping_while_writing_leaves_nothing_behind(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
):
    before = files(corpus)

    def stopped(self: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stopped)
    assert new(corpus, *OPTIONS) == 130
    assert files(corpus) == before


def test_in_a_real_terminal_ctrl_c_ends_it_quietly(corpus: Path, project: Path):
    try:
        controller, terminal_end = pty.openpty()
    except OSError as error:  # some containers have none
        pytest.skip(f"this machine gives no terminal: {error}")
    process = subprocess.Popen(
        [sys.executable, project / "scripts" / "kb.py", "--root", corpus, "new", "record"],
        stdin=terminal_end,
        stdout=terminal_end,
        stderr=terminal_end,
        start_new_session=True,
        # What runs in the background of a shell ignores Ctrl-C, and hands that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    os.close(terminal_end)
    shown = b""
    deadline = time.monotonic() + 60
    while b"component:" not in shown and time.monotonic() < deadline:
        if select.select([controller], [], [], 1)[0]:
            shown += os.read(controller, 65536)
    for _ in range(5):  # one that comes before the reading of the answer begins is not seen
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(timeout=10) == 130
            break
        except subprocess.TimeoutExpired:
            continue
    assert process.returncode == 130
    while select.select([controller], [], [], 0.2)[0]:
        try:
            shown += os.read(controller, 65536)
        except OSError:  # the other end is closed
            break
    os.close(controller)
    assert b"Stopped. Nothing was written." in shown
    assert b"Traceback" not in shown

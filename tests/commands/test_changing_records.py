"""Verbs that change records: right files, whole or not at all, nothing else touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kb import main
from knowledge_base.loading import load

Run = Callable[..., tuple[int, str]]
CONFIDENCE = "evidence/records/sight-singing/cobb-2018-confidence.yml"
CALM = "evidence/records/part-rehearsals/brindle-2015-attendance-and-calm.yml"


@pytest.fixture
def kb(corpus: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `kb` in the corpus; gives the exit status and what it printed."""

    def run(*arguments: str) -> tuple[int, str]:
        status = main(["--root", str(corpus), *arguments])
        return status, capsys.readouterr().out

    return run


def state(corpus: Path) -> dict[str, str]:
    return {
        file.relative_to(corpus).as_posix(): file.read_text(encoding="utf-8")
        for file in corpus.rglob("*")
        if file.is_file()
    }


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


# kb set


def test_a_field_of_many_records_is_set_and_only_its_line_changes(corpus: Path, kb: Run):
    before = state(corpus)
    status, out = kb("set", "countries=norland; not_reported", "--where", "study=saltmarsh-trial")
    assert status == 0
    after = state(corpus)
    touched = changed(before, after)
    assert touched
    for path in touched:
        old, new = before[path].splitlines(), after[path].splitlines()
        assert [line for line in new if line not in old] == ["countries: [norland, not_reported]"]
    assert f"{len(touched)} files changed.\n" in out
    assert "brindle-2015-attendance-and-calm: countries: norland → norland; not_reported\n" in out


def test_a_record_cannot_take_its_own_place(corpus: Path, capsys: pytest.CaptureFixture[str]):
    record = "cobb-2018-confidence"
    with pytest.raises(SystemExit):
        main(["--root", str(corpus), "supersede", record, "--by", record, "--reason", "Read."])
    assert "cannot take its own place" in capsys.readouterr().err


def test_one_wrong_value_in_many_records_is_one_finding(corpus: Path, kb: Run):
    status, out = kb("set", "setting=choir", "--where", "study=saltmarsh-trial")
    assert status == 1
    assert out.count("error[unknown-term]") == 1
    assert "The same was found at " in out
    assert out.startswith("evidence/records/"), "the changes that are refused need no list"


def test_a_dry_run_shows_and_writes_nothing(corpus: Path, kb: Run):
    before = state(corpus)
    status, out = kb("set", "sample=Ten choirs", "--where", "source=brindle2015", "--dry-run")
    assert status == 0
    assert "sample: not_reported → Ten choirs\n" in out
    assert out.endswith("would be changed. Nothing was written.\n")
    assert state(corpus) == before


def test_what_would_not_pass_changes_no_record(corpus: Path, kb: Run):
    before = state(corpus)
    status, out = kb("set", "setting=nonsense", "--where", "study=saltmarsh-trial")
    assert status == 1
    assert "error[unknown-term] 'nonsense' is not a setting." in out
    assert out.endswith("Nothing was written.\n")
    assert state(corpus) == before


def test_where_nothing_is_to_be_changed_it_says_so(kb: Run):
    assert kb("set", "sample=x", "--where", "setting=schools", "--where", "kind=asociation") == (
        1,
        "No record fits.\nNo record has 'asociation' as its kind. Did you mean 'association'?\n",
    )
    assert kb("set", "kind=association", "--where", "id=brindle-2015-attendance-and-calm") == (
        0,
        "Every record that fits has these values already.\n",
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("set", "setting", "--where", "id=x"), "'setting' is not FIELD=VALUE"),
        (
            ("set", "year=1999", "--where", "id=x"),
            "It follows from other fields.",
        ),
        (("set", "sample=x", "--where", "smple=y"), "Did you mean 'sample'?"),
        (("withdraw", "cobb-2018-confidenc", "--reason", "x"), "Did you mean 'cobb-2018-confid"),
        (("rename", "cobb-2018-confidence", "Not An Id"), "'Not An Id' is not in the form of an"),
        (
            ("rename", "cobb-2018-confidence", "cobb-2018-full-diaries"),
            "there is a record 'cobb-2018-full-diaries' already",
        ),
    ],
)
def test_unusable_arguments(
    arguments: tuple[str, ...], message: str, corpus: Path, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit):
        main(["--root", str(corpus), *arguments])
    assert message in capsys.readouterr().err


# kb withdraw, kb supersede


def test_a_record_is_withdrawn_with_its_reason(corpus: Path, kb: Run):
    before = state(corpus)
    status, _ = kb(
        "withdraw",
        "cobb-2018-confidence",
        *("--reason", "The authors took it back.", "--date", "2024-05-01"),
    )
    assert status == 0
    assert changed(before, state(corpus)) == {CONFIDENCE}
    record = load(corpus).records["cobb-2018-confidence"]
    assert record.status == "withdrawn"
    assert record.notice
    assert record.notice.reason == "The authors took it back."
    assert str(record.notice.date) == "2024-05-01"


def test_a_record_is_superseded_by_one_that_is_there(corpus: Path, kb: Run):
    arguments = ("supersede", "cobb-2018-confidence", "--reason", "Counted anew.", "--by")
    before = state(corpus)
    status, out = kb(*arguments, "absent")
    assert status == 1
    assert "absent" in out
    assert state(corpus) == before
    assert kb(*arguments, "cobb-2018-full-diaries")[0] == 0
    notice = load(corpus).records["cobb-2018-confidence"].notice
    assert notice
    assert notice.superseded_by == "cobb-2018-full-diaries"


# kb rename


def test_a_renamed_record_takes_all_that_names_it_along_and_leaves_an_alias(corpus: Path, kb: Run):
    old, new = "cobb-2018-confidence", "cobb-2018-sure-of-themselves"
    book = corpus / "book"
    book.mkdir(exist_ok=True)
    (book / "page.md").write_text(f"See {{record}}`{old}` and {old}-else.\n", encoding="utf-8")
    kb("publish-ids")
    before = load(corpus)
    assert kb("rename", old, new)[0] == 0
    after = load(corpus)
    assert set(after.records) == {new if name == old else name for name in before.records}
    assert after.aliases[old] == new
    assert old not in after.aliases.values()
    assert (book / "page.md").read_text(encoding="utf-8") == (
        f"See {{record}}`{new}` and {old}-else.\n"
    )
    assert not (corpus / CONFIDENCE).exists()
    assert kb("check")[0] == 0


def test_a_rename_that_can_not_be_finished_leaves_all_as_it_was(
    corpus: Path, kb: Run, monkeypatch: pytest.MonkeyPatch
):
    before = state(corpus)

    def fail(*_: object, **__: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(SystemExit):
        kb("rename", "cobb-2018-confidence", "cobb-2018-other")
    assert state(corpus) == before


# kb check-source


def test_a_source_check_is_written_down(corpus: Path, kb: Run):
    status, _ = kb(
        *("check-source", "brindle-2015-attendance-and-calm", "--verdict", "weaker"),
        *("--sentence", "The abstract speaks of one choir only.", "--how-read", "abstract"),
        *("--address", "https://example.org/a", "--copy", "undated-copy"),
        *("--support", "one choir took part", "--date", "2024-06-01"),
    )
    assert status == 0
    check = load(corpus).records["brindle-2015-attendance-and-calm"].source_check
    assert check
    assert check.verdict == "weaker"
    assert check.reading
    assert check.reading.address == "https://example.org/a"
    assert str(check.on) == "2024-06-01"


def test_a_verdict_without_support_is_refused(corpus: Path, kb: Run):
    before = state(corpus)
    status, out = kb("check-source", "brindle-2015-attendance-and-calm", "--verdict", "weaker")
    assert status == 1
    assert out.endswith("Nothing was written.\n")
    assert state(corpus) == before

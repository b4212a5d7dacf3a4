"""`kb check` passes over what was right, reads again what changed, and says why on request."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from datetime import date
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pydantic
import pytest

from kb import main
from knowledge_base import memory, proofs
from knowledge_base.checks import order_of_days
from knowledge_base.loading import check, check_changes
from knowledge_base.memory import MEMORY
from knowledge_base.reading import validation
from knowledge_base.reading.evidence import EvidenceFile
from knowledge_base.reading.findings import Finding, render_text

RECORD = "evidence/records/sight-singing/cobb-2018-confidence.yml"
STUDY = "evidence/studies/larkwater-interviews.yml"


@pytest.fixture
def validated(corpus: Path, as_of: date, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of what is read into the model from now on; all was checked once before."""
    check_changes(corpus, as_of=as_of)
    paths: list[str] = []
    sound = validation.validate

    def noted(document, annotation):
        paths.append(document.path)
        return sound(document, annotation)

    monkeypatch.setattr(validation, "validate", noted)
    return paths


def replace(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_not_named_and_has_not_changed_is_passed_over(
    corpus: Path, as_of: date, validated: list[str]
):
    replace(corpus, RECORD, "sample: 14 singers", "sample: 15 singers")

    assert check_changes(corpus, as_of=as_of) == []
    assert RECORD in validated
    assert STUDY in validated  # the record names it
    assert "evidence/studies/heron-comparison.yml" not in validated


def test_a_change_of_a_study_is_found_in_its_records(corpus: Path, as_of: date):
    check_changes(corpus, as_of=as_of)
    replace(corpus, STUDY, "setting: village-choirs", "setting: opera")

    found = check_changes(corpus, as_of=as_of)

    assert RECORD in {finding.location.path for finding in found}
    assert found == check(corpus, as_of=as_of)[1]


def test_a_change_of_a_word_is_found_in_every_record(corpus: Path, as_of: date):
    check_changes(corpus, as_of=as_of)
    replace(corpus, "evidence/vocabularies/setting.yml", "village-choirs:", "town-choirs:")

    found = check_changes(corpus, as_of=as_of)

    assert len(found) > 5
    assert found == check(corpus, as_of=as_of)[1]


def test_the_day_counts(corpus: Path):
    assert check_changes(corpus, as_of=date(2024, 12, 31)) == []

    found = check_changes(corpus, as_of=date(2024, 1, 1))

    assert {finding.rule for finding in found} == {"future-date"}
    assert found == check(corpus, as_of=date(2024, 1, 1))[1]


READS = """
import json, sys
from datetime import date
from pathlib import Path
opened = []
sys.addaudithook(lambda event, args: event == "open" and opened.append(args[0]))
from knowledge_base.loading import check_changes
check_changes(Path(sys.argv[1]), as_of=date.max)
print(json.dumps([[str(file) for file in opened if not isinstance(file, int)], [*sys.modules]]))
"""


def test_all_that_a_check_goes_by_is_in_the_key_of_its_memory(corpus: Path):
    run = [sys.executable, "-c", READS, corpus]
    output = subprocess.run(run, capture_output=True, check=True, text=True).stdout
    opened, modules = json.loads(output)
    libraries = Path(pydantic.__file__).parents[1]
    elsewhere = tuple(map(str, (corpus, sys.base_prefix, sys.prefix, libraries)))
    # What Python keeps beside code, compiled or about its installation, says nothing of our rules.
    kept = re.compile(r"\.pyc|\.egg-info/")
    ours = {Path(p) for p in opened if not p.startswith(elsewhere) and not kept.search(p)}
    top = {name.partition(".")[0] for name in modules} - sys.stdlib_module_names
    needed = {one for name in top for one in packages_distributions().get(name, ())}

    assert RULE_IN_DATA in ours
    assert ours <= {*memory.rule_files()}
    assert needed - {"setuptools", PROJECT_NAME} == {*memory.LIBRARIES}


RULE_IN_DATA = Path(memory.__file__).parent / "model" / "fields.yml"
PROJECT_NAME = "systemic-key-worker-evidence"


@pytest.mark.parametrize("changed", ["a rule in data", "a library"])
def test_a_changed_rule_is_not_answered_from_memory(
    corpus: Path,
    as_of: date,
    validated: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    changed: str,
):
    check_changes(corpus, as_of=as_of)
    assert RECORD not in validated
    if changed == "a library":
        monkeypatch.setattr(memory, "version", lambda name: f"{version(name)}.1")
    else:
        edited = tmp_path / RULE_IN_DATA.name
        edited.write_text(RULE_IN_DATA.read_text("utf-8").replace("label", "Label", 1), "utf-8")
        files = [edited if file == RULE_IN_DATA else file for file in memory.rule_files()]
        monkeypatch.setattr(memory, "rule_files", lambda: files)
    memory.rules_digest.cache_clear()

    check_changes(corpus, as_of=as_of)

    assert RECORD in validated
    memory.rules_digest.cache_clear()


@pytest.mark.skipif(sys.platform != "linux", reason="parts are checked by forked processes")
def test_findings_are_in_one_order_however_they_are_come_by(
    corpus: Path, as_of: date, monkeypatch: pytest.MonkeyPatch
):
    """Also where a rule stops between two of its findings."""

    def stops(evidence):
        for entry in evidence.records_that_tell("sample"):
            if entry.path == RECORD and "15 singers" in entry.value.sample:
                raise ValueError(entry.path)
            if "singers" in entry.value.sample:
                yield Finding(entry.document.at(("sample",)), "order-of-days", "A.", "B.")

    monkeypatch.setattr(order_of_days, "check", stops)
    before = check_changes(corpus, as_of=as_of)
    replace(corpus, RECORD, "sample: 14 singers", "sample: 15 singers")
    replace(corpus, STUDY, "summary: ", "summary: TODO ")
    remembered = check_changes(corpus, as_of=as_of)
    (corpus / MEMORY).unlink()
    monkeypatch.setattr(proofs, "FEW", 1)
    monkeypatch.setattr(proofs, "PART", 3)

    assert {"crash", "order-of-days", "unfinished-text"} <= {one.rule for one in remembered}
    assert len(before) > 1
    assert remembered == check_changes(corpus, as_of=as_of) == check(corpus, as_of=as_of)[1]


@pytest.mark.skipif(sys.platform != "linux", reason="parts are checked by forked processes")
@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (RECORD, "sample: 14 singers", "sample: 14 singers"),
        (RECORD, "kind: perception", "kind: percepton"),
        (RECORD, "status: published", "status: draft"),
        (STUDY, "setting: village-choirs", "setting: opera"),
        (STUDY, "summary: ", "summary: TODO "),
        ("evidence/vocabularies/setting.yml", "village-choirs:", "town-choirs:"),
        ("evidence/sources/cobb2018.bib", "year = {2018}", "year = {2017}"),
    ],
)
def test_many_files_are_checked_in_parts_with_the_same_result(
    corpus: Path, as_of: date, monkeypatch: pytest.MonkeyPatch, path: str, old: str, new: str
):
    replace(corpus, path, old, new)
    plain = check_changes(corpus, as_of=as_of)
    kept = (corpus / MEMORY).read_bytes()
    (corpus / MEMORY).unlink()
    monkeypatch.setattr(proofs, "FEW", 1)
    monkeypatch.setattr(proofs, "PART", 5)

    assert check_changes(corpus, as_of=as_of) == plain == check(corpus, as_of=as_of)[1]
    assert json.loads((corpus / MEMORY).read_bytes()) == json.loads(kept)


@pytest.mark.skipif(sys.platform != "linux", reason="parts are checked by forked processes")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_parts_are_checked_here_if_another_process_ends(
    corpus: Path,
    as_of: date,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    number: int,
):
    replace(corpus, RECORD, "kind: perception", "kind: percepton")
    monkeypatch.setattr(proofs, "FEW", 1)
    monkeypatch.setattr(proofs, "proof_of", lambda *_: os.kill(os.getpid(), number))

    assert check_changes(corpus, as_of=as_of) == check(corpus, as_of=as_of)[1]
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("few", [1, proofs.FEW])
def test_what_a_file_names_may_stop_a_check_of_changes_as_any_other(
    corpus: Path, as_of: date, monkeypatch: pytest.MonkeyPatch, few: int
):
    def stops(entry):
        raise ValueError(entry.path)

    monkeypatch.setattr(proofs, "FEW", few)
    monkeypatch.setattr(EvidenceFile, "references", property(stops))
    found = check(corpus, as_of=as_of)[1]

    assert {finding.rule for finding in found} == {"crash"}
    assert [check_changes(corpus, as_of=as_of) for _ in range(2)] == [found, found]


def _no_json(text: str) -> str:
    return text[: len(text) // 2]


def _other_shape(text: str) -> str:
    key, digests, files, sources = json.loads(text)
    return json.dumps([key, digests, dict.fromkeys(files, "right"), sources])


def _odd_numbers(text: str) -> str:
    return text.replace("1,", '"one",')


def _code(text: str) -> str:
    return "cos\nsystem\n(S'exit 1'\ntR."


@pytest.mark.parametrize("spoil", [_no_json, _other_shape, _odd_numbers, _code])
def test_what_is_kept_counts_for_nothing_if_it_is_odd(corpus: Path, as_of: date, spoil):
    check_changes(corpus, as_of=as_of)
    file = corpus / MEMORY
    file.write_text(spoil(file.read_text()))
    replace(corpus, RECORD, "kind: perception", "kind: percepton")

    assert check_changes(corpus, as_of=as_of) == check(corpus, as_of=as_of)[1] != []


def test_nothing_is_said_to_be_right_that_was_found_wrong_or_is_excused(corpus: Path, as_of: date):
    replace(corpus, RECORD, "kind: perception", "kind: percepton")
    first = check_changes(corpus, as_of=as_of)

    kept = json.loads((corpus / MEMORY).read_text())[2]

    assert first
    assert check_changes(corpus, as_of=as_of) == first
    assert RECORD not in kept
    assert not any("no-sheet-for-toddlers" in path for path in kept)


def test_a_rule_that_stops_at_a_record_stops_again(
    corpus: Path, as_of: date, monkeypatch: pytest.MonkeyPatch
):
    def stops(evidence):
        for _record in evidence.records_that_tell("claim"):
            raise ValueError("stopped")
        yield from ()

    monkeypatch.setattr(order_of_days, "check", stops)
    first = check_changes(corpus, as_of=as_of)

    assert [finding.rule for finding in first] == ["crash"]
    assert check_changes(corpus, as_of=as_of) == first


def test_findings_are_given_where_nothing_can_be_kept(
    corpus: Path, capsys: pytest.CaptureFixture[str], as_of: date
):
    replace(corpus, RECORD, "kind: perception", "kind: percepton")
    shutil.rmtree(corpus / "_build", ignore_errors=True)  # what another check has kept
    (corpus / "_build").write_text("A file in the place of the folder.\n")

    status = main(["--root", str(corpus), "check", "--as-of", f"{as_of}", "--timing"])
    printed = capsys.readouterr()

    assert status == 1
    assert printed.out == render_text(check(corpus, as_of=as_of)[1]) + "\n"
    assert "_build/check.json can't be written: File exists." in printed.err


def test_it_says_what_each_step_took_and_why_a_file_is_read_again(
    corpus: Path, as_of: date, capsys: pytest.CaptureFixture[str]
):
    (corpus / MEMORY).unlink(missing_ok=True)
    arguments = ["--root", str(corpus), "check", "--as-of", f"{as_of}", "--timing"]
    assert main(arguments) == 0
    first = capsys.readouterr()
    replace(corpus, STUDY, "summary: ", "summary: So it was. ")
    assert main(arguments) == 0
    again = capsys.readouterr()

    assert first.out == again.out == "No findings.\n"
    assert "Every file is read: there was no check before" in first.err
    assert " s  read the files\n" in again.err
    assert f"{STUDY} is read again: it has changed." in again.err
    assert f"{RECORD} is read again: it names {STUDY}, which has changed." in again.err

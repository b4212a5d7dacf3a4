"""Loading: everything once, in an order that depends on nothing, or all findings."""

from __future__ import annotations

import os
import random
import shutil
from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from knowledge_base.loading import EvidenceError, check, load
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.reading.file_kinds import FILE_KINDS
from knowledge_base.reading.findings import render_text


def written_in_order(source: Path, target: Path, seed: int) -> Path:
    """Copy a project file by file, in an order of its own."""
    files = sorted(file for file in source.rglob("*") if file.is_file())
    random.Random(seed).shuffle(files)
    for file in files:
        place = target / file.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
    return target


def test_the_order_in_which_files_were_made_changes_nothing(
    clean_corpus: Path, tmp_path: Path, as_of: date, knowledge_base: KnowledgeBase
):
    for seed in (1, 2):
        root = written_in_order(clean_corpus, tmp_path / str(seed), seed)
        again = load(root, as_of=as_of)

        assert again == knowledge_base
        for name in ("records", "studies", "sources", "providers", "gaps", "vocabularies"):
            assert list(getattr(again, name)) == list(getattr(knowledge_base, name)), name


def test_the_order_in_which_a_folder_is_listed_changes_nothing(
    corpus: Path, as_of: date, monkeypatch: pytest.MonkeyPatch, knowledge_base: KnowledgeBase
):
    sound = Path.rglob
    monkeypatch.setattr(Path, "rglob", lambda self, pattern: reversed(list(sound(self, pattern))))

    again = load(corpus, as_of=as_of)

    assert again == knowledge_base
    assert list(again.records) == list(knowledge_base.records)


def test_files_are_sorted_by_id_and_what_shares_a_file_keeps_its_order(
    knowledge_base: KnowledgeBase,
):
    for name in (
        "records",
        "studies",
        "sources",
        "blueprint",
        "providers",
        "instruments",
    ):
        assert list(getattr(knowledge_base, name)) == sorted(getattr(knowledge_base, name)), name
    assert list(knowledge_base.discrepancies) == ["number-of-choirs", "missing-figure"]
    assert list(knowledge_base.components)[-1] == "all-together"
    assert next(iter(knowledge_base.components)) == "sight-singing"


def test_everything_knows_its_id(knowledge_base: KnowledgeBase):
    for name in ("records", "studies", "blueprint", "providers", "instruments"):
        for entity_id, entity in getattr(knowledge_base, name).items():
            assert entity.id == entity_id
    assert all(source.key == key for key, source in knowledge_base.sources.items())


def test_only_published_records_count(knowledge_base: KnowledgeBase):
    left_out = {r.id for r in knowledge_base.records.values()} - {
        r.id for r in knowledge_base.published
    }

    assert left_out == {
        "cobb-2018-draft-on-conductors",
        "cobb-2018-confidence-of-everyone",
        "moss-2016-strain",
    }


def test_the_knowledge_base_does_not_change_once_loaded(knowledge_base: KnowledgeBase):
    record = next(iter(knowledge_base.records.values()))

    with pytest.raises(FrozenInstanceError):
        knowledge_base.report = None  # type: ignore[misc, assignment]
    with pytest.raises(ValidationError):
        record.claim = "Something else."


def test_a_term_is_found_by_its_vocabulary_and_id(knowledge_base: KnowledgeBase):
    assert knowledge_base.label("tidier-item", "why") == "2. Why"
    with pytest.raises(KeyError):
        knowledge_base.term("tidier-item", "wherever")


def test_what_shares_a_file_knows_its_id(knowledge_base: KnowledgeBase):
    for entities in (knowledge_base.gaps, knowledge_base.discrepancies):
        assert [entity.id for entity in entities.values()] == list(entities)


def test_findings_are_sorted_and_each_is_there_once(corpus: Path, as_of: date):
    evidence = corpus / "evidence"
    for file in evidence.rglob("*.yml"):
        file.write_text(file.read_text() + "\nzzz: &x 1\nyyy: 2\nyyy: 3\n")

    _, findings = check(corpus, as_of=as_of)

    assert len(findings) > 50
    assert findings == sorted(set(findings))


def test_findings_do_not_depend_on_the_order_of_files(corpus: Path, tmp_path: Path, as_of: date):
    (corpus / "evidence/sources/moss2016.bib").write_text("@book{a\n")
    (corpus / "evidence/vocabularies/outcome.yml").write_text("a: 5\n")
    (corpus / "evidence/gaps.yml").unlink()
    again = written_in_order(corpus, tmp_path / "again", seed=3)

    assert check(corpus, as_of=as_of)[1] == check(again, as_of=as_of)[1]


def test_paths_in_findings_are_relative_to_the_root_wherever_one_is(
    corpus: Path, as_of: date, monkeypatch: pytest.MonkeyPatch
):
    (corpus / "evidence/gaps.yml").write_text("")
    from_afar = check(corpus, as_of=as_of)[1]
    monkeypatch.chdir(corpus)
    from_here = check(Path(), as_of=as_of)[1]

    assert from_here == from_afar
    assert [str(f.location) for f in from_here] == ["evidence/gaps.yml:1:1"]


@pytest.mark.parametrize(
    "path",
    [
        ".DS_Store",
        "records/sight-singing/.cobb-2018-confidence.yml.swp",
        "records/.ipynb_checkpoints/cobb-2018-confidence-checkpoint.yml",
        ".git/config.yml",
        "vocabularies/.hidden.yml",
    ],
)
def test_hidden_files_and_folders_are_ignored(corpus: Path, as_of: date, path: str):
    file = corpus / "evidence" / path
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"\xff\xfe no: [")

    assert check(corpus, as_of=as_of)[1] == []


def test_empty_folders_are_ignored(corpus: Path, as_of: date):
    (corpus / "evidence/records/sight-singing/empty").mkdir()
    (corpus / "evidence/empty").mkdir()

    assert check(corpus, as_of=as_of)[1] == []


def test_a_missing_folder_is_one_finding(tmp_path: Path, as_of: date):
    knowledge_base, findings = check(tmp_path, as_of=as_of)

    assert knowledge_base is None
    assert render_text(findings) == (
        "evidence:1:1: error[missing-field] there is no folder 'evidence' here.\n"
        "    Run the command inside the project, or name its folder with --root.\n"
        "1 finding in 1 file."
    )


def test_an_empty_folder_lacks_each_file_that_must_be_there(tmp_path: Path, as_of: date):
    (tmp_path / "evidence").mkdir()

    _, findings = check(tmp_path, as_of=as_of)

    assert {f.message for f in findings} == {"this file is missing.", "this folder is missing."}
    paths = {f.location.path for f in findings}
    assert {"evidence/sources", "evidence/gaps.yml"} <= paths
    # A base of another topic may rest on no one report.
    assert "evidence/report.yml" not in paths
    assert "evidence/vocabularies/outcome.yml" in paths


def test_loading_what_has_errors_raises_with_every_finding(corpus: Path, as_of: date):
    (corpus / "evidence/gaps.yml").write_text("")
    (corpus / "evidence/report.yml").write_text("")

    with pytest.raises(EvidenceError) as caught:
        load(corpus, as_of=as_of)

    assert [f.location.path for f in caught.value.findings] == [
        "evidence/gaps.yml",
        "evidence/report.yml",
    ]
    assert str(caught.value) == (
        "2 findings in the evidence files; the first: evidence/gaps.yml:1:1: error[not-yaml] "
        "the file is empty. Run 'kb check' to see all of them."
    )


def test_loading_without_a_day_takes_every_day(corpus: Path):
    record = corpus / "evidence/records/sight-singing/cobb-2018-confidence.yml"
    record.write_text(record.read_text().replace("added: 2024-02-01", "added: 9999-12-31"))

    assert load(corpus).records["cobb-2018-confidence"].added == date.max


def test_one_unreadable_file_does_not_make_others_look_wrong(corpus: Path, as_of: date):
    """What refers to an unreadable file is right, as far as anyone can tell."""
    evidence = corpus / "evidence"
    for path in (
        "sources/moss2016.bib",
        "studies/larkwater-interviews.yml",
        "records/sight-singing/cobb-2018-full-diaries.yml",
        "vocabularies/outcome.yml",
        "vocabularies/claim-kind.yml",
    ):
        (evidence / path).write_bytes(b"\xff")

    _, findings = check(corpus, as_of=as_of)

    assert [f.rule for f in findings] == ["not-utf-8"] * 5


def test_a_name_that_is_no_text_is_a_finding_that_can_be_shown(corpus: Path, as_of: date):
    name = os.fsencode(corpus / "evidence/studies") + b"/\xff\x1b[2J.yml"
    Path(os.fsdecode(name)).write_text("name: x\n")

    _, findings = check(corpus, as_of=as_of)

    shown = render_text(findings)
    assert r"evidence/studies/\udcff\x1b[2J.yml:1:1: error[id-form]" in shown
    shown.encode()


def test_a_loop_of_links_ends(corpus: Path, as_of: date):
    (corpus / "evidence/records/loop").symlink_to("..")

    _, findings = check(corpus, as_of=as_of)

    assert [(f.rule, f.location.path) for f in findings] == [
        ("unreadable-file", "evidence/records/loop")
    ]


def test_a_link_to_itself_is_a_finding(corpus: Path, as_of: date):
    (corpus / "evidence/records/loop").symlink_to("loop")

    _, findings = check(corpus, as_of=as_of)

    assert [f.location.path for f in findings] == ["evidence/records/loop"]


def test_pipes_and_sockets_are_not_waited_for(corpus: Path, as_of: date):
    os.mkfifo(corpus / "evidence/records/sight-singing/pipe.yml")

    check(corpus, as_of=as_of)


def test_every_family_finds_its_files_and_no_others():
    paths = {
        "records/sight-singing/a.yml": "records",
        "records/a.yml": None,
        "records/sight-singing/b/a.yml": None,
        "studies/a.yml": "studies",
        "studies/a.YML": None,
        "a/studies/a.yml": None,
        "gaps.yml": "gaps",
        "a/gaps.yml": None,
        "vocabularies/outcome.yml": "vocabularies",
    }
    for path, name in paths.items():
        holders = [family.name for family in FILE_KINDS if family.holds(path)]
        assert holders == ([name] if name else []), path


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_damage_to_any_file_makes_checking_fail(corpus: Path, as_of: date, data: st.DataObject):
    files = sorted(f for f in (corpus / "evidence").rglob("*") if f.is_file())
    file = data.draw(st.sampled_from(files))
    sound = file.read_bytes()
    start = data.draw(st.integers(0, len(sound)))
    end = start + data.draw(st.integers(0, 12))
    put_in = data.draw(st.sampled_from(["", "\n", ": ", "- ", "\t", "'", "[", "}", "é"])).encode()
    file.write_bytes(sound[:start] + put_in + sound[end:])
    try:
        knowledge_base, findings = check(corpus, as_of=as_of)
    finally:
        file.write_bytes(sound)

    assert "crash" not in {f.rule for f in findings}
    assert (knowledge_base is None) == bool(findings)

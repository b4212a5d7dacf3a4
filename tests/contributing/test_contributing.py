"""CONTRIBUTING.md: what it tells people to do works, and what it names is there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from knowledge_base.checks import RULES
from knowledge_base.clock import latest_today
from knowledge_base.contributing.spreadsheet_rows import NEEDED
from knowledge_base.loading import check
from knowledge_base.reading import bibliography, yaml_source
from knowledge_base.reading.findings import render_text


@pytest.fixture(scope="module")
def text(project: Path) -> str:
    return (project / "CONTRIBUTING.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def containing(text: str, language: str, words: str) -> str:
    (block,) = [block for block in blocks(text, language) if words in block]
    return block


def put(corpus: Path, path: str, content: str) -> None:
    (corpus / "evidence" / path).write_text(content, encoding="utf-8")


def report(corpus: Path, as_of: date) -> str:
    return render_text(check(corpus, as_of=as_of)[1])


RECORD = "records/part-rehearsals/cobb-2018-several-sides.yml"

WORDS = {
    "group-supervision": "part-rehearsals",
    "training": "sight-singing",
    "early-help": "village-choirs",
    "policy": "festival",
    "england": "norland",
    "service": "choir",
    "family-understanding": "audience-insight",
    "brindle-2015-attendance-and-coping": "brindle-2015-attendance-and-calm",
}
"""Words of the real vocabularies in the examples, with those of the made-up evidence for them."""


def made_up(example: str) -> str:
    """Return an example in the words of the made-up vocabularies."""
    words = "|".join(map(re.escape, WORDS))
    return re.sub(rf"(?<![\w-])({words})(?![\w-])", lambda word: WORDS[word[0]], example)


TODAY = latest_today()
"""When the example is pasted: as all that is contributed, after the report was extracted."""


@pytest.fixture(scope="module")
def contributed(text: str, project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the example to copy among the real evidence, pasted and dated as told."""
    root = tmp_path_factory.mktemp("contributed")
    for there in project.iterdir():
        if there.name != "evidence":
            (root / there.name).symlink_to(there)
    shutil.copytree(project / "evidence", root / "evidence")
    put(root, "sources/rowan2024.bib", containing(text, "bibtex", "@article{rowan2024"))
    for words, folder in (("design: qualitative", "studies"), ("claim:", "records/training")):
        named = re.search(rf"in `evidence/{folder}/`, named `([a-z0-9-]+\.yml)`", text)
        assert named
        (content,) = [b for b in blocks(text, "yaml") if words in b and "rowan2024" in b]
        put(root, f"{folder}/{named[1]}", re.sub("added: .*", f"added: {TODAY}", content))
    return root


@pytest.mark.evidence
def test_the_three_files_to_copy_pass_among_the_real_ones(contributed: Path):
    assert report(contributed, TODAY) == ""


def test_what_is_added_as_told_passes_every_test_of_the_real_evidence(contributed: Path):
    """CI runs those tests on each contribution; this runs them on one, and on one published."""
    draft = contributed / "evidence/records/training/rowan-2024-confidence.yml"
    text = draft.read_text(encoding="utf-8")
    for old, new in (("more confident", "less alone"), ("status: draft", "status: published")):
        assert old in text
        text = text.replace(old, new)
    draft.with_name("rowan-2024-less-alone.yml").write_text(text, encoding="utf-8")
    assert report(contributed, TODAY) == ""
    of_evidence = [
        str(file)
        for file in sorted(Path(__file__).parents[1].rglob("test_*.py"))
        if "mark.evidence" in file.read_text(encoding="utf-8") and file != Path(__file__)
    ]
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-m", "evidence", *of_evidence],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"KB_PROJECT": str(contributed)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout


def test_the_template_passes_every_rule(text: str, corpus: Path, as_of: date):
    put(corpus, RECORD, made_up(containing(text, "yaml", "component: group-supervision")))
    assert report(corpus, as_of) == ""


def test_the_template_says_what_each_field_is(text: str):
    lines = containing(text, "yaml", "component: group-supervision").splitlines()
    fields = [n for n, line in enumerate(lines) if re.match("[a-z]", line)]
    assert [lines[n] for n in fields if not lines[n - 1].startswith("#")] == []


def test_a_record_that_was_read_in_part_is_noted_as_shown(text: str, corpus: Path, as_of: date):
    record = made_up(containing(text, "yaml", "component: group-supervision"))
    noted = containing(text, "yaml", "how_read: abstract\nreading:")
    start, end = record.index("# Where in the source"), record.index("# How close what was studied")
    put(corpus, RECORD, record[:start] + noted.split("source_check")[0] + record[end:])
    assert report(corpus, as_of) == ""


@pytest.mark.parametrize("block", ["source_check:", "results:"])
def test_a_check_and_figures_are_written_as_shown(block: str, text: str, corpus: Path, as_of: date):
    record = made_up(containing(text, "yaml", "component: group-supervision"))
    (shown,) = [b for b in blocks(text, "yaml") if b.startswith(block)]
    put(corpus, RECORD, record + shown)
    assert report(corpus, as_of) == ""


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("source-notes.yml", "standing:"),
        ("context.yml", "touches:"),
        ("searches.yml", "came_up:"),
    ],
)
def test_notes_events_and_searches_are_written_as_shown(
    file: str, words: str, text: str, corpus: Path, as_of: date
):
    there = corpus / "evidence" / file
    before = there.read_text(encoding="utf-8") if there.is_file() else ""
    put(corpus, file, before + made_up(containing(text, "yaml", words)))
    assert report(corpus, as_of) == ""


def test_a_record_is_renamed_as_shown(text: str, corpus: Path, as_of: date):
    records = corpus / "evidence" / "records" / "sight-singing"
    shown = containing(text, "yaml", "cobb-2018-confidence: ")
    old, new = shown.strip().split(": ")
    put(corpus, "published-ids.txt", f"{old}\n")
    (records / f"{old}.yml").rename(records / f"{new}.yml")
    for file in (corpus / "evidence").rglob("*.yml"):
        content = file.read_text(encoding="utf-8")
        file.write_text(re.sub(rf"(?<![\w-]){old}(?![\w-])", new, content), encoding="utf-8")
    assert "error[published-ids]" in report(corpus, as_of)
    put(corpus, "aliases.yml", shown)
    assert report(corpus, as_of) == ""


@pytest.mark.parametrize(
    ("field", "vocabulary"),
    [("how_read", "how-read"), ("nearness", "nearness"), ("verdict", "source-check")],
)
def test_every_word_of_the_new_fields_is_explained(
    field: str, vocabulary: str, text: str, project: Path
):
    (table,) = re.findall(rf"^\| `{field}` \|.*?\n(.*?)\n\n", text, re.MULTILINE | re.DOTALL)
    cells = re.findall(r"^\|(.*?)\|", table, re.MULTILINE)
    file = project / "evidence" / "vocabularies" / f"{vocabulary}.yml"
    words = yaml_source.parse(file.read_text(encoding="utf-8"), "")[0].value
    assert set(re.findall(r"`([a-z-]+)`", "".join(cells))) == set(words)


def test_a_source_and_study_as_shown_pass(text: str, corpus: Path, as_of: date):
    source = containing(text, "bibtex", "@article{cobb2018")
    assert not bibliography.parse(source, "")[1]
    put(
        corpus,
        "studies/larkwater-interviews.yml",
        made_up(containing(text, "yaml", "name: Interviews in Larkwater")),
    )
    assert report(corpus, as_of) == ""
    words = corpus / "evidence" / "vocabularies" / "outcome.yml"
    outcome = made_up(containing(text, "yaml", "level: service"))
    words.write_text(words.read_text(encoding="utf-8") + outcome, encoding="utf-8")
    assert report(corpus, as_of) == ""


@pytest.mark.parametrize("status", ["withdrawn", "superseded"])
def test_a_record_is_withdrawn_and_superseded_as_shown(
    status: str, text: str, corpus: Path, as_of: date
):
    put(corpus, RECORD, made_up(containing(text, "yaml", "component: group-supervision")))
    path = "records/part-rehearsals/brindle-2015-attendance-and-calm.yml"
    record = (corpus / "evidence" / path).read_text(encoding="utf-8")
    notice = made_up(containing(text, "yaml", f"status: {status}"))
    put(corpus, path, record.replace("status: published\n", notice))
    # What rests on it is named, to be looked at.
    assert "error[" not in report(corpus, as_of)
    assert "warning[fallen-support]" in report(corpus, as_of)


def test_an_exception_is_written_as_shown(text: str, corpus: Path, as_of: date):
    path = "records/part-rehearsals/brindle-2015-attendance-and-calm.yml"
    record = (corpus / "evidence" / path).read_text(encoding="utf-8")
    record = record.replace("More sessions attended went together with", "Attendance caused")
    assert "Attendance caused" in record
    put(corpus, path, record)
    assert "error[claim-strength]" in report(corpus, as_of)
    put(corpus, path, record + containing(text, "yaml", "exceptions:"))
    assert report(corpus, as_of) == ""


def test_a_finding_looks_as_shown(text: str, corpus: Path, as_of: date):
    shown = made_up(containing(text, "text", "percepton"))
    path = "records/sight-singing/cobb-2018-confidence.yml"
    record = (corpus / "evidence" / path).read_text(encoding="utf-8")
    put(corpus, path, record.replace("kind: perception", "kind: percepton"))
    assert report(corpus, as_of) == f"{shown}1 finding in 1 file."


def test_every_rule_and_word_that_is_named_exists(text: str, project: Path):
    _, _, rules = text.partition("| Rule | What it asks for |")
    named = {
        name
        for row in re.findall(r"^\| (`.*?) \|", rules, re.MULTILINE)
        for name in re.findall("`([a-z-]+)`", row)
    }
    assert named
    assert named <= set(RULES)
    excused = yaml.safe_load(containing(text, "yaml", "exceptions:"))["exceptions"]
    assert all(RULES[exception["rule"]].excusable for exception in excused)
    known = {
        word
        for file in (project / "evidence" / "vocabularies").iterdir()
        for word in yaml_source.parse(file.read_text(encoding="utf-8"), "")[0].value
    }
    fields = re.findall(r"`(?:kind|setting|direction|how_read|status): ([a-z_-]+)`", text)
    assert len(fields) > 4
    assert set(fields) <= known


def test_every_path_and_command_that_is_named_exists(text: str, project: Path):
    for path in re.findall(r"`((?:evidence|scripts|tests)/[\w./-]*)`", text):
        assert (project / path).exists(), path
    makefile = (project / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"(?:`| {4})make ([a-z]+)", text)
    assert {"check", "serve"} <= set(targets)
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for column in (*NEEDED, "how_read", "location", "cited_through", "cited_through_location"):
        assert f"`{column}`" in text


def test_every_heading_that_is_linked_exists(text: str):
    headings = {
        re.sub("[^a-z -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall("^#+ (.*)$", text, re.MULTILINE)
    }
    linked = re.findall(r"\]\(#([^)]+)\)", text)
    assert linked
    assert set(linked) <= headings


def test_issue_forms_are_forms(project: Path):
    folder = project / ".github" / "ISSUE_TEMPLATE"
    forms = [file for file in folder.glob("*.yml") if file.stem != "config"]
    assert len(forms) == 3
    for file in forms:
        form = yaml.safe_load(file.read_text(encoding="utf-8"))
        assert {"name", "description", "body"} <= set(form), file.name
        ids = [part["id"] for part in form["body"] if part["type"] != "markdown"]
        assert len(ids) == len(set(ids))
        for part in form["body"]:
            assert part["type"] in ("markdown", "input", "textarea", "dropdown")
            assert "label" in part["attributes"] or part["type"] == "markdown"

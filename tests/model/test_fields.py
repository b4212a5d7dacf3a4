"""The register of a record's fields: it is whole, and whatever shows a record reads it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge_base.model.fields import FIELDS, RECORD_FIELDS, field_at
from knowledge_base.model.record import Record
from knowledge_base.model.vocabulary import VOCABULARIES


def test_every_field_of_the_model_is_in_the_register():
    assert {field.steps[0] for field in RECORD_FIELDS} == set(Record.model_fields)


def test_every_name_is_used_once_also_those_that_were():
    names = [name for field in FIELDS for name in (field.name, *field.formerly)]
    assert len(names) == len(set(names))


def test_what_filters_has_a_vocabulary_and_a_label():
    for field in FIELDS:
        if field.facet:
            assert field.refers_to in VOCABULARIES, field.name
            assert field.label, field.name


@pytest.mark.parametrize(
    ("trail", "name"),
    [
        (("claim",), "claim"),
        (("countries", 1), "countries"),
        (("cited_through", "location"), "cited_through_location"),
        (("cited_through",), "cited_through"),
        (("notice", "superseded_by"), "superseded_by"),
        (("zzz",), ""),
        ((), ""),
    ],
)
def test_a_place_in_a_record_is_that_of_a_field(trail: tuple[str | int, ...], name: str):
    assert field_at(trail) == name


ADDED = (
    (
        "base.py",
        'SettingId = Annotated[str, Ref("setting")]\n',
        'WeatherId = Annotated[str, Ref("weather")]\n',
    ),
    (
        "vocabulary.py",
        '    "setting": VocabularyKind(SettingTerm),\n',
        '    "weather": VocabularyKind(Term),\n',
    ),
    ("record.py", "    Text,\n)", "    WeatherId,\n"),
    (
        "record.py",
        "    setting: SettingId\n",
        '    weather: WeatherId\n    """Under which sky it was found."""\n',
    ),
    (
        "fields.yml",
        "setting:\n  label: Setting\n",
        "weather: {label: Weather, question: 'Which weather was it?', help: the sky,"
        " facet: yes, searched: yes}\n",
    ),
)
"""What is added to modules of the model, and before which lines."""
LOOK = """
import argparse, io, json, sys
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path

import kb as command
from development.made_up import made_up_evidence
from knowledge_base.contributing import drafts, editor_schemas, spreadsheet_rows
from knowledge_base.contributing.table_file import table_in
from knowledge_base.evidence_map.data import map_data
from knowledge_base.exports.data_package import data_package
from knowledge_base.loading import load, read
from knowledge_base.model.fields import FIELD
from knowledge_base.pages.about import glossary
from knowledge_base.pages.generated import generated_pages
from knowledge_base.search.entries import search_entries

root = Path.cwd()
kb = load(root)
evidence, _ = read(root, as_of=date.max)
key = "cobb-2018-confidence"
output = io.StringIO()
with redirect_stdout(output):
    try:
        command.main(["new", "record", "--help"])
    except SystemExit:
        pass
lines = data_package(kb)["records.csv"].decode().splitlines()
table = table_in("component,weather\\nsight-singing,fogg\\n", "x.csv")
rows = spreadsheet_rows.drafts_of(evidence, table, "x.csv", date.max)
made_up = made_up_evidence(kb.vocabularies, records=1, seed=1)
json.dump({
    "page": next(p.body for p in generated_pages(Path(sys.argv[1]), kb) if key in p.name),
    "header": lines[0],
    "cells": next(line for line in lines if line.startswith(key)),
    "package": data_package(kb)["datapackage.json"].decode(),
    "options": output.getvalue(),
    "asked": [name for name, must in drafts.questions(evidence, {}) if must],
    "question": FIELD["weather"].question,
    "draft": drafts.draft("x", {"weather": "fog"}).text,
    "schema": editor_schemas.schemas(evidence)["record.schema.json"],
    "import": [finding.message for finding in rows.findings],
    "facets": map_data(kb)["facets"],
    "words": map_data(kb)["vocabularies"]["weather"],
    "column": map_data(kb)["records"]["weather"],
    "found": next(e.also for e in search_entries(kb, ()) if e.address.endswith(f"{key}.html")),
    "glossary": [heading for _, heading, _ in glossary.facts(kb).vocabularies],
    "made up": [text for path, text in made_up.items() if path.startswith("records/")],
}, sys.stdout)
"""


def test_a_new_field_needs_the_model_the_register_and_its_vocabulary_alone(
    corpus: Path, project: Path, tmp_path: Path
):
    scripts = tmp_path / "scripts"
    shutil.copytree(project / "scripts", scripts, ignore=shutil.ignore_patterns("__pycache__"))
    # The library reads the book's wording and colours beside it.
    shutil.copytree(project / "book", tmp_path / "book", ignore=shutil.ignore_patterns("records"))
    shutil.copyfile(project / "_config.yml", tmp_path / "_config.yml")
    for name, line, added in ADDED:
        file = scripts / "knowledge_base" / "model" / name
        text = file.read_text(encoding="utf-8")
        assert text.count(line) == 1, name
        file.write_text(text.replace(line, added + line), encoding="utf-8")
    # Whether the glossary explains its words, and below which heading, is an editor's choice.
    with (tmp_path / "book/parts/vocabularies.wording.yml").open("a", encoding="utf-8") as headings:
        headings.write("weather: Kinds of weather\n")
    (corpus / "evidence" / "vocabularies" / "weather.yml").write_text(
        "fog:\n  label: Thick fog\n  definition: Nothing is seen.\n"
        "sun:\n  label: Sunshine\n  definition: All is seen.\n",
        encoding="utf-8",
    )
    for file in (corpus / "evidence" / "records").rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("\nsetting: ", "\nweather: sun\nsetting: "), encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-c", LOOK, project],
        cwd=corpus,
        env=os.environ | {"PYTHONPATH": str(scripts), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    there = json.loads(done.stdout)
    assert "<p>Weather</p></th>" in there["page"]
    assert "<p>Sunshine</p></td>" in there["page"]
    assert ",weather,setting," in there["header"]
    assert ",sun," in there["cells"]
    assert "Under which sky it was found." in there["package"]
    assert "--weather WEATHER" in there["options"]
    assert "the sky" in there["options"]
    assert "weather" in there["asked"]
    assert there["question"] == "Which weather was it?"
    assert "weather: fog\n" in there["draft"]
    assert '"Sunshine: All is seen."' in there["schema"]
    assert any("'fogg' is not a weather" in message for message in there["import"])
    assert {"name": "weather", "label": "Weather", "vocabulary": "weather", "formerly": []} in (
        there["facets"]
    )
    assert there["words"] == [["fog", "Thick fog"], ["sun", "Sunshine"]]
    assert set(there["column"]) == {1}
    assert "Sunshine" in there["found"]
    assert "Kinds of weather" in there["glossary"]
    assert all("weather: " in text for text in there["made up"])

"""The editor schemas: current, valid themselves, true to the evidence and to the checks."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from jsonschema import Draft7Validator

from kb import main
from knowledge_base.contributing.editor_schemas import schemas
from knowledge_base.loading import read
from knowledge_base.model.record import Record
from knowledge_base.model.study import Study
from knowledge_base.model.vocabulary import VOCABULARIES
from knowledge_base.reading import yaml_source
from knowledge_base.reading.evidence import Evidence

RECORD = "evidence/records/sight-singing/cobb-2018-confidence.yml"


@pytest.fixture(scope="module")
def real(project: Path) -> Evidence:
    return read(project, as_of=date.max)[0]


@pytest.fixture(scope="module")
def made_up(clean_corpus: Path) -> Evidence:
    return read(clean_corpus, as_of=date.max)[0]


@pytest.fixture(scope="module")
def all_schemas(made_up: Evidence) -> dict[str, Any]:
    return {name: json.loads(text) for name, text in schemas(made_up).items()}


@pytest.fixture(scope="module")
def mapping(project: Path) -> dict[str, list[str]]:
    """Which files each schema is for, as VS Code is told."""
    settings = json.loads((project / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    return {
        Path(schema).name: [globs] if isinstance(globs, str) else globs
        for schema, globs in settings["yaml.schemas"].items()
    }


def schema_for(path: str, mapping: dict[str, list[str]]) -> str:
    """Return the one schema that the settings give to a file."""
    fitting = [
        name
        for name, globs in mapping.items()
        if any(PurePosixPath(path).match(glob.replace("**", "*")) for glob in globs)
    ]
    assert len(fitting) == 1, (path, fitting)
    return fitting[0]


def value_of(root: Path, path: str) -> Any:
    document, findings = yaml_source.parse((root / path).read_text(encoding="utf-8"), path)
    assert not findings
    return document.value


def evidence_files(root: Path) -> list[str]:
    files = (f.relative_to(root).as_posix() for f in (root / "evidence").rglob("*") if f.is_file())
    return sorted(path for path in files if path.endswith(".yml"))


@pytest.mark.evidence
def test_the_schemas_in_the_project_are_current(project: Path, real: Evidence):
    folder = project / "scripts" / "schemas"
    there = {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}
    assert there == schemas(real), "run: make schema"


def test_the_settings_of_the_editor_name_every_schema_and_no_other(
    all_schemas: dict[str, Any], mapping: dict[str, list[str]]
):
    assert set(mapping) == set(all_schemas)


def test_each_schema_is_one_and_says_what_made_it(all_schemas: dict[str, Any]):
    for name, schema in all_schemas.items():
        Draft7Validator.check_schema(schema)
        assert next(iter(schema)) == "$comment", name
        assert "kb schema" in schema["$comment"]


def test_every_object_refuses_keys_that_are_not_known(all_schemas: dict[str, Any]):
    def objects(node: Any):
        if isinstance(node, dict):
            if node.get("type") == "object":
                yield node
            for value in node.values():
                yield from objects(value)
        elif isinstance(node, list):
            for value in node:
                yield from objects(value)

    for schema in all_schemas.values():
        for node in objects(schema):
            # A mapping from free text to values is the only one whose keys may be anything.
            assert node.get("additionalProperties", True) is False or "properties" not in node


@pytest.mark.evidence
@pytest.mark.parametrize("folder", ["project", "clean_corpus"])
def test_all_evidence_passes(
    folder: str,
    mapping: dict[str, list[str]],
    request: pytest.FixtureRequest,
):
    root = request.getfixturevalue(folder)
    files = evidence_files(root)
    assert len(files) > 40
    of_this = schemas(read(root, as_of=date.max)[0])
    validators = {name: Draft7Validator(json.loads(text)) for name, text in of_this.items()}
    wrong = [
        f"{path}: {error.json_path} {error.message[:200]}"
        for path in files
        for error in validators[schema_for(path, mapping)].iter_errors(value_of(root, path))
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"kind": "percepton"}, "$.kind"),
        ({"claims": "x"}, "$"),
        ({"claim": None}, "$.claim"),
        ({"claim": ""}, "$.claim"),
        ({"claim": 3}, "$.claim"),
        ({"outcomes": "note-reading"}, "$.outcomes"),
        ({"outcomes": ["note-readin"]}, "$.outcomes[0]"),
        ({"outcomes": ["note-reading", "note-reading"]}, "$.outcomes"),
        ({"outcomes": []}, "$.outcomes"),
        ({"factor": "full-diaries"}, "$"),
        ({"direction": "not_applicable"}, "$.direction"),
        ({"countries": []}, "$.countries"),
        ({"added": "1st of May"}, "$.added"),
        ({"cited_through": {"source": "fernhollow2021"}}, "$.cited_through"),
    ],
)
def test_a_bad_record_is_refused_where_it_is_bad(
    change: dict[str, Any], path: str, all_schemas: dict[str, Any], clean_corpus: Path
):
    record = value_of(clean_corpus, RECORD) | change
    errors = Draft7Validator(all_schemas["record.schema.json"]).iter_errors(record)
    assert {error.json_path for error in errors} == {path}


@pytest.mark.parametrize("key", ["component", "claim", "outcomes", "sample", "how_read", "status"])
def test_what_a_record_lacks_is_missed(key: str, all_schemas: dict[str, Any], clean_corpus: Path):
    record = value_of(clean_corpus, RECORD)
    del record[key]
    errors = list(Draft7Validator(all_schemas["record.schema.json"]).iter_errors(record))
    assert any(f"'{key}' is a required property" == error.message for error in errors)


def test_words_come_with_what_they_mean(all_schemas: dict[str, Any], made_up: Evidence):
    kind = all_schemas["record.schema.json"]["properties"]["kind"]
    terms = made_up.vocabulary("claim-kind")
    assert kind["enum"] == list(terms)
    assert kind["enumDescriptions"][0].startswith(f"{terms['effect'].label}: ")
    assert kind["description"]


def test_items_of_tidier_can_be_completed(all_schemas: dict[str, Any], made_up: Evidence):
    tidier = all_schemas["blueprint.schema.json"]["properties"]["tidier"]
    assert list(tidier["properties"]) == list(made_up.vocabulary("tidier-item"))
    assert tidier["additionalProperties"] is False


def test_each_vocabulary_has_a_schema(mapping: dict[str, list[str]]):
    for name in VOCABULARIES:
        assert schema_for(f"evidence/vocabularies/{name}.yml", mapping).startswith("vocabulary")


def test_writing_twice_changes_nothing(corpus: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["--root", str(corpus), "schema"]) == 0
    first = {f.name: f.stat().st_mtime_ns for f in (corpus / "scripts" / "schemas").iterdir()}
    assert main(["--root", str(corpus), "schema"]) == 0
    assert capsys.readouterr().out.endswith("0 of them changed.\n")
    assert first == {f.name: f.stat().st_mtime_ns for f in (corpus / "scripts/schemas").iterdir()}
    assert main(["--root", str(corpus), "schema", "--check"]) == 0


@pytest.mark.parametrize("damage", ["changed", "absent", "foreign"])
def test_checking_tells_what_is_stale_and_how_to_mend_it(
    damage: str, corpus: Path, capsys: pytest.CaptureFixture[str]
):
    main(["--root", str(corpus), "schema"])
    folder = corpus / "scripts" / "schemas"
    name = {"foreign": "old.schema.json"}.get(damage, "record.schema.json")
    if damage == "absent":
        (folder / name).unlink()
    else:
        (folder / name).write_text("{}", encoding="utf-8")
    capsys.readouterr()
    assert main(["--root", str(corpus), "schema", "--check"]) == 1
    assert capsys.readouterr().err == f"Out of date: scripts/schemas/{name}. Run: make schema\n"


def test_without_a_vocabulary_there_is_no_schema(corpus: Path, capsys: pytest.CaptureFixture[str]):
    (corpus / "evidence" / "vocabularies" / "outcome.yml").write_text("&", encoding="utf-8")
    assert main(["--root", str(corpus), "schema"]) == 1
    assert "can't be read: outcome." in capsys.readouterr().err
    assert not (corpus / "scripts").exists()


def test_the_templates_of_the_editor_have_the_fields_of_the_model(project: Path):
    file = project / ".vscode" / "evidence.code-snippets"
    snippets = json.loads(file.read_text(encoding="utf-8"))
    for name, model in (("Evidence record", Record), ("Evidence study", Study)):
        text = re.sub(r"\$\{?[A-Z0-9_]+(?::([^}]*)\})?", r"\1x", "\n".join(snippets[name]["body"]))
        document, findings = yaml_source.parse(text, "")
        assert not findings
        fields = list(document.value)
        assert fields == [field for field in model.model_fields if field in fields]
        assert {n for n, i in model.model_fields.items() if i.is_required()} <= set(fields)

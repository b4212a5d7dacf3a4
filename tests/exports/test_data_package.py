"""The data to take away: every format can be read back, and says the same as the evidence."""

from __future__ import annotations

import codecs
import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from kb import main
from knowledge_base.contributing.references.entry_fields import entry_of
from knowledge_base.contributing.references.formats import FORMATS
from knowledge_base.exports import data_package as package
from knowledge_base.exports.columns import Column, Table
from knowledge_base.exports.files import site_files
from knowledge_base.exports.formats import tables, whole
from knowledge_base.loading import load
from knowledge_base.model.base import Entity, Model
from knowledge_base.model.bibtex import KINDS
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.source import Source, names_in, plain
from knowledge_base.reading import bibliography
from knowledge_base.reading.file_kinds import FILE_KINDS, VOCABULARIES
from knowledge_base.views.graph import evidence_graph
from knowledge_base.views.statistics import statistics


@pytest.fixture(scope="module")
def packed(kb: KnowledgeBase) -> dict[str, bytes]:
    return package.data_package(kb)


@pytest.fixture(scope="module")
def files(packed: dict[str, bytes]) -> dict[str, str]:
    """The files that are text."""
    return {
        name: content.decode()
        for name, content in packed.items()
        if not name.endswith((".parquet", ".sqlite", ".xlsx"))
    }


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_same_evidence_gives_the_same_bytes(kb: KnowledgeBase, packed: dict[str, bytes]):
    assert package.data_package(kb) == packed
    assert list(packed) == sorted(packed)


def test_rows_count_what_the_statistics_count(kb: KnowledgeBase, files: dict[str, str]):
    numbers = statistics(kb)
    records = rows(files["records.csv"])
    published = [row for row in records if row["stands"] == "True"]
    assert len(records) == len(kb.records)
    assert len(published) == numbers.claims
    primary = {row["study"] for row in published if row["is_review"] == "False"} - {""}
    assert len(primary) == numbers.studies
    assert len({row["study"] for row in published if row["is_review"] == "True"}) == numbers.reviews
    assert len({row["source"] for row in published}) == numbers.sources
    for column, counts in (
        ("component", numbers.by_component),
        ("kind", numbers.by_kind),
        ("evidence_basis", numbers.by_basis),
        ("setting", numbers.by_setting),
        ("direction", numbers.by_direction),
    ):
        values = [row[column] for row in published]
        assert {value: values.count(value) for value in values} == counts
    assert len(rows(files["courses.csv"])) == numbers.courses
    assert len(rows(files["gaps.csv"])) == numbers.gaps
    assert len(rows(files["discrepancies.csv"])) == numbers.discrepancies
    assert len(rows(files["studies.csv"])) == len(kb.studies)
    assert len(rows(files["clinician-posts.csv"])) == len(kb.clinician_posts)


def test_a_row_says_what_its_record_says(kb: KnowledgeBase, files: dict[str, str]):
    for row in rows(files["records.csv"]):
        record = kb.records[row["id"]]
        assert row["claim"] == record.claim
        assert tuple(filter(None, row["outcomes"].split("; "))) == record.outcomes
        assert tuple(row["countries"].split("; ")) == record.countries
        assert row["note"] == (record.note or "")
        assert bool(row["notice_reason"]) == (record.notice is not None)


@given(st.text("=+-@\t\r\n'\"|1a", max_size=6))
def test_no_cell_is_run_as_a_formula(text: str):
    table = Table("x", (Column("x", str, str),), ((text,), ("-",)), ("x",))
    cell = rows(tables.csv_of(table))[0]["x"] if text else ""
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.removeprefix("'") == text.removeprefix("'")


def test_the_bibliography_reads_back(kb: KnowledgeBase, files: dict[str, str]):
    sources, findings = bibliography.parse(files["sources.bib"], "sources.bib")
    assert not findings
    assert set(sources) == set(kb.sources)
    for key, source in kb.sources.items():
        given = {name: text for name, text in sources[key].fields.items() if name != "note"}
        assert given == {n: text for n, text in source.fields.items() if n != "note"}
        # How a source was read, and whether it stands, follows the note that it may have.
        assert sources[key].fields.get("note", "").startswith(source.fields.get("note", ""))


def test_ris_reads_back(kb: KnowledgeBase, files: dict[str, str]):
    reading = FORMATS["ris"].read(files["sources.ris"], "sources.ris")
    assert not reading.broken
    assert [r.key for r in reading.references] == list(kb.sources)
    for reference in reading.references:
        source = kb.sources[reference.key]
        fields = entry_of(reference).fields
        assert plain(fields["title"]) == source.title
        assert fields["year"] == str(source.year or bibliography.NO_DATE)
        assert fields.get("doi", "").lower() == (source.doi or "")
        people = [plain(name) for name in source.names("author") if name != "others"]
        assert [plain(name) for name in names_in(fields["author"])] == people


def test_every_kind_of_source_has_a_type_in_ris():
    for name, kind in KINDS.items():
        text = f"TY  - {kind.ris}\nTI  - x\nT2  - y\nPB  - z\nER  - \n"
        (reference,) = FORMATS["ris"].read(text, "").references
        assert KINDS[entry_of(reference).kind].ris == kind.ris, name


def test_the_graph_reads_back(kb: KnowledgeBase, files: dict[str, str]):
    graph = nx.parse_graphml(files["evidence-graph.graphml"])
    expected = evidence_graph(kb)
    assert dict(graph.nodes(data=True)) == dict(expected.nodes(data=True))
    assert {(a, b): d for a, b, d in graph.edges(data=True)} == {
        (a, b): d for a, b, d in expected.edges(data=True)
    }


def test_readers_are_offered_each_file_with_what_is_in_it(
    kb: KnowledgeBase, packed: dict[str, bytes]
):
    assert set(package.contents(kb)) == set(packed)


def test_the_json_is_the_knowledge_base(kb: KnowledgeBase, files: dict[str, str]):
    everything = json.loads(files["knowledge-base.json"])
    names = {family.name.replace("-", "_") for family in FILE_KINDS}
    parts = {name for name in (*names, "sources") if getattr(kb, name)}
    assert set(everything) == {"edition", *parts}
    for family in FILE_KINDS:
        if family is VOCABULARIES:
            continue
        name = family.name.replace("-", "_")
        if not getattr(kb, name):
            continue
        one = isinstance(getattr(kb, name), Model)
        is_entity = isinstance(family.annotation, type) and not one
        annotation = dict[str, family.annotation] if is_entity else family.annotation
        value = TypeAdapter(annotation).validate_python(everything[name])
        for entity_id in value if isinstance(value, dict) else ():
            if isinstance(value[entity_id], Entity):
                value[entity_id].named(entity_id)
        assert value == getattr(kb, name), name
    for name, terms in kb.vocabularies.items():
        assert list(everything["vocabularies"][name]) == list(terms)


def test_the_json_reads_back(kb: KnowledgeBase, files: dict[str, str]):
    assert whole.read(files["knowledge-base.json"]) == kb


def test_an_entrys_own_type_stands_beside_the_type_of_the_entry(knowledge_base: KnowledgeBase):
    fields = {"title": "Talks", "type": "Doctoral dissertation"}
    source = Source("cobb2018", "phdthesis", fields, lines={})
    kb = replace(knowledge_base, sources=knowledge_base.sources | {source.key: source})
    everything = json.loads(whole.write(kb))
    assert everything["sources"]["cobb2018"] == {"entry_type": "phdthesis", **fields}
    assert whole.read(json.dumps(everything)) == kb


def test_a_spreadsheet_is_told_that_tables_are_utf_8(files: dict[str, str]):
    for name, text in files.items():
        data = text.encode()
        assert data.startswith(codecs.BOM_UTF8) == name.endswith(".csv"), name
        assert "\ufeff" not in text[1:], name
    resources = json.loads(files["datapackage.json"])["resources"]
    # The Data Package standard asks for a name that IANA knows; readers skip the mark.
    assert {resource.get("encoding", "utf-8") for resource in resources} == {"utf-8"}


def test_the_description_names_every_file_and_column(
    files: dict[str, str], packed: dict[str, bytes]
):
    description = json.loads(files["datapackage.json"])
    resources = {resource["path"]: resource for resource in description["resources"]}
    assert set(resources) == set(packed) - {"datapackage.json"}
    for name, resource in resources.items():
        if name.endswith(".csv"):
            columns = [field["name"] for field in resource["schema"]["fields"]]
            assert columns == list(rows(files[name])[0])
            fields = resource["schema"]["fields"]
            assert not [field["name"] for field in fields if not field.get("description")], name


def test_text_in_json_is_as_people_read_it(files: dict[str, str]):
    for key, source in json.loads(files["knowledge-base.json"])["sources"].items():
        for name, text in source.items():
            assert name == whole.BIBTEX or not set(str(text)) & set("{}\\"), (key, name)


def test_names_stand_one_by_one_and_the_way_back_keeps_braces(knowledge_base: KnowledgeBase):
    fields = {"title": "{NHS} \\& us", "author": "Moss, G. and {Hill and Dale}", "year": "2020"}
    source = Source("moss2020", "misc", fields, lines={})
    kb = replace(knowledge_base, sources=knowledge_base.sources | {source.key: source})
    everything = json.loads(whole.write(kb))
    shown = everything["sources"]["moss2020"]
    assert shown["title"] == "NHS & us"
    assert shown["author"] == ["Moss, G.", "Hill and Dale"]
    assert "year" not in shown["bibtex"]
    assert whole.read(json.dumps(everything)) == kb


def export(corpus: Path, folder: Path) -> int:
    return main(["--root", str(corpus), "export", str(folder)])


def content(folder: Path) -> dict[str, bytes]:
    return {
        f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*") if f.is_file()
    }


def test_exporting_writes_it_all_and_again_the_same(corpus: Path, tmp_path: Path):
    folder = tmp_path / "new" / "data"
    assert export(corpus, folder) == 0
    first = content(folder)
    assert {"records.csv", "sources.ris", "datapackage.json", "v1/index.json"} <= set(first)
    assert export(corpus, folder) == 0
    assert content(folder) == first
    assert [f.name for f in folder.parent.iterdir()] == ["data"]


def test_what_is_exported_is_what_the_site_offers(corpus: Path, tmp_path: Path, as_of: date):
    assert export(corpus, tmp_path / "data") == 0
    offered = site_files(load(corpus, as_of=as_of))
    assert {f"data/{path}" for path in content(tmp_path / "data")} == set(offered)


def test_an_empty_folder_is_filled_and_an_earlier_export_replaced(corpus: Path, tmp_path: Path):
    folder = tmp_path / "data"
    folder.mkdir()
    assert export(corpus, folder) == 0
    before = content(folder)
    (corpus / "evidence/records/sight-singing/cobb-2018-draft-on-conductors.yml").unlink()
    assert export(corpus, folder) == 0
    assert content(folder)["records.csv"] != before["records.csv"]


@pytest.mark.parametrize("name", ["mine.txt", "v1/records/mine.txt"])
@pytest.mark.parametrize("former", [False, True])
def test_files_of_others_are_never_lost(
    former: bool, name: str, corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    folder = tmp_path / "data"
    if former:
        export(corpus, folder)
    folder.mkdir(exist_ok=True)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("mine", encoding="utf-8")
    before = content(folder)
    with pytest.raises(SystemExit) as stopped:
        export(corpus, folder)
    assert stopped.value.code == 2
    assert (
        "holds files that are not part of an earlier export, such as '" in capsys.readouterr().err
    )
    assert content(folder) == before


@pytest.mark.parametrize("place", ["project", "project/evidence", "project/evidence/records"])
def test_the_evidence_is_never_overwritten(place: str, corpus: Path):
    before = content(corpus)
    with pytest.raises(SystemExit) as stopped:
        export(corpus, corpus.parent / place)
    assert stopped.value.code == 2
    assert content(corpus) == before


def test_a_file_is_no_folder(corpus: Path, tmp_path: Path):
    file = tmp_path / "data"
    file.write_text("x", encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        export(corpus, file)
    assert stopped.value.code == 2


def test_bad_evidence_is_not_exported(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (corpus / "evidence" / "gaps.yml").write_text("[", encoding="utf-8")
    assert export(corpus, tmp_path / "data") == 1
    assert "evidence/gaps.yml" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()


def test_a_failure_leaves_the_earlier_export(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "data"
    export(corpus, folder)
    before = content(folder)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(SystemExit) as stopped:
        export(corpus, folder)
    assert stopped.value.code == 2
    assert content(folder) == before
    assert {f.name for f in tmp_path.iterdir()} == {"data", "project"}

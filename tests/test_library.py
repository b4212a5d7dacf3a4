"""The library as a program of one's own uses it: load, frames of pandas, a graph of networkx."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import knowledge_base as library
from knowledge_base import frame, frame_names, graph, load
from knowledge_base.exports.formats.tables import all_tables
from knowledge_base.loading import EvidenceError
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.notebook import Page
from knowledge_base.views.edition import edition
from knowledge_base.views.graph import evidence_graph
from knowledge_base.views.limits import limits_of


def test_a_project_is_loaded_from_any_folder_within_it(corpus: Path):
    kb = load(corpus)
    assert load(str(corpus / "evidence" / "records")) == kb
    assert isinstance(kb, KnowledgeBase)


def test_what_is_wrong_is_said_when_it_is_loaded(corpus: Path, tmp_path: Path):
    (corpus / "evidence" / "gaps.yml").write_text("[", encoding="utf-8")
    with pytest.raises(EvidenceError):
        load(corpus)
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "nowhere")


def test_a_frame_has_the_rows_and_types_of_its_table(knowledge_base: KnowledgeBase):
    assert frame_names(knowledge_base) == tuple(t.name for t in all_tables(knowledge_base))
    for table in all_tables(knowledge_base):
        made = frame(knowledge_base, table.name)
        assert made.shape == (len(table.rows), len(table.columns)), table.name
        assert list(made) == [column.name for column in table.columns]
    records = frame(knowledge_base, "records")
    assert records["stands"].sum() == len(knowledge_base.published)
    assert list(records["component"].cat.categories) == list(knowledge_base.components)
    assert pd.api.types.is_datetime64_any_dtype(records["added"])
    assert pd.api.types.is_integer_dtype(records["year"])
    exploded = records.explode("outcomes").dropna(subset="outcomes")
    expected = sum(len(record.outcomes) for record in knowledge_base.records.values())
    assert len(exploded) == expected


def test_a_table_of_what_a_base_does_not_hold_has_no_rows(knowledge_base: KnowledgeBase):
    made = frame(replace(knowledge_base, providers={}), "courses")
    assert made.empty
    assert list(made) == list(frame(knowledge_base, "courses"))


@pytest.mark.parametrize("lacking", ["source checks", "courses", "outcomes", "records"])
def test_the_notebook_of_four_questions_answers_of_any_base(
    knowledge_base: KnowledgeBase, project: Path, monkeypatch: pytest.MonkeyPatch, lacking: str
):
    without = {"source checks": {"source_check": None}, "outcomes": {"outcomes": ()}}.get(lacking)
    records = {
        record.id: record.model_copy(update=without).named(record.id)
        for record in knowledge_base.records.values()
        if lacking != "records"
    }
    providers = {} if lacking == "courses" else knowledge_base.providers
    kb = replace(knowledge_base, records=records, providers=providers)
    monkeypatch.setattr(Page, "kb", kb)
    monkeypatch.setattr(Page, "fill", lambda *_: None)
    notebook = project / "book" / "notebooks" / "answer-four-questions.ipynb"
    cells = json.loads(notebook.read_text("utf-8"))["cells"]

    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")

    exec(code, {})


def test_a_frame_says_what_its_columns_mean_and_of_which_edition_it_is(
    knowledge_base: KnowledgeBase,
):
    attrs = frame(knowledge_base, "records").attrs
    assert attrs["Version"] == edition(knowledge_base).version
    assert attrs["Limits"] == limits_of(knowledge_base)
    assert attrs["columns"]["how_read"]


def test_a_table_that_is_none_is_named_with_those_there_are(knowledge_base: KnowledgeBase):
    with pytest.raises(KeyError, match="no table 'record'; there are records, studies"):
        frame(knowledge_base, "record")


def test_the_graph_is_that_of_the_site(knowledge_base: KnowledgeBase):
    ours, theirs = graph(knowledge_base), evidence_graph(knowledge_base)
    assert dict(ours.nodes(data=True)) == dict(theirs.nodes(data=True))
    assert list(ours.edges) == list(theirs.edges)


def test_nothing_else_is_in_the_library():
    with pytest.raises(AttributeError):
        library.nothing  # noqa: B018


def test_pandas_is_not_needed_to_load():
    code = (
        "import sys; sys.modules['pandas'] = None\n"
        "from knowledge_base import load\nprint(callable(load))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"

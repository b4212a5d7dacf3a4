"""The TIDieR checklist to take away: it opens again, and says what the evidence says."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from knowledge_base.exports import tidier_checklist as checklist
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.edition import edition
from knowledge_base.views.limits import limits_of
from knowledge_base.wording.typography import typographic

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def files(kb: KnowledgeBase) -> dict[str, bytes]:
    return checklist.tidier_checklist(kb)


def csv_rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def document(content: bytes) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
        return ElementTree.fromstring(archive.read("word/document.xml"))


def paragraphs(element: ElementTree.Element) -> list[str]:
    return [
        "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for paragraph in element.iter(f"{W}p")
    ]


def tables(content: bytes) -> list[list[list[list[str]]]]:
    """Return the document's tables as rows of cells of paragraphs."""
    return [
        [[paragraphs(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        for table in document(content).iter(f"{W}tbl")
    ]


def expected(kb: KnowledgeBase) -> list[tuple[str, str]]:
    return [
        (kb.components[component].label, term.label)
        for component in kb.components
        if component in kb.blueprint
        for term in kb.vocabularies["tidier-item"].values()
    ]


def test_the_same_evidence_gives_the_same_bytes(kb: KnowledgeBase, files: dict[str, bytes]):
    assert checklist.tidier_checklist(kb) == files


def test_the_day_of_the_build_is_in_neither_file(files: dict[str, bytes]):
    with zipfile.ZipFile(io.BytesIO(files[checklist.DOCUMENT])) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_item_of_every_component_has_a_row_in_both(
    kb: KnowledgeBase, files: dict[str, bytes]
):
    assert len(kb.vocabularies["tidier-item"]) == 12
    rows = csv_rows(files[checklist.TABLE])
    assert [(row["component"], row["item"]) for row in rows] == expected(kb)
    root = document(files[checklist.DOCUMENT])
    headings = [
        "".join(paragraphs(p))
        for p in root.iter(f"{W}p")
        if (style := p.find(f"{W}pPr/{W}pStyle")) is not None and style.get(f"{W}val") == "Heading1"
    ]
    found = [
        (component, cells[0][0])
        for component, table in zip(headings, tables(files[checklist.DOCUMENT]), strict=True)
        for cells in table[1:]
    ]
    assert found == expected(kb)


def test_statements_and_what_is_left_open_are_those_of_the_data(
    kb: KnowledgeBase, files: dict[str, bytes]
):
    entries = [
        kb.blueprint[component].tidier[item]
        for component in kb.components
        if component in kb.blueprint
        for item in kb.vocabularies["tidier-item"]
    ]
    rows = csv_rows(files[checklist.TABLE])
    cells = [row for table in tables(files[checklist.DOCUMENT]) for row in table[1:]]
    for entry, row, (item, statements, rests_on, left_open, evaluator) in zip(
        entries, rows, cells, strict=True
    ):
        texts = [statement.text for statement in entry.statements]
        numbered = [f"({n}) {text}" for n, text in enumerate(texts, 1)] if texts[1:] else texts
        assert statements == [typographic(text) for text in numbered or ["Nothing."]]
        assert row["what_the_report_says"] == " ".join(numbered)
        assert left_open == [typographic(entry.not_reported or "")]
        assert row["what_it_leaves_open"] == (entry.not_reported or "")
        assert len(rests_on) == max(1, len(texts))
        for statement, words in zip(entry.statements, rests_on, strict=False):
            assert all(record in words for record in statement.records)
            assert all(record in row["what_it_rests_on"] for record in statement.records)
        assert evaluator == [""]
        assert row["evaluator"] == ""
        assert row["completeness"] == entry.completeness
        assert item[-1].lower() == entry.completeness


def test_what_was_read_through_another_document_says_so(kb: KnowledgeBase):
    rows = checklist.checklist_rows(kb)
    told = " ".join(words for row in rows for words in row.rests_on)
    used = {
        record
        for blueprint in kb.blueprint.values()
        for entry in blueprint.tidier.values()
        for statement in entry.statements
        for record in statement.records
    }
    through = [kb.records[record] for record in used if kb.records[record].cited_through]
    assert ("cited through" in told) == bool(through)
    for record in through:
        words = next(
            piece
            for row in rows
            for rests in row.rests_on
            for piece in rests.split("; ")
            if record.id in piece
        )
        assert "cited through" in words


def test_both_name_source_limits_and_the_edition(kb: KnowledgeBase, files: dict[str, bytes]):
    title = kb.sources[kb.report.source].title
    head = " ".join(paragraphs(document(files[checklist.DOCUMENT])))
    assert f"Edition: {edition(kb).words}." in head
    assert title in head
    assert typographic(limits_of(kb)) in head
    for row in csv_rows(files[checklist.TABLE]):
        assert row["version"] == edition(kb).version
        assert title in row["source"]
        assert row["limits"] == limits_of(kb)


def test_signs_of_markup_and_formulas_are_text(knowledge_base: KnowledgeBase):
    component = next(iter(knowledge_base.blueprint))
    blueprint = knowledge_base.blueprint[component]
    hostile = "=1+1 <w:t> & \"quoted\" <script>alert('x')</script>"
    item, entry = next((i, e) for i, e in blueprint.tidier.items() if e.statements)
    statement = entry.statements[0].model_copy(update={"text": hostile})
    changed = blueprint.model_copy(
        update={
            "tidier": blueprint.tidier
            | {item: entry.model_copy(update={"statements": (statement,)})}
        }
    )
    kb = replace(knowledge_base, blueprint=knowledge_base.blueprint | {component: changed})
    files = checklist.tidier_checklist(kb)
    assert any(
        typographic(hostile) in cell
        for table in tables(files[checklist.DOCUMENT])
        for row in table
        for cell in row
    )
    assert f"'{hostile}" in [
        row["what_the_report_says"] for row in csv_rows(files[checklist.TABLE])
    ]

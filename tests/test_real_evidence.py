"""The real evidence: clean, and true to how it came about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pybtex.database import parse_string
from pybtex.plugin import find_plugin

from kb import main
from knowledge_base.load import KnowledgeBase, load
from knowledge_base.model.base import NOT_REPORTED, Model
from knowledge_base.model.record import Record
from knowledge_base.surfaces import blueprint

pytestmark = pytest.mark.evidence

AS_OF = date(2099, 12, 31)
"""Fixed, so that no test depends on the day; `make check` refuses dates after today."""
EXTRACTED = date(2026, 12, 31)
"""Until then, records were taken from the 2023 report alone. Later ones may come from elsewhere."""

CHAPTERS = "|".join(
    (
        "Accredited training",
        "Embedded clinician",
        "Group supervision",
        "Genograms",
        "Feedback tools",
        "How the core components link together",
    )
)
PLACE = (
    rf"Section 3( > Introduction| > ({CHAPTERS})( > [A-Z][^>;]+)?)?"
    r"|Section [1245]( > [A-Z][^>;]+)?"
    r"|Appendix [A-D]( and Appendix [A-D])?"
    r"|Case study [1-3]"
    r"|Footnote \d{1,2}"
)
IN_REPORT = re.compile(rf"({PLACE})(; ({PLACE}))*")
"""How a record says where in the 2023 report its claim stands."""


@pytest.fixture(scope="module")
def kb(project: Path) -> KnowledgeBase:
    return load(project, as_of=AS_OF)


@pytest.fixture(scope="module")
def extracted(kb: KnowledgeBase) -> list[Record]:
    """The records that were taken from the report."""
    return [record for record in kb.records.values() if record.added <= EXTRACTED]


def test_the_evidence_is_clean(project: Path, capsys: pytest.CaptureFixture[str]):
    status = main(["--root", str(project), "check", "--as-of", AS_OF.isoformat()])

    assert (capsys.readouterr().out, status) == ("No findings.\n", 0)


def test_there_are_well_over_a_hundred_records(extracted: list[Record]):
    assert len(extracted) > 150


def test_every_record_was_read_in_the_report_or_is_cited_through_it(
    kb: KnowledgeBase, extracted: list[Record]
):
    report = kb.report.source
    for record in extracted:
        if record.source == report:
            assert record.how_read == "in-source", record.id
        else:
            assert record.how_read == "cited-through", record.id
            assert record.cited_through is not None, record.id
            assert record.cited_through.source == report, record.id


def test_no_source_that_was_not_read_says_where_in_it(extracted: list[Record]):
    for record in extracted:
        if record.how_read == "cited-through":
            assert record.location == NOT_REPORTED, record.id


def test_every_record_says_where_in_the_report_as_agreed(extracted: list[Record]):
    for record in extracted:
        place = record.cited_through.location if record.cited_through else record.location
        assert IN_REPORT.fullmatch(place), f"{record.id}: {place}"


def test_the_reports_own_words_are_never_counted_as_a_study(
    kb: KnowledgeBase, extracted: list[Record]
):
    for record in extracted:
        if record.source == kb.report.source:
            assert record.study is None, record.id
            assert kb.study_types[record.study_type].research == "none", record.id
    assert not any(kb.report.source in study.sources for study in kb.studies.values())


def test_every_record_has_a_source_in_its_name(kb: KnowledgeBase):
    for record in kb.records.values():
        year = kb.sources[record.source].year
        name = rf"[a-z-]+-{year}[a-z]?-[a-z0-9-]+" if year else r"[a-z-]+-nd-[a-z0-9-]+"
        assert re.fullmatch(name, record.id), f"{record.id}: {record.source}"


def test_every_component_has_records_a_blueprint_and_all_twelve_items(kb: KnowledgeBase):
    assert len(kb.vocabularies["tidier-item"]) == 12
    for component in kb.components:
        assert any(record.component == component for record in kb.published), component
        assert len(kb.blueprint[component].tidier) == 12, component


def test_every_study_has_a_record(kb: KnowledgeBase):
    assert set(kb.studies) == {record.study for record in kb.records.values() if record.study}


def test_every_answer_to_a_barrier_is_about_the_same_component_or_the_combination(
    kb: KnowledgeBase,
):
    for record in kb.records.values():
        for barrier in record.responds_to:
            assert kb.records[barrier].component in (record.component, "combination"), record.id


def test_every_source_says_where_the_report_lists_it(kb: KnowledgeBase):
    places = {
        "appendix",
        "case illustration",
        "footnote",
        "reference list",
        "text only",
        "this report",
    }
    for source in kb.sources.values():
        assert source.listed in places | {""}, source.key
    assert [s.key for s in kb.sources.values() if s.listed == "this report"] == [kb.report.source]


def test_the_reference_list_can_set_every_source(project: Path, kb: KnowledgeBase):
    text = (project / "evidence/sources.bib").read_text(encoding="utf-8")
    entries = parse_string(text, "bibtex").entries

    assert list(entries) == list(dict.fromkeys(entries))
    assert set(entries) == set(kb.sources)
    style = find_plugin("pybtex.style.formatting", "unsrt")()
    assert len(list(style.format_entries(entries.values()))) == len(kb.sources)


def texts(value: object) -> Iterator[str]:
    """Yield every text in a model."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(key)
            yield from texts(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from texts(item)


def test_no_text_is_a_placeholder_or_carries_markup(kb: KnowledgeBase):
    everything = [
        kb.records,
        kb.studies,
        kb.blueprint,
        kb.providers,
        kb.instruments,
        kb.clinician_posts,
        kb.logic_model,
        kb.gaps,
        kb.discrepancies,
        kb.report,
        kb.vocabularies,
    ]
    for text in texts(everything):
        assert not re.search(r"\b(TODO|FIXME|XXX|TBC|TBD|lorem ipsum)\b", text, re.IGNORECASE), text
        assert not re.search(r"</?[a-z]+[ >]|\{[a-z]+\}`|&[a-z]+;|  ", text), text


def test_every_file_tells_an_editor_which_schema_it_follows():
    root = Path(__file__).parent.parent
    for file in sorted((root / "evidence").rglob("*.yml")):
        if file.parent.name == "vocabularies":
            continue
        first, _, _ = file.read_text(encoding="utf-8").partition("\n")
        name, _, schema = first.partition("$schema=")
        assert name == "# yaml-language-server: ", file
        assert (file.parent / schema).resolve().is_file(), file


def test_one_statement_cited_for_several_studies_stands_once_with_all_its_sources(
    kb: KnowledgeBase,
):
    shown = blueprint.barriers(kb, "training")
    assert shown.count("making training mandatory") == 1
    sources = [r.id for r in kb.published if "making training mandatory" in r.claim]
    assert len(sources) == 4
    assert " ".join(sorted(sources)) in shown
    assert "Feasibility study · Pilot" in shown


def test_a_barrier_is_named_as_a_barrier(kb: KnowledgeBase):
    shown = blueprint.barriers(kb, "training")
    assert "**Too little training.**" in shown
    assert "**Sufficient training.**" not in shown

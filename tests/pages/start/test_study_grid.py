"""The picture of the studies: each once, at its most direct kind of finding, for any evidence."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.record import Record
from knowledge_base.model.source import Source
from knowledge_base.pages.start import landing
from knowledge_base.pages.start.study_grid import StudyGrid, study_grid
from knowledge_base.views.selection import is_review
from shown import filled

HOME = "Village choirs"


def with_records(kb: KnowledgeBase, *records: Record) -> KnowledgeBase:
    """Return the knowledge base with these records only."""
    return replace(kb, records={record.id: record for record in records})


def page(kb: KnowledgeBase) -> str:
    return filled("index.jinja", kb, landing.facts(kb))


def marks(grid: StudyGrid) -> list[str]:
    return [mark.study for cell in grid.cells.values() for mark in cell]


@pytest.fixture
def finding(knowledge_base: KnowledgeBase) -> Record:
    """A finding of a study from the model's own setting, on the component itself."""
    kb = knowledge_base
    return next(
        record
        for record in kb.published
        if record.kind == "perception"
        and record.study
        and not is_review(kb, record.study)
        and kb.settings[record.setting].direct
    )


def test_each_study_stands_in_one_cell(knowledge_base: KnowledgeBase) -> None:
    grid = study_grid(knowledge_base)
    there = marks(grid)
    assert there
    assert len(there) == len(set(there))
    assert len(there) + grid.without_finding == sum(grid.read.values())
    assert grid.columns[0].home
    assert grid.columns[0].label == HOME


def test_settings_of_a_group_share_a_column(knowledge_base: KnowledgeBase) -> None:
    kb = knowledge_base
    groups = {term.group or term.label for term in kb.settings.values()}
    assert {column.label for column in study_grid(kb).columns} <= groups


def test_a_study_stands_at_its_most_direct_kind(
    knowledge_base: KnowledgeBase, finding: Record
) -> None:
    effect = finding.model_copy(update={"kind": "effect"}).named("effect")
    grid = study_grid(with_records(knowledge_base, finding, effect))
    assert marks(grid) == [finding.study]
    assert [mark.study for mark in grid.cells["comparison", HOME]] == [finding.study]


def test_what_is_like_the_model_never_hides_what_is_known_of_it(
    knowledge_base: KnowledgeBase, finding: Record
) -> None:
    like = finding.model_copy(update={"kind": "effect", "nearness": "like"}).named("like")
    kb = with_records(knowledge_base, finding, like)
    [mark] = study_grid(kb).cells["perception", HOME]
    assert mark.own
    kb = with_records(knowledge_base, like)
    [mark] = study_grid(kb).cells["comparison", HOME]
    assert not mark.own
    assert "No study we found in Village choirs has tested any part of this model" in page(kb)
    assert "<strong>None of this model</strong>" in page(kb)
    for nearness in ("like", "programme"):
        near = like.model_copy(update={"nearness": nearness})
        name = knowledge_base.label("nearness", nearness)
        assert f"{name}:</span>" in page(with_records(knowledge_base, near))


def test_a_study_of_a_service_that_need_not_belong_to_the_setting_has_a_mark(
    knowledge_base: KnowledgeBase, finding: Record
) -> None:
    assert finding.study
    assert "kb-mark-note" not in page(with_records(knowledge_base, finding))
    study = knowledge_base.studies[finding.study].model_copy(update={"service": "A brass band"})
    kb = replace(
        with_records(knowledge_base, finding),
        studies={**knowledge_base.studies, study.id: study},
    )
    assert study_grid(kb).services == ("A brass band",)
    assert page(kb).count("kb-mark-note") == 2
    assert "one in this service: A brass band" in page(kb)


def test_the_title_says_what_was_found(knowledge_base: KnowledgeBase, finding: Record) -> None:
    def compared(*studies: str) -> str:
        return page(
            with_records(
                knowledge_base,
                *(
                    finding.model_copy(update={"kind": "effect", "study": study}).named(study)
                    for study in studies
                ),
            )
        )

    primary = [s for s in knowledge_base.studies if not is_review(knowledge_base, s)]
    one, two = compared(*primary[:1]), compared(*primary[:2])
    assert "One study in Village choirs has tested a part of this model with a comparison" in one
    assert "2 studies in Village choirs have tested parts of this model with a" in two
    for shown in (one, two):
        assert "None of this model" not in shown


def test_without_a_study_the_picture_says_so(knowledge_base: KnowledgeBase) -> None:
    grid = study_grid(with_records(knowledge_base))
    assert marks(grid) == []
    assert [column.label for column in grid.columns] == [HOME]
    shown = page(with_records(knowledge_base))
    assert "No study we found in Village choirs" in shown
    assert "No study of the model from Village choirs has a finding on outcomes." in shown
    assert "We found no test with a comparison anywhere." in shown


def test_it_is_said_whose_studies_those_from_the_models_setting_are(
    knowledge_base: KnowledgeBase, finding: Record
) -> None:
    kb = knowledge_base
    report, source = kb.sources[kb.report.source], kb.sources[finding.source]
    body = {"institution": "Valley Council for Choirs"}
    own = replace(source, fields={**source.fields, **body})
    publisher = replace(report, fields={**report.fields, **body})
    study = kb.studies[finding.study or ""].model_copy(update={"sources": (finding.source,)})

    def shown(**sources: Source) -> str:
        changed = replace(kb, sources=kb.sources | sources, studies=kb.studies | {study.id: study})
        return page(with_records(changed, finding))

    assert "It comes from the report’s publisher." in shown(
        **{source.key: own, report.key: publisher}
    )
    assert "report’s publisher" not in shown(**{source.key: own})


def test_hundreds_of_studies_are_drawn_and_counted(
    knowledge_base: KnowledgeBase, finding: Record
) -> None:
    kb = knowledge_base
    study = kb.studies[finding.study or ""]
    names = [f"many-{number}" for number in range(300)]
    many = replace(kb, studies=kb.studies | {n: study.model_copy().named(n) for n in names})
    records = (finding.model_copy(update={"study": name}).named(name) for name in names)
    shown = page(with_records(many, *records))
    assert "kb-studies-dense" in shown
    assert shown.count('<i class="kb-mark kb-mark-own') >= 300
    assert "300 studies of a part of the model" in shown
    assert '<span class="kb-count" aria-hidden="true">300</span>' in shown


def test_words_and_marks_say_the_same(knowledge_base: KnowledgeBase) -> None:
    cells = re.findall(r"<td[^>]*>(.*?)</td>", page(knowledge_base), re.DOTALL)
    drawn = [cell for cell in cells if "kb-marks" in cell]
    assert drawn
    for cell in drawn:
        words = cell.partition('<span class="kb-hidden">')[2]
        counts = re.findall(r"(\d+) stud(?:y|ies) of", words)
        assert sum(map(int, counts)) == cell.count("<i ")

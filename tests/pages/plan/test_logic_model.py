"""The logic model: what leads where, and a drawing and tables that say it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan import logic_model
from knowledge_base.pages.plan.logic_model.drawing import title
from knowledge_base.pages.plan.logic_model.layout import Layout, narrow, wide
from knowledge_base.pages.plan.logic_model.tables import joined
from knowledge_base.views.logic_model import (
    Arrow,
    arrows,
    leading_from,
    leading_to,
    studies_of_a_whole_path,
)
from knowledge_base.wording.typography import typographic
from shown import filled

SVG = "{http://www.w3.org/2000/svg}"


def test_what_leads_where(knowledge_base: KnowledgeBase):
    def numbers(found: tuple[Arrow, ...]) -> list[int]:
        return [arrow.number for arrow in found]

    assert numbers(leading_from(knowledge_base, "money")) == [1, 2, 3, 4]
    assert numbers(leading_to(knowledge_base, "attendance")) == [1, 2]
    assert numbers(leading_from(knowledge_base, "audiences")) == []


def test_a_study_follows_a_path_only_if_it_is_behind_every_arrow_of_it(
    knowledge_base: KnowledgeBase,
):
    assert not studies_of_a_whole_path(knowledge_base)
    record = next(r for r in knowledge_base.published if r.study)
    model = knowledge_base.logic_model
    one_study = model.model_copy(
        update={
            "arrows": tuple(
                arrow.model_copy(update={"records": (record.id,)}) for arrow in model.arrows
            )
        }
    )
    kb = replace(knowledge_base, logic_model=one_study)
    assert studies_of_a_whole_path(kb) == {record.study}
    assert title(kb) == (
        "One arrow to an outcome rests on records alone; one study followed a path from end to end"
    )


def test_the_title_says_how_much_rests_on_records(knowledge_base: KnowledgeBase):
    assert title(knowledge_base) == (
        "One arrow to an outcome rests on records alone; no study followed a path from end to end"
    )


@pytest.mark.parametrize("drawn", [wide, narrow])
def test_boxes_keep_apart_and_inside_the_drawing(
    knowledge_base: KnowledgeBase, drawn: Callable[[KnowledgeBase], Layout]
):
    plan = drawn(knowledge_base)
    for one, other in combinations(plan.boxes.values(), 2):
        assert (
            one.right < other.x
            or other.right < one.x
            or one.y + one.height < other.y
            or other.y + other.height < one.y
        )
    for box in plan.boxes.values():
        assert 0 <= box.x <= box.right <= plan.width
        assert 0 <= box.y <= box.y + box.height <= plan.height
    starts = [arrow.start for arrow in plan.arrows]
    assert len(set(starts)) == len(starts)


def test_arrows_say_what_they_rest_on(knowledge_base: KnowledgeBase):
    assert [arrow.footing for arrow in arrows(knowledge_base)] == [
        "assumed",
        "records",
        "records",
        "assumed",
    ]


def model_drawing(kb: KnowledgeBase) -> ET.Element:
    return ET.fromstring(logic_model.logic_model_file(kb).split("\n", 1)[1])


@pytest.fixture(scope="module")
def kb(project: Path) -> KnowledgeBase:
    return load(project)


@pytest.mark.evidence
class TestTheRealLogicModel:
    """The real one has the crowded places that a made-up one lacks."""

    def test_every_box_and_arrow_is_drawn(self, kb: KnowledgeBase):
        picture = model_drawing(kb)
        boxes = [g.get("data-node") for g in picture.iter(f"{SVG}g") if g.get("data-node")]
        numbers = [g.get("data-number") for g in picture.iter(f"{SVG}g") if g.get("data-number")]
        assert sorted(boxes) == sorted(kb.logic_model.nodes)
        assert numbers == [str(n) for n in range(1, len(kb.logic_model.arrows) + 1)]

    def test_an_arrow_without_records_is_dashed(self, kb: KnowledgeBase):
        picture = model_drawing(kb)
        drawn = {g.get("data-number"): g for g in picture.iter(f"{SVG}g") if g.get("data-number")}
        for arrow in arrows(kb):
            group = drawn[str(arrow.number)]
            line = group.find(f"{SVG}path[@class='lm-line']")
            assert line is not None
            solid = line.get("stroke-dasharray") == "none"
            assert solid == (arrow.footing == "records")

    def test_nothing_is_drawn_outside_the_picture(self, kb: KnowledgeBase):
        picture = model_drawing(kb)
        _, _, width, height = (float(n) for n in (picture.get("viewBox") or "").split())
        for path in picture.iter(f"{SVG}path"):
            if path.get("class") == "lm-line":
                way = path.get("d") or ""
                numbers = [float(n) for n in re.findall(r"-?[\d.]+", way)]
                assert all(0 <= number <= max(width, height) for number in numbers)

    def test_the_file_carries_its_limits(self, kb: KnowledgeBase):
        words = " ".join(" ".join(model_drawing(kb).itertext()).split())
        limits = typographic(" ".join(kb.report.limits_in_brief.split()))
        for sentence in limits.split(". "):
            assert sentence.rstrip(".") in words

    def test_it_is_the_same_each_time(self, kb: KnowledgeBase):
        assert logic_model.logic_model_file(kb) == logic_model.logic_model_file(kb)


def test_an_arrow_is_joined_only_loosely_where_no_record_says_so(knowledge_base: KnowledgeBase):
    arrow = knowledge_base.logic_model.arrows[0]
    answers = {
        (as_described, bool(records)): joined(
            arrow.model_copy(update={"as_described": as_described, "records": records})
        )
        for as_described in (True, False)
        for records in ((), ("a-record",))
    }
    assert answers == {
        (True, True): "yes",
        (True, False): "loosely",
        (False, True): "columns-only",
        (False, False): "columns-only",
    }


def part(kb: KnowledgeBase, name: str) -> str:
    """A part of the page, as its template shows it."""
    facts: object = logic_model.tables(kb)
    if name == "drawing":
        facts = {"page": logic_model.page(kb), "tables": facts}
    return filled(f"plan/logic-model.{name}.jinja", kb, facts)


def test_the_tables_name_every_box_and_arrow(knowledge_base: KnowledgeBase):
    model = knowledge_base.logic_model
    assert all(
        f"* - {node.label}\n" in part(knowledge_base, "boxes") for node in model.nodes.values()
    )
    in_words = part(knowledge_base, "arrows")
    for number, arrow in enumerate(model.arrows, start=1):
        start, end = model.nodes[arrow.from_], model.nodes[arrow.to]
        assert f"[{number}.]{{#arrow-{number}}} {start.label} → {end.label}" in in_words
    assert "**4 arrows**. Of these, **2** rest on records alone, **0** on records and an" in part(
        knowledge_base, "numbers"
    )


def test_a_logic_model_without_boxes_or_arrows_says_so(knowledge_base: KnowledgeBase):
    drawn = knowledge_base.logic_model
    without_arrows = replace(knowledge_base, logic_model=drawn.model_copy(update={"arrows": ()}))
    assert part(without_arrows, "numbers") == "There is no arrow yet."
    # A table without rows would stop the build.
    assert part(without_arrows, "arrows") == "There is no arrow yet."
    assert "Money" in part(without_arrows, "drawing")
    empty = replace(
        knowledge_base, logic_model=drawn.model_copy(update={"arrows": (), "nodes": {}})
    )
    assert part(empty, "drawing") == part(empty, "boxes") == "There is no box yet."


def test_labels_are_text_wherever_they_are_drawn(knowledge_base: KnowledgeBase):
    words = knowledge_base.vocabularies["logic-model-column"]
    hostile = {key: w.model_copy(update={"label": "<b>x</b>"}) for key, w in words.items()}
    kb = replace(
        knowledge_base,
        vocabularies={**knowledge_base.vocabularies, "logic-model-column": hostile},
    )
    assert "<b>" not in part(kb, "drawing")
    assert "<b>" not in logic_model.logic_model_file(kb)

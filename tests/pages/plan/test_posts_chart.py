"""The drawings: true to their data, and said in words as well."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge_base.loading import load
from knowledge_base.model.blueprint import Measure
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan import logic_model
from knowledge_base.pages.plan.clinician_posts import facts
from knowledge_base.pages.plan.logic_model import tables
from knowledge_base.pages.plan.posts_chart import posts_chart
from knowledge_base.views.logic_model import arrows, reaches
from knowledge_base.wording.numbers import price
from shown import filled

SVG = "{http://www.w3.org/2000/svg}"


def drawing(kb: KnowledgeBase) -> ET.Element:
    markdown = filled("plan/clinician-posts.jinja", kb, facts(kb))
    start = markdown.index("<figure")
    return ET.fromstring(markdown[start : markdown.index("</figure>", start) + len("</figure>")])


def per_cent(element: ET.Element, name: str) -> float:
    return float(element.get(name, "").removesuffix("%"))


def test_a_bar_for_each_post_from_its_lower_to_its_upper_end(knowledge_base: KnowledgeBase):
    picture = drawing(knowledge_base)
    bars = picture.findall(".//rect[@class='kb-svg-bar']")
    # The axis runs from £30,000 to £50,000: posts of £38,000 to £42,500.50, and of £30,000.
    drawn = sorted((per_cent(bar, "x"), per_cent(bar, "width")) for bar in bars)
    assert drawn == [
        (0, 0),
        (pytest.approx(40, abs=0.01), pytest.approx(22.5025, abs=0.01)),
    ]


def test_the_reports_own_range_is_a_band(knowledge_base: KnowledgeBase):
    picture = drawing(knowledge_base)
    band = picture.find(".//rect[@class='kb-svg-band']")
    assert band is not None
    # £30,000 to £42,500.50 of £30,000 to £50,000.
    assert per_cent(band, "x") == 0
    assert per_cent(band, "width") == pytest.approx(62.5025, abs=0.01)


def test_one_figure_is_a_line_half_way_along(knowledge_base: KnowledgeBase):
    pay = Measure(label="Salary", unit="pounds a year", value=40_000)
    chart = posts_chart(list(knowledge_base.clinician_posts.values()), pay)
    assert chart is not None
    assert chart.text_range == (40_000, 40_000)
    assert chart.along(40_000) == 50


def test_an_end_that_the_text_leaves_open_is_the_figure_beside_it(knowledge_base: KnowledgeBase):
    pay = Measure(label="Salary", unit="pounds a year", value=40_000, high=45_000)
    chart = posts_chart(list(knowledge_base.clinician_posts.values()), pay)
    assert chart is not None
    assert chart.text_range == (40_000, 45_000)


def test_posts_that_pay_what_the_text_gives_have_an_axis(knowledge_base: KnowledgeBase):
    posts = [p for p in knowledge_base.clinician_posts.values() if p.salary_high == 30_000]
    chart = posts_chart(posts, Measure(label="Salary", unit="pounds a year", value=30_000))
    assert chart is not None
    assert list(chart.ticks) == [30_000, 40_000]


def test_there_is_no_chart_of_no_posts():
    assert posts_chart([], None) is None


def test_the_chart_says_what_it_shows(knowledge_base: KnowledgeBase):
    picture = drawing(knowledge_base)
    # The drawn part is for the eye; its words stand beside it as text.
    assert all(part.get("aria-hidden") == "true" for part in picture.findall(".//svg"))
    words = " ".join(picture.itertext())
    for post in knowledge_base.clinician_posts.values():
        assert post.title in words
        assert f"{price(post.salary_low)} to {price(post.salary_high)}" in words


def test_what_leads_to_which_outcomes(knowledge_base: KnowledgeBase):
    reached = reaches(knowledge_base)
    assert reached["money"] == ("practitioner-outcomes", "family-outcomes")
    assert reached["families"] == ("family-outcomes",)


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

    def test_an_arrow_without_records_is_dashed_and_says_so(self, kb: KnowledgeBase):
        picture = model_drawing(kb)
        drawn = {g.get("data-number"): g for g in picture.iter(f"{SVG}g") if g.get("data-number")}
        for arrow in arrows(kb):
            group = drawn[str(arrow.number)]
            line = group.find(f"{SVG}path[@class='lm-line']")
            assert line is not None
            solid = line.get("stroke-dasharray") == "none"
            assert solid == (arrow.footing == "records")
            words = "".join(group.itertext())
            assert ("assumed" in words) == (not arrow.arrow.records)

    def test_words_on_arrows_do_not_cover_each_other(self, kb: KnowledgeBase):
        picture = model_drawing(kb)
        tags = [
            tuple(float(tag.get(side, "0")) for side in ("x", "y", "width", "height"))
            for tag in picture.iter(f"{SVG}rect")
            if tag.get("class") == "lm-tag"
        ]
        for position, (x, y, width, height) in enumerate(tags):
            for ox, oy, owidth, oheight in tags[position + 1 :]:
                over = min(x + width, ox + owidth) - max(x, ox)
                down = min(y + height, oy + oheight) - max(y, oy)
                assert over <= 1 or down <= 2

    def test_nothing_is_drawn_outside_the_picture(self, kb: KnowledgeBase):
        picture = model_drawing(kb)
        _, _, width, height = (float(n) for n in (picture.get("viewBox") or "").split())
        for path in picture.iter(f"{SVG}path"):
            if path.get("class") == "lm-line":
                numbers = [float(n) for n in re.findall(r"-?[\d.]+", path.get("d") or "")]
                assert all(0 <= x <= width for x in numbers[::2])
                assert all(0 <= y <= height for y in numbers[1::2])

    def test_the_file_carries_its_limits(self, kb: KnowledgeBase):
        words = " ".join(" ".join(model_drawing(kb).itertext()).split())
        for sentence in " ".join(kb.report.limits_in_brief.split()).split(". "):
            assert sentence.rstrip(".") in words

    def test_it_is_the_same_each_time(self, kb: KnowledgeBase):
        assert logic_model.drawing(kb) == logic_model.drawing(kb)


def test_an_arrow_is_joined_only_loosely_where_no_record_says_so(knowledge_base: KnowledgeBase):
    arrow = knowledge_base.logic_model.arrows[0]
    told = {
        (as_described, bool(records)): tables.joined(
            arrow.model_copy(update={"as_described": as_described, "records": records})
        )
        for as_described in (True, False)
        for records in ((), ("a-record",))
    }
    assert told[True, True] == "Yes"
    assert told[True, False] == "Loosely: see the assumption"
    assert told[False, True] == told[False, False]
    assert told[False, True].startswith("No:")


def test_a_logic_model_without_boxes_or_arrows_says_so(knowledge_base: KnowledgeBase):
    drawn = knowledge_base.logic_model
    without_arrows = replace(knowledge_base, logic_model=drawn.model_copy(update={"arrows": ()}))
    assert logic_model.numbers(without_arrows) == "No arrow is on file."
    # A table without rows would stop the build.
    assert logic_model.arrows_table(without_arrows) == "No arrow is on file."
    assert "Money" in logic_model.drawing(without_arrows)
    empty = replace(
        knowledge_base, logic_model=drawn.model_copy(update={"arrows": (), "nodes": {}})
    )
    assert logic_model.drawing(empty) == logic_model.columns(empty) == "No box is on file."
    assert logic_model.source(empty) == ""

"""The drawings: true to their data, and said in words as well."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from knowledge_base.model.blueprint import Measure
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.pages.plan.clinician_posts import facts
from knowledge_base.pages.plan.posts_chart import posts_chart
from knowledge_base.wording.numbers import price
from shown import filled


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

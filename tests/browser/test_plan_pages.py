"""The pages of the section Plan, used in a real browser as readers use them."""

from __future__ import annotations

import csv
import io
import random
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from axe_rules import violations
from playwright.sync_api import Page, expect
from windows import Windows

from knowledge_base.loading import load
from knowledge_base.markup.addresses import anchor
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.range import Range
from knowledge_base.pages.plan import pilot
from knowledge_base.pages.plan.pilot.plan import PilotPlan, pilot_plan, problems
from knowledge_base.views.catalogue import Offer, catalogue, cheapest
from knowledge_base.views.limits import limits_of
from knowledge_base.views.logic_model import arrows, leading_from, leading_to
from knowledge_base.views.pilot_inputs import PilotInputs, default_inputs, priced_courses
from knowledge_base.wording.numbers import pounds
from pilot_inputs import random_inputs

pytestmark = pytest.mark.browser

PAGES = ("pilot", "providers", "clinician-posts", "logic-model", "curricula")


@pytest.fixture(scope="module")
def kb(project: Path) -> KnowledgeBase:
    return load(project)


Opener = Callable[..., Page]


@pytest.fixture
def opened(faultless: Windows, built_site: Path) -> Opener:
    """Opens a page of the section; afterwards, nothing may have failed or left the machine."""

    def open_page(
        name: str,
        state: str = "",
        *,
        width: int = 1366,
        dark: bool = False,
        scripts: bool = True,
        own: bool = False,
    ) -> Page:
        return faultless.open(
            (built_site / "book" / "plan" / f"{name}.html").as_uri() + state,
            width=width,
            height=900,
            own=own,
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )

    return open_page


# Plan a pilot: the page


def table_text(page: Page, name: str) -> list[list[str]]:
    return page.eval_on_selector_all(
        f"table.kb-pilot-{name} tbody tr",
        "rows => rows.map(row => [...row.cells].map(c => c.textContent.trim()))",
    )


def shown(page: Page) -> dict[str, Any]:
    return {
        "sentences": page.eval_on_selector_all(
            "[data-say]", "all => Object.fromEntries(all.map(e => [e.dataset.say, e.textContent]))"
        ),
        "marks": page.eval_on_selector_all(
            "[data-x1]", "all => all.map(e => [e.dataset.x1, parseFloat(e.getAttribute('x1'))])"
        ),
        "cost": table_text(page, "cost"),
        "time": table_text(page, "time"),
    }


def expected(page: Page, plan: PilotPlan) -> dict[str, Any]:
    result = pilot.results(plan)
    seen = shown(page)
    return {
        "sentences": {key: result.say(key) for key in seen["sentences"]},
        "marks": [
            [path, pytest.approx(float(result.across(path).rstrip("%")), abs=0.011)]
            for path, _ in seen["marks"]
        ],
        "cost": [list(asdict(row).values()) for row in result.cost_rows],
        "time": [list(asdict(row).values()) for row in result.time_rows],
    }


NOT_PUT_IN = (
    "offers",
    "advised_group_size",
    "least_study_hours",
    "therapist_salary",
    "level",
    "unstated",
)
"""What a plan has from the evidence: the form has no entry for it."""


def address(inputs: PilotInputs, course: str) -> str:
    """Return the state that the page would keep of these inputs, with nothing left out."""
    pairs: dict[str, Any] = {"course": course}
    for field in fields(PilotInputs):
        value = getattr(inputs, field.name)
        if field.name in NOT_PUT_IN:
            continue
        if isinstance(value, Range):
            pairs |= {f"{field.name}_{end}": figure for end, figure in asdict(value).items()}
        else:
            pairs[field.name] = str(value).lower() if isinstance(value, bool) else value
    return "#" + urlencode(pairs)


def test_the_page_says_the_same_with_and_without_scripts(opened: Opener, kb: KnowledgeBase):
    without, with_scripts = opened("pilot", scripts=False), opened("pilot")
    plan = pilot_plan(default_inputs(kb))
    for page in (without, with_scripts):
        assert shown(page) == expected(page, plan)
    assert without.locator("#pilot-form").is_hidden()
    assert without.locator("noscript p").is_visible()
    assert with_scripts.locator("noscript p").count() == 0


def test_the_page_says_what_python_says_for_any_plan(opened: Opener, kb: KnowledgeBase):
    chance = random.Random(7)
    courses = ["all", *priced_courses(kb)]
    page = opened("pilot")
    for _ in range(60):
        course = chance.choice(courses)
        chosen = default_inputs(kb, course=None if course == "all" else course)
        inputs = replace(
            random_inputs(chance),
            **{name: getattr(chosen, name) for name in NOT_PUT_IN},
        )
        if problems(inputs):
            continue
        page.evaluate("hash => { location.hash = hash; }", address(inputs, course))
        bar = page.locator("[data-say=bar]").first
        expect(bar).to_have_text(pilot.results(pilot_plan(inputs)).say("bar"))
        assert shown(page) == expected(page, pilot_plan(inputs))


def test_what_forty_key_workers_need_is_changed_by_keyboard_and_kept_in_the_address(
    opened: Opener, kb: KnowledgeBase
):
    page = opened("pilot")
    page.locator("#pilot-key_workers").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("60")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("18")
    plan = pilot_plan(replace(default_inputs(kb), key_workers=60, months=18))
    assert shown(page) == expected(page, plan)
    assert page.url.endswith("#key_workers=60&months=18")
    expect(page.locator("#pilot-status")).not_to_be_empty()
    spoken = pilot.results(plan).say("updated")
    assert page.locator("#pilot-status").inner_text() == spoken
    assert spoken == f"{pounds(plan.cost.low)} to {pounds(plan.cost.high)}. 10 supervision groups."
    again = opened("pilot", "#" + page.url.split("#")[1])
    assert shown(again) == shown(page)


def test_a_course_brings_its_price_and_hours(opened: Opener, kb: KnowledgeBase):
    course = "prudence-skynner-clinic/foundation"
    page = opened("pilot")
    page.locator("#pilot-course").select_option(course)
    assert shown(page) == expected(page, pilot_plan(default_inputs(kb, course=course)))
    assert page.locator("#pilot-contact_hours").input_value() == "72"
    page.locator("#pilot-course").select_option("all")
    assert shown(page) == expected(page, pilot_plan(default_inputs(kb)))


def test_a_price_of_ones_own_is_taken(opened: Opener, kb: KnowledgeBase):
    page = opened("pilot")
    page.locator("#pilot-course").select_option("own")
    page.locator("#pilot-own_amount").fill("£10,000")
    page.locator("#pilot-own_places").fill("25")
    page.locator("#pilot-own_plus_vat").check()
    inputs = replace(default_inputs(kb), offers=(Offer(10_000, 25, plus_vat=True),))
    assert shown(page) == expected(page, pilot_plan(inputs))
    again = opened("pilot", "#" + page.url.split("#")[1])
    assert shown(again) == shown(page)


@pytest.mark.parametrize(
    ("box", "typed", "message"),
    [
        ("key_workers", "many", "Enter a number."),
        ("key_workers", "", "Enter a number."),
        ("key_workers", "2.5", "Enter a whole number."),
        ("key_workers", "0", "Enter a number from 1 to 10,000."),
        ("key_workers", "1e9", "Enter a number from 1 to 10,000."),
        ("teams", "50", "There can’t be more teams than key workers."),
        ("session_hours_low", "9", "Low must not be above central, and central not above high."),
    ],
)
def test_an_entry_that_makes_no_plan_is_named_once_and_the_last_plan_stays(
    opened: Opener, box: str, typed: str, message: str
):
    page = opened("pilot")
    before = shown(page)
    for part in page.locator("#pilot-form details").all():
        part.evaluate("part => { part.open = true; }")
    entry = page.locator(f"#pilot-{box}")
    entry.fill(typed)
    stem = box.removesuffix("_low")
    # Nobody is told off in the middle of a word.
    assert page.locator("#pilot-problems").is_hidden()
    entry.blur()
    assert page.locator(f"#pilot-{stem}-error").inner_text() == message
    assert entry.get_attribute("aria-invalid") == "true"
    assert page.locator(".kb-error:visible").count() == 1
    assert page.locator("#pilot-problems li").count() == 1
    assert message in page.locator("#pilot-problems").inner_text()
    assert shown(page) == before
    assert page.locator("#pilot-csv").is_disabled()
    stale = "Not updated: these figures are for 40 key workers over 12 months."
    assert page.get_by_text(stale).is_visible()
    page.locator("#pilot-problems a").first.click()
    assert page.evaluate("document.activeElement.id").startswith(f"pilot-{stem}")
    page.locator("#pilot-reset").click()
    assert page.locator("#pilot-problems").is_hidden()
    assert page.get_by_text(stale).is_hidden()
    assert "#" not in page.url


def test_what_is_wrong_in_a_link_is_named(opened: Opener, kb: KnowledgeBase):
    page = opened("pilot", "#key_workers=12.7&course=none-such&frequency=daily&months=x")
    assert page.locator("#pilot-problems li").all_inner_texts() == [
        "Key workers, “12.7”: Enter a whole number.",
        "Time frame, “x”: Enter a number.",
        "Course, “none-such”: This is not one of the choices. The plan uses the default.",
        "How often a group meets, “daily”: "
        "This is not one of the choices. The plan uses the default.",
    ]
    assert page.locator("#pilot-frequency").input_value() == "weekly"
    stale = "Not updated: these figures are for 40 key workers over 12 months."
    assert page.get_by_text(stale).is_visible()
    plan = pilot_plan(default_inputs(kb))
    assert shown(page)["sentences"] == expected(page, plan)["sentences"]
    # The next change settles what the link had wrong; what was typed still has to be put right.
    page.locator("#pilot-key_workers").fill("12")
    page.locator("#pilot-months").fill("12")
    assert page.locator("#pilot-problems").is_hidden()
    assert page.url.endswith("#key_workers=12")


def test_a_link_that_names_no_course_of_ours_still_makes_a_plan(opened: Opener):
    page = opened("pilot", "#course=none-such&key_workers=60")
    assert page.locator("#pilot-problems li").count() == 1
    assert page.locator("#pilot-stale").is_hidden()
    assert "60 key workers" in page.locator(".kb-pilot-summary").inner_text()


def test_the_plan_is_taken_away_as_csv(opened: Opener, kb: KnowledgeBase):
    page = opened("pilot", "#key_workers=60")
    with page.expect_download() as download:
        page.locator("#pilot-csv").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert {len(row) for row in rows} == {6}
    plan = pilot_plan(replace(default_inputs(kb), key_workers=60))
    for row in pilot.results(plan).cost_rows:
        assert ["cost", *asdict(row).values()] in rows
    assert sum(1 for row in rows if row[0] == "not costed") > 5
    assert all(
        "record" in row[5].lower() or "assumption" in row[5].lower()
        for row in rows
        if row[0] == "figure put in"
    )


# The catalogue


def visible_courses(page: Page) -> list[str]:
    return page.eval_on_selector_all(
        "table.kb-catalogue-table tbody tr:not([hidden]) .kb-provider", "all => all.map(a => a.id)"
    )


def test_the_catalogue_is_complete_without_scripts(opened: Opener, kb: KnowledgeBase):
    page = opened("providers", scripts=False)
    ids = [anchor("course", row.id) for row in catalogue(kb)]
    assert visible_courses(page) == ids
    assert page.locator("#catalogue-filter").is_hidden()


def test_a_course_is_a_link_to_the_page_that_the_report_gives(opened: Opener, kb: KnowledgeBase):
    page = opened("providers", scripts=False)
    for row in catalogue(kb):
        url = kb.sources[row.course.sources[0]].url
        cell = page.locator("th", has=page.locator(f"#{anchor('course', row.id)}"))
        name = row.course.name.replace("'", "’")
        assert cell.get_by_role("link", name=name).get_attribute("href") == url


def test_the_chart_leads_from_a_price_to_the_course(opened: Opener, kb: KnowledgeBase):
    page = opened("providers", "#words=no-such-course")
    best = cheapest(catalogue(kb))
    assert best is not None
    page.locator(".kb-prices tbody a").first.click()
    # A filter that hides the course gives way.
    expect(page.locator(f"#{anchor('course', best.id)}")).to_be_in_viewport()


def test_what_stands_above_the_catalogue_is_short(opened: Opener):
    above = """() => {
        const range = document.createRange();
        range.setStartBefore(document.querySelector("article h1"));
        range.setEndBefore(document.querySelector("#catalogue-filter"));
        return range.toString().match(/[\\p{L}\\p{N}]+(?:['’.,-][\\p{L}\\p{N}]+)*/gu).length;
    }"""
    assert opened("providers").evaluate(above) <= 400


def test_courses_are_found_counted_and_the_choice_is_kept(opened: Opener, kb: KnowledgeBase):
    page = opened("providers")
    page.get_by_label("Level").select_option("foundation")
    page.get_by_label("Price per person", exact=True).select_option("known")
    page.get_by_label("Order").select_option("price")
    rows = [r for r in catalogue(kb) if r.level == "foundation" and r.offer]
    rows.sort(key=lambda row: row.price_to_pay or 0)
    wanted = [anchor("course", row.id) for row in rows]
    assert visible_courses(page) == wanted
    status = page.locator("#catalogue-status")
    expect(status).to_have_text(f"{len(rows)} of {len(catalogue(kb))} courses")
    again = opened("providers", "#" + page.url.split("#")[1])
    assert visible_courses(again) == wanted
    heading = again.get_by_role("heading", name="Find and compare courses")
    expect(heading).to_be_in_viewport()
    expect(again.locator("#catalogue-status")).to_be_in_viewport()
    again.get_by_role("button", name="Clear filters").click()
    assert len(visible_courses(again)) == len(catalogue(kb))
    expect(again.get_by_role("button", name="Clear filters")).to_be_hidden()


def test_three_filters_are_in_sight_and_one_that_is_set_always(opened: Opener):
    page = opened("providers")
    expect(page.locator("#catalogue-filter .kb-field:visible label")).to_have_text(
        ["Region", "Price per person", "Level"]
    )
    expect(opened("providers", "#teaching=online").get_by_label("How it is taught")).to_be_visible()


def test_where_no_course_matches_a_button_removes_the_filter_that_stands_in_the_way(
    opened: Opener, kb: KnowledgeBase
):
    page = opened("providers", "#region=south-east&level=foundation&price=unknown")
    expect(page.get_by_text("No courses match. Remove a filter:")).to_be_in_viewport()
    rows = [r for r in catalogue(kb) if r.level == "foundation" and "south-east" in r.areas]
    button = page.get_by_role("button", name="Price per person: Not known")
    expect(button).to_have_text(f"Price per person: Not known ({len(rows)} courses without it)")
    button.click()
    assert len(visible_courses(page)) == len(rows)


def test_where_no_course_matches_nothing_is_left_of_the_table(opened: Opener):
    page = opened("providers", "#words=no-such-course&category=none-such&standard=falls short")
    expect(page.locator("table.kb-catalogue-table")).to_be_hidden()
    # Its frame neither: it would leave a gap above what follows.
    frame = page.locator(".table-frame", has=page.locator("table.kb-catalogue-table"))
    expect(frame).to_have_css("display", "none")
    # None of them alone stands in the way, so each is offered, without a count.
    expect(page.locator("#catalogue-none button")).to_have_text(
        ["Words: “no-such-course”", "AFT’s 60 and 120 hours: Falls short"]
    )
    page.get_by_role("button", name="Clear filters").click()
    expect(frame).to_be_visible()


def test_no_link_of_the_first_pages_ends_in_no_course(opened: Opener, built_site: Path):
    page = opened("providers")
    address = page.url
    links: set[str] = set()
    for start in ("index.html", "questions.html"):
        page.goto((built_site / "book" / start).as_uri())
        hrefs = page.locator("main a[href*='plan/providers.html#']").evaluate_all(
            "all => all.map(a => a.hash)"
        )
        links.update(hrefs)
    assert links
    for link in sorted(links):
        page.goto("about:blank")
        page.goto(address + link)
        assert visible_courses(page), link


def test_what_is_to_be_paid_puts_courses_in_order(opened: Opener, kb: KnowledgeBase):
    rows = [row for row in catalogue(kb) if row.price_to_pay is not None]
    rows.sort(key=lambda row: row.price_to_pay or 0)
    # A lower price that VAT comes on top of can be the higher one.
    assert rows != sorted(rows, key=lambda row: row.price_per_place or 0)
    page = opened("providers", "#price=known&sort=price")
    assert visible_courses(page) == [anchor("course", row.id) for row in rows]


def test_words_find_a_provider_by_its_town(opened: Opener):
    page = opened("providers")
    page.get_by_text("More filters").click()
    page.get_by_label("Words").fill("leeds")
    assert visible_courses(page) == ["course-leeds-family-therapy-and-research-centre-foundation"]


def test_on_a_phone_the_order_is_chosen_in_a_field_like_those_above_it(opened: Opener):
    page = opened("providers", width=390)
    region, order = (
        page.locator(f"#catalogue-{name}").bounding_box() for name in ("region", "sort")
    )
    label = page.locator("label[for=catalogue-sort]").bounding_box()
    assert region
    assert order
    assert label
    assert (order["x"], order["width"]) == (region["x"], region["width"])
    assert label["x"] == order["x"]
    assert label["y"] + label["height"] <= order["y"]


def test_up_to_four_courses_are_compared_in_a_view_of_their_own(opened: Opener):
    page = opened("providers", "#price=known")
    boxes = page.get_by_role("checkbox", name="Compare")
    tray = page.get_by_role("region", name="Courses to compare")
    expect(tray).to_be_hidden()
    boxes.nth(0).check()
    expect(tray).to_contain_text("1 course chosen. Choose another to compare.")
    for position in (1, 3, 8):
        boxes.nth(position).check()
    expect(tray).to_be_in_viewport()
    expect(tray.get_by_role("status")).to_have_text("4 courses chosen.")
    boxes.nth(10).click()
    assert not boxes.nth(10).is_checked()
    refusal = page.get_by_role("alert")
    expect(refusal).to_have_text("You can compare up to 4 courses. Clear one of them first.")
    box, text = boxes.nth(10).bounding_box(), refusal.bounding_box()
    assert box is not None
    assert text is not None
    assert 0 < text["y"] - box["y"] < 60
    tray.get_by_role("link", name="Compare").click()
    heading = page.get_by_role("heading", name="4 courses compared")
    expect(heading).to_be_focused()
    expect(page.locator(".kb-cards > li")).to_have_count(4)
    expect(page.locator("table.kb-catalogue-table")).to_be_hidden()
    expect(page.get_by_role("navigation", name="On this page")).to_be_hidden()
    again = opened("providers", "#" + page.url.split("#")[1])
    expect(again.locator(".kb-cards > li")).to_have_count(4)
    again.get_by_role("link", name="Back to all courses").click()
    expect(again.locator("table.kb-catalogue-table")).to_be_visible()
    assert again.get_by_label("Price per person", exact=True).input_value() == "known"
    page.go_back()
    expect(tray.get_by_role("link", name="Compare")).to_be_focused()
    tray.get_by_role("button", name="Clear").click()
    expect(tray).to_be_hidden()
    assert page.url.endswith("#price=known")


@pytest.mark.parametrize("width", [1366, 1024, 768, 390, 320])
def test_nothing_of_the_catalogue_is_outside_the_window(opened: Opener, width: int):
    ids = [
        "chiron-training/foundation",
        "institute-of-family-therapy/management-and-supervision",
        "university-of-bath/foundation",
        "collective-space/foundation",
    ]
    for state in ("", "#compare=", "#view=comparison&compare=", "#words=no-such-course&compare="):
        page = opened("providers", state and state + ",".join(ids), width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, state
        outside = """width => [...document.querySelectorAll("main *")].filter((one) =>
            one.checkVisibility() && !one.closest(".table-frame")
            && one.getBoundingClientRect().right > width + 1).map((one) => one.outerHTML)"""
        assert page.evaluate(outside, width) == [], state


def test_compared_courses_are_side_by_side_or_a_pile(opened: Opener):
    state = "#view=comparison&compare=chiron-training/foundation,university-of-bath/foundation"
    tops = "all => all.map(one => Math.round(one.getBoundingClientRect().top))"
    levels = opened("providers", state).locator(".kb-cards dl > div:last-child").evaluate_all(tops)
    assert levels[0] == levels[1]
    cards = opened("providers", state, width=390).locator(".kb-cards > li").evaluate_all(tops)
    assert cards[0] < cards[1]


def test_a_check_more_than_a_year_old_is_marked_by_the_readers_clock(opened: Opener):
    page = opened("providers", own=True)
    assert page.get_by_text("more than a year ago").count() == 0
    page.clock.install(time="2031-01-01")
    page.reload()
    assert page.get_by_text("more than a year ago").count() == 1


# The logic model


def test_every_arrow_opens_what_it_rests_on(opened: Opener, kb: KnowledgeBase):
    page = opened("logic-model")
    for arrow in arrows(kb):
        link = page.locator(f".lm-wide .lm-arrow[data-number='{arrow.number}'] a")
        link.focus()
        page.keyboard.press("Enter")
        panel = page.locator("#lm-open")
        assert page.evaluate("document.activeElement.id") == "lm-open"
        hrefs = panel.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
        for record in arrow.arrow.records:
            assert any(record in href for href in hrefs)
        if arrow.arrow.assumption:
            assert "We assume that" in panel.inner_text()
        page.keyboard.press("Escape")
        assert panel.is_hidden()
        assert link.evaluate("link => link === document.activeElement")


@pytest.mark.parametrize(("name", "width"), [("wide", 1366), ("narrow", 390)])
def test_a_box_brings_out_its_paths_and_says_what_they_rest_on(
    opened: Opener, kb: KnowledgeBase, name: str, width: int
):
    page = opened("logic-model", width=width)
    box = page.locator(f".lm-{name} .lm-box[data-node='improved-practice'] a")
    assert box.get_attribute("aria-label") == kb.logic_model.nodes["improved-practice"].label
    box.press("Enter")
    own = leading_to(kb, "improved-practice"), leading_from(kb, "improved-practice")
    lit = page.locator(f".lm-{name} .lm-arrow:not(.lm-off)")
    assert [int(arrow.get_attribute("data-number") or 0) for arrow in lit.all()] == [
        arrow.number for arrow in arrows(kb) if arrow in own[0] + own[1]
    ]
    off = page.locator(f".lm-{name} .lm-off a")
    assert off.count() > 0
    assert all(link.get_attribute("tabindex") == "-1" for link in off.all())
    panel = page.locator("#lm-open")
    assert f"{len(own[0])} arrows lead here" in panel.inner_text()
    next_to = [a for a in arrows(kb) if "improved-practice" in (a.arrow.from_, a.arrow.to)]
    assert panel.locator("li").count() == len(next_to)
    assert page.url.endswith("#show=improved-practice")
    page.get_by_role("button", name="Show all again").click()
    assert page.locator(".lm-off").count() == 0
    again = opened("logic-model", "#show=improved-practice", width=width)
    assert again.locator(f".lm-{name} .lm-arrow:not(.lm-off)").count() == len({*own[0], *own[1]})


@pytest.mark.parametrize("width", [1366, 1024, 768, 390, 320])
def test_nothing_of_the_drawing_lies_on_anything_else(opened: Opener, width: int):
    page = opened("logic-model", width=width)
    drawing = page.locator(".kb-lm > svg:visible")
    assert drawing.count() == 1
    wrong = drawing.evaluate(
        """(svg) => {
          const frame = svg.getBoundingClientRect();
          const matrix = svg.getScreenCTM();
          const found = [];
          const texts = [...svg.querySelectorAll('text')]
            .map((text) => [text, text.getBoundingClientRect()]);
          for (const [text, box] of texts) {
            const name = text.textContent;
            if (box.left < frame.left - 1 || box.right > frame.right + 1
              || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
              found.push(`${name} is outside`);
            }
            for (const [other, { left, right, top, bottom }] of texts) {
              if (other !== text && box.left < right && left < box.right
                && box.top < bottom && top < box.bottom) found.push(`${name} on another text`);
            }
          }
          for (const arrow of svg.querySelectorAll('.lm-arrow')) {
            const line = arrow.querySelector('.lm-line');
            const length = line.getTotalLength();
            for (let at = 0; at <= length; at += 2) {
              const { x, y } = line.getPointAtLength(at).matrixTransform(matrix);
              for (const [text, { left, right, top, bottom }] of texts) {
                if (!arrow.contains(text) && x > left && x < right && y > top && y < bottom) {
                  found.push(`arrow ${arrow.dataset.number} on ${text.textContent}`);
                }
              }
            }
          }
          return [...new Set(found)];
        }"""
    )
    assert wrong == []


def test_without_scripts_arrows_lead_to_their_rows(opened: Opener, kb: KnowledgeBase):
    page = opened("logic-model", scripts=False)
    targets = page.locator(".lm-wide .lm-arrow a").evaluate_all
    assert page.locator(".kb-lm-arrows tbody tr").count() == len(arrows(kb))
    assert targets is not None
    for arrow in arrows(kb):
        assert page.locator(f"#arrow-{arrow.number}").count() == 1


def test_the_drawing_is_taken_away_with_its_source_and_limits(built_site: Path, kb: KnowledgeBase):
    text = (built_site / "book/plan/assets/logic-model.svg").read_text(encoding="utf-8")
    root = ET.fromstring(text)
    words = " ".join(" ".join(root.itertext()).split())
    assert kb.sources[kb.report.source].short in words
    assert limits_of(kb)[:60] in words
    assert "var(" not in text
    assert "href" not in text


# All pages


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 768])
def test_no_page_is_wider_than_its_window(opened: Opener, name: str, width: int):
    page = opened(name, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


STATES = {
    "pilot": "#course=own&key_workers=x",
    "providers": "#compare=chiron-training/foundation,university-of-bath/foundation",
}


@pytest.mark.parametrize(
    ("width", "dark"), [(1366, False), (320, True)], ids=["desktop-light", "phone-dark"]
)
@pytest.mark.parametrize("name", PAGES)
def test_pages_hold_to_accessibility_rules(opened: Opener, name: str, width: int, dark: bool):
    page = opened(name, STATES.get(name, ""), width=width, dark=dark)
    page.evaluate("document.querySelectorAll('.kb-form details').forEach(d => { d.open = true; })")
    if name == "logic-model":
        page.locator(".lm-arrow:visible a").first.focus()
        page.keyboard.press("Enter")
    assert violations(page) == []


def test_the_page_tells_what_a_changed_plan_is_made_from(opened: Opener, kb: KnowledgeBase):
    page = opened("pilot")
    before = {row[0]: row[1] for row in table_text(page, "inputs")}
    assert not [figure for figure in before.values() if "default" in figure]
    form = {"key_workers": "120", "salary_high": "60000", "frequency": "monthly"}
    page = opened("pilot", "#" + "&".join(f"{name}={value}" for name, value in form.items()))
    after = {row[0]: row[1] for row in table_text(page, "inputs")}
    assert after.pop("Key workers") == "120 people (default: 40 people)"
    salary = before["Salary of a full-time clinician"]
    assert after.pop("Salary of a full-time clinician") == (
        f"{salary.replace('£55,000', '£60,000')} (default: {salary})"
    )
    assert after.pop("How often a group meets") == "Every month (default: Every week)"
    assert after == {name: before[name] for name in after}

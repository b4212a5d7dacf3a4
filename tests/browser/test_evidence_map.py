"""The evidence map used in a real browser: one filtered set, three views, links and downloads."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from evidence_map_site import opened, settled, write_map
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect
from windows import Windows

from knowledge_base.evidence_map.drawing import graph_view
from knowledge_base.evidence_map.picture import finding
from knowledge_base.exports.data_package import data_package
from knowledge_base.exports.formats import bibtex, ris
from knowledge_base.exports.source_remarks import source_remarks
from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.edition import edition
from knowledge_base.views.effects import effects
from knowledge_base.views.gap_map import gap_map, standings
from knowledge_base.views.graph import evidence_graph
from knowledge_base.views.profile import profile
from knowledge_base.views.selection import tally
from knowledge_base.wording.typography import typographic
from path_reading import VERDICTS, paths

pytestmark = pytest.mark.browser

HOSTILE = (
    '<script>window.broken = 1</script><img src=x onerror="window.broken=2"> \u202eabc\u202c \'"'
)


@pytest.fixture(scope="module")
def kb(project: Path) -> KnowledgeBase:
    return load(project)


@pytest.fixture(scope="module")
def site(kb: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("map")
    write_map(kb, folder)
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> str:
    return (site / "book" / "evidence" / "map.html").as_uri()


@pytest.fixture
def page(faultless: Windows) -> Iterator[Page]:
    page = faultless.open("about:blank", height=900)
    complaints: list[str] = []

    def complains(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(message.text)

    page.on("console", complains)
    yield page
    page.remove_listener("console", complains)
    assert complaints == []


def test_reading_a_path_shows_the_chain_and_its_assumptions(
    page: Page, address: str, kb: KnowledgeBase
) -> None:
    opened(page, address, "view=graph")
    page.get_by_label("Path from", exact=True).select_option("component:training")
    page.get_by_label("to", exact=True).select_option("staff-retention")
    page.get_by_role("button", name="Read the path").click()
    panel = page.get_by_role("dialog")
    found = paths(kb, "component:training", "staff-retention")
    assert found
    expect(panel.locator(".em-way")).to_have_count(len(found))
    for at, way in enumerate(found):
        told = panel.locator(".em-way").nth(at)
        expect(told.locator("strong")).to_have_text(VERDICTS[way.verdict])
        for step in (way.first, way.second):
            for assumption in step.arrow.assumptions if step.arrow else ():
                expect(told).to_contain_text(f"Assumed: {assumption}")
            if not step.tally.records:
                expect(told).to_contain_text("Assumed, with no claim.")
    assert "path=component:training/staff-retention" in page.url


def test_cells_on_the_page_show_the_librarys_numbers_with_and_without_scripts(
    page: Page, browser: Browser, address: str, kb: KnowledgeBase
) -> None:
    read = """() => [...document.querySelectorAll('.em-table td')].map((cell) => [
      cell.dataset.component, cell.closest('tr').dataset.outcome,
      cell.querySelector('.em-n')?.textContent ?? '',
      cell.querySelector('.em-m')?.textContent ?? ''])"""
    live = opened(page, address).evaluate(read)
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(address)
    static = [
        [
            cell.get_attribute("data-component"),
            cell.locator("xpath=..").get_attribute("data-outcome"),
            cell.locator(".em-n").text_content() if cell.locator(".em-n").count() else "",
        ]
        for cell in plain.locator(".em-table td").all()[:30]
    ]
    plain.context.close()
    assert static == [row[:3] for row in live[:30]]
    table = gap_map(kb)
    assert len(live) == len(table.cells)
    for component, outcome, studies, claims in live:
        counts = table.cells[component, outcome].tally
        if counts.claims:
            assert studies.split()[0] == (str(len(counts.studies)) if counts.studies else "No")
            assert claims.split(", ")[-1].split()[0] == str(counts.claims)
        else:
            assert not studies


def test_the_page_is_complete_without_javascript(
    browser: Browser, address: str, kb: KnowledgeBase
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)
    table = page.get_by_role("table")
    filled = sum(bool(cell.tally.records) for cell in gap_map(kb).cells.values())
    assert table.locator(".em-dot").filter(visible=True).count() == filled
    expect(page.get_by_role("heading", name="Key")).to_be_visible()
    assert table.locator("th[scope=col]").count() == len(kb.components) + 1
    assert table.locator("th[scope=row]").count() == len(kb.outcomes)
    assert table.locator("th[scope=rowgroup]").count() == len(kb.vocabularies["outcome-level"])
    first = table.locator("td a").first
    assert first.get_attribute("href")
    # The words of every cell are one tick away.
    page.get_by_label("Show the words in every cell").check()
    assert table.locator(".em-dot").filter(visible=True).count() == 0
    why = standings(kb)["no-search-reported"].label
    cell = table.locator("td.em-no-search-reported").first
    assert (cell.bounding_box() or {})["height"] > 30
    expect(cell).to_contain_text(why)
    page.context.close()


def test_filters_narrow_all_views_and_say_so(page: Page, address: str, kb: KnowledgeBase) -> None:
    opened(page, address)
    whole = page.locator(".em-summary").text_content()
    page.locator(".em-drop", has_text="Component").first.locator("summary").click()
    page.get_by_label("Genograms", exact=False).first.check()
    about = tally(kb, [r for r in kb.published if r.component == "genograms"])
    total = len(tally(kb, kb.published).studies)
    reviews = len(tally(kb, kb.published).reviews)
    words = (
        f"{len(about.studies)} of {total} studies, {len(about.reviews)} of {reviews} reviews, "
        f"{about.claims} claims"
    )
    expect(page.locator(".em-summary")).to_have_text(words)
    assert page.locator(".em-summary").get_attribute("role") == "status"
    expect(page.locator("td[data-component=training]").first).to_be_hidden()
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="List").click()
    expect(page.locator(".em-claims summary")).to_have_text([f"Genograms {about.claims} claims"])
    page.get_by_role("tab", name="Graph").click()
    shown = page.locator(".em-edges [data-line]:not([hidden])")
    expect(shown).to_have_count(evidence_graph(kb).out_degree("component:genograms"))
    page.get_by_role("button", name="Clear all filters").click()
    expect(page.locator(".em-summary")).to_have_text(whole or "")


def test_words_are_looked_for_as_they_are_typed(page: Page, address: str) -> None:
    opened(page, address)
    page.locator(".em-drop > summary", has_text="More filters").click()
    page.get_by_role("searchbox").fill("genograms")
    expect(page.locator(".em-chips")).to_contain_text("Words: genograms")
    assert "words=genograms" in page.url


def test_what_is_read_of_records_comes_when_it_is_wanted(page: Page, address: str) -> None:
    came: list[str] = []
    page.on("request", lambda request: came.append(Path(request.url).name))
    opened(page, address)
    page.keyboard.press("Tab")
    assert "texts-data.js" not in came
    page.locator("#em-map td").first.hover()
    page.wait_for_function("() => window.evidenceMapTexts")
    assert came.count("texts-data.js") == 1


def test_a_map_without_its_texts_says_so(windows: Windows, address: str) -> None:
    page = windows.open("about:blank", own=True)
    page.route("**/texts-data.js", lambda route: route.abort())
    page.goto(f"{address}#view=list")
    expect(page.locator(".em-status")).to_contain_text("The claims could not be fetched.")
    page.unroute("**/texts-data.js")
    page.get_by_role("tab", name="List").click()
    expect(page.locator(".em-card").first).to_be_attached()
    expect(page.locator(".em-status")).to_be_empty()


def test_the_field_for_words_may_be_used_before_the_texts_come(
    faultless: Windows, address: str
) -> None:
    page = faultless.open("about:blank", own=True)
    page.route("**/texts-data.js", lambda _route: None)
    opened(page, address)
    page.locator(".em-drop > summary", has_text="More filters").click()
    page.get_by_role("searchbox").focus()
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_the_address_carries_the_view_and_history_works(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_role("tab", name="List").click()
    page.get_by_label("Sort by").select_option("oldest")
    page.get_by_role("tab", name="Graph").click()
    assert "view=graph" in page.url
    assert "sort=oldest" in page.url
    page.go_back()
    expect(page.get_by_role("tab", name="List")).to_have_attribute("aria-selected", "true")
    page.go_back()
    page.go_back()
    expect(page.get_by_role("tab", name="Picture")).to_have_attribute("aria-selected", "true")
    page.go_forward()
    expect(page.get_by_role("tab", name="List")).to_have_attribute("aria-selected", "true")


STATES = [
    "view=graph&component=training,clinician&setting=early-help&factors=yes",
    "view=list&kind=perception&level=family&from=2015&to=2023&words=%22social%20care%22&sort=newest",
    "open=cell:training/practitioner-skill",
    "view=graph&open=component:genograms",
    "view=map&setting=early-help&empty=hidden",
    "rows=evidence",
    "view=list&sort=oldest&group=outcomes",
    "view=graph&path=component:training/practitioner-confidence",
]


@pytest.mark.parametrize("state", STATES)
def test_a_link_gives_the_same_view_again(page: Page, address: str, state: str) -> None:
    opened(page, address, state)
    page.evaluate("() => EvidenceMap.app.change(() => {})")
    assert page.evaluate("() => location.hash.slice(1)") == state
    expect(page.locator(".em-notice")).to_be_empty()


@pytest.mark.parametrize(
    ("broken", "told_of"),
    [
        ("component=training,nonsense", "component nonsense"),
        ("view=cube", "view cube"),
        ("open=cell:training/nothing", "open cell:training/nothing"),
        ("from=last", "from last"),
        ("outcome=%E0%A4%A", "outcome"),
        ("<script>=1", "script"),
        ("path=component:training", "path component:training"),
        ("toString=1&__proto__=x", "toString 1"),
    ],
)
def test_a_broken_link_degrades_and_says_so(
    page: Page, address: str, broken: str, told_of: str
) -> None:
    opened(page, address, broken)
    expect(page.locator(".em-notice")).to_contain_text(told_of)
    expect(page.locator(".em-table")).to_be_visible()
    page.get_by_role("button", name="OK").click()
    expect(page.locator(".em-notice")).to_be_empty()


def test_a_place_on_the_page_leaves_the_view_as_it_is(page: Page, address: str) -> None:
    opened(page, address, "component=training")
    page.evaluate(
        """() => new Promise((followed) => {
          window.addEventListener('popstate', followed, { once: true });
          location.hash = 'em-empty';
        })"""
    )
    assert page.evaluate("() => EvidenceMap.app.state.ticks.component") == ["training"]


def test_the_panel_opens_from_a_cell_and_gives_the_focus_back(
    page: Page, address: str, kb: KnowledgeBase
) -> None:
    opened(page, address)
    cell = page.locator("tr[data-outcome=practitioner-skill] td[data-component=training] a")
    cell.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog")
    expect(panel).to_be_visible()
    view = gap_map(kb).cells["training", "practitioner-skill"]
    expect(panel).to_contain_text(typographic(" ".join(profile(kb, view))))
    assert panel.locator(".em-card").count() == view.tally.claims
    assert "open=cell:training/practitioner-skill" in page.url
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(cell).to_be_focused()
    assert "open=" not in page.url
    cell.click()
    page.go_back()
    expect(panel).to_be_hidden()


def test_marks_of_cells_without_evidence_follow_the_filters(
    page: Page, address: str, kb: KnowledgeBase
) -> None:
    opened(page, address, "setting=early-help")
    chosen = gap_map(kb, [r for r in kb.published if r.setting == "early-help"])
    for sign in ("only-apart", "said-to-be-lacking"):
        cells = [cell for cell in chosen.cells.values() if cell.emptiness == sign]
        hidden = sum(cell.left_out for cell in cells)
        expect(page.locator(f"td.em-{sign}")).to_have_count(len(cells))
        receding = page.locator(f"td.em-{sign}.em-none-in-view")
        expect(receding).to_have_count(hidden)
        assert hidden
        look = receding.first.locator("a").evaluate("a => getComputedStyle(a, '::before').opacity")
        assert float(look) < 0.5
        key = page.locator(f".em-scale [data-standing={sign}]")
        if hidden < len(cells):
            expect(key.locator("b")).to_have_text(str(len(cells) - hidden))
        else:
            expect(key).to_be_hidden()


@pytest.mark.parametrize(
    ("state", "place"),
    [
        ("", "tr[data-outcome=supervision-quality] td[data-component=group-supervision] a"),
        ("view=graph&", ".em-drawing a[data-open='component:group-supervision']"),
    ],
)
def test_closing_a_panel_that_a_link_opened_leads_to_what_it_was_about(
    page: Page, address: str, state: str, place: str
) -> None:
    opened(page, address, f"{state}open=cell:group-supervision/supervision-quality")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator(place)).to_be_focused()
    expect(page.locator(place)).to_be_in_viewport()


def test_the_focus_is_in_its_place_as_soon_as_the_panel_closes(page: Page, address: str) -> None:
    opened(page, address, "open=cell:group-supervision/supervision-quality")
    component = page.locator(".em-panel-head button").evaluate(
        "(button) => { button.click();"
        " return document.activeElement.closest('td')?.dataset.component; }"
    )
    assert component == "group-supervision"


def test_where_the_cell_is_hidden_the_focus_goes_to_the_view(page: Page, address: str) -> None:
    opened(page, address, "component=training&open=cell:group-supervision/staff-retention")
    page.keyboard.press("Escape")
    expect(page.get_by_role("tab", name="Picture")).to_be_focused()


def test_the_panel_copies_its_own_link(page: Page, address: str) -> None:
    opened(page, address, "open=cell:genograms/family-understanding")
    panel = page.get_by_role("dialog")
    panel.get_by_role("button", name="Copy the link").click()
    expect(panel.get_by_role("status")).to_contain_text("ink")
    expect(panel).to_be_visible()


@pytest.mark.parametrize("width", [390, 1366])
def test_pairs_without_claims_can_be_hidden_and_come_back(
    page: Page, address: str, kb: KnowledgeBase, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    opened(page, address, "view=map")
    cells = page.locator(".em-table td")
    filled = sum(
        bool(cell.tally.records or cell.apart.records) for cell in gap_map(kb).cells.values()
    )
    assert cells.filter(visible=True).count() == cells.count()
    page.get_by_label("Hide cells without claims").check()
    assert cells.filter(visible=True).count() == filled
    assert "empty=hidden" in page.url
    opened(page, address, "view=map&empty=hidden")
    assert cells.filter(visible=True).count() == filled
    page.get_by_label("Hide cells without claims").uncheck()
    assert cells.filter(visible=True).count() == cells.count()


def test_the_panel_leads_to_the_list(page: Page, address: str, kb: KnowledgeBase) -> None:
    opened(page, address, "open=cell:genograms/family-understanding")
    page.get_by_role("button", name="Show these in the list").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    size = gap_map(kb).cells["genograms", "family-understanding"].tally.claims
    expect(page.locator(".em-claims summary")).to_have_text([f"Genograms {size} claims"])


def taken_over(page: Page) -> Page:
    """Turn to the drawing, and wait until vis-network draws it, whole."""
    page.locator(".em-drawing").dispatch_event("pointerenter")
    page.wait_for_selector(".em-drawn")
    page.wait_for_function(
        """() => {
          const { network, fitted } = EvidenceMap.app.graph.network();
          return Math.abs(network.getScale() - fitted) < 1e-6;
        }"""
    )
    return page


def resting_place(page: Page, line: str) -> list[float]:
    """The middle of a line in the window, once the drawing has rested there for some frames.

    The drawing is fitted anew when the panel beside it opens or closes.
    """
    place: list[float] = page.evaluate(
        """async (line) => {
          const { canvas, network } = EvidenceMap.app.graph.network();
          const path = document.querySelector(`.em-edges [data-line='${line}'] path`);
          const middle = path.getPointAtLength(path.getTotalLength() / 2);
          const frame = () => new Promise((done) => requestAnimationFrame(done));
          const where = () => {
            const { x, y } = network.canvasToDOM({ x: middle.x, y: middle.y });
            const { left, top } = canvas.getBoundingClientRect();
            return [left + x, top + y];
          };
          canvas.scrollIntoView({ block: 'center', behavior: 'instant' });
          let place = where();
          for (let resting = 0; resting < 10; ) {
            await frame();
            const next = where();
            resting = next.join() === place.join() ? resting + 1 : 0;
            place = next;
          }
          return place;
        }""",
        line,
    )
    return place


def test_the_drawing_is_there_before_its_library(page: Page, address: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    opened(page, address)
    page.get_by_role("tab", name="Graph").click()
    expect(page.locator(".em-edges [data-line]").first).to_be_visible()
    assert not any("vis-network" in url for url in asked)
    taken_over(page)
    assert any("vis-network" in url for url in asked)
    page.remove_listener("request", note)  # the window is shared with other tests


@pytest.mark.parametrize("scripts", [True, False])
def test_the_drawing_has_a_line_for_every_edge_of_the_graph(
    browser: Browser, address: str, kb: KnowledgeBase, scripts: bool
) -> None:
    page = browser.new_context(java_script_enabled=scripts).new_page()
    page.goto(f"{address}#view=graph")
    evidence = [f"{a}>{b}" for a, b, k in evidence_graph(kb).edges(data="kind") if k == "evidence"]
    for place in (".em-edges", ".em-lines"):
        shown = page.locator(f"{place} [data-line]:not([hidden] *, [hidden])")
        drawn = [line.get_attribute("data-line") for line in shown.all()]
        assert sorted(drawn) == sorted(evidence)
    expect(page.locator("#em-graph-title")).to_contain_text(f"{len(evidence)} links")
    page.context.close()


@pytest.mark.parametrize("width", [1366, 1024, 768, 390, 320])
@pytest.mark.parametrize("factors", ["", "&factors=yes"])
def test_no_name_of_the_drawing_lies_on_another_or_on_a_line(
    page: Page, address: str, width: int, factors: str
) -> None:
    page.set_viewport_size({"width": width, "height": 768})
    opened(page, address, f"view=graph{factors}")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    wrong = page.evaluate(
        """() => {
          const drawing = document.querySelector('.em-drawing svg');
          if (!drawing.getClientRects().length) return [];
          const frame = drawing.getBoundingClientRect();
          const shown = (all) =>
            [...drawing.querySelectorAll(all)].filter((part) => part.getClientRects().length);
          const boxes = shown('.em-name text')
            .map((text) => [text.textContent, text.getBoundingClientRect()]);
          const within = ({ left, right, top, bottom }, { x, y }) =>
            x > left && x < right && y > top && y < bottom;
          const found = [];
          for (const [name, box] of boxes) {
            if (box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom) {
              found.push(`${name} is outside`);
            }
            for (const [other, { left, right, top, bottom }] of boxes) {
              if (name !== other && box.left < right && left < box.right
                && box.top < bottom - 1 && top < box.bottom - 1) found.push(`${name} on ${other}`);
            }
          }
          const matrix = drawing.getScreenCTM();
          for (const line of shown('.em-edges path')) {
            for (let at = 0; at <= 1; at += 0.02) {
              const length = line.getTotalLength() * at;
              const point = line.getPointAtLength(length).matrixTransform(matrix);
              const covered = boxes.filter(([, box]) => within(box, point));
              found.push(...covered.map(([name]) => `a line on ${name}`));
            }
          }
          return found;
        }"""
    )
    assert wrong == []


@pytest.mark.parametrize("width", [1366, 1024])
@pytest.mark.parametrize("state", ["", "&factors=yes", "&open=component:training"])
def test_the_whole_drawing_is_in_the_window(
    page: Page, address: str, state: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 768})
    opened(page, address, f"view=graph{state}")
    box = page.locator(".em-drawing > svg").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 768


def test_a_press_on_a_line_or_name_opens_its_records(page: Page, address: str) -> None:
    taken_over(opened(page, address, "view=graph"))
    page.locator("[data-node='component:training'] a").click()
    expect(page.get_by_role("dialog")).to_contain_text("Training")
    assert "open=component:training" in page.url
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    place = resting_place(page, "component:training>outcome:practitioner-skill")
    page.mouse.click(*place)
    expect(page.get_by_role("dialog")).to_contain_text("Training – Practitioner skill")
    page.keyboard.press("Escape")
    expect(page.locator("[data-node='component:training'] a")).to_be_focused()


@pytest.mark.parametrize("drawn_by", ["page", "vis-network"])
def test_what_is_chosen_is_brought_out_and_the_rest_recedes(
    page: Page, address: str, kb: KnowledgeBase, drawn_by: str
) -> None:
    page.emulate_media(reduced_motion="reduce")
    opened(page, address, "view=graph")
    if drawn_by == "vis-network":
        taken_over(page)
    page.locator("[data-node='component:genograms'] a").focus()
    own = {f"{a}>{b}" for a, b in evidence_graph(kb).out_edges("component:genograms")}
    lit = page.locator(".em-edges [data-line]:not(.em-off, [hidden])")
    assert {line.get_attribute("data-line") for line in lit.all()} == own
    names = page.locator(".em-name:not(.em-off, [hidden])")
    assert {name.get_attribute("data-node") for name in names.all()} == {
        end for line in own for end in line.split(">")
    }
    if drawn_by == "vis-network":
        page.wait_for_function(
            """(own) => EvidenceMap.app.graph.network().lines.get()
              .every(({ id, hidden, color: { opacity } }) =>
                hidden || (opacity === 1) === own.includes(id))""",
            arg=sorted(own),
        )


def test_motion_only_where_it_is_wanted(page: Page, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    opened(page, address, "view=graph")
    read = "(e) => getComputedStyle(e).transitionDuration"
    assert page.locator(".em-edges > g").first.evaluate(read) == "0s"


def test_the_drawing_obeys_filters_and_theme(page: Page, address: str, kb: KnowledgeBase) -> None:
    taken_over(opened(page, address, "view=graph&component=genograms"))
    shown = page.evaluate(
        "() => EvidenceMap.app.graph.network().lines.get()"
        ".filter((e) => !e.hidden).map((e) => [e.id, e.color.color])"
    )
    chosen = [r for r in kb.published if r.component == "genograms"]
    lines = evidence_graph(kb, chosen).edges(data="kind")
    assert {line for line, _ in shown} == {f"{a}>{b}" for a, b, kind in lines if kind == "evidence"}
    page.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }")
    page.wait_for_function(
        """([line, light]) =>
          EvidenceMap.app.graph.network().lines.get(line).color.color !== light""",
        arg=shown[0],
    )


@pytest.mark.parametrize("width", [1306, 700])
def test_the_drawing_fits_whatever_size_the_window_takes(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": 1366, "height": 900})
    taken_over(opened(page, address, "view=graph"))
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_function(
        """() => {
          const { network, drawing } = EvidenceMap.app.graph.network();
          return Math.abs(network.getScale() - drawing.svg.getScreenCTM().a) < 1e-6;
        }"""
    )


def test_zooming_keeps_names_in_sight(page: Page, address: str) -> None:
    taken_over(opened(page, address, "view=graph"))
    for _ in range(3):
        page.get_by_role("button", name="Zoom in").click()
    page.wait_for_selector(".em-zoomed")
    outside = page.evaluate(
        """() => {
          const frame = document.querySelector('.em-drawing').getBoundingClientRect();
          return [...document.querySelectorAll('.em-name:not([hidden], .em-heading) text')]
            .map((text) => [text.textContent, text.getBoundingClientRect()])
            .filter(([, { left, right }]) => left < frame.left - 1 || right > frame.right + 1)
            .map(([name]) => name);
        }"""
    )
    assert outside == []
    page.get_by_role("button", name="Show all").click()
    page.wait_for_selector(".em-drawn:not(.em-zoomed)")


def test_a_path_is_drawn_by_what_its_steps_rest_on(
    page: Page, address: str, kb: KnowledgeBase
) -> None:
    start, outcome = "component:clinician", "family-outcomes"
    opened(page, address, f"view=graph&path={start}/{outcome}")
    steps = {}
    for way in paths(kb, start, outcome):
        for step in (way.first, way.second):
            assumed = step.arrow and step.arrow.assumptions
            footing = ("partly" if assumed else "records") if step.tally.records else "assumed"
            steps[f"{step.start}>{step.end}"] = footing
    drawn = page.locator(".em-route path")
    assert {
        step.get_attribute("data-step"): step.get_attribute("data-footing") for step in drawn.all()
    } == steps
    expect(page.locator(".em-edges [data-line]:not(.em-off, [hidden])")).to_have_count(0)
    expect(page.locator(".em-key [data-footing=assumed]")).to_be_visible()


def test_only_outcomes_that_a_path_leads_to_are_offered(
    page: Page, address: str, kb: KnowledgeBase
) -> None:
    settled(opened(page, address, "view=graph"))
    page.get_by_label("Path from", exact=True).select_option("component:training")
    offered = page.locator("#em-end option").evaluate_all("(all) => all.map((o) => o.value)")
    assert offered == [o for o in kb.outcomes if paths(kb, "component:training", o)]


def test_a_path_says_whether_one_study_covers_it(
    page: Page, address: str, kb: KnowledgeBase
) -> None:
    opened(page, address, "view=graph")
    found = next(
        (start, outcome, way)
        for start in (f"factor:{f}" for f in kb.vocabularies["factor"])
        for outcome in kb.outcomes
        for way in paths(kb, start, outcome)
        if way.verdict == "joined"
    )
    page.get_by_label("Path from", exact=True).select_option(found[0])
    page.get_by_label("to", exact=True).select_option(found[1])
    page.get_by_role("button", name="Read the path").click()
    panel = page.get_by_role("dialog")
    expect(panel).to_contain_text(VERDICTS["joined"])
    expect(panel).to_contain_text("A path is not a finding")
    # What helps or hinders is told as neither a finding nor an expectation.
    bearing = panel.locator(".em-way", has_text=VERDICTS["joined"]).first.locator(".em-step").first
    expect(bearing).to_have_text(re.compile(r": \d+ stud(y|ies), \d+ claims?\.$"))


def downloaded(page: Page, label: str) -> tuple[str, bytes]:
    page.locator(".em-take summary").click()
    with page.expect_download() as download:
        page.locator(".em-take button", has_text=re.compile(f"^{re.escape(label)}")).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_downloads_are_the_data_packages_lines(page: Page, address: str, kb: KnowledgeBase) -> None:
    opened(page, address)
    name, content = downloaded(page, "Claims as a spreadsheet")
    assert name == "evidence.csv"
    package = data_package(kb)
    counted = {record.id for record in kb.published}
    rows = list(csv.reader(io.StringIO(package["records.csv"].decode())))
    expected = io.StringIO()
    csv.writer(expected, lineterminator="\r\n").writerows(
        [rows[0], *(row for row in rows[1:] if row[0] in counted)]
    )
    assert content.decode() == expected.getvalue()


def test_downloads_obey_the_filters(page: Page, address: str, kb: KnowledgeBase) -> None:
    opened(page, address, "component=genograms&kind=perception,conclusion")
    chosen = [
        r
        for r in kb.published
        if r.component == "genograms" and r.kind in ("perception", "conclusion")
    ]
    _, content = downloaded(page, "Claims as a spreadsheet")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == [record.id for record in chosen]
    keys = sorted({record.source for record in chosen})
    _, references = downloaded(page, "References (BibTeX)")
    remarks = source_remarks(kb)
    entries = [(kb.sources[key], remarks.get(key, "")) for key in keys]
    head, _, listed = references.decode().partition("\n\n")
    assert edition(kb).words in head
    assert listed == "\n".join(bibtex.entry(*entry) for entry in entries)
    _, references = downloaded(page, "References (RIS)")
    origin = ris.database(kb)
    assert references.decode() == "\n".join(ris.entry(*entry, origin) for entry in entries)


@pytest.mark.parametrize("state", ["", "component=training"])
def test_the_graph_as_graphml_is_the_librarys(
    page: Page, address: str, kb: KnowledgeBase, state: str
) -> None:
    opened(page, address, state)
    name, content = downloaded(page, "Graph (GraphML)")
    assert name == "evidence.graphml"
    # The map writes names as it shows them, the library as the evidence has them.
    got = nx.parse_graphml(content.decode("utf-8").replace("’", "'"))
    chosen = [r for r in kb.published if not state or r.component == "training"]
    want = evidence_graph(kb, chosen)
    assert dict(got.nodes(data=True)) == dict(want.nodes(data=True))
    assert {
        (a, b): {k: v for k, v in d.items() if k != "id"} for a, b, d in got.edges(data=True)
    } == {(a, b): d for a, b, d in want.edges(data=True)}


PNG = {
    "Picture": "Picture for a slide (PNG)",
    "Graph as a picture": "Graph as a picture (PNG)",
}


@pytest.mark.parametrize("which", PNG)
def test_pictures_carry_source_date_and_limits(
    page: Page, address: str, kb: KnowledgeBase, which: str
) -> None:
    opened(page, address, "component=training")
    _, drawing = downloaded(page, f"{which} (SVG)")
    text = drawing.decode("utf-8")
    words = " ".join(re.sub(r"<[^>]+>", " ", text).split())
    assert edition(kb).words in words
    assert "Source: Evidence on a systemically informed key worker model" in text
    assert "scoping report" in text
    assert "Component: Accredited systemic training" in text
    if which == "Graph as a picture":
        assert f"With a finding from {kb.home}" in text
        assert all(typographic(item.label) in unescape(text) for item in graph_view(kb).key)
    assert "<script" not in text
    assert "foreignObject" not in text
    name, picture = downloaded(page, PNG[which])
    assert name.endswith(".png")
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 20_000


@pytest.mark.parametrize("state", ["", "setting=early-help&component=genograms,feedback-tools"])
def test_the_picture_to_take_away_is_the_one_on_the_page(
    page: Page, address: str, kb: KnowledgeBase, state: str
) -> None:
    opened(page, address, state)
    name, drawing = downloaded(page, "Picture (SVG)")
    assert name == "evidence-map.svg"
    root = ElementTree.fromstring(drawing)
    text = " ".join(" ".join(root.itertext()).split())
    assert (page.locator("#em-title").text_content() or "") in text
    dots = page.locator(".em-table td:not(.em-none-in-view) .em-dot path").filter(visible=True)
    on_page = sorted(dots.evaluate_all("(paths) => paths.map((path) => path.getAttribute('d'))"))
    drawn = sorted(
        path.get("d", "")
        for path in root.iter("{http://www.w3.org/2000/svg}path")
        if (path.get("transform") or "").startswith("translate")
    )
    key = 4 + len({1, max(len(cell.tally.studies) for cell in gap_map(kb).cells.values())}) + 1
    assert all(drawn.count(path) >= on_page.count(path) for path in on_page)
    if not state:
        assert len(drawn) == len(on_page) + key
    comparison = "measured with a comparison, as far as is reported"
    is_compared = page.evaluate(
        """() => { const { engine, result } = EvidenceMap.app;
        return result.indexes.some((i) => engine.basisOf(i) === "comparison"); }"""
    )
    assert (comparison in text) != is_compared
    assert typographic(" ".join(kb.report.limits_in_brief.split())) in text


@pytest.mark.parametrize("view", ["picture", "map", "graph", "list"])
def test_on_paper_the_view_says_what_it_shows_and_has_no_controls(
    page: Page, address: str, kb: KnowledgeBase, view: str
) -> None:
    opened(page, address, f"view={view}&component=genograms&words=family")
    counts = page.locator(".em-summary").text_content()
    page.emulate_media(media="print")
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    paper = page.locator(".em-paper")
    expect(paper).to_be_visible()
    name = {"picture": "Picture", "map": "Table", "graph": "Graph", "list": "List"}[view]
    for words in (
        name,
        f"{counts}. Only Component: Genograms; Words: family.",
        typographic(" ".join(kb.report.limits_in_brief.split())),
        f"Source: Evidence on a systemically informed key worker model, evidence map; "
        f"{edition(kb).words}.",
        page.url,
    ):
        expect(paper).to_contain_text(words)
    graph = ".em-drawing [data-line]:not([hidden])"
    shown = {"graph": graph, "list": ".em-card"}.get(view, ".em-table")
    expect(page.locator(shown).first).to_be_visible()
    if view == "list":
        # All of them, also those that were out of sight.
        claims = int((counts or "").split(", ")[-1].split()[0])
        assert page.locator("#em-list .em-card").count() == claims
    controls = page.locator("#em").locator("button, input, select, summary")
    # The names of the list's groups are words only on paper.
    visible = [control for control in controls.all() if control.is_visible()]
    assert all(c.evaluate("(e) => e.matches('.em-claims summary')") for c in visible)


def test_text_of_records_is_data_and_never_markup(
    page: Page, kb: KnowledgeBase, tmp_path: Path
) -> None:
    first = next(r for r in kb.published if r.outcomes and r.kind != "absence")
    odd = first.model_copy(
        update={"claim": HOSTILE + "w" * 4000, "note": HOSTILE, "sample": "'=1+1\"</style>"}
    ).named(first.id)
    hostile = replace(kb, records={**kb.records, first.id: odd})
    address = write_map(hostile, tmp_path)
    state = f"open=cell:{first.component}/{first.outcomes[0]}"
    opened(page, address, state)
    expect(page.get_by_role("dialog").locator(".em-claim", has_text="<script>")).to_have_count(1)
    body = page.locator(".em-panel-body")
    assert body.evaluate("(element) => element.scrollWidth <= element.clientWidth")
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="List").click()
    expect(page.locator("#em-list .em-card").first).to_be_visible()
    page.get_by_role("tab", name="Graph").click()
    taken_over(page)
    _, content = downloaded(page, "Claims as a spreadsheet")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))}
    assert rows[first.id]["claim"] == odd.claim
    downloaded(page, "Picture (SVG)")
    assert page.evaluate("() => window.broken") is None


def test_an_empty_cell_shows_the_record_that_says_that_nothing_is_known(
    page: Page, kb: KnowledgeBase, tmp_path: Path
) -> None:
    silent = next(c for c in gap_map(kb).cells.values() if c.emptiness == "no-search-reported")
    absence = next(r for r in kb.published if r.kind == "absence")
    said = absence.model_copy(
        update={"component": silent.component, "outcomes": (silent.outcome,)}
    ).named("said-to-be-lacking")
    address = write_map(replace(kb, records={**kb.records, said.id: said}), tmp_path)
    cell = page.locator(f"tr[data-outcome={silent.outcome}] td[data-component={silent.component}]")
    opened(page, address, f"component={silent.component}")
    expect(cell).to_contain_text(standings(kb)["said-to-be-lacking"].label)
    opened(page, address, f"component={silent.component}&words=nosuchword")
    expect(cell).to_contain_text(standings(kb)["none-in-view"].label)
    cell.locator("a").click()
    expect(page.get_by_role("dialog").locator(".em-claim")).to_have_text(said.claim)


@pytest.mark.parametrize("group", ["component", "outcomes"])
def test_the_list_is_grouped_and_its_cards_are_made_when_wanted(
    page: Page, address: str, kb: KnowledgeBase, group: str
) -> None:
    opened(page, address, "view=list")
    page.get_by_label("Group by").select_option(group)
    folds = page.locator(".em-claims")
    used = {r.component for r in kb.published}
    if group == "outcomes":
        # One more for those that are about no outcome.
        used = {o for r in kb.published for o in r.outcomes} | {""}
    expect(folds).to_have_count(len(used))
    assert page.locator(".em-card").count() <= 40
    last = folds.last
    last.locator("summary").click()
    expect(last.locator(".em-card").first).to_be_visible()
    size = int(re.findall(r"\d+", last.locator(".em-count").text_content() or "")[0])
    if size > 40:
        last.get_by_role("button", name=re.compile("^Show")).click()
        expect(last.locator(".em-card")).to_have_count(min(size, 80))


def test_on_a_phone_nothing_runs_off_the_screen_and_targets_are_large(
    page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    # A tick box is pressed by its label; links within a card's text are a sentence's.
    small = """() => [...document.getElementById('em')
        .querySelectorAll('button, a, summary, select, input, label:has(input)')]
      .filter((e) => e.checkVisibility() && !e.matches('.em-card a, input[type=checkbox]'))
      .map((e) => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
      .filter(([, box]) => box.width && (box.height < 24 || box.width < 24))
      .map(([html]) => html)"""
    for view in ("picture", "map", "graph", "list"):
        filters = "" if view == "map" else "&component=training"
        settled(opened(page, address, f"view={view}{filters}"))
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
        assert page.evaluate(small) == []
    opened(page, address, "open=cell:training/practitioner-skill")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_the_title_is_the_finding_of_what_the_filters_leave(
    page: Page, address: str, kb: KnowledgeBase
) -> None:
    opened(page, address)
    title = page.locator("#em-title")
    assert title.text_content() == finding(kb, gap_map(kb))[0]
    opened(page, address, f"setting={next(s for s, t in kb.settings.items() if t.direct)}")
    direct = [r for r in kb.published if kb.settings[r.setting].direct]
    assert title.text_content() == finding(kb, gap_map(kb, direct))[0]
    opened(page, address, "kind=objective")
    assert (title.text_content() or "").startswith("No finding on any of")


@pytest.mark.parametrize("width", [1366, 1024, 768, 390, 320])
def test_every_filter_opens_inside_the_window(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 768})
    opened(page, address)
    fold = page.locator(".em-more > summary")
    if fold.is_visible():
        fold.click()

    def check(what: str) -> None:
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width, what
        outside = page.evaluate(
            """() => [...document.querySelectorAll('.em-drop[open] > .em-pop')]
              .filter((pop) => pop.checkVisibility())
              .map((pop) => pop.getBoundingClientRect())
              .filter(({ left, right, top, bottom }) =>
                left < 0 || right > innerWidth || top < 0 || bottom > innerHeight)
              .map((box) => JSON.stringify(box))"""
        )
        assert outside == [], what

    drops = page.locator(".em-drop > summary")
    assert drops.count() == 6
    for drop in drops.all():
        drop.click()
        check(drop.text_content() or "")
        for fold in drop.locator("xpath=..").locator(".em-fold > summary").all():
            fold.click()
            check(fold.text_content() or "")
        drop.click()


def test_the_map_is_one_stop_of_the_tab_key_and_arrows_go_on(page: Page, address: str) -> None:
    opened(page, address)
    first = page.locator(".em-table a[tabindex='0']")
    expect(first).to_have_count(1)
    first.focus()
    where = "() => [document.activeElement.closest('tr').dataset.outcome, " + (
        "document.activeElement.closest('td, th').dataset.component]"
    )
    outcome, component = page.evaluate(where)
    page.keyboard.press("ArrowRight")
    assert page.evaluate(where)[0] == outcome
    assert page.evaluate(where)[1] != component
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(where)[0] != outcome
    assert page.evaluate(where)[1] == component
    lit = page.locator(".em-lit")
    assert {one.get_attribute("data-component") for one in lit.all()} == {component}
    page.keyboard.press("Space")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    # The page hears of it a moment later, gives the focus back, and then changes its address.
    page.wait_for_function("() => !location.hash.includes('open=')")
    assert page.evaluate(where)[1] == component
    page.keyboard.press("Home")
    assert page.evaluate("() => document.activeElement.closest('th') !== null")


def test_rows_can_stand_by_their_number_of_studies(
    page: Page, address: str, kb: KnowledgeBase
) -> None:
    opened(page, address)
    read = """() => [...document.querySelectorAll('.em-table tr[data-outcome]')]
      .filter((row) => row.checkVisibility()).map((row) => row.dataset.outcome)"""
    assert page.evaluate(read) == list(kb.outcomes)
    page.get_by_role("button", name="Most studies first").click()
    table = gap_map(kb)

    def studies(outcome: str) -> int:
        return len({study for cell in table.row(outcome) for study in cell.tally.studies})

    order = page.evaluate(read)
    assert sorted(order) == sorted(kb.outcomes)
    numbers = [studies(outcome) for outcome in order]
    assert numbers == sorted(numbers, reverse=True)
    assert "rows=evidence" in page.url
    page.get_by_role("button", name="Most studies first").click()
    assert page.evaluate(read) == list(kb.outcomes)


def test_the_panel_stands_beside_the_picture_on_a_desk_and_over_it_on_a_phone(
    page: Page, address: str
) -> None:
    opened(page, address)
    one = page.locator("tr[data-outcome=practitioner-skill] td[data-component=training]")
    other = page.locator("tr[data-outcome=practitioner-skill] td[data-component=clinician]")
    one.click()
    panel = page.get_by_role("dialog")
    box, table = panel.bounding_box(), page.locator(".em-table").bounding_box()
    assert box
    assert table
    assert box["x"] >= table["x"] + table["width"]
    assert not panel.evaluate("(dialog) => dialog.matches(':modal')")
    # What is beside it stays in use.
    other.click()
    expect(panel).to_contain_text("Clinicians – Practitioner skill")
    page.keyboard.press("Escape")
    expect(other.locator("a")).to_be_focused()
    expect(other).to_be_in_viewport()
    page.set_viewport_size({"width": 390, "height": 844})
    other.click()
    assert panel.evaluate("(dialog) => dialog.matches(':modal')")
    page.keyboard.press("Escape")
    expect(other.locator("a")).to_be_focused()


def test_an_empty_cell_leads_to_the_nearest_evidence_and_to_the_gap(
    page: Page, address: str, kb: KnowledgeBase
) -> None:
    table = gap_map(kb)
    empty = next(
        cell
        for cell in table.cells.values()
        if cell.gaps
        and not cell.tally.records
        and any(c.tally.records for c in table.row(cell.outcome))
    )
    near = [c for c in table.row(empty.outcome) if c.tally.records]
    opened(page, address, f"open=cell:{empty.component}/{empty.outcome}")
    panel = page.get_by_role("dialog")
    expect(panel.get_by_role("link", name=kb.gaps[empty.gaps[0]].question)).to_have_attribute(
        "href", f"gaps.html#gap-{empty.gaps[0]}"
    )
    label = kb.components[near[0].component].short
    panel.get_by_role("button", name=re.compile(f"^{re.escape(label)}: ")).click()
    expect(panel.locator("h2")).to_contain_text(label)
    assert f"open=cell:{near[0].component}/{empty.outcome}" in page.url


def test_where_nothing_is_left_the_map_says_what_to_loosen(
    page: Page, address: str, kb: KnowledgeBase
) -> None:
    opened(page, address, "component=training&words=nosuchword")
    expect(page.locator(".em-nothing")).to_contain_text("No claim fits all of these filters.")
    about = sum(r.component == "training" for r in kb.published)
    loosen = page.get_by_role("button", name=f"Words: nosuchword (leaves {about} claims)")
    loosen.click()
    expect(page.locator(".em-nothing")).to_be_empty()
    expect(page.locator(".em-chips li")).to_have_count(1)


def test_any_number_of_components_and_outcomes_has_room(
    page: Page, kb: KnowledgeBase, tmp_path: Path
) -> None:
    """Nine components and forty outcomes."""
    words = dict(kb.vocabularies)
    for name, number in (("component", 9), ("outcome", 40)):
        terms = dict(words[name])
        template = list(terms.values())
        for at in range(len(terms), number):
            term = template[at % len(template)]
            terms[f"more-{at}"] = term.model_copy(update={"label": f"{term.label} {at}"})
        words[name] = terms
    address = write_map(replace(kb, vocabularies=words), tmp_path)
    for width in (1366, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 768})
        opened(page, address)
        assert page.locator(".em-table td").count() == 360
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
        small = page.locator(".em-table td a").evaluate_all(
            """(links) => links.filter((a) => a.checkVisibility())
              .map((a) => a.getBoundingClientRect())
              .filter(({ width, height }) => width < 24 || height < 24)
              .map((box) => `${box.width} ${box.height}`)"""
        )
        assert small == [], width


def test_outcomes_without_claims_are_folded_on_a_phone(
    page: Page, address: str, kb: KnowledgeBase
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, address)
    table = gap_map(kb)
    filled = sum(any(cell.tally.records for cell in table.row(o)) for o in table.outcomes)
    assert filled < len(table.outcomes)
    rows = page.locator(".em-table tr[data-outcome]").filter(visible=True)
    assert rows.count() == filled
    page.get_by_label("Show outcomes without claims").check()
    assert rows.count() == len(table.outcomes)
    page.set_viewport_size({"width": 1366, "height": 844})
    page.get_by_label("Show outcomes without claims").evaluate("(box) => { box.checked = false; }")
    assert rows.count() == len(table.outcomes)


@pytest.mark.parametrize("width", [1366, 768])
def test_hovering_a_cell_says_inside_the_window_what_it_holds(
    page: Page, address: str, kb: KnowledgeBase, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 768})
    opened(page, address)
    outcome = next(iter(kb.outcomes))
    for cell in gap_map(kb).row(outcome):
        place = page.locator(f"tr[data-outcome={outcome}] td[data-component={cell.component}]")
        place.hover()
        words = place.locator(".em-tip")
        box = words.bounding_box()
        assert box
        assert box["width"] > 100
        assert 0 <= box["x"] <= width - box["width"]
        if not cell.tally.records:
            expect(words).to_contain_text(standings(kb)[cell.standing].label)
        lit = {one.get_attribute("data-component") for one in page.locator(".em-lit").all()}
        assert lit == {cell.component}
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_results_are_pictures_in_the_panel(page: Page, address: str, kb: KnowledgeBase) -> None:
    measured = next(r for r in kb.published if r.results and r.outcomes)
    opened(page, address, f"open=cell:{measured.component}/{measured.outcomes[0]}")
    cards = page.locator(".em-panel .em-card")
    card = cards.filter(has=page.locator(f"a[href='records/{measured.id}.html']"))
    expect(card.locator(".kb-effect-point")).to_have_count(
        sum(len(panel.effects) for panel in effects(kb, [measured]).panels)
    )
    # None of it is loaded or shown before somebody asks.
    opened(page, address)
    assert page.locator(".kb-effects").count() == 0


def test_the_same_evidence_opens_the_same_way_twice(page: Page, address: str) -> None:
    one = opened(page, address).evaluate("() => JSON.stringify(EvidenceMap.app.result)")
    two = opened(page, address).evaluate("() => JSON.stringify(EvidenceMap.app.result)")
    assert json.loads(one) == json.loads(two)

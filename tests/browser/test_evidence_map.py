"""The evidence map used in a real browser: one filtered set, three views, links and downloads."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from evidence_map_site import chromium, opened, settled, write_map
from playwright.sync_api import Browser, Page, expect

from knowledge_base.exports.data_package import data_package
from knowledge_base.exports.formats import bibtex, ris
from knowledge_base.exports.source_remarks import source_remarks
from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.gap_map import gap_map, standings
from knowledge_base.views.graph import evidence_graph
from knowledge_base.views.paths import VERDICTS, paths
from knowledge_base.views.profile import profile
from knowledge_base.views.selection import tally

pytestmark = pytest.mark.browser

HOSTILE = (
    '<script>window.broken = 1</script><img src=x onerror="window.broken=2"> \u202eabc\u202c \'"'
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


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
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1366, "height": 900}, accept_downloads=True)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda m: problems.append(m.text) if m.type == "error" else None)
    foreign: list[str] = []
    own = ("file:", "data:", "blob:", "about:")
    page.on("request", lambda r: None if r.url.startswith(own) else foreign.append(r.url))
    yield page
    context.close()
    assert not problems
    assert not foreign, "the map must ask no other host"


def test_reading_a_path_shows_the_chain_and_its_assumptions(
    page: Page, address: str, kb: KnowledgeBase
) -> None:
    opened(page, address, "view=graph")
    page.get_by_label("From", exact=True).select_option("component:training")
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
                expect(told).to_contain_text("Assumption; no claim.")
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
            assert studies.split()[0] == str(len(counts.studies))
            assert claims.split(", ")[-1].split()[0] == str(counts.claims)
        else:
            assert not studies


def test_the_page_is_complete_without_javascript(
    browser: Browser, address: str, kb: KnowledgeBase
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)
    table = page.get_by_role("table")
    expect(table.locator("caption")).to_be_visible()
    assert table.locator("th[scope=col]").count() == len(kb.components) + 1
    assert table.locator("th[scope=row]").count() == len(kb.outcomes)
    assert table.locator("th[scope=rowgroup]").count() == len(kb.vocabularies["outcome-level"])
    first = table.locator("td a").first
    assert first.get_attribute("href")
    expect(page.get_by_text("No search reported").first).to_be_visible()
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
    assert page.locator(".em-card").first.get_attribute("aria-setsize") == str(about.claims)
    page.get_by_role("tab", name="Graph").click()
    expect(page.locator(".em-twin")).to_contain_text("no claims in this view")
    page.get_by_role("button", name="Reset all filters").click()
    expect(page.locator(".em-summary")).to_have_text(whole or "")


def test_words_are_looked_for_as_they_are_typed(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_role("searchbox").fill("genograms")
    expect(page.locator(".em-chips")).to_contain_text("Words: genograms")
    assert "words=genograms" in page.url


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
    expect(page.get_by_role("tab", name="Gap map")).to_have_attribute("aria-selected", "true")
    page.go_forward()
    expect(page.get_by_role("tab", name="List")).to_have_attribute("aria-selected", "true")


STATES = [
    "view=graph&component=training,clinician&setting=early-help&factors=yes",
    "view=list&kind=perception&level=family&from=2015&to=2023&words=%22social%20care%22&sort=newest",
    "open=cell:training/practitioner-skill",
    "view=graph&open=component:genograms",
    "setting=early-help&empty=hidden",
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
    page.get_by_role("button", name="Got it").click()
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
    expect(panel).to_contain_text(" ".join(profile(kb, view)))
    assert panel.locator(".em-card").count() == view.tally.claims
    assert "open=cell:training/practitioner-skill" in page.url
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(cell).to_be_focused()
    assert "open=" not in page.url
    cell.click()
    page.go_back()
    expect(panel).to_be_hidden()


@pytest.mark.parametrize(
    ("state", "place"),
    [
        ("", "tr[data-outcome=supervision-quality] td[data-component=group-supervision] a"),
        ("view=graph&", ".em-twin button:has-text('Quality of supervision 3 studies')"),
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


def test_where_the_cell_is_hidden_the_focus_goes_to_the_view(page: Page, address: str) -> None:
    opened(page, address, "component=training&open=cell:group-supervision/staff-retention")
    page.keyboard.press("Escape")
    expect(page.get_by_role("tab", name="Gap map")).to_be_focused()


def test_the_panel_copies_its_own_link(page: Page, address: str) -> None:
    opened(page, address, "open=cell:genograms/family-understanding")
    panel = page.get_by_role("dialog")
    panel.get_by_role("button", name="Copy link").click()
    expect(panel.get_by_role("status")).to_contain_text("ink")
    expect(panel).to_be_visible()


@pytest.mark.parametrize("width", [390, 1366])
def test_pairs_without_claims_can_be_hidden_and_come_back(
    page: Page, address: str, kb: KnowledgeBase, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    opened(page, address)
    cells = page.locator(".em-table td")
    filled = sum(
        bool(cell.tally.records or cell.apart.records) for cell in gap_map(kb).cells.values()
    )
    assert cells.filter(visible=True).count() == cells.count()
    page.get_by_label("Hide pairs without claims").check()
    assert cells.filter(visible=True).count() == filled
    assert "empty=hidden" in page.url
    opened(page, address, "empty=hidden")
    assert cells.filter(visible=True).count() == filled
    page.get_by_label("Hide pairs without claims").uncheck()
    assert cells.filter(visible=True).count() == cells.count()


def test_the_panel_leads_to_the_list(page: Page, address: str, kb: KnowledgeBase) -> None:
    opened(page, address, "open=cell:genograms/family-understanding")
    page.get_by_role("button", name="Show these in the list").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    size = gap_map(kb).cells["genograms", "family-understanding"].tally.claims
    expect(page.locator(".em-card").first).to_have_attribute("aria-setsize", str(size))


def graph_frame(page: Page) -> Any:
    """The drawing's own document, once all boxes are drawn and the whole of it fits."""
    page.wait_for_selector(".em-frame[data-drawn]")
    frame = page.query_selector(".em-frame iframe").content_frame()
    fitting = page.evaluate(
        """() => {
          const { engine, state } = EvidenceMap.app;
          const { clientWidth, clientHeight } = document.querySelector('.em-frame iframe');
          const name = (clientWidth < 640 ? 'narrow' : 'wide') + (state.factors ? '-factors' : '');
          const { width, height } = engine.data.layouts[name];
          return Math.min(clientWidth / width, clientHeight / height);
        }"""
    )
    frame.wait_for_function(
        """(fitting) => {
          const { network } = EvidenceGraph.drawing;
          return Math.abs(network.getScale() - fitting) < 0.001
            && Object.values(network.body.nodes)
              .every(({ options, shape }) => options.hidden || shape.width);
        }""",
        arg=fitting,
    )
    return frame


def test_the_library_is_fetched_only_for_the_graph(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, address)
    page.get_by_role("tab", name="List").click()
    assert not any("vis-network" in url for url in asked)
    page.get_by_role("tab", name="Graph").click()
    graph_frame(page)
    assert any("vis-network" in url for url in asked)


@pytest.mark.parametrize("width", [1366, 360])
@pytest.mark.parametrize("factors", ["", "&factors=yes"])
def test_labels_of_the_drawing_never_overlap(
    page: Page, address: str, width: int, factors: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    frame = graph_frame(opened(page, address, f"view=graph{factors}"))
    boxes = frame.evaluate(
        """() => Object.values(EvidenceGraph.drawing.network.body.nodes)
          .filter((node) => !/^(left|right) /.test(node.id) && !node.options.hidden)
          .map(({ id, x, y, shape: { width, height } }) => [id, {
            left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2,
          }])"""
    )
    assert len(boxes) > 30
    for (one, a), (two, b) in combinations(boxes, 2):
        apart = (
            a["right"] <= b["left"]
            or b["right"] <= a["left"]
            or a["bottom"] <= b["top"]
            or b["bottom"] <= a["top"]
        )
        assert apart, f"{one} lies on {two}"


def test_a_press_on_a_line_or_box_opens_its_records(page: Page, address: str) -> None:
    frame = graph_frame(opened(page, address, "view=graph"))
    holder = page.locator(".em-frame iframe").bounding_box()
    assert holder

    def press(x: float, y: float) -> None:
        place = frame.evaluate(
            "([x, y]) => EvidenceGraph.drawing.network.canvasToDOM({ x, y })", [x, y]
        )
        page.mouse.click(holder["x"] + place["x"], holder["y"] + place["y"])

    page.locator(".em-frame").scroll_into_view_if_needed()
    holder = page.locator(".em-frame iframe").bounding_box()
    place = frame.evaluate("() => EvidenceGraph.drawing.nodes.get('component:training')")
    press(place["x"], place["y"])
    expect(page.get_by_role("dialog")).to_contain_text("Training")
    assert "open=component:training" in page.url
    page.keyboard.press("Escape")
    middle = frame.evaluate(
        """() => EvidenceGraph.drawing.network.body
          .edges['component:training>outcome:practitioner-skill'].edgeType.getPoint(0.4)"""
    )
    press(middle["x"], middle["y"])
    expect(page.get_by_role("dialog")).to_contain_text("Training – Practitioner skill")


def test_the_twin_reaches_every_node_and_line_in_step_with_the_drawing(
    page: Page, address: str, kb: KnowledgeBase
) -> None:
    frame = graph_frame(opened(page, address, "view=graph&factors=yes"))
    graph = evidence_graph(kb)
    buttons = page.locator(".em-twin button:visible")
    expect(buttons).to_have_count(graph.number_of_nodes() + graph.number_of_edges())
    for start, end, data in graph.edges(data=True):
        if (start, end) == ("component:group-supervision", "outcome:staff-retention"):
            told = page.locator(".em-twin ul ul button", has_text="Staff retention").nth(1)
            expect(told).to_contain_text(f"{data['studies']} studies")
            expect(told).to_contain_text(standings(kb)[data["directness"]][0])
    # What helps or hinders is neither a finding nor an expectation; the legend has its line.
    assert "Only expected" not in page.locator(".em-twin > div").last.inner_text()
    legend = page.get_by_role("list", name="What strokes, widths and signs mean")
    expect(legend.get_by_text("What helps or hinders")).to_be_visible()
    line = page.locator(".em-twin ul ul button", has_text="Practitioner skill").first
    line.focus()
    frame.wait_for_function(
        """() => EvidenceGraph.drawing.network.getSelectedEdges().join()
          === 'component:training>outcome:practitioner-skill'"""
    )
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("Training – Practitioner skill")
    page.keyboard.press("Escape")
    expect(line).to_be_focused()


def test_the_drawing_obeys_filters_and_theme(page: Page, address: str, kb: KnowledgeBase) -> None:
    frame = graph_frame(opened(page, address, "view=graph&component=genograms"))
    shown = frame.evaluate(
        "() => EvidenceGraph.drawing.edges.get().filter((e) => !e.hidden).map((e) => e.id)"
    )
    chosen = [r for r in kb.published if r.component == "genograms"]
    lines = evidence_graph(kb, chosen).edges(data="kind")
    assert set(shown) == {f"{a}>{b}" for a, b, kind in lines if kind == "evidence"}
    legend = page.get_by_label("What strokes, widths and signs mean")
    expect(legend.get_by_text("What helps or hinders")).to_be_hidden()
    page.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }")
    frame.wait_for_function("() => document.documentElement.dataset.theme === 'dark'")


@pytest.mark.parametrize("width", [1306, 600])
def test_the_drawing_fits_whatever_size_the_window_takes(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": 1366, "height": 900})
    graph_frame(opened(page, address, "view=graph"))
    page.set_viewport_size({"width": width, "height": 900})
    graph_frame(page)  # which waits until it fits


def test_the_drawing_zooms_and_fits_again(page: Page, address: str) -> None:
    frame = graph_frame(opened(page, address, "view=graph"))
    fitted = frame.evaluate("() => EvidenceGraph.drawing.network.getScale()")
    page.get_by_role("button", name="Zoom in").click()
    frame.wait_for_function(
        "(fitted) => EvidenceGraph.drawing.network.getScale() > fitted", arg=fitted
    )
    page.get_by_role("button", name="Show all").click()
    frame.wait_for_function(
        "(fitted) => Math.abs(EvidenceGraph.drawing.network.getScale() - fitted) < 1e-6", arg=fitted
    )


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
    page.get_by_label("From", exact=True).select_option(found[0])
    page.get_by_label("to", exact=True).select_option(found[1])
    page.get_by_role("button", name="Read the path").click()
    panel = page.get_by_role("dialog")
    expect(panel).to_contain_text(VERDICTS["joined"])
    expect(panel).to_contain_text("A path is no finding")
    # What helps or hinders is told as neither a finding nor an expectation.
    bearing = panel.locator(".em-way", has_text=VERDICTS["joined"]).first.locator(".em-step").first
    expect(bearing).to_have_text(re.compile(r": \d+ stud(y|ies), \d+ claims?\.$"))


def downloaded(page: Page, label: str) -> tuple[str, bytes]:
    page.locator(".em-take summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=label).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_downloads_are_the_data_packages_lines(page: Page, address: str, kb: KnowledgeBase) -> None:
    opened(page, address)
    name, content = downloaded(page, "Claims as a spreadsheet")
    assert name == "evidence.csv"
    package = data_package(kb)
    counted = {record.id for record in kb.published}
    rows = list(csv.reader(io.StringIO(package["records.csv"])))
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
    assert references.decode() == "\n".join(bibtex.entry(*entry) for entry in entries)
    _, references = downloaded(page, "References (RIS)")
    assert references.decode() == "\n".join(ris.entry(*entry) for entry in entries)


@pytest.mark.parametrize("state", ["", "component=training"])
def test_the_graph_as_graphml_is_the_librarys(
    page: Page, address: str, kb: KnowledgeBase, state: str
) -> None:
    opened(page, address, state)
    name, content = downloaded(page, "Graph (GraphML)")
    assert name == "evidence.graphml"
    got = nx.parse_graphml(content.decode("utf-8"))
    chosen = [r for r in kb.published if not state or r.component == "training"]
    want = evidence_graph(kb, chosen)
    assert dict(got.nodes(data=True)) == dict(want.nodes(data=True))
    assert {
        (a, b): {k: v for k, v in d.items() if k != "id"} for a, b, d in got.edges(data=True)
    } == {(a, b): d for a, b, d in want.edges(data=True)}


@pytest.mark.parametrize("which", ["Gap map", "Graph"])
def test_pictures_carry_source_date_and_limits(
    page: Page, address: str, kb: KnowledgeBase, which: str
) -> None:
    opened(page, address, "component=training")
    _, drawing = downloaded(page, f"{which} as a picture (SVG)")
    text = drawing.decode("utf-8")
    newest = max(record.added for record in kb.published).isoformat()
    assert newest in text
    assert "Source: Evidence on a systemically informed key worker model" in text
    assert "scoping report" in text
    assert "Component: Accredited systemic training" in text
    # How direct the findings are: of all lines in the graph's key, of each cell in the map.
    told = {"Graph": "direct", "Gap map": "no-search-reported"}[which]
    for standing in ("only-indirect", "only-expected", told):
        assert standings(kb)[standing][0] in text
    assert "<script" not in text
    assert "foreignObject" not in text
    name, picture = downloaded(page, f"{which} as a picture (PNG)")
    assert name.endswith(".png")
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 20_000


@pytest.mark.parametrize("state", ["", "setting=early-help&component=genograms,feedback-tools"])
def test_the_slide_is_wide_and_explains_its_cells(
    page: Page, address: str, kb: KnowledgeBase, state: str
) -> None:
    opened(page, address, state)
    name, drawing = downloaded(page, "Gap map for a slide (SVG)")
    assert name == "gap-map-slide.svg"
    root = ElementTree.fromstring(drawing)
    width, height = (float(root.get(side, "0")) for side in ("width", "height"))
    assert width / height == pytest.approx(16 / 9)
    # Texts are wrapped, so words are compared without their lines.
    text = " ".join(" ".join(root.itertext()).split())
    standings = page.evaluate(
        """() => { const { engine, result } = EvidenceMap.app;
        return [...new Set(engine.cells(result.indexes).map((cell) => cell.standing))]; }"""
    )
    explained = {"only-indirect", "none-found", "no-search-reported"}
    if not state:
        explained |= set(standings)
    for standing in explained:
        assert ": ".join(standings(kb)[standing]) in text
    assert "Source: Evidence on a systemically informed key worker model" in text
    assert kb.report.limits_in_brief in text
    comparison = "reported to have been measured against a comparison"
    is_compared = page.evaluate(
        """() => { const { engine, result } = EvidenceMap.app;
        return result.indexes.some((i) => engine.basisOf(i) === "comparison"); }"""
    )
    assert (comparison in text) != is_compared


@pytest.mark.parametrize("view", ["map", "graph", "list"])
def test_on_paper_the_view_says_what_it_shows_and_has_no_controls(
    page: Page, address: str, kb: KnowledgeBase, view: str
) -> None:
    opened(page, address, f"view={view}&component=genograms&words=family")
    counts = page.locator(".em-summary").text_content()
    page.emulate_media(media="print")
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    paper = page.locator(".em-paper")
    expect(paper).to_be_visible()
    name = {"map": "Gap map", "graph": "Graph", "list": "List"}[view]
    newest = max(record.added for record in kb.published).isoformat()
    for words in (
        name,
        f"{counts}. Only Component: Genograms; Words: family.",
        kb.report.limits_in_brief,
        f"Source: Evidence on a systemically informed key worker model, evidence map; newest "
        f"record of {newest}.",
        page.url,
    ):
        expect(paper).to_contain_text(words)
    shown = {"map": ".em-table", "graph": ".em-frame", "list": ".em-card"}[view]
    expect(page.locator(shown).first).to_be_visible()
    if view == "list":
        # All of them, also those that were out of sight.
        claims = int((counts or "").split(", ")[-1].split()[0])
        assert page.locator("#em-list .em-card").count() == claims
    controls = page.locator("#em").locator("button, input, select, summary")
    # The twin's buttons are the words of the graph; on paper they are words only.
    visible = [c for c in controls.all() if c.is_visible()]
    assert all(c.evaluate("(e) => e.matches('.em-twin button')") for c in visible)


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
    graph_frame(page)
    _, content = downloaded(page, "Claims as a spreadsheet")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))}
    assert rows[first.id]["claim"] == odd.claim
    downloaded(page, "Gap map as a picture (SVG)")
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
    opened(page, address, f"component={silent.component}&words=nosuchword")
    cell = page.locator(f"tr[data-outcome={silent.outcome}] td[data-component={silent.component}]")
    expect(cell).to_contain_text(standings(kb)["said-to-be-lacking"].label)
    cell.locator("a").click()
    expect(page.get_by_role("dialog").locator(".em-claim")).to_have_text(said.claim)


def test_only_cards_in_sight_are_drawn(page: Page, address: str, kb: KnowledgeBase) -> None:
    opened(page, address, "view=list")
    drawn = page.locator("#em-list .em-card").count()
    assert 0 < drawn < len(kb.published) / 2
    page.evaluate("() => window.scrollTo(0, document.body.scrollHeight)")
    last = page.locator("#em-list .em-card").last
    expect(last).to_have_attribute("aria-posinset", str(len(kb.published)))


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
    for view in ("map", "graph", "list"):
        settled(opened(page, address, f"view={view}&component=training" if view != "map" else ""))
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
        assert page.evaluate(small) == []
    opened(page, address, "open=cell:training/practitioner-skill")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_the_same_evidence_opens_the_same_way_twice(page: Page, address: str) -> None:
    one = opened(page, address).evaluate("() => JSON.stringify(EvidenceMap.app.result)")
    two = opened(page, address).evaluate("() => JSON.stringify(EvidenceMap.app.result)")
    assert json.loads(one) == json.loads(two)

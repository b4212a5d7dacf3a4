"""Long reading pages in a real browser: the answer at the top, the rest one step away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect
from windows import Windows

pytestmark = pytest.mark.browser

OPEN_WORDS = (Path(__file__).parent / "open_words.js").read_text(encoding="utf-8").rstrip(";\n")

Opener = Callable[..., Page]


@pytest.fixture
def opened(windows: Windows, built_site: Path) -> Opener:
    """Opens a page of the built book as a file."""

    def open_page(name: str, *, width: int = 1366, scripts: bool = True) -> Page:
        path, mark, place = name.partition("#")
        file = (built_site / "book" / f"{path}.html").as_uri()
        return windows.open(
            f"{file}{mark}{place}", width=width, height=900, java_script_enabled=scripts
        )

    return open_page


def test_details_are_opened_and_closed_by_keyboard_without_scripts(opened: Opener) -> None:
    page = opened("blueprint/training", scripts=False)
    part = page.locator(".kb-more:has(table.tidier)")
    table = part.locator("table.tidier")
    expect(table).to_be_hidden()
    part.locator("summary").press("Enter")
    expect(table).to_be_visible()
    part.locator("summary").press("Enter")
    expect(table).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390])
def test_a_table_of_signs_stays_a_table_on_a_phone(opened: Opener, width: int) -> None:
    page = opened("blueprint/tidier", width=width)
    table = page.locator("table.kb-matrix")
    frame = page.locator(".table-frame", has=table)
    assert frame.evaluate("one => one.scrollWidth - one.clientWidth") <= 1
    row = table.get_by_role("row").nth(1).get_by_role("cell")
    tops = row.evaluate_all("all => all.map((one) => one.getBoundingClientRect().top)")
    assert len(set(tops)) == 1
    expect(row.first).to_have_text("● reported")
    expect(page.get_by_text("● reported · ◐ partly reported")).to_be_visible()


def test_a_count_leads_to_its_records_and_opens_them(opened: Opener) -> None:
    page = opened("evidence/records")
    link = page.locator("table.kb-counts td a").first
    number = int(link.inner_text().split()[0])
    link.press("Enter")
    rows = page.locator("details[open] table.records tbody tr")
    expect(rows).to_have_count(number)
    expect(rows.first).to_be_in_viewport()


def test_on_paper_nothing_stays_closed(opened: Opener) -> None:
    page = opened("blueprint/training")
    page.emulate_media(media="print")
    bodies = page.locator(".kb-more > :not(summary)")
    assert bodies.count() > page.locator(".kb-more").count() / 2
    for index in range(bodies.count()):
        expect(bodies.nth(index)).to_be_visible()


@pytest.mark.parametrize(
    ("page_name", "table", "label"),
    [
        ("blueprint/training", "barriers", "What may help"),
        ("about/discrepancies", "discrepancies", "How we handle it"),
    ],
)
def test_on_a_phone_the_answer_to_a_barrier_or_note_keeps_its_name(
    opened: Opener, page_name: str, table: str, label: str
) -> None:
    cell = opened(page_name, width=320).locator(f"table.{table} tbody td").first
    before = cell.evaluate(
        "one => { const style = getComputedStyle(one, '::before');"
        " return [style.display, style.content]; }"
    )
    assert before == ["block", f'"{label}"']


@pytest.mark.parametrize(("name", "most"), [("evidence/outcomes", 1_500), ("evidence/gaps", 1_200)])
def test_a_page_of_lines_that_open_has_few_words_before_one_presses(
    opened: Opener, name: str, most: int
) -> None:
    assert 200 < opened(name).locator("main").evaluate(OPEN_WORDS) <= most


@pytest.mark.parametrize(
    "name",
    [
        "evidence/since-2023",
        "evidence/studies",
        "evidence/report-and-sources",
        "about/references",
        "about/discrepancies",
        "blueprint/training",
    ],
)
def test_a_long_page_is_a_dozen_screens_of_a_phone(opened: Opener, name: str) -> None:
    page = opened(name, width=390)
    assert page.evaluate("document.documentElement.scrollHeight") < 13 * 844


@pytest.mark.parametrize(("name", "most"), [("blueprint/training", 13), ("evidence/studies", 17)])
def test_paper_has_what_is_folded_on_few_pages(opened: Opener, name: str, most: int) -> None:
    document = pypdfium2.PdfDocument(opened(name).pdf(format="A4"))
    assert 4 < len(document) <= most


def test_a_reader_may_leave_out_of_a_print_what_is_folded(opened: Opener) -> None:
    page = opened("blueprint/training")
    page.get_by_label("Leave folded parts out").check()
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = "".join(one.get_textpage().get_text_range() for one in document)
    assert len(document) <= 5
    for name in ("Practitioner skill", "What this evidence can", "Sources cited", "Burridge"):
        assert name in text
    assert "The report calls the data quantitative" not in text


@pytest.mark.parametrize(
    "name",
    [
        "evidence/since-2023#event-programme-moves-to-dfe",
        "evidence/studies#study-greenwich-feasibility",
        "about/references#source-aaltio2022",
        "evidence/outcomes#outcome-practitioner-skill",
        "evidence/outcomes#cell-training-practitioner-skill",
        "evidence/gaps#gap-evaluation-design",
    ],
)
def test_an_address_within_a_line_opens_it(opened: Opener, name: str) -> None:
    place = opened(name).locator(f"[id='{name.partition('#')[2]}']")
    expect(place).to_be_in_viewport()
    assert place.evaluate("one => one.checkVisibility()")
    # The name of what is folded is above it.
    name_of = place.locator("xpath=preceding-sibling::*[1][self::summary]")
    if name_of.count():
        expect(name_of).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize("width", [1366, 1024, 768, 390, 320])
@pytest.mark.parametrize("name", ["evidence/outcomes", "evidence/gaps"])
def test_lines_that_are_open_stay_in_the_window(opened: Opener, name: str, width: int) -> None:
    page = opened(name, width=width)
    page.locator("main details").evaluate_all("all => all.forEach((one) => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width

"""The page on which a genogram is drawn, used as a worker uses it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_rules import violations
from playwright.sync_api import Page, expect
from scrolling import has_scrolled
from windows import Windows

from genogram import Drawing
from genogram.files import TEXTS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("genogram")]

PAGE = "book/blueprint/draw-a-genogram.html"
INVENTED = (TEXTS / "invented-family.yml").read_text(encoding="utf-8")

# The page


Opener = Callable[..., Page]


@pytest.fixture
def opened(faultless: Windows, built_site: Path) -> Opener:
    """Opens the page as a file; afterwards, nothing may have failed or been asked for elsewhere."""

    def open_page(*, width: int = 1366, dark: bool = False, scripts: bool = True) -> Page:
        return faultless.open(
            (built_site / PAGE).as_uri(),
            width=width,
            height=900,
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )

    return open_page


def test_the_drawing_is_whole_until_its_text_is_written(opened: Opener) -> None:
    page = opened()
    frame, field = page.locator(".kb-genogram-frame"), page.locator("#genogram-text")
    fits = "one => one.scrollHeight <= one.clientHeight + 1"
    assert frame.evaluate(fits)
    field.evaluate("one => scrollBy(0, one.getBoundingClientRect().top - 500)")
    before = field.bounding_box()
    field.click(position={"x": 40, "y": 40})
    after = field.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["y"] - before["y"]) < 2, "what was pressed stays where it is"
    assert not frame.evaluate(fits)
    expect(frame).to_be_in_viewport()


def field(page: Page):
    return page.get_by_label("The family, as text")


def mistakes(page: Page):
    return page.locator("#genogram-mistakes li")


def test_an_edit_is_drawn_and_told(opened: Opener):
    page = opened()
    text = field(page).input_value()
    assert "\n\npersons:\n" in text
    field(page).fill(text.replace("name: Maya", "name: Maisie"))
    expect(page.locator("#genogram-drawing .g-name", has_text="Maisie")).to_be_visible()
    expect(page.locator("#genogram-words")).to_contain_text("Maisie, girl, born 2011")
    expect(page.locator("#genogram-words")).not_to_contain_text("Maya,")
    expect(page.get_by_role("status")).to_have_text("Drawn: 13 people.")
    page.get_by_role("button", name="the example").click()
    expect(page.locator("#genogram-drawing .g-name", has_text="Maya")).to_be_visible()
    # Undone as any typing.
    field(page).press("Control+z")
    expect(page.locator("#genogram-drawing .g-name", has_text="Maisie")).to_be_visible()


def test_a_mistake_is_named_and_the_last_drawing_stays(opened: Opener):
    page = opened()
    before = page.get_by_role("img", name="Genogram:").inner_html()
    text = field(page).input_value().replace("[maya, joan]", "[maya, jone]")
    field(page).fill(text)
    button = page.get_by_role("button", name="Line 44, column 22")
    expect(button).to_be_visible()
    expect(mistakes(page)).to_have_count(1)
    expect(mistakes(page)).to_contain_text("'jone' is not among the persons. Did you mean 'joan'?")
    assert page.get_by_role("img", name="Genogram:").inner_html() == before
    expect(field(page)).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("status")).to_contain_text("One thing can’t be drawn yet.")
    button.click()
    expect(field(page)).to_be_focused()
    chosen = field(page).evaluate("f => f.value.slice(f.selectionStart, f.selectionEnd)")
    assert chosen == "jone"
    page.keyboard.type("joan")
    expect(mistakes(page)).to_have_count(0)
    expect(field(page)).to_have_attribute("aria-invalid", "false")


def test_a_family_is_written_by_keyboard_alone(opened: Opener):
    page = opened()
    page.get_by_role("button", name="a small family").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#genogram-drawing [data-person]")).to_have_count(3)
    page.get_by_role("button", name="a person").focus()
    page.keyboard.press("Enter")
    # What is new is chosen, and typed over.
    expect(field(page)).to_be_focused()
    page.keyboard.type("Aunt Ivy")
    expect(page.locator("#genogram-drawing .g-name", has_text="Aunt Ivy")).to_be_visible()
    for name in ("a couple or parent", "a relationship line", "a home"):
        page.get_by_role("button", name=name, exact=True).focus()
        page.keyboard.press("Enter")
        people = "mother" if name == "a couple or parent" else "child, person-1"
        page.keyboard.type(people)
    expect(mistakes(page)).to_have_count(0)
    expect(page.locator("#genogram-words")).to_contain_text("Child and Aunt Ivy: close.")
    expect(page.locator("#genogram-words")).to_contain_text("Home: Child and Aunt Ivy.")
    # The field is no trap.
    field(page).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Picture (PNG)")).to_be_focused()


def test_a_button_marries_nobody_and_takes_no_child_for_a_parent(opened: Opener):
    page = opened()
    page.get_by_role("button", name="a small family").click()
    page.get_by_role("button", name="a couple or parent").click()
    # All adults are in a couple: somebody new is the parent.
    expect(page.get_by_role("status")).to_have_text("Drawn: 4 people.")
    told = page.locator("#genogram-words")
    expect(told).to_contain_text("New, one parent alone.")
    expect(told).not_to_contain_text("married")
    page.get_by_role("button", name="a home").click()
    expect(told).to_contain_text("Home: Father, Mother and Child.")
    expect(mistakes(page)).to_have_count(0)


def test_drawing_and_text_are_seen_together_on_a_laptop(opened: Opener):
    page = opened()
    field(page).scroll_into_view_if_needed()
    field(page).focus()
    picture = page.locator(".kb-genogram-frame").bounding_box()
    text = field(page).bounding_box()
    assert picture is not None
    assert text is not None
    assert 0 <= picture["y"] < picture["y"] + picture["height"] <= text["y"] + 1
    assert text["y"] + 150 <= 900


def test_text_is_data_and_never_markup(opened: Opener):
    page = opened(width=320)
    hostile = [
        "<script>document.title='hit'</script>",
        "<img src=x onerror=\"document.title='hit'\">"[:40],
        "محمد בן דוד",
        "</title></svg><b>x",
        "\"quotes\" & 'more'",
    ]
    for words in hostile:
        quoted = json.dumps(words, ensure_ascii=False)
        field(page).fill(
            f"title: {quoted}\nyear: 2026\nindex: a\npersons:\n"
            f"  a: {{name: {quoted}, note: {quoted}}}\nnotes: [{quoted}]\n"
        )
        expect(page.locator("#genogram-words p")).to_have_text(f"{words}, as in 2026:")
    shown = page.locator("#genogram-drawing, #genogram-words, #genogram-mistakes")
    assert shown.locator("script, img, b").count() == 0
    field(page).fill("index: " + "x" * 4_000 + "\n" + "<b>" * 500)
    expect(mistakes(page).first).to_be_visible()
    field(page).fill("index: " + "y" * 4_000)
    expect(mistakes(page)).to_have_count(4)
    assert shown.locator("script, img, b").count() == 0
    assert page.title() != "hit"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_what_is_taken_away_is_whole(opened: Opener):
    page = opened()
    files = {}
    for kind in ("SVG", "PNG", "YAML"):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"({kind})").click()
        files[download.value.suggested_filename] = Path(download.value.path()).read_bytes()
    # The browser draws what the engine without one draws.
    assert files["genogram.svg"].decode() == Drawing(INVENTED).svg()
    assert files["family.yml"].decode() == INVENTED
    width, height = (int.from_bytes(files["genogram.png"][at : at + 4], "big") for at in (16, 20))
    assert files["genogram.png"].startswith(b"\x89PNG")
    assert width > height > 800


def test_the_page_is_whole_without_scripts(opened: Opener):
    page = opened(scripts=False)
    people = len(Drawing(INVENTED).parts["layout"]["persons"])
    expect(page.locator("#genogram-editor")).to_be_hidden()
    assert page.locator("#genogram-source pre").text_content() == INVENTED
    assert page.locator("#genogram-drawing [data-person]").count() == people
    assert page.locator("#genogram-words [data-person]").count() == people


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(opened: Opener, dark: bool):
    page = opened(dark=dark, width=320 if dark else 1366)
    field(page).fill(field(page).input_value().replace("gender: man", "gender: men"))
    expect(mistakes(page).first).to_be_visible()
    assert violations(page) == []


def test_on_a_phone_the_drawing_moves_in_its_frame_and_the_page_stays(opened: Opener):
    page = opened(width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    frame = page.locator(".kb-genogram-frame")
    assert frame.evaluate("f => f.scrollWidth > f.clientWidth")
    frame.evaluate("f => { f.scrollLeft = 90 }")
    field(page).fill(field(page).input_value().replace("name: Leo", "name: Len"))
    expect(page.locator("#genogram-drawing .g-name", has_text="Len")).to_be_attached()
    # An edit doesn't move what is being looked at.
    assert frame.evaluate("f => f.scrollLeft") == 90
    for button in page.locator("#genogram-editor button").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 24
        assert box["x"] + box["width"] <= 320


def test_people_without_end_get_a_plain_message_and_the_page_goes_on(opened: Opener):
    page = opened()
    people = "".join(f"  p{n}: {{name: Person {n}}}\n" for n in range(450))
    field(page).fill(f"title: x\nyear: 2026\nindex: p0\npersons:\n{people}")
    expect(mistakes(page)).to_have_text(
        "Line 5, column 3 'persons' must name at most 60, not 450. Leave some out."
    )
    # As a paste does it: typing so much would take the browser minutes.
    paste = "(f, text) => { f.value = text; f.dispatchEvent(new Event('input')); }"
    field(page).evaluate(paste, f"# {'x' * 98}\n" * 1_100)
    expect(mistakes(page)).to_contain_text("at most 100000 are read.", timeout=20_000)
    page.get_by_role("button", name="the example").click()
    expect(mistakes(page)).to_have_count(0)


def test_what_is_drawn_is_styled_by_the_page_alone(opened: Opener):
    page = opened()
    field(page).fill(field(page).input_value().replace("name: Maya", "name: Maisie"))
    expect(page.locator("#genogram-drawing .g-name", has_text="Maisie")).to_be_visible()
    main = page.locator("main")
    assert main.locator("[style], style, script:not([src])").count() == 0


def test_text_fits_into_its_places_and_takes_the_colours_of_the_page(opened: Opener):
    page = opened(width=320)
    frame = page.locator(".kb-genogram-frame")
    frame.focus()
    page.keyboard.press("ArrowRight")
    assert has_scrolled(frame)
    texts = frame.locator("text")
    size = "texts => texts.map(t => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a)"
    assert min(texts.evaluate_all(size)) >= 10
    # With this machine's letters.
    ends = texts.evaluate_all("texts => texts.map(t => t.getBBox().x + t.getBBox().width)")
    assert max(ends) <= Drawing(INVENTED).parts["layout"]["width"]
    ink = "getComputedStyle(document.querySelector('.kb-genogram .g-name')).fill"
    assert page.evaluate(ink) != opened(dark=True).evaluate(ink)

"""The page on which a genogram is drawn, used as a worker uses it, and compared with Python."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_rules import violations
<<<<<<< HEAD
=======
from genogram.family import Family
from genogram.reading import read_family
>>>>>>> 2ccd10c (One genogram: the browser's script draws it everywhere; the page without scripts shows files drawn by it)
from genogram_families import mangled, random_family, spoilt, written
from playwright.sync_api import Browser, Page, expect

import genogram
from genogram.files import BROWSER, DRAWING
<<<<<<< HEAD
from genogram.reading import read_family
=======
>>>>>>> 2ccd10c (One genogram: the browser's script draws it everywhere; the page without scripts shows files drawn by it)
from knowledge_base.reading.findings import Finding

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("genogram")]

PAGE = "book/blueprint/draw-a-genogram.html"

# One arithmetic in two languages

READ_AND_DRAW = """([texts, data]) => texts.map(text => {
    const { family, findings } = window.kbGenogram.readFamily(text, data.schema);
    const kb = window.kbGenogram;
    return {
        findings: findings.map(f => [f.line, f.column, f.rule, f.message, f.hint]),
        figure: family && kb.figure(family, data),
        words: family && kb.inWords(family, data),
    };
})"""


@pytest.fixture(scope="module")
def drawing(browser: Browser) -> Iterator[Callable[[list[str]], list[dict[str, Any]]]]:
    """What the browser's part makes of texts."""
    page = browser.new_page()
    for name in DRAWING:
        page.add_script_tag(content=(BROWSER / name).read_text(encoding="utf-8"))
    data = json.loads(json.dumps(genogram.browser_data()))
    yield lambda texts: page.evaluate(READ_AND_DRAW, [texts, data])
    page.close()


def by_python(text: str) -> dict[str, Any]:
    family, findings = read_family(text)
    return {
        "findings": [_told(finding) for finding in findings],
        "figure": family and genogram.figure(family),
        "words": family and genogram.in_words(family),
    }


def _told(f: Finding) -> list[Any]:
    return [f.location.line, f.location.column, f.rule, f.message, f.hint]


def test_python_and_javascript_draw_and_tell_the_same(drawing, project: Path):
    chance = random.Random(20261125)
    texts = [written(random_family(chance), chance) for _ in range(140)]
    texts += [(project / file).read_text("utf-8") for file in (genogram.INVENTED, genogram.SMALL)]
    for text, theirs in zip(texts, drawing(texts), strict=True):
        mine = by_python(text)
        assert mine["findings"] == [], text
        assert theirs == mine, text


def test_python_and_javascript_find_the_same_mistakes(drawing):
    chance = random.Random(42)
    texts = [written(spoilt(random_family(chance), chance), chance) for _ in range(250)]
    texts += ["", " ", "# only a remark", "~", "[]", "3", "persons:\n", "a: &b 1", "a: *b", "!x a"]
    rules: Counter[str] = Counter()
    for text, theirs in zip(texts, drawing(texts), strict=True):
        mine = by_python(text)
        assert theirs == mine, text
        rules.update(finding[2] for finding in mine["findings"])
    assert set(rules) >= {
        "family",
        "id-form",
        "missing-field",
        "not-yaml",
        "unknown-key",
        "wrong-type",
        "yaml-feature",
    }


def test_python_and_javascript_differ_only_over_what_is_yaml_at_all(drawing):
    chance = random.Random(7)
    texts = [mangled(written(random_family(chance), chance), chance) for _ in range(120)]
    refused = {"not-yaml", "yaml-feature"}
    same = 0
    for text, theirs in zip(texts, drawing(texts), strict=True):
        mine = by_python(text)
        if theirs != mine:
            # Two parsers: what one of them can't read, the other may read with mistakes.
            told = [finding[2] for finding in [*mine["findings"], *theirs["findings"]]]
            assert refused & set(told), text
        same += theirs["figure"] == mine["figure"]
    assert same >= len(texts) * 0.97


# The page


Opener = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, built_site: Path) -> Iterator[Opener]:
    """Opens the page as a file; afterwards, nothing may have failed or been asked for elsewhere."""
    contexts = []
    wrong: list[str] = []

    def open_page(*, width: int = 1366, dark: bool = False, scripts: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: wrong.append(dialog.message) or dialog.dismiss())
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith(("file:", "data:", "blob:"))
                else wrong.append(request.url)
            ),
        )
        page.goto((built_site / PAGE).as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


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


@pytest.fixture(scope="module")
def invented(project: Path) -> Family:
    return genogram.invented_family(project)


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
    before = page.locator("#genogram-drawing svg").inner_html()
    text = field(page).input_value().replace("[maya, joan]", "[maya, jone]")
    field(page).fill(text)
    button = page.get_by_role("button", name="Line 44, column 22")
    expect(button).to_be_visible()
    expect(mistakes(page)).to_have_count(1)
    expect(mistakes(page)).to_contain_text("'jone' is not among the persons. Did you mean 'joan'?")
    assert page.locator("#genogram-drawing svg").inner_html() == before
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


def test_a_boy_and_a_girl_are_understood(drawing, project: Path):
    text = (project / genogram.SMALL).read_text("utf-8")
    for word, symbol in (("boy", "boy"), ("male", "boy"), ("girl", "girl"), ("female", "girl")):
        changed = text.replace("gender: not known", f"gender: {word}")
        (theirs,) = drawing([changed])
        assert theirs == by_python(changed)
        assert f"Child, {symbol}, born 2018" in theirs["words"]


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


def test_what_is_taken_away_is_whole(opened: Opener, invented: Family):
    page = opened()
    files = {}
    for kind in ("SVG", "PNG", "YAML"):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"({kind})").click()
        files[download.value.suggested_filename] = Path(download.value.path()).read_bytes()
    assert files["genogram.svg"].decode() == genogram.svg(invented, alone=True)
    assert read_family(files["family.yml"].decode())[0] == invented
    width, height = (int.from_bytes(files["genogram.png"][at : at + 4], "big") for at in (16, 20))
    assert files["genogram.png"].startswith(b"\x89PNG")
    assert width > height > 800


def test_the_page_is_whole_without_scripts(opened: Opener, project: Path, invented: Family):
    page = opened(scripts=False)
    expect(page.locator("#genogram-editor")).to_be_hidden()
    assert page.locator("#genogram-source pre").text_content() == (
        project / genogram.INVENTED
    ).read_text(encoding="utf-8")
    assert page.locator("#genogram-drawing [data-person]").count() == len(invented.persons)
    assert page.locator("#genogram-words [data-person]").count() == len(invented.persons)


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

"""Genograms: nothing overlaps, nothing is left out, and mistakes are named where they stand."""

from __future__ import annotations

import html
import json
import os
import random
import re
import shutil
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from genogram.family import Couple, Family, Household, Person, Relationship
from genogram.layout import Box, Layout, genogram_layout
from genogram.reading import read_family
from genogram.rows import siblings
from genogram_families import random_family, written
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import sync_playwright

import genogram

SVG = "{http://www.w3.org/2000/svg}"

SMALL = """\
title: Two and one
year: 2020
index: kim
persons:
  ana: {name: Ana, gender: woman, born: 1980}
  ben: {name: Ben, gender: man, died: 2015, born: 1979}
  kim: {name: Kim, gender: not known, age: 9}
couples:
  - partners: [ana, ben]
    children: [kim]
relationships:
  - {between: [ana, kim], kind: close, note: Since the move}
"""


def read(text: str) -> Family:
    family, findings = read_family(text)
    assert family is not None, findings
    return family


@pytest.fixture(scope="module")
def invented(project: Path) -> Family:
    return genogram.invented_family(project)


# Any family

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.sampled_from(" <>&\"'W"),
    min_size=1,
    max_size=38,
).filter(str.strip)
KINDS = st.sampled_from(list(genogram.KINDS))
GENDERS = st.sampled_from(list(genogram.GENDERS))
STATUSES = st.sampled_from(list(genogram.STATUSES))


@st.composite
def families(draw: st.DrawFn) -> Family:
    """Three generations: couples, single parents, partners who marry in or twice, friends."""
    persons: dict[str, dict[str, object]] = {}
    couples: list[dict[str, object]] = []

    def person(row: int) -> str:
        key = f"p{len(persons)}"
        born = draw(st.none() | st.integers(1930 + 25 * row, 1950 + 25 * row))
        persons[key] = {"name": draw(TEXTS), "gender": draw(GENDERS)}
        if born:
            persons[key]["born"] = born
            if draw(st.booleans()):
                persons[key]["died"] = born + 10
        if draw(st.booleans()):
            persons[key]["note"] = draw(TEXTS)
        return key

    def couple(partners: list[str], row: int) -> list[str]:
        children = [person(row + 1) for _ in range(draw(st.integers(0, 3)))]
        entry: dict[str, object] = {"partners": partners, "status": draw(STATUSES), "since": 1990}
        for key in ("children", "adopted", "fostered"):
            entry[key] = []
        for child in children:
            entry[draw(st.sampled_from(["children", "adopted", "fostered"]))].append(child)  # type: ignore[attr-defined]
        if len(children) > 1 and draw(st.booleans()):
            entry["twins"] = [children[:2]]
        couples.append(entry)
        return children

    middle: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        partners = [person(0) for _ in range(draw(st.integers(1, 2)))]
        middle += couple(partners, 0)
    joined: set[frozenset[str]] = set()
    youngest: list[str] = []
    for _ in range(draw(st.integers(0, 4)) if middle else 0):
        one = draw(st.sampled_from(middle))
        other = draw(st.sampled_from(middle)) if draw(st.booleans()) else person(1)
        pair = [one, other] if draw(st.booleans()) else [other, one]
        if one != other and frozenset(pair) not in joined:
            joined.add(frozenset(pair))
            youngest += couple(pair, 1)
    # Birth parents and foster carers of one child.
    if youngest and draw(st.booleans()):
        couples.append({"partners": [person(1)], "fostered": [youngest[0]]})
    person(0)
    keys = list(persons)
    ties = draw(
        st.lists(
            st.tuples(st.sampled_from(keys), st.sampled_from(keys), KINDS).filter(
                lambda tie: tie[0] != tie[1]
            ),
            max_size=8,
        )
    )
    family = {
        "title": draw(TEXTS),
        "year": 2026,
        "index": draw(st.sampled_from(keys)),
        "persons": persons,
        "couples": couples,
        "relationships": [{"between": [a, b], "kind": kind} for a, b, kind in ties],
    }
    return read(json.dumps(family, ensure_ascii=False))


ANY = settings(
    max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def inside(point: tuple[float, float], box: Box) -> bool:
    return box.left < point[0] < box.right and box.top < point[1] < box.bottom


def flat(left: float, right: float, y: float) -> Box:
    return Box(left, y - 0.01, right, y + 0.01)


def upright(x: float, top: float, bottom: float) -> Box:
    return Box(x - 0.01, top, x + 0.01, bottom)


def check_law(family: Family, plan: Layout) -> None:
    boxes = {key: person.box for key, person in plan.persons.items()}
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        assert not a.overlaps(b), (one, other)
    for box in boxes.values():
        assert box.left >= 0
        assert box.top >= 0
        assert box.right <= plan.width
        assert box.bottom <= plan.height
    lines = [flat(c.left[0], c.right[0], c.y) for c in plan.couples]
    lines += [flat(d.left, d.right, d.y) for d in plan.descents]
    for a, b in combinations(lines, 2):
        assert not a.overlaps(b)
    # No line of the family tree runs through anybody but those whom it joins.
    for couple in plan.couples:
        mine = family.couples[couple.couple].partners
        others = [box for key, box in boxes.items() if key not in mine]
        legs = [upright(x, y, couple.y) for x, y in (couple.left, couple.right)]
        for line in [flat(couple.left[0], couple.right[0], couple.y), *legs]:
            assert not any(line.overlaps(box) for box in others)
    for descent in plan.descents:
        mine = family.couples[descent.couple].partners
        others = [box for key, box in boxes.items() if key not in mine]
        for line in (
            flat(descent.left, descent.right, descent.y),
            upright(descent.start[0], descent.start[1], descent.y),
        ):
            assert not any(line.overlaps(box) for box in others)
        for child in descent.children:
            assert abs(child.end[0] - plan.persons[child.child].x) <= 7
            assert child.end[1] == plan.persons[child.child].top
    # Nor does a line of how two people get on.
    for route in plan.relationships:
        ends = family.relationships[route.relationship].between
        for key, box in boxes.items():
            if key not in ends:
                assert not any(inside(point, box) for point in route.points), (ends, key)
        for x, y in route.points:
            assert 0 <= x <= plan.width
            assert 0 <= y <= plan.height


@ANY
@given(families())
def test_nothing_overlaps(family: Family):
    check_law(family, genogram_layout(family))


@ANY
@given(families())
def test_the_same_family_has_the_same_places(family: Family):
    assert genogram_layout(family) == genogram_layout(family)
    assert genogram.figure(family) == genogram.figure(family)


@ANY
@given(families())
def test_children_stand_one_row_below_their_parents_and_partners_in_one(family: Family):
    plan = genogram_layout(family)
    row = {person: number for number, people in enumerate(plan.rows) for person in people}
    assert row.keys() == family.persons.keys()
    for couple in family.couples:
        assert len({row[person] for person in couple.partners}) == 1
        for child in couple.all_children:
            assert row[child] == row[couple.partners[0]] + 1


def test_lines_of_one_person_with_several_partners_run_on_several_levels():
    people = "".join(f"  {key}: {{name: {key}, gender: woman}}\n" for key in "abcde")
    couples = "".join(f"  - {{partners: [a, {key}], children: [child-{key}]}}\n" for key in "bcde")
    children = "".join(f"  child-{key}: {{name: {key}, gender: man}}\n" for key in "bcde")
    family = read(
        f"title: Four\nyear: 2026\nindex: a\npersons:\n{people}{children}couples:\n{couples}"
    )
    plan = genogram_layout(family)
    check_law(family, plan)
    assert len({couple.y for couple in plan.couples}) > 1
    assert len({couple.left for couple in plan.couples}) == 4


def marks(element: ElementTree.Element, name: str) -> list[str]:
    return [e.get(name, "") for e in element.iter() if e.get(name) is not None]


@ANY
@given(families())
def test_drawing_and_words_hold_every_person_couple_child_and_relationship(family: Family):
    drawing = ElementTree.fromstring(genogram.svg(family))
    words = ElementTree.fromstring(genogram.in_words(family))
    for element in (drawing, words):
        assert sorted(marks(element, "data-person")) == sorted(family.persons)
        assert sorted(marks(element, "data-relationship"), key=int) == [
            str(number) for number in range(len(family.relationships))
        ]
    pairs = [str(n) for n, c in enumerate(family.couples) if len(c.partners) == 2]
    assert sorted(marks(drawing, "data-couple")) == sorted(pairs)
    assert sorted(marks(words, "data-couple")) == sorted(map(str, range(len(family.couples))))
    children = sorted(child for c in family.couples for child in c.all_children)
    assert sorted(marks(drawing, "data-child")) == children
    told = "".join(words.itertext())
    # Text is wrapped in the drawing: compared without its white space.
    seen = re.sub(r"\s", "", "".join(t for e in drawing.iter(f"{SVG}text") for t in e.itertext()))
    for person in family.persons.values():
        assert person.name in told
        assert re.sub(r"\s", "", person.name) in seen
        if person.note:
            assert person.note in told
            assert re.sub(r"\s", "", person.note) in seen
    for number in range(len(family.relationships)):
        assert genogram.relationship_in_words(family, number) in told


# What people may write

HOSTILE = "<script>alert(1)</script>"


def test_markup_in_names_and_notes_stays_text():
    text = SMALL.replace("Ana", f"'{HOSTILE}'").replace("Since the move", f"'{HOSTILE}'")
    text = text.replace("Two and one", f"'{HOSTILE} \"x\"'")
    drawing = genogram.Drawing(text)
    shown = drawing._repr_html_() + drawing.svg()
    assert "<script" not in shown
    assert html.escape(HOSTILE) in shown
    wrong = genogram.Drawing(text.replace("[ana, kim]", f"['{HOSTILE}', kim]"))
    assert "<script" not in wrong._repr_html_()
    assert html.escape(HOSTILE) in wrong._repr_html_()


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("[ana, kim]", "[ana, kin]", (12, 21), "'kin' is not among the persons."),
        ("index: kim", "index: tom", (3, 8), "'tom' is not among the persons."),
        ("kind: close", "kind: closed", (12, 33), "'kind' must be"),
        ("gender: man", "gendr: man", (6, 20), "'gendr' is not a key"),
        ("born: 1980", "born: '1980'", (5, 41), "'born' must be a whole number"),
        ("died: 2015", "died: 1970", (6, 39), "before being born in 1979"),
        ("died: 2015", "died: 2025", (6, 39), "after the year of the drawing"),
        ("age: 9", "age: 9, born: 2000", (7, 44), "the years make it 20"),
        ("children: [kim]", "children: [kim, ana]", (9, 5), "two generations at once"),
        ("children: [kim]", "children: [kim]\n    adopted: [kim]", (11, 15), "a second time"),
        ("children: [kim]", "children: [kim]\n    twins: [[kim, ana]]", (11, 13), "'ana' is not"),
        ("children: [kim]", "children: [kim]\n    until: 2010", (11, 12), "the couple is married"),
        ("[ana, ben]", "[ana, ana]", (9, 15), "stands here twice"),
        ("[ana, kim]", "[ana, ana]", (12, 15), "both ends"),
        ("title: Two", "title: [Two", (1, 8), "not YAML"),
        ("year: 2020", "year: 2020\nyear: 2021", (3, 1), "a second time"),
    ],
)
def test_mistakes_are_named_with_line_and_column(
    old: str, new: str, place: tuple[int, int], message: str
):
    family, findings = read_family(SMALL.replace(old, new, 1))
    assert family is None
    told = [(f.location.line, f.location.column) for f in findings if message in f.message]
    assert told, findings
    if "YAML" not in message:
        assert place in told, told
    shown = genogram.Drawing(SMALL.replace(old, new, 1))._repr_html_()
    assert f"Line {told[0][0]}, column {told[0][1]}:" in shown


def test_a_child_may_have_birth_parents_and_foster_carers():
    text = SMALL.replace("  kim:", "  uma: {name: Uma, gender: woman}\n  kim:")
    text = text.replace("relationships:", "  - {partners: [uma], fostered: [kim]}\nrelationships:")
    plan = genogram_layout(read(text))
    lines = [line for descent in plan.descents for line in descent.children]
    assert [line.tie for line in lines] == ["biological", "fostered"]
    assert lines[0].end != lines[1].end
    family, findings = read_family(text.replace("fostered: [kim]", "children: [kim]"))
    assert family is None
    assert "already a child by birth" in findings[0].message


def test_the_eldest_stands_on_the_left_and_twins_together(invented: Family):
    parents = next(c for c in invented.couples if c.twins)
    assert siblings(invented, parents) == ["maya", "leo", "ash", "tomi"]
    plan = genogram_layout(invented)
    assert plan.rows[2] == ("maya", "leo", "ash", "tomi", "nina")


def test_symbols_say_what_they_mean(invented: Family):
    drawing = genogram.svg(invented)
    by_person = dict(re.findall(r'<g data-person="(\w+)">(.*?)</g>', drawing))
    assert by_person["maya"].count("<circle") == 2
    assert by_person["joan"].count("<circle") == 1
    assert by_person["leo"].count("<rect") == 1
    assert by_person["ash"].count("<polygon") == 1
    assert ">12</text>" in by_person["leo"]
    assert ">71</text>" in by_person["arthur"]
    assert "<path" in by_person["arthur"]
    assert "<path" not in by_person["joan"]
    by_couple = dict(re.findall(r'<g data-couple="(\d+)">(.*?)</g>', drawing))
    assert [by_couple[str(n)].count("<path") for n in range(4)] == [1, 1, 3, 1]
    assert "g-dashed" in by_couple["3"]


def test_the_words_say_what_the_drawing_shows(invented: Family):
    words = html.unescape(re.sub(r"<[^>]+>", " ", genogram.in_words(invented)))
    for told in (
        "Arthur, man, born 1948, died 2019 aged about 71. Note: Ran the corner shop.",
        "Maya, girl, born 2011, about 15 years old, the person that the drawing is about.",
        "Ruth and Samuel, divorced, from 2008 until 2018.",
        "Leo, born together with Ash",
        "Tomi, fostered",
        "Nina, adopted",
        "David and Arthur: cut off from each other.",
        "The drawing shows how Maya sees her family.",
    ):
        assert told in words


def test_an_outline_holds_the_members_of_its_home_and_nobody_else():
    chance = random.Random(1)
    for _ in range(40):
        family = read(written(random_family(chance), chance))
        plan = genogram_layout(family)
        for number, household in enumerate(family.households):
            outlines = [one.points for one in plan.outlines if one.household == number]
            for key, person in plan.persons.items():
                held = [_holds(points, (person.x, person.middle)) for points in outlines]
                assert sum(held) == (key in household.members)


def _holds(corners: tuple[tuple[float, float], ...], point: tuple[float, float]) -> bool:
    """Return whether a line to the right of the point crosses the edge an odd number of times."""
    x, y = point
    sides = zip(corners, [*corners[1:], corners[0]], strict=True)
    return sum(x1 > x and (y1 > y) != (y2 > y) for (x1, y1), (_, y2) in sides) % 2 == 1


def test_pregnancies_and_losses_have_symbols_and_words_of_their_own():
    text = SMALL.replace("age: 9", "pregnancy: expected, note: Due in May")
    words = genogram.in_words(read(text))
    assert "Kim, a pregnancy, the person that the drawing is about. Note: Due in May." in words
    drawn = {}
    for kind in genogram.PREGNANCIES:
        family = read(SMALL.replace("age: 9", f"pregnancy: {kind}, born: 2011"))
        assert family.age("kim") is None
        assert f"Kim, {genogram.PREGNANCIES[kind][1]}, in 2011" in genogram.in_words(family)
        drawn[kind] = genogram.svg(family).split('data-person="kim"')[1].split("</g>")[0]
    assert (
        len({re.sub("expected|miscarriage|<title>.*</title>", "", d) for d in drawn.values()}) == 4
    )


def test_an_arrow_points_from_the_one_who_harms_to_the_one_who_is_harmed():
    text = SMALL.replace("kind: close", "kind: abuse")
    towards = genogram_layout(read(text)).relationships[0].points
    turned = genogram_layout(read(text.replace("[ana, kim]", "[kim, ana]"))).relationships[0].points
    assert towards == turned[::-1]
    assert "Ana towards Kim: abuse." in genogram.in_words(read(text))
    assert genogram.svg(read(text)).count('class="g-arrow"') == 1


def test_text_that_holds_nothing_is_a_mistake_and_not_a_silence():
    for text in ("", "~", "# a remark"):
        family, findings = read_family(text)
        assert family is None
        assert len(findings) == 1


def test_a_list_with_a_mistake_in_it_is_not_told_to_be_too_short():
    _, findings = read_family(SMALL.replace("[ana, kim]", "[Ana, kim]"))
    assert [f.rule for f in findings] == ["id-form"]
    _, findings = read_family(SMALL.replace("[ana, kim]", "[ana]"))
    assert [f.message for f in findings] == ["'between' must name at least 2, not ['ana']."]


def test_every_key_is_in_the_help():
    told = genogram.page_help()
    for model in (Family, Person, Couple, Relationship, Household):
        for name, field in model.model_fields.items():
            assert f"`{name}`" in told
            assert field.description, name
            assert field.description in told


def test_the_small_family_can_be_drawn(project: Path):
    assert len(read((project / genogram.SMALL).read_text(encoding="utf-8")).persons) == 3


def test_every_symbol_is_explained():
    legend = ElementTree.fromstring(f"<div>{genogram.legend()}</div>")
    told = "".join(legend.itertext())
    for group in (
        genogram.GENDERS,
        genogram.KINDS,
        genogram.TIES,
        genogram.STATUSES,
        genogram.PREGNANCIES,
    ):
        for name, means in group.values():
            assert name in told
            assert means in told
    assert len(list(legend.iter(f"{SVG}svg"))) == len(list(legend.iter("li")))


def test_the_drawing_follows_the_page_and_the_file_stands_alone(invented: Family):
    in_page, alone = genogram.svg(invented), genogram.svg(invented, alone=True)
    assert "var(--kb-ink, " in in_page
    assert "currentColor" in in_page
    assert "var(" not in alone
    for drawing in (in_page, alone):
        root = ElementTree.fromstring(drawing)
        assert root.get("role") == "img"
        named = {e.get("id") for e in root.iter()}
        assert set(root.get("aria-labelledby", "").split()) <= named
        assert re.findall(r"https?://[^\"' <]+", drawing) == ["http://www.w3.org/2000/svg"]


# The page and the notebook


def test_the_family_of_the_page_says_that_it_is_invented(project: Path, invented: Family):
    assert "invented" in invented.title
    assert "invented" in (project / genogram.INVENTED).read_text(encoding="utf-8")
    assert len(genogram_layout(invented).rows) == 3
    used = {line.kind for line in invented.relationships}
    # Abuse is explained with the symbols; no family is shown with it.
    assert used == set(genogram.KINDS) - {"abuse"}
    check_law(invented, genogram_layout(invented))


def test_the_notebook_starts_from_the_family_of_the_page(project: Path):
    notebook = json.loads((project / "book/notebooks/draw-a-genogram.ipynb").read_text("utf-8"))
    cells = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    text = (project / genogram.INVENTED).read_text(encoding="utf-8")
    assert any(f'"""\n{text}"""' in cell for cell in cells)
    # Nothing that a worker draws is kept unless they ask for it.
    assert not any(cell["outputs"] for cell in notebook["cells"] if cell["cell_type"] == "code")


def test_a_text_with_mistakes_stops_the_page(tmp_path: Path):
    file = tmp_path / genogram.INVENTED
    file.parent.mkdir(parents=True)
    file.write_text(SMALL.replace("index: kim", "index: tom"), encoding="utf-8")
    with pytest.raises(ValueError, match=r"invented-family\.yml:3:8: .*'tom' is not among"):
        genogram.invented_family(tmp_path)


@pytest.mark.browser
def test_it_can_be_read_in_a_window_of_320_pixels(project: Path, invented: Family):
    styles = "".join(
        (project / "book/_static" / name).read_text(encoding="utf-8")
        for name in ("tokens.css", "base.css")
    )
    page_text = (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>Test</title><style>{styles}"
        f"</style><main>{genogram.figure(invented)}{genogram.in_words(invented)}"
        f"{genogram.legend()}</main>"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("KB_BROWSER") or shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page(viewport={"width": 320, "height": 640})
        page.set_content(page_text)
        # The drawing moves within its frame; the page itself never has to be moved sideways.
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        frame = page.locator(".kb-genogram-frame")
        assert frame.evaluate("f => f.scrollWidth > f.clientWidth && f.tabIndex === 0")
        frame.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.querySelector('.kb-genogram-frame').scrollLeft > 0")
        sizes = page.locator(".kb-genogram-frame text").evaluate_all(
            "texts => texts.map(t => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a)"
        )
        assert min(sizes) >= 10
        for line in page.locator(".kb-genogram-words li").all():
            box = line.bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 320
        # Text fits into the places that were made for it, with this machine's letters.
        plan = genogram_layout(invented)
        wide = page.locator(".kb-genogram-frame .g-name, .kb-genogram-frame .g-text")
        ends = wide.evaluate_all("texts => texts.map(t => t.getBBox().x + t.getBBox().width)")
        assert max(ends) <= plan.width
        ink = "getComputedStyle(document.querySelector('.kb-genogram .g-name')).fill"
        light = page.evaluate(ink)
        page.evaluate("document.documentElement.dataset.theme = 'dark'")
        assert page.evaluate(ink) != light
        browser.close()

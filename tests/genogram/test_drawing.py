"""Genograms: nothing overlaps, nothing is left out, and words and drawing say the same."""

from __future__ import annotations

import html
import json
import random
import re
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from families import KINDS, PREGNANCIES, random_family, written
from hypothesis import given, settings
from hypothesis import strategies as st

from genogram import Drawing
from genogram.files import TEXTS, script

SVG = "{http://www.w3.org/2000/svg}"
INVENTED = (TEXTS / "invented-family.yml").read_text(encoding="utf-8")
WORDS = yaml.safe_load((TEXTS / "words.yml").read_text(encoding="utf-8"))
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

Box = tuple[float, float, float, float]
ANY = settings(max_examples=40)
families = st.integers(0, 1_000_000).map(lambda seed: random_family(random.Random(seed)))


def drawn(family: dict[str, Any] | str) -> dict[str, Any]:
    """Return the parts of a family's drawing; a family without mistakes has one."""
    text = family if isinstance(family, str) else json.dumps(family, ensure_ascii=False)
    drawing = Drawing(text)
    assert drawing.findings == []
    return drawing.parts


def text_of(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", markup))


def children_of(couple: dict[str, Any]) -> list[str]:
    return [c for key in ("children", "adopted", "fostered") for c in couple.get(key, [])]


# Places


def overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def flat(left: float, right: float, y: float) -> Box:
    return left, y - 0.01, right, y + 0.01


def upright(x: float, top: float, bottom: float) -> Box:
    return x - 0.01, top, x + 0.01, bottom


def check_law(family: dict[str, Any], layout: dict[str, Any]) -> None:
    persons = {person["id"]: person for person in layout["persons"]}
    boxes = {
        key: tuple(person["box"][side] for side in ("left", "top", "right", "bottom"))
        for key, person in persons.items()
    }
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        assert not overlap(a, b), (one, other)
    for left, top, right, bottom in boxes.values():
        assert 0 <= left < right <= layout["width"]
        assert 0 <= top < bottom <= layout["height"]
    lines = [flat(c["left"][0], c["right"][0], c["y"]) for c in layout["couples"]]
    lines += [flat(d["left"], d["right"], d["y"]) for d in layout["descents"]]
    assert not any(overlap(a, b) for a, b in combinations(lines, 2))

    def touches_nobody_but(mine: list[str], *lines: Box) -> bool:
        others = [box for key, box in boxes.items() if key not in mine]
        return not any(overlap(line, box) for line in lines for box in others)

    # No line of the family tree runs through anybody but those whom it joins.
    for couple in layout["couples"]:
        y, ends = couple["y"], (couple["left"], couple["right"])
        across = flat(ends[0][0], ends[1][0], y)
        mine = family["couples"][couple["couple"]]["partners"]
        assert touches_nobody_but(mine, across, *(upright(x, top, y) for x, top in ends))
    for descent in layout["descents"]:
        across = flat(descent["left"], descent["right"], descent["y"])
        mine = family["couples"][descent["couple"]]["partners"]
        assert touches_nobody_but(mine, across, upright(*descent["start"], descent["y"]))
        for line in descent["children"]:
            child = persons[line["child"]]
            assert abs(line["end"][0] - child["x"]) <= 7
            assert line["end"][1] == child["top"]
    # Nor does a line of how two people get on.
    for relationship, points in zip(
        family.get("relationships", []), layout["relationships"], strict=True
    ):
        assert touches_nobody_but(relationship["between"], *((x, y, x, y) for x, y in points))
        assert all(0 <= x <= layout["width"] and 0 <= y <= layout["height"] for x, y in points)


@ANY
@given(families)
def test_nothing_overlaps(family: dict[str, Any]):
    check_law(family, drawn(family)["layout"])


@ANY
@given(families)
def test_children_are_one_row_below_their_parents_and_partners_in_one(family: dict[str, Any]):
    rows = drawn(family)["layout"]["rows"]
    row = {person: number for number, people in enumerate(rows) for person in people}
    assert row.keys() == family["persons"].keys()
    for couple in family.get("couples", []):
        assert len({row[person] for person in couple["partners"]}) == 1
        assert {row[child] - row[couple["partners"][0]] for child in children_of(couple)} <= {1}


@ANY
@given(families)
def test_an_outline_holds_the_members_of_its_home_and_nobody_else(family: dict[str, Any]):
    layout = drawn(family)["layout"]
    for number, household in enumerate(family.get("households", [])):
        outlines = [o["points"] for o in layout["outlines"] if o["household"] == number]
        for person in layout["persons"]:
            held = [holds(points, (person["x"], person["middle"])) for points in outlines]
            assert sum(held) == (person["id"] in household["members"])


def holds(corners: list[tuple[float, float]], point: tuple[float, float]) -> bool:
    """Return whether a line to the right of the point crosses the edge an odd number of times."""
    x, y = point
    sides = zip(corners, [*corners[1:], corners[0]], strict=True)
    return sum(x1 > x and (y1 > y) != (y2 > y) for (x1, y1), (_, y2) in sides) % 2 == 1


def test_lines_of_one_person_with_several_partners_run_on_several_levels():
    women = {key: {"name": key, "gender": "woman"} for key in "abcde"}
    children = {f"child-{key}": {"name": key} for key in "bcde"}
    couples = [{"partners": ["a", key], "children": [f"child-{key}"]} for key in "bcde"]
    family = {"title": "Four", "year": 2026, "index": "a", "persons": women | children}
    layout = drawn(family | {"couples": couples})["layout"]
    check_law(family | {"couples": couples}, layout)
    assert len({couple["y"] for couple in layout["couples"]}) > 1
    assert len({tuple(couple["left"]) for couple in layout["couples"]}) == 4


def test_the_eldest_is_on_the_left_and_twins_together():
    assert drawn(INVENTED)["layout"]["rows"][2] == ["maya", "leo", "ash", "tomi", "nina"]


def test_a_child_may_have_birth_parents_and_foster_carers():
    text = SMALL.replace("  kim:", "  uma: {name: Uma, gender: woman}\n  kim:")
    text = text.replace("relationships:", "  - {partners: [uma], fostered: [kim]}\nrelationships:")
    lines = [line for d in drawn(text)["layout"]["descents"] for line in d["children"]]
    assert [line["tie"] for line in lines] == ["biological", "fostered"]
    assert lines[0]["end"] != lines[1]["end"]


def test_an_arrow_points_from_the_one_who_harms_to_the_one_who_is_harmed():
    text = SMALL.replace("kind: close", "kind: abuse")
    turned = drawn(text.replace("[ana, kim]", "[kim, ana]"))["layout"]["relationships"][0]
    assert drawn(text)["layout"]["relationships"][0] == turned[::-1]
    assert "Ana towards Kim: abuse." in drawn(text)["words"]
    assert drawn(text)["page"].count('class="g-arrow"') == 1


# Drawing and words


def marks(element: ElementTree.Element, name: str) -> list[str]:
    return sorted(e.get(name, "") for e in element.iter() if e.get(name) is not None)


@ANY
@given(families)
def test_drawing_and_words_hold_everybody_and_everything(family: dict[str, Any]):
    parts = drawn(family)
    couples = family.get("couples", [])
    drawing = ElementTree.fromstring(parts["file"])
    words = ElementTree.fromstring(parts["words"])
    for element in (drawing, words):
        assert marks(element, "data-person") == sorted(family["persons"])
        lines = range(len(family.get("relationships", [])))
        assert marks(element, "data-relationship") == sorted(map(str, lines))
    pairs = [str(n) for n, couple in enumerate(couples) if len(couple["partners"]) == 2]
    assert marks(drawing, "data-couple") == sorted(pairs)
    assert marks(words, "data-couple") == sorted(map(str, range(len(couples))))
    children = [child for couple in couples for child in children_of(couple)]
    assert marks(drawing, "data-child") == sorted(children)
    sentences = "".join(words.itertext())
    # Text is wrapped in the drawing: compared without its white space.
    written_out = "".join(t for e in drawing.iter(f"{SVG}text") for t in e.itertext())
    for person in family["persons"].values():
        for text in (person["name"], person.get("note", "")):
            assert text.strip() in sentences
            assert re.sub(r"\s", "", text) in re.sub(r"\s", "", written_out)


def test_symbols_say_what_they_mean():
    drawing = drawn(INVENTED)["page"]
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


@pytest.mark.parametrize(
    "sentence",
    [
        "The Marlowe family (invented), as in 2026:",
        "Arthur, man, born 1948, died 2019 aged about 71. Note: Ran the corner shop.",
        "Maya, girl, born 2011, about 15 years old, the person that the drawing is about.",
        "Ruth and Samuel, divorced, from 2008 until 2018.",
        "Samuel and Priya, living together, since 2019.",
        "Leo, born together with Ash",
        "Tomi, fostered",
        "Nina, adopted",
        "David and Arthur: cut off from each other. Note: No contact from 2005 until Arthur died.",
        "Ruth’s home: Ruth, Maya, Leo, Ash and Tomi.",
        "The drawing shows how Maya sees her family.",
    ],
)
def test_the_words_say_what_the_drawing_shows(sentence: str):
    assert sentence in text_of(drawn(INVENTED)["words"])


def test_a_year_a_partner_and_a_name_that_are_missing_have_words_too():
    text = SMALL.replace("[ana, ben]", "[ana]").replace("died: 2015, born: 1979", "deceased: true")
    text = text.replace("age: 9", "born: 2019") + "households:\n  - members: [kim]\n"
    words = text_of(drawn(text)["words"])
    assert "Ana, one parent alone." in words
    assert "Ben, man, has died." in words
    assert "Kim, gender not known, born 2019, about 1 year old," in words
    assert "One home: Kim." in words


def test_pregnancies_and_losses_have_symbols_and_words_of_their_own():
    words = drawn(SMALL.replace("age: 9", "pregnancy: expected, note: Due in May"))["words"]
    assert "Kim, a pregnancy, the person that the drawing is about. Note: Due in May." in words
    symbols = set()
    for kind in PREGNANCIES:
        parts = drawn(SMALL.replace("age: 9", f"pregnancy: {kind}, born: 2011"))
        assert f"Kim, {WORDS['pregnancies'][kind]['means']}, in 2011" in parts["words"]
        symbol = parts["page"].split('data-person="kim"')[1].split("</g>")[0]
        symbols.add(re.sub("<title>.*</title>", "", symbol))
    assert len(symbols) == len(PREGNANCIES)


@pytest.mark.parametrize(("word", "meant"), [("boy", "boy"), ("male", "boy"), ("girl", "girl")])
def test_a_boy_and_a_girl_are_understood(word: str, meant: str):
    assert f"Kim, {meant}, " in drawn(SMALL.replace("not known", word))["words"]


def test_every_symbol_is_explained():
    legend = ElementTree.fromstring(f"<div>{script().call('genogram.symbols')}</div>")
    text = "".join(legend.itertext())
    for group in ("genders", "kinds", "ties", "statuses", "pregnancies"):
        for words in WORDS[group].values():
            assert words["symbol"] in text
            assert words["means"] in text
    assert len(list(legend.iter(f"{SVG}svg"))) == len(list(legend.iter("li")))


def test_what_is_on_a_page_has_no_style_of_its_own_and_the_file_all_that_it_needs():
    parts = drawn(INVENTED)
    legend = script().call("genogram.symbols")
    assert not re.search(r"<style|\sstyle=|<script", parts["page"] + parts["words"] + legend)
    assert "var(" not in parts["file"]
    tokens = (TEXTS.parent / "_static" / "tokens.css").read_text(encoding="utf-8")
    colours = set(re.findall(r"#[0-9a-f]{6}", parts["file"]))
    assert colours
    assert colours <= set(re.findall(r"#[0-9a-f]{6}", tokens))
    for drawing in (parts["page"], parts["file"]):
        root = next(ElementTree.fromstring(drawing).iter(f"{SVG}svg"))
        assert root.get("role") == "img"
        ids = {e.get("id") for e in root.iter()}
        assert set(root.get("aria-labelledby", "").split()) <= ids
        assert set(re.findall(r"https?://[^\"' <]+", drawing)) == {"http://www.w3.org/2000/svg"}


def test_the_same_family_is_drawn_the_same_however_its_text_is_written():
    chance = random.Random(3)
    for _ in range(10):
        family = random_family(chance)
        parts = [Drawing(written(family, chance)).parts for _ in range(2)]
        assert parts[0] == parts[1]


def test_the_family_of_the_page_says_that_it_is_invented():
    family = yaml.safe_load(INVENTED)
    layout = drawn(INVENTED)["layout"]
    assert "invented" in family["title"]
    assert len(layout["rows"]) == 3
    # Abuse is explained with the symbols; no family is shown with it.
    assert {line["kind"] for line in family["relationships"]} == set(KINDS) - {"abuse"}
    check_law(family, layout)


def test_the_small_family_can_be_drawn():
    assert len(drawn((TEXTS / "small-family.yml").read_text("utf-8"))["layout"]["persons"]) == 3


def test_the_notebook_starts_from_the_family_of_the_page(project: Path):
    notebook = json.loads((project / "book/notebooks/draw-a-genogram.ipynb").read_text("utf-8"))
    cells = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert any(f'"""\n{INVENTED}"""' in cell for cell in cells)
    # Nothing that a worker draws is kept unless they ask for it.
    assert not any(cell["outputs"] for cell in notebook["cells"] if cell["cell_type"] == "code")


def test_the_notebook_shows_a_picture_and_words_or_what_is_wrong():
    shown = Drawing(INVENTED)._repr_html_()
    assert shown.startswith('<img src="data:image/svg+xml;base64,')
    assert 'alt="The Marlowe family (invented). 13 people in 3 generations' in shown
    assert "kb-genogram-words" in shown
    assert repr(Drawing(INVENTED)) == "Genogram: The Marlowe family (invented)"
    wrong = Drawing(SMALL.replace("index: kim", "index: tom"))
    message = "'tom' is not among the persons. Known: ana, ben, kim."
    assert f"<strong>Line 3, column 8:</strong> {html.escape(message)}" in wrong._repr_html_()
    assert repr(wrong) == f"your family:3:8: {message}"
    with pytest.raises(ValueError, match="your family:3:8"):
        wrong.svg()

"""The text of a family: every mistake is named where it is, and no text does anything."""

from __future__ import annotations

import html
import json
import random
import time
from typing import Any

import pytest
from families import mangled, random_family, written
from test_drawing import INVENTED, SMALL

from genogram import Drawing

COMPARE = "Compare with the invented family."


def findings(text: str) -> list[tuple[int, int, str]]:
    parts = Drawing(text).parts["findings"]
    return [(finding["line"], finding["column"], finding["message"]) for finding in parts]


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        (
            "[ana, kim]",
            "[ana, kin]",
            (12, 21, "'kin' is not among the persons. Did you mean 'kim'?"),
        ),
        (
            "index: kim",
            "index: tom",
            (3, 8, "'tom' is not among the persons. Known: ana, ben, kim."),
        ),
        (
            "kind: close",
            "kind: closed",
            (
                12,
                33,
                "'kind' must be 'close', 'fused', 'distant', 'conflict', 'cut-off' or 'abuse', "
                "not 'closed'. Did you mean 'close'?",
            ),
        ),
        (
            "gender: man",
            "gendr: man",
            (6, 20, "'gendr' is not a key that is known here. Did you mean 'gender'?"),
        ),
        (
            "born: 1980",
            "born: '1980'",
            (
                5,
                41,
                "'born' must be a whole number, not '1980'. Write digits only, without quotes.",
            ),
        ),
        (
            "born: 1980",
            "born: 1780",
            (5, 41, f"'born' must be 1800 or more, not 1780. {COMPARE}"),
        ),
        (
            "born: 1980",
            "born: 3.5",
            (5, 41, "'born' must be a whole number, not '3.5'. Write digits only, without quotes."),
        ),
        ("born: 1980", "born:", (5, 39, "'born' is empty. Give it a value, or remove the key.")),
        (
            "name: Ana",
            "name: 2011",
            (
                5,
                15,
                "'name' must be text, not 2011. Put quotes around it, so that it is read as text.",
            ),
        ),
        ("name: Ana", "name: ' '", (5, 15, f"'name' must say something. {COMPARE}")),
        (
            "name: Ana",
            f"name: {'é' * 41}",
            (5, 15, "'name' must have at most 40 characters, not 41. Shorten it."),
        ),
        (
            "name: Ana, ",
            "",
            (5, 8, "'name' is missing. Add it, as in the invented family."),
        ),
        (
            "died: 2015",
            "died: 1970",
            (
                6,
                39,
                "'ben' dies in 1970, before being born in 1979. Correct one of the two years.",
            ),
        ),
        (
            "died: 2015",
            "died: 2025",
            (
                6,
                39,
                "'ben' dies in 2025, after the year of the drawing, 2020. "
                "Correct one of the two years.",
            ),
        ),
        (
            "age: 9",
            "age: 9, born: 2000",
            (
                7,
                44,
                "'kim' is 9 years old here, but the years make it 20. "
                "Correct it, or leave 'age' out: it is counted from the years.",
            ),
        ),
        (
            "children: [kim]",
            "children: [kim, ana]",
            (
                9,
                5,
                "by this entry and the others, 'ana' would stand in two generations at once. "
                "Partners stand side by side and children one below their parents: look for a "
                "person who is somewhere a child and elsewhere a parent of the same people.",
            ),
        ),
        (
            "children: [kim]",
            "children: [kim]\n    adopted: [kim]",
            (
                11,
                15,
                "'kim' stands here as a child of this couple a second time. Keep one of the two.",
            ),
        ),
        (
            "children: [kim]",
            "children: [kim]\n  - {partners: [ben], children: [kim]}",
            (
                11,
                34,
                "'kim' is already a child by birth in entry 1 of 'couples'. "
                "Write 'adopted' or 'fostered' in one of the two.",
            ),
        ),
        (
            "children: [kim]",
            "children: [kim]\n    twins: [[kim, ana]]",
            (
                11,
                13,
                "'ana' is not a child of this couple, or stands among twins twice. "
                "Name children of this couple, each in one list.",
            ),
        ),
        (
            "children: [kim]",
            "until: 2010",
            (
                10,
                12,
                "it ends in 2010, but the couple is married. "
                "Write 'status: separated' or 'status: divorced', or leave 'until' out.",
            ),
        ),
        (
            "[ana, ben]",
            "[ana, ana]",
            (9, 15, "'ana' stands here twice. Name two people, or one parent alone."),
        ),
        (
            "[ana, kim]",
            "[ana, ana]",
            (12, 15, "'ana' stands on both ends of this line. Name two people."),
        ),
        (
            "[ana, kim]",
            "[ana]",
            (12, 15, f"'between' must name at least 2, not 1. {COMPARE}"),
        ),
        (
            "[ana, kim]",
            "ana",
            (
                12,
                15,
                "'between' must be a list, not 'ana'. "
                "Put square brackets around it, also where there is only one.",
            ),
        ),
        (
            "[ana, kim]",
            "[Ana, kim]",
            (
                12,
                16,
                "'Ana' is not in the form of an id. Use at most 40 lower-case letters, digits "
                "and single hyphens, as in 'aunt-ruth'.",
            ),
        ),
        (
            "year: 2020",
            "year: 2020\nyear: 2021",
            (
                3,
                1,
                "the key 'year' stands here a second time. "
                "Keep one of the two; if it belongs to the key above, indent it.",
            ),
        ),
        (
            "name: Ana",
            "name: *ana",
            (
                5,
                15,
                "tags, anchors and aliases of YAML are not used here. "
                "Write the value out, or put quotes around text that begins with '*'.",
            ),
        ),
        (
            "name: Ana",
            "name: A\u200bna",
            (
                5,
                16,
                "the invisible character U+200B stands here. Delete it, and write the words "
                "around it anew; it often comes with text from a PDF.",
            ),
        ),
    ],
)
def test_a_mistake_is_named_with_its_place_and_what_would_be_right(
    old: str, new: str, finding: tuple[int, int, str]
):
    assert findings(SMALL.replace(old, new, 1)) == [finding]


def test_all_mistakes_are_named_at_once_in_their_order():
    text = SMALL.replace("year: 2020", "year: soon").replace("gender: man", "gender: men")
    text = text.replace("kind: close", "kind: near")
    assert [line for line, _, _ in findings(text)] == [2, 6, 12]


@pytest.mark.parametrize(
    "text", ["", "~", "# a remark", "[]", "3", "title: [Two", "a: 1\n---\nb: 2"]
)
def test_a_text_that_is_no_family_says_so(text: str):
    assert findings(text)


def test_a_mark_at_the_beginning_of_a_file_shifts_nothing():
    first, *others = findings(f"\ufeff{SMALL.replace('index: kim', 'index: tom')}")
    assert "U+FEFF" in first[2]
    assert [(line, column) for line, column, _ in others] == [(3, 8)]


def test_six_generations_are_too_many():
    persons = {f"p{n}": {"name": str(n)} for n in range(6)}
    couples = [{"partners": [f"p{n}"], "children": [f"p{n + 1}"]} for n in range(5)]
    family = {"title": "x", "year": 2020, "index": "p0", "persons": persons, "couples": couples}
    ((_, _, message),) = findings(json.dumps(family))
    assert message.startswith("these are 6 generations, and no more than 5 are drawn.")


# Texts that nobody should have to fear


HOSTILE = "<script>alert(1)</script>"


def test_markup_in_names_and_notes_stays_text():
    text = SMALL.replace("Ana", f"'{HOSTILE}'").replace("Since the move", f"'{HOSTILE}'")
    text = text.replace("Two and one", f"'{HOSTILE} \"x\"'")
    parts = Drawing(text).parts
    for part in ("page", "file", "words"):
        assert "<script" not in parts[part]
        assert html.escape(HOSTILE) in parts[part]
    wrong = Drawing(text.replace("[ana, kim]", f"['{HOSTILE}', kim]"))._repr_html_()
    assert "<script" not in wrong
    assert html.escape(HOSTILE) in wrong


@pytest.mark.parametrize("name", ["constructor", "valueof", "tostring", "hasownproperty"])
def test_an_id_that_means_something_to_javascript_is_an_id(name: str):
    drawing = Drawing(SMALL.replace("kim", name).replace("Ana", "__proto__"))
    assert drawing.findings == []
    assert f'data-person="{name}"' in drawing.parts["page"]
    assert "__proto__, woman, born 1980" in drawing.parts["words"]


@pytest.mark.parametrize(
    "text",
    [
        SMALL.replace("  ana:", "  __proto__: {name: X}\n  ana:"),
        SMALL.replace("name: Ana", "__proto__: {gender: man}, name: Ana"),
        SMALL.replace("gender: woman", "gender: constructor"),
        SMALL.replace("kind: close", "kind: __proto__"),
        SMALL.replace("index: kim", "index: constructor"),
        SMALL + "constructor: {prototype: 1}\n",
    ],
)
def test_a_key_that_means_something_to_javascript_is_a_mistake_like_any(text: str):
    assert findings(text)
    assert Drawing(INVENTED).findings == []


def many(count: int) -> str:
    persons = {f"p{n}": {"name": f"Person {n}"} for n in range(count)}
    return json.dumps({"title": "x", "year": 2020, "index": "p0", "persons": persons})


def test_more_people_than_can_be_drawn_get_one_plain_message():
    message = "'persons' must name at most 60, not 450. Leave some out."
    assert [text for _, _, text in findings(many(450))] == [message]


@pytest.mark.parametrize(
    "text",
    [
        many(20_000),
        "a: " + "[" * 90_000,
        "- [x]\n" * 16_000,
        "".join(f"persom-{n}: 1\n" for n in range(6_000)),
        "\u200b" * 90_000,
        "title: " + "x" * 90_000,
        "persons: {" + ", ".join(f"p{n}: {{naem: x}}" for n in range(60)) + "}",
    ],
    ids=["people", "brackets", "list", "keys", "invisible", "title", "misspelt"],
)
def test_a_text_that_is_far_too_long_is_refused_soon_and_briefly(text: str):
    start = time.perf_counter()
    assert 1 <= len(findings(text)) <= 101
    assert time.perf_counter() - start < 5


def test_the_largest_family_is_drawn_soon():
    chance = random.Random(5)
    people = [f"p{n}" for n in range(60)]
    family: dict[str, Any] = {
        "title": "x" * 80,
        "year": 2026,
        "index": "p0",
        "persons": {p: {"name": "W" * 40, "note": "many words " * 10} for p in people},
        "couples": [
            {"partners": [f"p{n}", f"p{n + 1}"], "children": [f"p{n + 30}"]}
            for n in range(0, 28, 2)
        ],
        "relationships": [{"between": chance.sample(people, 2), "kind": "fused"}] * 60,
    }
    start = time.perf_counter()
    assert Drawing(json.dumps(family)).findings == []
    assert time.perf_counter() - start < 5


def test_whatever_is_typed_is_drawn_or_has_its_mistakes_named():
    chance = random.Random(7)
    for _ in range(120):
        text = mangled(written(random_family(chance), chance), chance)
        parts = Drawing(text).parts
        lines = text.split("\n")
        assert ("page" in parts) == (parts["findings"] == [])
        for finding in parts["findings"]:
            assert 1 <= finding["line"] <= len(lines)
            assert 1 <= finding["column"] <= len(lines[finding["line"] - 1]) + 1
            assert finding["message"]

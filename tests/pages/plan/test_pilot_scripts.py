"""Plan a pilot: what its scripts work out and say."""

from __future__ import annotations

import json
import random
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from browser_code.bundle import SHARED
from browser_code.engine import Modules
from knowledge_base.model.range import Range
from knowledge_base.pages.plan.files import BROWSER
from knowledge_base.pages.plan.pilot.plan import pilot_plan, problems, results, script_data
from knowledge_base.views.pilot_inputs import WORDING
from knowledge_base.wording import numbers
from knowledge_base.wording.nouns import counted
from pilot_inputs import random_inputs

pytestmark = pytest.mark.xdist_group("pilot")


@pytest.fixture(scope="module")
def scripts() -> Modules:
    return Modules(
        Arithmetic=BROWSER / "pilot" / "arithmetic.js",
        Choice=BROWSER / "pilot" / "choice.js",
        Rows=BROWSER / "pilot" / "rows.js",
        Sentences=SHARED / "sentences.js",
        Courses=BROWSER / "catalogue" / "courses.js",
        Figures=SHARED / "figures.js",
        Numbers=SHARED / "numbers.js",
        Files=SHARED / "files.js",
    )


CASES = json.loads((Path(__file__).parent / "pilot-cases.json").read_text(encoding="utf-8"))
"""Plans that a second implementation of the arithmetic gave, to the last digit."""


@pytest.mark.parametrize("case", [case for case in CASES if "plan" in case])
def test_a_plan_is_what_it_was(scripts: Modules, case: dict[str, Any]) -> None:
    inputs = case["inputs"]
    plan = scripts.call("Arithmetic.pilotPlan", inputs)
    facts = scripts.call("(inputs) => Rows.factsOf(Arithmetic.pilotPlan(inputs))", inputs)
    assert plan == {"inputs": inputs} | case["plan"]
    assert {name: facts[name] for name in case["facts"]} == case["facts"]
    assert list(facts["moves"].items()) == list(case["moves"].items())


@pytest.mark.parametrize("case", [case for case in CASES if "problems" in case])
def test_inputs_have_the_problems_that_they_had(scripts: Modules, case: dict[str, Any]) -> None:
    faults = scripts.call("Arithmetic.problemsOf", case["inputs"], script_data())
    assert [name for name, _ in faults] == case["problems"]


def test_every_sentence_of_every_plan_can_be_said(scripts: Modules) -> None:
    groups = ("captions", "notes", "moves", "key")
    keys = ["total", "summary", "time_used", "kept_free", "moves_most", "bar", "updated"]
    keys += [f"{group}.{name}" for group in groups for name in WORDING.at(group)]
    keys += [f"tiles.{tile}.{part}" for tile in WORDING.at("tiles") for part in ("figure", "label")]
    chance = random.Random(1)
    inputs = [random_inputs(chance) for _ in range(150)]
    inputs += [replace(one, key_workers=1, frequency="monthly") for one in inputs[:20]]
    plans = [results(pilot_plan(one)) for one in inputs if not problems(one)]
    in_browser = scripts.call(
        """(data, inputs, keys) => inputs.map((one) => {
          const facts = Rows.factsOf(Arithmetic.pilotPlan(one));
          return keys.map((key) => Sentences.say(data.wording, key, facts));
        })""",
        script_data(),
        [asdict(one.plan.inputs) for one in plans],
        keys,
    )
    assert in_browser == [[one.say(key) for key in keys] for one in plans]
    reached = {one.facts["capacity"] for one in plans}
    assert reached == set(WORDING.at("notes.capacity")) - {"by"}


def test_figures_are_written_alike(scripts: Modules) -> None:
    chance = random.Random(7)
    amounts = [0, 0.5, 0.995, 1, 9.95, 9.96, 10, 999.5, 1000, 1234567.891, 2312.5]
    amounts += [round(10 ** chance.uniform(-3, 9), chance.randint(0, 6)) for _ in range(500)]
    for name in ("short", "figure", "whole", "pounds", "price"):
        theirs = scripts.call(f"(amounts) => amounts.map((one) => Figures.{name}(one))", amounts)
        assert theirs == [getattr(numbers, name)(amount) for amount in amounts]
    ranges = [Range(*sorted(chance.sample(amounts, 3))) for _ in range(200)]
    theirs = scripts.call(
        "(ranges) => ranges.map((one) => Figures.span(one))", [asdict(one) for one in ranges]
    )
    assert theirs == [numbers.span(one) for one in ranges]


def test_counts_are_written_alike(scripts: Modules) -> None:
    for number in (0, 1, 2, 999, 1000, 12345):
        for noun in ("study", "claim"):
            assert scripts.call("Numbers.counted", number, noun) == counted(number, noun)


def test_a_spreadsheet_runs_no_formula(scripts: Modules) -> None:
    rows = [["=1+1", "@x", "plain"], [-1, 'say "so"', "a,b"]]
    text = scripts.call("Files.csv", rows)
    assert text == '\ufeff\'=1+1,\'@x,plain\r\n-1,"say ""so""","a,b"\r\n'


DATA: dict[str, Any] = {
    **script_data(),
    "courses": {
        "one": {
            "label": "One",
            "offer": {"amount": 5, "places": 1, "plus_vat": False},
            "defaults": {},
        }
    },
    "defaults": asdict(random_inputs(random.Random(1))),
}


DECODED = """(data, given) => {
  const map = new Map(given);
  return Choice.decoded(data, { get: (name) => map.get(name) ?? null });
}"""


@pytest.mark.parametrize("name", ["__proto__", "constructor", "toString", "hasOwnProperty"])
@pytest.mark.parametrize("field", ["course", "frequency"])
def test_a_hostile_address_changes_nothing_and_is_named(
    scripts: Modules, field: str, name: str
) -> None:
    usual = scripts.call(DECODED, DATA, [])
    hostile = scripts.call(DECODED, DATA, [[field, name]])
    assert hostile == {"choice": usual["choice"], "refused": [[field, name]]}


def test_what_an_address_names_and_cannot_be_chosen_is_named(scripts: Modules) -> None:
    fitting = [["course", "one"], ["frequency", "monthly"], ["whole_groups", "false"]]
    assert scripts.call(DECODED, DATA, fitting)["refused"] == []
    wrong = [["course", "nonsense"], ["frequency", "daily"], ["own_plus_vat", "x"]]
    assert scripts.call(DECODED, DATA, wrong)["refused"] == wrong


def test_names_that_no_plan_has_are_named(scripts: Modules) -> None:
    unknown = "(data, names) => Choice.unknownNames(data, { keys: () => names })"
    names = ["key_workers", "own_places", "clinicians", "keyworkers", "__proto__"]
    assert scripts.call(unknown, DATA, names) == ["clinicians", "keyworkers", "__proto__"]


@pytest.mark.parametrize(
    ("text", "number"),
    [("2,500", 2500), ("£ 2.5", 2.5), ("007", 7), ("1e9", 1e9), ("-5", -5), ("12 %", 12)],
)
def test_numbers_are_read_as_people_write_them(scripts: Modules, text: str, number: float) -> None:
    assert scripts.call("Choice.number", text) == number


@pytest.mark.parametrize("text", ["", "abc", "1.2.3", "e9", "1 or 2", "--1"])
def test_what_is_no_number_is_none(scripts: Modules, text: str) -> None:
    assert scripts.call("(text) => Number.isNaN(Choice.number(text))", text)


COURSES = [
    {"id": "a", "name": "B: long", "price": 900, "hour": 9, "length": None, "text": "b long leeds"},
    {"id": "b", "name": "A: short", "price": None, "hour": 4, "length": 3, "text": "a short"},
    {"id": "c", "name": "C: online", "price": 100, "hour": 4, "length": 9, "text": "c online"},
]


@pytest.mark.parametrize(
    ("by", "order"),
    [("listed", "abc"), ("name", "bac"), ("price", "cab"), ("hour", "bca"), ("length", "bca")],
)
def test_courses_stand_in_the_order_asked_for(scripts: Modules, by: str, order: str) -> None:
    ordered = scripts.call("(courses, by) => Courses.ordered(courses, by)", COURSES, by)
    assert "".join(course["id"] for course in ordered) == order


@pytest.mark.parametrize(
    ("filters", "fitting"),
    [({}, "abc"), ({"words": "LEEDS b"}, "a"), ({"price": "unknown"}, "b"), ({"words": "x"}, "")],
)
def test_courses_fit_all_that_is_asked(scripts: Modules, filters: Any, fitting: str) -> None:
    fits = "(courses, filters) => courses.filter((course) => Courses.fits(course, filters))"
    assert "".join(course["id"] for course in scripts.call(fits, COURSES, filters)) == fitting

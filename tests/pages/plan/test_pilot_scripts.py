"""Plan a pilot: what its scripts work out and say, which is what Python works out and says."""

from __future__ import annotations

import json
import random
from dataclasses import asdict, replace
from typing import Any

import pytest

from browser_code.bundle import SHARED
from browser_modules import Modules
from knowledge_base.model.range import Range
from knowledge_base.pages.plan.files import BROWSER
from knowledge_base.pages.plan.pilot import rows
from knowledge_base.views.catalogue import Offer
from knowledge_base.views.pilot_plan import (
    FIELDS,
    MOST_PRICE,
    RANGES,
    WORDING,
    PilotPlan,
    capacity,
    pilot_plan,
    problems,
)
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


def as_read(plan: PilotPlan) -> object:
    """Return the plan as it is after a way through JSON, where tuples are lists."""
    return json.loads(json.dumps(asdict(plan)))


def test_python_and_javascript_give_the_same_plans_to_the_last_digit(scripts: Modules) -> None:
    chance = random.Random(20230501)
    inputs = [random_inputs(chance) for _ in range(1_200)]
    inputs = [one for one in inputs if not problems(one)]
    assert len(inputs) > 1_000
    theirs = scripts.call(
        "(inputs) => inputs.map((one) => Arithmetic.pilotPlan(one))", [asdict(i) for i in inputs]
    )
    for one, plan in zip(inputs, theirs, strict=True):
        assert as_read(pilot_plan(one)) == plan


def test_python_and_javascript_find_the_same_problems(scripts: Modules) -> None:
    chance = random.Random(42)
    inputs = [random_inputs(chance, wild=True) for _ in range(1_500)]
    inputs += [
        replace(inputs[0], offers=(Offer(-1, 0, plus_vat=False),)),
        replace(inputs[0], offers=()),
    ]
    told = [[list(pair) for pair in problems(one)] for one in inputs]
    assert sum(1 for one in told if one) > 500
    theirs = scripts.call(
        "(inputs, limits) => inputs.map((one) => Arithmetic.problemsOf(one, limits))",
        [asdict(one) for one in inputs],
        {
            "fields": [asdict(field) for field in FIELDS],
            "mostPrice": MOST_PRICE,
            "wording": WORDING.sentences,
        },
    )
    assert theirs == told


GROUPS = ("captions", "notes", "moves", "key", "ends_total")
SAID = [
    *("total", "summary", "time_used", "kept_free", "moves_most", "bar", "updated", "not_updated"),
    *(
        f"{group}.{name}"
        for group in ("captions", "notes", "moves", "key")
        for name in WORDING.at(group)
    ),
    *(f"tiles.{tile}.{part}" for tile in WORDING.at("tiles") for part in ("figure", "label")),
]
"""The sentences that the page says of a plan."""


def test_python_and_javascript_say_the_same_of_every_plan(scripts: Modules) -> None:
    chance = random.Random(1)
    inputs = [random_inputs(chance) for _ in range(300)]
    inputs += [replace(one, key_workers=1, frequency="monthly") for one in inputs[:20]]
    plans = [pilot_plan(one) for one in inputs if not problems(one)]
    theirs = scripts.call(
        """(data, inputs, keys) => inputs.map((one) => {
          const facts = Rows.factsOf(Arithmetic.pilotPlan(one));
          return [
            keys.map((key) => Sentences.say(data.wording, key, facts)),
            Rows.costRows(data, facts),
            Rows.timeRows(data, facts),
            one.offers.map((offer) => Rows.offerHow(data, one, offer)),
            [facts.gauge_end, facts.moves_end, Object.entries(facts.moves)],
          ];
        })""",
        {"wording": WORDING.sentences},
        [asdict(plan.inputs) for plan in plans],
        SAID,
    )
    for plan, said in zip(plans, theirs, strict=True):
        facts = rows.facts(plan)
        moves = [[name, asdict(total)] for name, total in facts["moves"].items()]
        assert said == [
            [WORDING.say(key, **facts) for key in SAID],
            [list(asdict(row).values()) for row in rows.cost_rows(plan)],
            [list(asdict(row).values()) for row in rows.time_rows(plan)],
            [rows.offer_how(plan.inputs, offer) for offer in plan.inputs.offers],
            [facts["gauge_end"], facts["moves_end"], moves],
        ]
    assert {capacity(plan) for plan in plans} == set(WORDING.at("notes.capacity")) - {"by"}


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
    "fields": [asdict(field) for field in FIELDS],
    "ranges": list(RANGES),
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
    assert scripts.call("Choice.number", text) is None


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

"""Plans for a pilot, against cases worked out by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge_base.loading import load
from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.model.plan_limits import OF_INPUTS
from knowledge_base.model.range import Range, fixed
from knowledge_base.pages.plan import pilot
from knowledge_base.pages.plan.pilot.plan import offer_cost, pilot_plan, problems, sensitivity
from knowledge_base.views.catalogue import Offer
from knowledge_base.views.pilot_inputs import (
    WORDING,
    PilotInputs,
    default_inputs,
    foundation_courses,
    priced_courses,
)
from knowledge_base.wording.numbers import figure, short
from shown import filled

A_PLACE = Offer(2_000, 1, plus_vat=False)
A_GROUP = Offer(25_000, 30, plus_vat=True)

BY_HAND = PilotInputs(
    key_workers=40,
    teams=1,
    families=10,
    months=12,
    course_months=9,
    offers=(A_PLACE, A_GROUP),
    whole_groups=True,
    vat_percent=20,
    training_days=Range(12, 13.5, 15),
    contact_hours=60,
    independent_hours=120,
    group_size=6,
    frequency="weekly",
    weeks_off=0,
    session_hours=Range(2, 3, 4),
    clinicians_per_session=1,
    preparation_hours=0,
    clinicians=Range(1, 2, 3),
    weekly_hours=Range(35, 36, 37),
    salary=Range(27_000, 41_000, 55_000),
    on_cost_percent=0,
    reserve_percent=25,
    other_costs=0,
    advised_group_size=6,
)


def test_forty_key_workers_for_a_year_worked_by_hand():
    plan = pilot_plan(BY_HAND)
    # 40 ÷ 6 = 6.67: seven groups; 7 × 52 = 364 sessions, 364 ÷ 12 = 30.33 a month.
    assert (plan.places, plan.groups, plan.sessions_each, plan.sessions) == (40, 7, 52, 364)
    assert plan.sessions_a_month == pytest.approx(30.3333, abs=1e-4)
    # 40 × 12, 13.5 and 15 days; 40 × 60 and 40 × 120 hours.
    assert plan.training_days == Range(480, 540, 600)
    assert (plan.contact_hours, plan.independent_hours) == (2_400, 4_800)
    # 40 × 52 × 2, 3 and 4 hours.
    assert plan.supervision_hours == Range(4_160, 6_240, 8_320)
    assert plan.worker_hours == Range(11_360, 13_440, 15_520)
    # 364 × 2, 3 and 4 hours of a clinician.
    assert plan.clinician_hours == Range(728, 1_092, 1_456)
    # Places: 40 × £2,000 = £80,000. Groups: 40 ÷ 30 → 2 × £25,000 × 1.2 = £60,000.
    assert plan.training_groups == fixed(2)
    assert plan.training_cost == Range(60_000, 70_000, 80_000)
    # 1 × £27,000; 2 × £41,000; 3 × £55,000.
    assert plan.clinician_cost == Range(27_000, 82_000, 165_000)
    assert plan.cost == Range(87_000, 152_000, 245_000)


def test_a_clinicians_share_takes_shortest_with_most_and_longest_with_fewest():
    share = pilot_plan(BY_HAND).clinician_share
    # 728 ÷ (3 × 37 × 52 = 5,772); 1,092 ÷ (2 × 36 × 52 = 3,744); 1,456 ÷ (35 × 52 = 1,820).
    assert share.low == pytest.approx(12.61, abs=0.01)
    assert share.central == pytest.approx(29.17, abs=0.01)
    assert share.high == pytest.approx(80)


def summary(inputs: PilotInputs) -> str:
    return pilot.results(pilot_plan(inputs)).say("summary")


def notes(**changes: object) -> dict[str, str]:
    """Return what is said of a plan, by the name of the note."""
    result = pilot.results(pilot_plan(replace(BY_HAND, **changes)))
    notes = {name: result.say("notes", name) for name in WORDING.at("notes")}
    return {name: text for name, text in notes.items() if text}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        # 1,456 ÷ 1,820 is 80 per cent, which leaves 20 of the 25 to be kept free.
        ({}, "would take 80 per cent of paid time. That leaves less than the 25 per cent"),
        # 12 groups take 12/7 of it: 137.
        ({"key_workers": 72}, "(1), sessions would take 137 per cent of paid time"),
        # With the central figures 29.17 × 20/7 = 83 and × 25/7 = 104 per cent.
        ({"key_workers": 120}, "With the central figures, sessions would take 83 per cent"),
        ({"key_workers": 150}, "104 per cent of the clinicians’ paid time, more than they"),
        # 3,900 hours ÷ (36 × 52 × 0.75) = 2.8 clinicians.
        ({"key_workers": 150}, "would take 2.8 full-time clinicians at the central figures"),
        ({"key_workers": 400}, "the most clinicians (3), sessions would take 121 per cent"),
    ],
)
def test_where_paid_time_does_not_hold_sessions_and_reserve_the_plan_says_so(changes, words):
    assert words in notes(**changes)["capacity"]
    assert words in pilot.results(pilot_plan(replace(BY_HAND, **changes))).warning


def test_with_enough_paid_time_nothing_is_said():
    assert notes(session_hours=fixed(2), reserve_percent=20) == {}


def test_a_low_total_whose_clinicians_cannot_lead_its_sessions_says_so():
    assert "low_total" not in notes(key_workers=96)
    # 17 groups: 17 × 52 × 2 = 1,768 of 37 × 52 = 1,924 hours; 19 groups take 1,976.
    assert "low_total" not in notes(key_workers=102)
    assert "103 to 217 (central 158) per cent" in notes(key_workers=114)["low_total"]


@pytest.mark.parametrize(
    ("note", "fitting", "failing", "words"),
    [
        ("time_frame", {"months": 9}, {"months": 1}, "training, at its full price, into 1 month"),
        ("day", {"contact_hours": 120}, {"contact_hours": 121}, "more than 8 hours a day"),
        ("group_size", {"group_size": 6}, {"group_size": 60}, "would have 40 people. About 6 are"),
        ("cycle", {"frequency": "fortnightly"}, {"frequency": "quarterly"}, "once in 4 weeks"),
        ("few_sessions", {"key_workers": 13}, {"key_workers": 7}, "8 per cent"),
        ("level", {}, {"level": "Management. For managers."}, "Its level: Management."),
        ("unstated", {}, {"unstated": ("days", "hours")}, "our default for: days; hours."),
    ],
)
def test_what_a_plan_does_not_keep_to_is_said(note, fitting, failing, words):
    assert note not in notes(**fitting)
    assert words in notes(**failing)[note]


def test_a_few_people_in_a_large_group_are_no_large_group():
    assert "group_size" not in notes(group_size=60, key_workers=5)


def test_minutes_of_a_cycle_that_cannot_be_kept_are_not_given():
    rows = pilot.results(pilot_plan(replace(BY_HAND, frequency="quarterly"))).time_rows
    (row,) = [row for row in rows if row.what.startswith("Minutes for each family")]
    assert row.figure == "Not possible"


def test_a_median_that_no_course_costs_says_so():
    three = (A_PLACE, A_GROUP, replace(A_PLACE, amount=1_800))
    (how, three_how) = (
        pilot.results(pilot_plan(replace(BY_HAND, offers=offers))).cost_rows[0].how
        for offers in ((A_PLACE, A_GROUP), three)
    )
    assert "The median is halfway between £60,000 and £80,000: no course costs that." in how
    assert "halfway" not in three_how


def test_a_low_cost_that_rests_on_a_from_price_says_so():
    starting = replace(A_GROUP, at_least=True)
    words = "The low total uses a “from” price, so the true cost may be higher."
    assert words not in summary(BY_HAND)
    assert words in summary(replace(BY_HAND, offers=(A_PLACE, starting)))
    # The highest may be a from price: the low cost does not rest on it.
    dear = replace(BY_HAND, offers=(replace(A_PLACE, at_least=True), A_GROUP))
    assert words not in summary(dear)


def test_one_of_each_is_one():
    result = pilot.results(pilot_plan(replace(BY_HAND, key_workers=1, months=1)))
    assert result.say("tiles.places.label") == "training place"
    assert result.say("tiles.groups.label") == "supervision group of 1"
    assert result.say("bar").endswith("· 1 group")
    assert "with 1 key worker over 1 month." in result.say("summary")


@pytest.mark.parametrize(
    ("number", "text"),
    [(364.2, "364"), (43.333, "43.3"), (30.0, "30"), (8.667, "8.7"), (0.04, "0")],
)
def test_results_are_no_finer_than_is_sensible(number, text):
    assert figure(number) == text


def test_minutes_for_each_family_are_a_groups_hours_in_four_weeks_over_its_families():
    # Six key workers in one group, ten families each: 60 families; 4 sessions of 3 hours.
    plan = pilot_plan(replace(BY_HAND, key_workers=6, session_hours=fixed(3)))
    assert plan.family_minutes == fixed(12)


@pytest.mark.parametrize(
    ("workers", "teams", "size", "groups"),
    [
        (40, 1, 6, 7),
        (42, 1, 6, 7),
        (43, 1, 6, 8),
        # 14 + 13 + 13 people: 3 groups each.
        (40, 3, 6, 9),
        # Four teams of ten: 2 groups each.
        (40, 4, 6, 8),
        (5, 5, 6, 5),
        (1, 1, 100, 1),
    ],
)
def test_groups_are_not_mixed_across_teams(workers, teams, size, groups):
    plan = pilot_plan(replace(BY_HAND, key_workers=workers, teams=teams, group_size=size))
    assert plan.groups == groups


def test_half_a_year_every_fortnight_with_weeks_off():
    plan = pilot_plan(
        replace(BY_HAND, months=6, frequency="fortnightly", weeks_off=4, key_workers=12)
    )
    # 26 × 48/52 = 24 a year, 12 in half of one; two groups.
    assert plan.sessions_each == pytest.approx(12)
    assert plan.sessions == pytest.approx(24)
    assert plan.clinician_cost.central == pytest.approx(41_000)


def test_preparation_and_a_second_clinician_add_to_clinicians_hours_only():
    plan = pilot_plan(
        replace(BY_HAND, preparation_hours=1, clinicians_per_session=2, key_workers=6)
    )
    # (3 + 1) × 2 × 52.
    assert plan.clinician_hours.central == 416
    assert plan.supervision_hours.central == 6 * 52 * 3


def test_a_group_may_be_shared_if_the_reader_says_so():
    plan = pilot_plan(replace(BY_HAND, offers=(A_GROUP,), whole_groups=False, vat_percent=0))
    # 40 of 30 places: a group and a third.
    assert plan.training_cost.central == pytest.approx(33_333.33, abs=0.01)
    assert plan.training_groups == fixed(2)


def test_vat_comes_on_top_only_where_the_source_says_so():
    without, with_vat = (
        pilot_plan(replace(BY_HAND, vat_percent=percent)).training_cost for percent in (0, 20)
    )
    assert (without.low, with_vat.low) == (50_000, 60_000)
    assert without.high == with_vat.high == 80_000


def test_employers_costs_and_other_costs_are_added():
    plan = pilot_plan(replace(BY_HAND, on_cost_percent=25, other_costs=1_000))
    assert plan.clinician_cost.central == 102_500
    assert plan.cost.central == 70_000 + 102_500 + 1_000


def test_no_group_is_bought_where_places_are():
    plan = pilot_plan(replace(BY_HAND, offers=(A_PLACE,)))
    assert plan.training_groups == fixed(0)
    assert pilot.results(plan).time_rows[1].figure == "None"


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"key_workers": 0}, "key_workers", "from 1 to 10,000"),
        ({"key_workers": 2.5}, "key_workers", "whole number"),
        ({"teams": 41}, "teams", "more teams than key workers"),
        ({"key_workers": 1e9}, "key_workers", "from 1 to 10,000"),
        ({"months": float("nan")}, "months", "Enter a number."),
        ({"months": float("inf")}, "months", "Enter a number."),
        ({"session_hours": Range(3, 2, 4)}, "session_hours", "Low must not be above central"),
        ({"session_hours": Range(0, 2, 4)}, "session_hours", "from 0.25 to 12"),
        ({"salary": 30_000}, "salary", "Enter a low, a central and a high number."),
        ({"salary": Range(1, float("nan"), 3)}, "salary", "Enter a number."),
        ({"salary": None}, "salary", "Enter a number."),
        ({"families": fixed(10)}, "families", "Enter a number."),
        ({"families": "10"}, "families", "Enter a number."),
        (
            {"frequency": "daily"},
            "frequency",
            "weekly; fortnightly; monthly; quarterly.",
        ),
        (
            {"frequency": "toString"},
            "frequency",
            "weekly; fortnightly; monthly; quarterly.",
        ),
        (
            {"frequency": None},
            "frequency",
            "weekly; fortnightly; monthly; quarterly.",
        ),
        ({"offers": ()}, "own_amount", "Choose a course"),
        ({"offers": (Offer(-1, 1, plus_vat=False),)}, "own_amount", "from 0 to"),
        ({"offers": (Offer(1, 0, plus_vat=False),)}, "own_places", "1 or more"),
    ],
)
def test_inputs_that_make_no_plan_are_told_in_plain_words(change, field, message):
    inputs = replace(BY_HAND, **change)
    ((name, problem),) = problems(inputs)
    assert name == field
    assert message in problem
    plan = replace(pilot_plan(BY_HAND), inputs=inputs)
    for refuses in (pilot_plan, sensitivity, lambda _: pilot.results(plan)):
        with pytest.raises(ValueError, match=re.escape(f"{field}: {problem}")):
            refuses(inputs)


def test_an_offer_has_no_cost_where_it_or_the_inputs_have_a_problem():
    assert offer_cost(replace(BY_HAND, offers=()), A_PLACE).cost == 80_000
    with pytest.raises(ValueError, match="own_amount"):
        offer_cost(BY_HAND, Offer(float("nan"), 1, plus_vat=False))
    with pytest.raises(ValueError, match="key_workers"):
        offer_cost(replace(BY_HAND, key_workers=0), A_PLACE)


def test_an_error_causes_no_second_one():
    assert [name for name, _ in problems(replace(BY_HAND, key_workers=0))] == ["key_workers"]


def test_what_moves_the_total_most_comes_first():
    moved = sensitivity(BY_HAND)
    # Clinicians: 1 to 3 × £41,000; pay: 2 × £27,000 to £55,000; training £60,000 to £80,000.
    assert list(moved) == ["clinicians", "salary", "offers", "whole_groups", "vat_percent"]
    assert moved["clinicians"] == Range(111_000, 152_000, 193_000)
    assert moved["salary"] == Range(124_000, 152_000, 180_000)
    assert moved["offers"] == Range(142_000, 152_000, 162_000)
    # Shared, the group's 40 places cost £40,000: half of the £20,000 less moves the median.
    assert moved["whole_groups"] == Range(142_000, 152_000, 152_000)
    # Without VAT the groups cost £50,000, half of £10,000 less.
    assert moved["vat_percent"] == Range(147_000, 152_000, 152_000)


def test_every_input_has_an_origin_and_a_place_in_the_form(knowledge_base: KnowledgeBase):
    names = set(pilot.origins(knowledge_base))
    assert names >= OF_INPUTS.keys()
    form = filled("plan/pilot.html.jinja", knowledge_base, pilot.form(knowledge_base))
    assert all(f'data-field="{name}"' in form for name in names)


def test_every_origin_names_records_or_says_that_it_is_ours(knowledge_base: KnowledgeBase):
    for name, origin in pilot.origins(knowledge_base).items():
        measured = origin.measure and (origin.measure.records or origin.measure.sources)
        assert measured or origin.assumption, name


def test_a_chosen_course_brings_its_own_hours_and_price(knowledge_base: KnowledgeBase):
    inputs = default_inputs(knowledge_base, course="willowbank-school/foundation")
    assert inputs.offers == (Offer(1_200, 1, plus_vat=True),)
    assert inputs.training_days == fixed(12)
    assert inputs.contact_hours == 60
    assert (inputs.level, inputs.unstated) == ("", ("hours of independent study",))


def test_a_course_without_a_price_is_refused(knowledge_base: KnowledgeBase):
    with pytest.raises(KeyError):
        default_inputs(knowledge_base, course="willowbank-school/introduction")


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (1_234.5, "1,234.5"), (0.005, "0.01"), (30.3333, "30.33"), (12.10, "12.1")],
)
def test_numbers_are_shown_with_commas_and_at_most_two_decimals(number, text):
    assert short(number) == text


@given(
    workers=st.integers(1, 500),
    teams=st.integers(1, 20),
    size=st.integers(1, 30),
)
def test_groups_hold_everybody_and_none_is_needless(workers, teams, size):
    teams = min(teams, workers)
    inputs = replace(BY_HAND, key_workers=workers, teams=teams, group_size=size)
    groups = pilot_plan(inputs).groups
    assert groups * size >= workers
    assert groups <= workers
    assert groups >= teams


@pytest.mark.evidence
def test_the_default_plan_of_the_real_evidence_is_the_one_worked_by_hand(project: Path):
    kb = load(project)
    plan = pilot_plan(default_inputs(kb))
    assert foundation_courses(kb).keys() < priced_courses(kb).keys()
    # Six foundation courses for forty: £60,000, £96,000, £108,400, £110,000, £130,000, £179,556.
    assert plan.training_cost == Range(60_000, 109_200, 179_556)
    assert plan.clinician_cost == Range(27_000, 82_000, 165_000)
    assert plan.cost == Range(87_000, 191_200, 344_556)

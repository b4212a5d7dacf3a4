"""The evidence profile: its rules over their whole table, and what it may never say."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from knowledge_base.model.knowledge_base import KnowledgeBase
from knowledge_base.views.gap_map import gap_map
from knowledge_base.views.profile import (
    FACTS,
    OPENINGS,
    RULES,
    VOICES,
    WAYS,
    WORDING,
    Rule,
    called_for,
    facts,
    pointed,
    profile,
)
from knowledge_base.views.selection import basis

ALL_WAYS = [
    dict(zip(WAYS, numbers, strict=True)) for numbers in product(range(3), repeat=len(WAYS))
]
"""Directions with none, one or several findings each: more than any kind of evidence has."""


ALL_FACTS = [dict(zip(FACTS, values, strict=True)) for values in product(*FACTS.values())]


def test_every_kind_of_evidence_that_bears_on_outcomes_has_its_sentence(
    knowledge_base: KnowledgeBase,
) -> None:
    assert list(OPENINGS) == [
        basis for basis in knowledge_base.vocabularies["evidence-basis"] if basis != "none"
    ]


def test_rules_look_only_at_facts_that_exist() -> None:
    for rule in RULES:
        assert set(rule.when) <= set(FACTS)
        for fact, values in rule.when.items():
            assert set(values) <= set(FACTS[fact])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.slot}: {rule.say}")
def test_every_rule_speaks_for_some_facts(rule: Rule, knowledge_base: KnowledgeBase) -> None:
    sentence = rule.sentence(knowledge_base)
    assert any(sentence in called_for(knowledge_base, known) for known in ALL_FACTS)


def test_every_sentence_of_the_wording_has_its_rule() -> None:
    assert [rule.say for rule in RULES] == list(WORDING.at("rules"))


def test_over_the_whole_table_no_sentence_stands_twice_and_each_place_once(
    knowledge_base: KnowledgeBase,
) -> None:
    slots = list(dict.fromkeys(rule.slot for rule in RULES))
    for known in ALL_FACTS:
        sentences = called_for(knowledge_base, known)
        assert len(set(sentences)) == len(sentences) <= len(slots)


def test_an_empty_cell_always_says_why(
    knowledge_base: KnowledgeBase,
) -> None:
    for known in ALL_FACTS:
        if known["claims"] == "none" and known["why"] != "filled":
            assert called_for(knowledge_base, known)


def test_every_direction_has_its_words(knowledge_base: KnowledgeBase) -> None:
    assert list(WAYS) == list(knowledge_base.vocabularies["direction"])


@pytest.mark.parametrize(("kind", "voice"), VOICES.items())
def test_over_the_whole_table_every_direction_has_its_number(kind: str, voice: str) -> None:
    for counts in ALL_WAYS:
        said = pointed(kind, counts)
        some = {way: number for way, number in counts.items() if number}
        for way, number in some.items():
            says = WORDING.say(f"ways.{voice}.{way}", number=number)
            assert (f"{number} {says}" if len(some) > 1 else says) in said
        assert said.endswith(".") == bool(some)
        assert said.startswith(" Of these ") == (len(some) > 1)


def test_one_finding_two_and_several_have_sentences_of_their_own() -> None:
    assert pointed("association", {}) == ""
    assert pointed("association", {"favourable": 1}) == " The finding is favourable."
    assert pointed("observation", {"mixed": 2}) == " Both findings are mixed."
    assert pointed("stated", {"unclear": 3}) == (
        " All 3 findings do not make clear which way they point."
    )
    assert pointed("association", {"favourable": 2, "mixed": 1}) == (
        " Of these 3 findings, 2 are favourable; 1 is mixed."
    )


def test_what_people_say_are_views_and_never_a_change_for_the_better() -> None:
    assert pointed("perception", {"favourable": 1}) == " The view reported was positive."
    assert pointed("perception", {"favourable": 2, "unfavourable": 1}) == (
        " Of these 3 views, 2 were positive; 1 was negative."
    )
    for counts in ALL_WAYS:
        said = pointed("perception", counts)
        assert "finding" not in said
        assert "change" not in said
        assert "better" not in said


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"studies": 1, "reviews": 0, "claims": 0}, "one study"),
        ({"studies": 2, "reviews": 1, "claims": 0}, "2 studies and one review"),
        (
            {"studies": 1, "reviews": 0, "claims": 1},
            "one study and one other claim that names no study",
        ),
        ({"studies": 0, "reviews": 2, "claims": 0}, "2 reviews"),
        ({"studies": 0, "reviews": 0, "claims": 1}, "one claim that names no study"),
        ({"studies": 0, "reviews": 0, "claims": 3}, "3 claims that name no study"),
    ],
)
def test_what_a_sentence_rests_on_is_whole(facts: dict[str, int], says: str) -> None:
    assert WORDING.say("what", **facts, settings=[]) == says
    assert WORDING.say("what", **facts, settings=["Schools", "Clinics"]) == (
        f"{says} (Schools; Clinics)"
    )


def test_no_opening_says_that_the_source_agrees() -> None:
    for opening in OPENINGS.values():
        assert opening.startswith("In {what}, ")
        assert " so " not in f"{opening} "


def test_a_lack_of_comparison_is_said_wherever_there_are_findings(
    knowledge_base: KnowledgeBase,
) -> None:
    for known in ALL_FACTS:
        said = any(
            "with and without the approach" in sentence
            for sentence in called_for(knowledge_base, known)
        )
        expected = known["findings"] in ("one", "several") and known["compared"] != "yes"
        assert said == expected


def test_facts_take_only_known_values(knowledge_base: KnowledgeBase) -> None:
    for chosen in (None, (), knowledge_base.published[::2]):
        for cell in gap_map(knowledge_base, chosen).cells.values():
            for fact, value in facts(knowledge_base, cell).items():
                assert value in FACTS[fact]


def test_every_cell_is_called_for(knowledge_base: KnowledgeBase) -> None:
    for cell in gap_map(knowledge_base).cells.values():
        sentences = profile(knowledge_base, cell)
        assert sentences
        assert all(sentence[0].isupper() or sentence[0].isdigit() for sentence in sentences)
        assert all(sentence.endswith(".") for sentence in sentences)


@given(data=st.data())
def test_a_conflicting_finding_is_always_called_for(
    knowledge_base: KnowledgeBase, data: st.DataObject
) -> None:
    filled = [c for c in gap_map(knowledge_base).cells.values() if c.tally.has_finding]
    cell = data.draw(st.sampled_from(filled))
    first = next(r for r in cell.tally.records if r.kind not in ("expectation", "objective"))
    assume(first.direction != "unclear")
    ways = [d for d in ("favourable", "unfavourable", "mixed") if d != first.direction]
    against = first.model_copy(update={"direction": data.draw(st.sampled_from(ways))})
    records = {**knowledge_base.records, "against": against.named("against")}
    after = gap_map(replace(knowledge_base, records=records))
    sentences = profile(knowledge_base, after.cells[cell.component, cell.outcome])
    assert "The findings do not all point the same way." in sentences


@pytest.mark.parametrize("way", ["favourable", "unfavourable", "mixed", "no-clear-difference"])
def test_an_unclear_finding_is_counted_and_is_no_conflict(
    knowledge_base: KnowledgeBase, way: str
) -> None:
    cell = next(c for c in gap_map(knowledge_base).cells.values() if c.tally.has_finding)
    first = next(r for r in cell.tally.records if r.kind not in ("expectation", "objective"))
    records = {
        direction: first.model_copy(update={"direction": direction}).named(direction)
        for direction in (way, "unclear")
    }
    after = gap_map(replace(knowledge_base, records=records))
    sentences = profile(knowledge_base, after.cells[cell.component, cell.outcome])
    kind = basis(knowledge_base, first)
    assert pointed(kind, {way: 1, "unclear": 1}).strip() in " ".join(sentences)
    assert "The findings do not all point the same way." not in sentences

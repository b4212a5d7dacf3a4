"""From values to models: what doesn't fit, where it stands, and what would be right."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge_base.model.vocabulary import ClaimKindTerm
from knowledge_base.reading.file_kinds import (
    BLUEPRINT,
    DISCREPANCIES,
    FILE_KINDS,
    GAPS,
    LOGIC_MODEL,
    POSTS,
    PROVIDERS,
    RECORDS,
    REPORT,
    VOCABULARIES,
)
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.validation import did_you_mean, nearest, validate
from knowledge_base.reading.yaml_source import parse

ANNOTATIONS = [family.annotation for family in FILE_KINDS if family is not VOCABULARIES]


def findings(annotation: Any, text: str) -> list[Finding]:
    document, problems = parse(text, "x.yml")
    assert problems == []
    return validate(document, annotation)[1]


def unknown_key(annotation: Any, text: str) -> Finding:
    [finding] = [f for f in findings(annotation, text) if f.rule == "unknown-key"]
    return finding


@pytest.mark.parametrize(
    ("annotation", "text", "place", "hint"),
    [
        (RECORDS.annotation, "compnent: x", "1:1", "Did you mean 'component'?"),
        (RECORDS.annotation, "Claim: x", "1:1", "Did you mean 'claim'?"),
        (RECORDS.annotation, "notice:\n  reson: x", "2:3", "Did you mean 'reason'?"),
        (RECORDS.annotation, "exceptions:\n  - rul: x", "2:5", "Did you mean 'rule'?"),
        (RECORDS.annotation, "cited_through: {sorce: x}", "1:17", "Did you mean 'source'?"),
        (POSTS.annotation, "a-b:\n  titel: x", "2:3", "Did you mean 'title'?"),
        (GAPS.annotation, "a:\n  lookedfor: true", "2:3", "Did you mean 'looked_for'?"),
        (DISCREPANCIES.annotation, "a: {handlng: x}", "1:5", "Did you mean 'handling'?"),
        (LOGIC_MODEL.annotation, "nodes: {a: {colum: x}}", "1:13", "Did you mean 'column'?"),
        (LOGIC_MODEL.annotation, "arrows: [{form: a}]", "1:11", "Did you mean 'from'?"),
        (LOGIC_MODEL.annotation, "arrows: [{from_: a}]", "1:11", "Did you mean 'from'?"),
        (REPORT.annotation, "next_steps: {a: {heer: {}}}", "1:18", "Did you mean 'here'?"),
        (
            BLUEPRINT.annotation,
            "tidier:\n  why:\n    statements:\n      - txt: x",
            "4:9",
            "Did you mean 'text'?",
        ),
        (BLUEPRINT.annotation, "measures: {a: {valu: 5}}", "1:16", "Did you mean 'value'?"),
        (
            PROVIDERS.annotation,
            "courses:\n  a:\n    curriculum:\n      days:\n        - topic: [x]",
            "5:11",
            "Did you mean 'topics'?",
        ),
        (
            PROVIDERS.annotation,
            "courses: {a: {cost: {amont: 5}}}",
            "1:22",
            "Did you mean 'amount'?",
        ),
        (dict[str, ClaimKindTerm], "a: {must_sai: [x]}", "1:5", "Did you mean 'must_say'?"),
        (
            RECORDS.annotation,
            "notice: {zzz: x}",
            "1:10",
            "Known: date, reason, superseded_by.",
        ),
    ],
)
def test_an_unknown_key_is_answered_with_the_nearest_one_known_at_its_place(
    annotation: Any, text: str, place: str, hint: str
):
    finding = unknown_key(annotation, text)

    assert str(finding.location) == f"x.yml:{place}"
    assert finding.hint == hint


def test_missing_fields_stand_where_they_would_have_to_be():
    found = findings(RECORDS.annotation, "# A record.\nnotice:\n  date: 2024-01-01\n")

    places = {f.message: f"{f.location.line}:{f.location.column}" for f in found}
    assert places["'claim' is missing."] == "2:1"
    assert places["'reason' is missing."] == "3:3"


def test_all_that_does_not_fit_is_found_at_once():
    found = findings(POSTS.annotation, "A: {titel: x, salary_low: much, sources: y}\nb: []\n")

    assert {f.rule for f in found} == {"id-form", "unknown-key", "missing-field", "wrong-type"}


def test_a_value_of_several_possible_types_gives_one_finding():
    found = findings(POSTS.annotation, "a: {salary_low: much}")

    assert [f.message for f in found if f.location.column == 17] == [
        "'salary_low' must be a number, not 'much'."
    ]


def test_what_is_quoted_from_a_file_is_short():
    found = findings(RECORDS.annotation, f"added: {'x' * 10_000}\nsetting: [{'y' * 10_000}]")

    assert all(len(f.message) < 200 for f in found)


def test_one_value_for_each_family_that_is_nothing_at_all_is_refused():
    for annotation in ANNOTATIONS:
        for text in ("null", "[]", "x", "5"):
            [finding] = findings(annotation, text)
            assert finding.rule == "wrong-type"
            assert finding.message.startswith("the file must hold keys with values, not ")


def test_no_message_speaks_of_python():
    text = "notice: 5\nexceptions: x\ncountries: {}\nclaim: [1]\nadded: 5\nnote: true\nstudy: 1.5\n"
    shown = " ".join(f"{f.message} {f.hint}" for f in findings(RECORDS.annotation, text))

    for word in ("tuple", "dict", "str ", "None", "True", "instance", "Input", "pydantic"):
        assert word not in shown


@pytest.mark.parametrize(
    ("word", "known", "match"),
    [
        ("perceptions", {"perception", "effect"}, "perception"),
        ("PERCEPTION", {"perception"}, "perception"),
        ("xyz", {"perception"}, None),
        ("", {"perception"}, None),
        ("perception", set(), None),
    ],
)
def test_the_nearest_word_is_one_that_could_have_been_meant(
    word: str, known: set[str], match: str | None
):
    assert nearest(word, known) == match


def test_a_few_known_words_are_all_named_and_many_are_counted():
    assert did_you_mean("zzz", {"b", "a"}) == "Known: a, b."
    assert did_you_mean("zzz", [f"word-{number}" for number in range(100)]) == (
        "There are 100 known ones, none of them close to this."
    )
    assert did_you_mean("zzz", []) == "There are none."


keys = st.sampled_from(
    [
        *("component", "claim", "kind", "notice", "date", "reason", "exceptions", "rule"),
        *("courses", "a", "cost", "amount", "days", "curriculum", "properties"),
        *("nodes", "arrows", "from", "to", "tidier", "why", "statements", "text", "records"),
        *("sources", "items", "lists", "measures", "value", "salary_low", "here"),
        *("[key]", "int", "float", "constrained-int", "str"),  # pydantic's own words
    ]
)
leaves = st.sampled_from(
    ["x", "'5'", "5", "-1.5", "true", "~", "[]", "{}", "2024-01-01", "2023-02-30", "''", "X Y"]
)


@st.composite
def flow(draw: st.DrawFn, depth: int = 0) -> str:
    """YAML on one line, of the shape that evidence files have, or nearly."""
    shape = draw(st.sampled_from(["leaf", "list", "mapping", "mapping"])) if depth < 5 else "leaf"
    if shape == "leaf":
        return draw(leaves)
    inner = [draw(flow(depth + 1)) for _ in range(draw(st.integers(1, 3)))]
    if shape == "list":
        return f"[{', '.join(inner)}]"
    names = draw(st.lists(keys, min_size=len(inner), max_size=len(inner), unique=True))
    pairs = (f"'{name}': {value}" for name, value in zip(names, inner, strict=True))
    return "{" + ", ".join(pairs) + "}"


@given(flow(), st.sampled_from(ANNOTATIONS))
def test_no_shape_makes_validation_fail_and_every_place_is_in_the_file(text: str, annotation: Any):
    document, _ = parse(text, "x.yml")

    value, found = validate(document, annotation)

    assert (value is None) == bool(found)
    for finding in found:
        assert finding.location.line == 1
        assert 1 <= finding.location.column <= len(text)
        assert finding.message.endswith(".")
        assert finding.hint != "There are none."


def test_a_finding_names_the_field_that_is_wrong_or_missing():
    text = "component: sight-singing\nclam: x\ncited_through: {sorce: x}\nsample: 3\n"

    fields = {(f.field, f.location.trail[-1]) for f in findings(RECORDS.annotation, text)}

    assert {("clam", "clam"), ("cited_through", "sorce"), ("sample", "sample")} <= fields
    assert ("source", "source") in fields  # which is missing
    assert ("cited_through", "location") in fields

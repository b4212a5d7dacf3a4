"""Findings as people, GitHub and other tools see them."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge_base.model.places import Location
from knowledge_base.reading.findings import (
    WARNING,
    Finding,
    errors,
    in_one_line,
    render_github,
    render_json,
    render_text,
)

ERROR = Finding(Location("a.yml", 3, 8, ("claim",)), "claim-form", "it is long.", "Shorten it.")
OTHER = Finding(Location("b.yml"), "notice", "it is old.", "Look again.")
HOSTILE = Finding(
    Location("a\n::error::b.yml", 1, 1),
    "wrong-type",
    "'\x1b[2J\x07\r\n::warning file=x::owned\u202e\x9b' is 100% wrong: no, really.",
    "Don't\nwrite % here.",
)


def test_text_gives_a_line_and_a_hint_for_each_and_counts_them():
    assert render_text([ERROR, OTHER]) == (
        "a.yml:3:8: error[claim-form] it is long.\n"
        "    Shorten it.\n"
        "b.yml:1:1: error[notice] it is old.\n"
        "    Look again.\n"
        "2 findings in 2 files."
    )


def test_text_counts_one_finding_in_the_singular():
    assert render_text([ERROR]).endswith("\n1 finding in 1 file.")


def test_text_of_no_findings_is_empty():
    assert render_text([]) == ""


def test_coloured_text_marks_the_rule_and_ends_every_colour():
    assert render_text([ERROR, OTHER], colour=True) == (
        "\x1b[1ma.yml:3:8\x1b[0m: \x1b[31merror[claim-form]\x1b[0m it is long.\n"
        "    \x1b[2mShorten it.\x1b[0m\n"
        "\x1b[1mb.yml:1:1\x1b[0m: \x1b[31merror[notice]\x1b[0m it is old.\n"
        "    \x1b[2mLook again.\x1b[0m\n"
        "2 findings in 2 files."
    )


def test_colour_changes_nothing_but_the_colour():
    coloured = render_text([ERROR, OTHER], colour=True)

    assert re.sub(r"\x1b\[\d+m", "", coloured) == render_text([ERROR, OTHER])


def test_text_shows_what_a_hostile_file_says_without_obeying_it():
    assert render_text([HOSTILE]) == (
        r"a\n::error::b.yml:1:1: error[wrong-type] "
        r"'\x1b[2J\x07\r\n::warning file=x::owned\u202e\x9b' is 100% wrong: no, really."
        "\n"
        r"    Don't\nwrite % here."
        "\n1 finding in 1 file."
    )


def test_a_finding_in_one_line_is_its_first_line_of_text():
    assert in_one_line(HOSTILE) == render_text([HOSTILE]).split("\n")[0]


def test_endless_messages_are_cut_short_for_people_and_whole_for_tools():
    endless = Finding(Location("a.yml"), "unknown-key", "x" * 100_000, "y" * 100_000)

    assert all(len(line) <= 600 for line in render_text([endless]).split("\n"))
    assert len(render_github([endless])) <= 1_200
    assert json.loads(render_json([endless]))[0]["message"] == endless.message


def test_github_gets_one_command_a_finding():
    assert render_github([ERROR, OTHER]) == (
        "::error file=a.yml,line=3,col=8,title=claim-form::it is long.%0AShorten it.\n"
        "::error file=b.yml,line=1,col=1,title=notice::it is old.%0ALook again."
    )


def test_github_of_no_findings_is_empty():
    assert render_github([]) == ""


@pytest.mark.parametrize(
    ("path", "escaped"),
    [
        ("a:b.yml", "a%3Ab.yml"),
        ("a,b.yml", "a%2Cb.yml"),
        ("a%b.yml", "a%25b.yml"),
        ("a%2Cb.yml", "a%252Cb.yml"),
        ("a\nb.yml", r"a\nb.yml"),
        ("a::b=c.yml", "a%3A%3Ab=c.yml"),
    ],
)
def test_github_properties_are_escaped(path: str, escaped: str):
    finding = Finding(Location(path), "rule", "m", "h")

    assert render_github([finding]) == f"::error file={escaped},line=1,col=1,title=rule::m%0Ah"


def test_github_messages_keep_colons_and_commas_and_escape_percent_signs():
    finding = Finding(Location("a.yml"), "rule", "10%, or: so", "h")

    assert render_github([finding]).endswith("::10%25, or: so%0Ah")


def test_github_gets_one_line_from_a_hostile_finding():
    rendered = render_github([HOSTILE])

    assert "\n" not in rendered
    assert "\r" not in rendered
    assert rendered.startswith(r"::error file=a\n%3A%3Aerror%3A%3Ab.yml,line=1,")
    assert "100%25 wrong" in rendered


def test_json_holds_every_part_of_every_finding():
    assert json.loads(render_json([ERROR, OTHER])) == [
        {
            "path": "a.yml",
            "line": 3,
            "column": 8,
            "field": "claim",
            "level": "error",
            "rule": "claim-form",
            "message": "it is long.",
            "hint": "Shorten it.",
        },
        {
            "path": "b.yml",
            "line": 1,
            "column": 1,
            "field": "",
            "level": "error",
            "rule": "notice",
            "message": "it is old.",
            "hint": "Look again.",
        },
    ]


def test_json_of_no_findings_is_an_empty_list():
    assert json.loads(render_json([])) == []


texts = st.text(st.characters(), max_size=50)
findings = st.builds(
    Finding,
    st.builds(Location, texts, st.integers(1, 10**6), st.integers(1, 10**6)),
    st.just("wrong-type"),  # the one part that is never taken from a file
    texts,
    texts,
)


@given(st.lists(findings, max_size=3))
def test_json_gives_back_what_it_was_given_in_ascii(given_findings: list[Finding]):
    rendered = render_json(given_findings)

    assert rendered.isascii()
    assert [
        Finding(
            Location(row["path"], row["line"], row["column"]),
            row["rule"],
            row["message"],
            row["hint"],
        )
        for row in json.loads(rendered)
    ] == given_findings


@given(st.lists(findings, min_size=1, max_size=3))
def test_text_and_github_have_a_fixed_number_of_lines_whatever_files_say(
    given_findings: list[Finding],
):
    assert len(render_text(given_findings).splitlines()) == 2 * len(given_findings) + 1
    assert len(render_github(given_findings).splitlines()) == len(given_findings)
    assert all(
        character == "\n" or character.isprintable() for character in render_text(given_findings)
    )


def test_findings_sort_by_place_then_rule():
    later = Finding(Location("a.yml", 10, 1), "a", "m", "h")
    right = Finding(Location("a.yml", 3, 9), "a", "m", "h")
    other_rule = Finding(Location("a.yml", 3, 8), "zzz", "m", "h")

    assert sorted([OTHER, later, right, other_rule, ERROR]) == [
        ERROR,
        other_rule,
        right,
        later,
        OTHER,
    ]


def test_a_warning_carries_its_level_in_every_format_and_is_no_error():
    warning = Finding(Location("evidence/gaps.yml", 2, 3), "fallen-support", "m.", "h.", WARNING)
    assert errors([warning]) == []
    assert in_one_line(warning) == "evidence/gaps.yml:2:3: warning[fallen-support] m."
    assert render_text([warning]).endswith("1 finding in 1 file, only to be looked at.")
    error = Finding(Location("evidence/gaps.yml", 2, 3), "missing-field", "m.", "h.")
    of_both = render_text([error, warning])
    assert of_both.endswith("2 findings in 1 file, 1 of them only to be looked at.")
    assert render_github([warning]).startswith("::warning file=evidence/gaps.yml,line=2,col=3")
    assert json.loads(render_json([warning]))[0]["level"] == "warning"

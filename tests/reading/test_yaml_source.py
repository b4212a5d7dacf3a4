"""YAML as we read it: stricter than YAML, and with the place of everything."""

from __future__ import annotations

import string
import time
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from knowledge_base.model.places import Location
from knowledge_base.reading.findings import Finding
from knowledge_base.reading.text_file import MAX_BYTES, odd_characters, read_text
from knowledge_base.reading.yaml_source import MAX_DEPTH, parse


def value(text: str) -> object:
    document, findings = parse(text, "x.yml")
    assert findings == []
    return document.value


def only(text: str) -> Finding:
    _, findings = parse(text, "x.yml")
    assert len(findings) == 1, findings
    return findings[0]


def where(text: str) -> tuple[int, int]:
    finding = only(text)
    return finding.location.line, finding.location.column


@pytest.mark.parametrize(
    "word",
    ["no", "yes", "on", "off", "y", "n", "No", "YES", "True", "FALSE", "Null", "NULL", "none", "="],
)
def test_words_that_yaml_takes_for_something_else_stay_words(word: str):
    assert value(f"a: {word}") == {"a": word}


@pytest.mark.parametrize(
    "text",
    ["2023-05-31", "2023-05-31T10:00:00Z", "12:30:45", "1:30", "20:00", "2023-5-1"],
)
def test_dates_and_times_stay_text(text: str):
    assert value(f"a: {text}") == {"a": text}


@pytest.mark.parametrize(
    "text",
    [
        "0x1F",
        "0o17",
        "017",
        "007",
        "1_000",
        "1e5",
        "1.5e3",
        ".5",
        "5.",
        ".inf",
        "-.inf",
        ".nan",
        "1,200",
        "15%",
        "£5",
        "１２",
        "1.2.3",
        "--5",
        "<<",
    ],
)
def test_what_only_some_readers_take_for_a_number_stays_text(text: str):
    assert value(f"a: {text}") == {"a": text}


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("-0", 0), ("+5", 5), ("-12", -12), ("1.50", 1.5), ("-0.25", -0.25), ("10.0", 10.0)],
)
def test_plain_digits_are_numbers(text: str, number: float):
    read = value(f"a: {text}")["a"]

    assert read == number
    assert type(read) is type(number)


@pytest.mark.parametrize("digits", ["9" * 20, "1" * 5_000, "9" * 400 + ".5", "0." + "3" * 400])
def test_very_long_numbers_stay_text(digits: str):
    assert value(f"a: {digits}") == {"a": digits}


def test_the_longest_number_is_exact():
    assert value("a: 9999999999999999999") == {"a": 9999999999999999999}


@pytest.mark.parametrize(
    ("text", "meant"), [("true", True), ("false", False), ("null", None), ("~", None), ("", None)]
)
def test_true_false_and_null_are_what_they_say(text: str, meant: object):
    assert value(f"a: {text}")["a"] is meant


@pytest.mark.parametrize("quote", ["'", '"'])
@pytest.mark.parametrize("text", ["true", "null", "5", "1.5", "~", ""])
def test_quotes_make_text_of_everything(quote: str, text: str):
    assert value(f"a: {quote}{text}{quote}") == {"a": text}


def test_blocks_of_text_are_text():
    assert value("a: >-\n  5\nb: |\n  true\n") == {"a": "5", "b": "true\n"}


def test_keys_are_always_words():
    assert value("5: a\ntrue: b\nnull: c\n2023-05-31: d\nno: e") == {
        "5": "a",
        "true": "b",
        "null": "c",
        "2023-05-31": "d",
        "no": "e",
    }


def test_a_question_mark_before_a_plain_key_is_allowed():
    assert value("? a\n: b\n? c\n") == {"a": "b", "c": None}


@pytest.mark.parametrize("text", ["? [a, b]\n: c", "? {a: b}\n: c", "? - a\n: b", "{[a]: b}"])
def test_keys_that_are_no_words_are_refused(text: str):
    assert only(text).message == "a key must be a plain word."


def test_every_value_and_key_remembers_its_place():
    document, _ = parse("a: 1\nb:\n  - c: x\n    ü: y\n  - z\n", "x.yml")

    assert document.at(()) == Location("x.yml", 1, 1)
    assert document.at(("a",)) == Location("x.yml", 1, 4)
    assert document.at_key(("b",)) == Location("x.yml", 2, 1)
    assert document.at(("b",)) == Location("x.yml", 3, 3)
    assert document.at(("b", 0)) == Location("x.yml", 3, 5)
    assert document.at(("b", 0, "ü")) == Location("x.yml", 4, 8)
    assert document.at_key(("b", 0, "ü")) == Location("x.yml", 4, 5)
    assert document.at(("b", 1)) == Location("x.yml", 5, 5)


def test_a_place_that_is_not_there_is_the_nearest_one_around_it():
    document, _ = parse("a:\n  b: 1\n", "x.yml")

    assert document.at(("a", "c", 0)) == document.at(("a",)) == Location("x.yml", 2, 3)
    assert document.at_key(("a", "c")) == Location("x.yml", 2, 3)
    assert document.at(("z",)) == Location("x.yml", 1, 1)


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("a: &x 1", (1, 4), "'&x' is a YAML anchor, which is not used here."),
        ("&x\na: 1", (1, 1), "'&x' is a YAML anchor, which is not used here."),
        ("a: [1, &x 2]", (1, 8), "'&x' is a YAML anchor, which is not used here."),
        ("a: *x", (1, 4), "'*x' is a YAML alias, which is not used here."),
        ("*x : 1", (1, 1), "'*x' is a YAML alias, which is not used here."),
        ("<<: *x", (1, 5), "'*x' is a YAML alias, which is not used here."),
        ("a: !x 1", (1, 4), "'!x' is a YAML tag, which is not used here."),
        ("a: ! 1", (1, 4), "'!' is a YAML tag, which is not used here."),
        ("a: !!int 1", (1, 4), "'tag:yaml.org,2002:int' is a YAML tag, which is not used here."),
        (
            "%TAG ! tag:e,2000:\n---\n!x a: b",
            (3, 1),
            "'tag:e,2000:x' is a YAML tag, which is not used here.",
        ),
    ],
)
def test_anchors_aliases_and_tags_are_refused(text: str, place: tuple[int, int], says: str):
    finding = only(text)

    assert (finding.rule, finding.message) == ("yaml-feature", says)
    assert (finding.location.line, finding.location.column) == place


def test_what_is_refused_leaves_no_value():
    assert parse("a: 1\nb: &x 2", "x.yml")[0].value is None


def test_no_tag_is_ever_obeyed(tmp_path: Path):
    victim = tmp_path / "made"
    parse(f"!!python/object/apply:pathlib.Path.touch ['{victim}']", "x.yml")

    assert not victim.exists()


def test_duplicate_keys_are_found_at_every_depth_and_the_first_stands():
    document, findings = parse("a:\n  b: 1\n  b: 2\na:\n  b: 3\n  c: {d: 1, d: 2}\n", "x.yml")

    assert document.value == {"a": {"b": 1}}
    assert [(str(f.location), f.rule, f.message) for f in findings] == [
        (
            "x.yml:3:3",
            "duplicate-key",
            "the key 'b' stands here a second time; it was first given on line 2.",
        ),
        (
            "x.yml:4:1",
            "duplicate-key",
            "the key 'a' stands here a second time; it was first given on line 1.",
        ),
        (
            "x.yml:6:13",
            "duplicate-key",
            "the key 'd' stands here a second time; it was first given on line 6.",
        ),
    ]


def test_keys_that_are_written_differently_and_read_alike_are_duplicates():
    assert only("a: 1\n'a': 2").rule == "duplicate-key"
    assert only('a: 1\n"\\u0061": 2').rule == "duplicate-key"


def test_the_same_key_in_different_places_is_no_duplicate():
    assert value("a: {x: 1}\nb: {x: 2}\nc: [{x: 3}, {x: 4}]")


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "  \n# nothing"])
def test_a_file_without_content_is_refused(text: str):
    finding = only(text)

    assert finding.message == "the file is empty."
    assert finding.location == Location("x.yml", 1, 1)


def test_one_document_may_be_marked_as_one():
    assert value("---\na: 1\n...\n") == {"a": 1}


@pytest.mark.parametrize(
    ("text", "place"),
    [("a: 1\n---\nb: 2\n", (3, 1)), ("---\na: 1\n---\n", (4, 1)), ("a: 1\n...\n---\nb\n", (4, 1))],
)
def test_a_second_document_is_refused_where_it_stands(text: str, place: tuple[int, int]):
    assert only(text).message == "the file holds more than one document."
    assert where(text) == place


def test_tabs_may_follow_a_colon_but_not_indent():
    assert value("a:\tb") == {"a": "b"}
    assert where("a:\n\tb: c") == (2, 1)


def test_errors_stand_after_characters_beyond_the_first_plane_at_the_right_column():
    assert where("😀😀: é: x") == (1, 6)


def test_nesting_ends_somewhere():
    deep = "a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH
    deeper = deep.replace("[]", "[[]]")

    assert value(deep)
    assert only(deeper).message == "values are nested more than 20 deep."
    assert where(deeper) == (1, 24)


@pytest.mark.parametrize(
    "bomb",
    ["[" * 250_000, "{a: " * 60_000, "- " * 120_000, "? " * 120_000, "a:\n" + " " * 250_000 + "b"],
    ids=["lists", "mappings", "items", "keys", "blanks"],
)
def test_bombs_of_nesting_are_refused_at_once(bomb: str):
    started = time.process_time()

    parse(bomb, "x.yml")

    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000 stands here (control character)"),
        ("\x07", "U+0007 stands here (control character)"),
        ("\x0b", "U+000B stands here (control character)"),
        ("\x1b", "U+001B stands here (control character)"),
        ("\x7f", "U+007F stands here (control character)"),
        ("\x85", "U+0085 stands here (control character)"),
        ("\x9b", "U+009B stands here (control character)"),
        ("\xad", "U+00AD stands here (soft hyphen)"),
        ("\u200b", "U+200B stands here (zero width space)"),
        ("\u200d", "U+200D stands here (zero width joiner)"),
        ("\u2028", "U+2028 stands here (line separator)"),
        ("\u202e", "U+202E stands here (right-to-left override)"),
        ("\u2066", "U+2066 stands here (left-to-right isolate)"),
        ("\ufeff", "U+FEFF stands here (zero width no-break space)"),
        ("\ufffe", "U+FFFE stands here (control character)"),
        ("\ud800", "U+D800 stands here (control character)"),
        ("\U000e0041", "U+E0041 stands here (tag latin capital letter a)"),
    ],
)
def test_invisible_characters_are_found_where_they_stand(character: str, name: str):
    finding = only(f"a: x\nb: é{character}é\nc: x")

    assert finding.rule == "invisible-character"
    assert finding.message == f"the invisible character {name}."
    assert finding.location == Location("x.yml", 2, 5)


@pytest.mark.parametrize("text", ["é ü ß", "“—”…", "漢字", "שלום", "😀", "a\xa0b", "£2,700"])
def test_letters_signs_and_blanks_of_all_kinds_are_allowed(text: str):
    assert value(f"a: {text}") == {"a": text}


def test_invisible_characters_spelled_out_in_quotes_are_found_too():
    assert only(r'a: "x\u202Ey"').message.startswith("the invisible character U+202E stands here")
    assert only(r'"a\0": x').location == Location("x.yml", 1, 1)
    assert only(r'a: "x\ry"').rule == "invisible-character"


def test_line_feeds_and_tabs_may_be_spelled_out():
    assert value(r'a: "x\n\ty"') == {"a": "x\n\ty"}


def test_a_file_of_nothing_but_invisible_characters_gives_few_findings():
    findings = odd_characters("\u200b" * 100_000, "x.yml")

    assert 1 < len(findings) < 50


def test_many_problems_are_found_besides_odd_characters():
    _, findings = parse("a: 1\nb: \u200bx\na: 2\n", "x.yml")

    assert {f.rule for f in findings} == {"invisible-character", "duplicate-key"}


# Files


def read(folder: Path, data: bytes) -> tuple[str | None, list[Finding]]:
    file = folder / "x.yml"
    file.write_bytes(data)
    return read_text(file, "x.yml")


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"])
def test_lines_may_end_in_every_way(tmp_path: Path, ending: bytes):
    text, _ = read(tmp_path, ending.join([b"a: 1", b"b: 2", b"c: [1", b""]))

    assert text == "a: 1\nb: 2\nc: [1\n"
    assert where(text) == (3, 4)


def test_a_mark_of_the_byte_order_is_left_out(tmp_path: Path):
    assert read(tmp_path, b"\xef\xbb\xbfa: 1\n") == ("a: 1\n", [])


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\xff", (1, 1)),
        (b"ab\xff", (1, 3)),
        ("éé".encode() + b"\xff", (1, 3)),
        ("a\n😀x".encode() + b"\xff", (2, 3)),
        (b"a\r\nb\xff", (2, 2)),
        (b"\xef\xbb\xbfab\xff", (1, 3)),
        (b"ab\xc3", (1, 3)),
        (b"a\xed\xa0\x80", (1, 2)),
        (b"a\xc0\xaf", (1, 2)),
    ],
)
def test_bytes_that_are_not_utf_8_are_found_where_they_stand(
    tmp_path: Path, data: bytes, place: tuple[int, int]
):
    text, [finding] = read(tmp_path, data)

    assert text is None
    assert finding.rule == "not-utf-8"
    assert (finding.location.line, finding.location.column) == place


def test_a_file_may_be_as_large_as_the_limit_and_no_larger(tmp_path: Path):
    assert read(tmp_path, b"#" * MAX_BYTES)[0] is not None
    text, [finding] = read(tmp_path, b"#" * (MAX_BYTES + 1))

    assert text is None
    assert finding.message == "the file has 262,145 bytes, more than 262,144."


def test_a_huge_file_is_not_read_at_all(tmp_path: Path):
    file = tmp_path / "x.yml"
    with file.open("wb") as handle:
        handle.truncate(10**11)  # a hole: no disk is used

    assert read_text(file, "x.yml")[1][0].rule == "file-too-large"


def test_a_file_that_is_gone_is_a_finding(tmp_path: Path):
    text, [finding] = read_text(tmp_path / "gone.yml", "gone.yml")

    assert text is None
    assert finding.message == "the file can't be opened: No such file or directory."


def test_links_are_not_followed(tmp_path: Path):
    (tmp_path / "secret").write_text("a: secret\n")
    (tmp_path / "x.yml").symlink_to("secret")

    text, [finding] = read_text(tmp_path / "x.yml", "x.yml")

    assert text is None
    assert "secret" not in finding.message


# Properties

# Of one script: letters of another among them would be a finding.
words = st.text(
    st.characters(
        max_codepoint=0x24F, exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")
    )
    | st.sampled_from("“–”…€🙂→"),
    max_size=20,
)
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**17), 10**17),
    st.decimals(-1000, 1000, places=2).map(float),
    st.dates().map(date.isoformat),
    words,
    st.sampled_from(["no", "yes", "on", "null", "~", "5", "1.5", "2023-05-31", "- a", "a: b", "#"]),
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(words, values, min_size=1, max_size=5))
def test_what_is_dumped_is_read_as_it_was(data: dict[str, object]):
    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data):
            return True

    text = yaml.dump(data, Dumper=Dumper, allow_unicode=True, default_flow_style=None)

    assert value(text) == data


punctuation = st.text(string.punctuation + " \n\tab1é\x00\x85\u2028\ufeff", max_size=60)


@given(st.one_of(punctuation, st.text(max_size=60), st.text(st.characters(), max_size=60)))
def test_reading_never_fails_and_every_place_is_inside_the_file(text: str):
    document, findings = parse(text, "x.yml")

    lines = text.split("\n")
    for finding in findings:
        assert finding.location.path == "x.yml"
        assert 1 <= finding.location.line <= len(lines) + 1
        # One past the end, where something is missing.
        line = lines[finding.location.line - 1] if finding.location.line <= len(lines) else ""
        assert 1 <= finding.location.column <= len(line) + 1
    for trail in (*document.values, *document.keys):
        place = document.at(trail)
        assert 1 <= place.line <= len(lines) + 1


@given(st.binary(max_size=40))
def test_no_bytes_make_reading_fail(tmp_path_factory: pytest.TempPathFactory, data: bytes):
    text, findings = read(tmp_path_factory.getbasetemp(), data)

    assert (text is None) == bool(findings)
    if text is not None:
        parse(text, "x.yml")

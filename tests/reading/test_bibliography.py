"""BibTeX as we read it: plainer than BibTeX, so that every other reader reads the same."""

from __future__ import annotations

import logging
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from knowledge_base.model.bibtex import FIELDS, KINDS
from knowledge_base.pages.about.references import formatted_reference
from knowledge_base.reading.bibliography import parse, required_of
from knowledge_base.reading.findings import Finding

ENTRY = """\
@misc{moss2016,
  author = {Moss, G. and Tarn, H.},
  title = {Song maps, {Reviewed}},
  year = {2016},
}
"""


def found(text: str) -> list[str]:
    return [f"{f.location.line}:{f.location.column} {f.rule}" for f in parse(text, "s.bib")[1]]


def only(text: str) -> Finding:
    _, [finding] = parse(text, "s.bib")
    return finding


def test_an_entry_is_read_with_its_fields_in_lower_case():
    sources, findings = parse(ENTRY.replace("misc", "MISC").replace("title", "Title"), "s.bib")

    assert findings == []
    assert sources["moss2016"].kind == "misc"
    assert sources["moss2016"].fields == {
        "author": "Moss, G. and Tarn, H.",
        "title": "Song maps, {Reviewed}",
        "year": "2016",
    }


def test_every_field_remembers_its_place():
    sources, _ = parse("\n\n% A comment.\n" + ENTRY, "s.bib")

    assert {name: str(place) for name, place in sources["moss2016"].lines.items()} == {
        "": "s.bib:4:1",
        "author": "s.bib:5:3",
        "title": "s.bib:6:3",
        "year": "s.bib:7:3",
    }


def test_an_entry_that_begins_behind_another_has_a_place_of_its_own():
    second = "@misc{tarn2016, author = {Tarn, H.}, title = {Maps}, year = {2016}}"
    sources, findings = parse(ENTRY.strip() + second, "s.bib")

    assert findings == []
    assert str(sources["tarn2016"].lines[""]) == "s.bib:5:2"
    assert str(sources["tarn2016"].lines["author"]) == "s.bib:5:18"


def test_fields_on_one_line_have_columns_of_their_own():
    text = "@misc{a, title={year = 1 doi=}, author={author=},year = 2016 , doi={10.1/title}}"
    sources, findings = parse(text, "s.bib")

    assert findings == []
    assert {name: place.column for name, place in sources["a"].lines.items()} == {
        "": 1,
        "title": text.index("title"),
        "author": text.index("author") + 1,
        "year": text.index("year = 2016") + 1,
        "doi": text.rindex("doi") + 1,
    } | {"title": text.index("title") + 1}


def test_a_value_over_several_lines_does_not_shift_the_next_field():
    sources, _ = parse(
        "@misc{a,\n  title = {One\n  year = two\n  },\n  author\n    = {A},\n  year = {2016}\n}",
        "s.bib",
    )

    assert {name: place.line for name, place in sources["a"].lines.items()} == {
        "": 1,
        "title": 2,
        "author": 5,
        "year": 7,
    }


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("{a}", "a"),
        ('"a"', "a"),
        ("2016", "2016"),
        ("{ a }", "a"),
        ("{{Guild of Therapists}}", "{Guild of Therapists}"),
        ("{{A} and {B}}", "{A} and {B}"),
        ('{He said "no"}', 'He said "no"'),
        ('"He said {"}no{"}"', 'He said {"}no{"}'),
        ("{müller, 漢字 — “x”}", "müller, 漢字 — “x”"),
        ("{a = b, c # d % e}", "a = b, c # d % e"),
        ("{mail@example.org}", "mail@example.org"),
        (r"{A \& B}", r"A \& B"),
    ],
)
def test_a_value_is_one_text(value: str, read: str):
    sources, findings = parse(f"@misc{{a, author={{A}}, year=2016, title={value}\n}}", "s.bib")

    assert findings == []
    assert sources["a"].fields["title"] == read


@pytest.mark.parametrize(
    "value",
    ["word", "jan", '"a" # "b"', "{a} # {b}", "{a} b", "{a}\n  note = {b}", r"{a \{ b}", '"a" "b"'],
)
def test_a_value_that_is_not_one_text_is_refused_at_its_field(value: str):
    finding = only(f"@misc{{a2016,\n  author = {{A}},\n  year = 2016,\n  title = {value},\n}}")

    assert str(finding.location) == "s.bib:4:3"
    assert finding.message == "the value of 'title' is not one text in braces."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENTRY.replace("2016},\n}", "2016},\n"), ["1:1 malformed-bibtex"]),
        (ENTRY.replace("{moss2016,", "{moss2016"), ["1:1 malformed-bibtex"]),
        (ENTRY.replace("= {2016}", "{2016}"), ["1:1 malformed-bibtex"]),
        (ENTRY + "}", []),
        (ENTRY + "\n\n  stray, moss@example.org\n", ["8:1 malformed-bibtex"]),
        (ENTRY + "\nfirst\nsecond\n@\n", ["9:1 malformed-bibtex"]),
        ("@" + ENTRY, ["1:1 malformed-bibtex"]),
        ("\n\n@string{x = {y}}\n" + ENTRY, ["3:1 malformed-bibtex"]),
        ('\n@preamble{"x"}\n' + ENTRY, ["2:1 malformed-bibtex"]),
        (ENTRY + "\n" + ENTRY, ["7:1 duplicate-source"]),
        (ENTRY + ENTRY + ENTRY, ["6:1 duplicate-source", "11:1 duplicate-source"]),
        (ENTRY.replace("  year", "  title = {T},\n  year"), ["4:3 malformed-bibtex"]),
        (ENTRY.replace("  year", "  TITLE = {T},\n  year"), ["4:3 malformed-bibtex"]),
        (ENTRY.replace("@misc", "@miscc"), ["1:1 malformed-bibtex"]),
        (ENTRY.replace("moss2016", "Moss2016"), ["1:1 id-form"]),
        (ENTRY.replace("moss2016", "moss 2016"), ["1:1 id-form"]),
        (ENTRY.replace("moss2016", ""), ["1:1 id-form"]),
        (ENTRY.replace("moss2016", "møss2016"), ["1:1 id-form"]),
        (ENTRY.replace("  year = {2016},\n", ""), ["1:1 missing-field"]),
        (ENTRY.replace("{2016}", "{}"), ["4:3 missing-field"]),
        (ENTRY.replace("{2016}", "{in press}"), ["4:3 invalid-date"]),
        (ENTRY.replace("{2016}", "{٢٠١٦}"), ["4:3 invalid-date"]),
        (ENTRY.replace("title = ", "titel = "), ["3:3 unknown-key"]),
        (ENTRY.replace("G. and Tarn", "G., Tarn"), ["2:3 malformed-bibtex"]),
        (ENTRY.replace("Moss, G. and Tarn, H.", "{Moss, G., Tarn, H., and others}"), []),
        (ENTRY.replace("{2016}", "{n.d.}"), []),
        ("@comment{anything @ all}\n" + ENTRY, []),
        ("Some words about it.\n" + ENTRY, []),
        ("", []),
    ],
)
def test_what_is_wrong_is_found_on_its_line(text: str, expected: list[str]):
    assert found(text) == expected


def test_all_that_is_wrong_is_found_in_one_go():
    text = (
        ENTRY.replace("moss2016", "first2016").replace("2016},\n}", "2016\n")
        + ENTRY
        + ENTRY
        + ENTRY.replace("moss2016", "last2016").replace("2016}", "16}")
    )

    assert found(text) == ["1:1 malformed-bibtex", "11:1 duplicate-source", "19:3 invalid-date"]


def test_entries_after_a_broken_one_are_read():
    sources, _ = parse(
        ENTRY.replace("2016},\n}", "2016\n") + ENTRY.replace("moss", "tarn"), "s.bib"
    )

    assert sources["tarn2016"].fields["year"] == "2016"


def test_a_broken_entry_is_still_a_source_that_others_may_name():
    sources, _ = parse(ENTRY.replace("2016},\n}", "2016\n"), "s.bib")

    assert list(sources) == ["moss2016"]
    assert str(sources["moss2016"].lines[""]) == "s.bib:1:1"


def test_of_two_entries_with_one_key_the_first_stands():
    sources, _ = parse(ENTRY + ENTRY.replace("Song maps", "Others"), "s.bib")

    assert sources["moss2016"].title == "Song maps, Reviewed"


@pytest.mark.parametrize("year", ["1" * 5_000, "٢٠١٦", "850", "2016a"])
def test_what_is_no_year_is_found_and_not_taken_for_one(year: str):
    sources, findings = parse(ENTRY.replace("{2016}", f"{{{year}}}"), "s.bib")

    assert [finding.message for finding in findings] == [f"'{year}' is not a year."]
    assert sources["moss2016"].year is None


def test_sources_are_sorted_by_key():
    sources, _ = parse(
        ENTRY + ENTRY.replace("moss", "ash") + ENTRY.replace("moss", "tarn"), "s.bib"
    )

    assert list(sources) == ["ash2016", "moss2016", "tarn2016"]


def test_the_hint_names_the_nearest_field_and_type():
    assert only(ENTRY.replace("  year", "  ulr = {https://a.org},\n  year")).hint == (
        "Did you mean 'url'?"
    )
    assert only(ENTRY.replace("@misc", "@inproceeding")).hint == "Did you mean 'inproceedings'?"


def test_the_parser_says_nothing_beside_our_findings(caplog, capfd):
    with caplog.at_level(logging.DEBUG):
        parse("@book{a, title = {\n" + ENTRY, "s.bib")

    assert caplog.text == ""
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_type_that_is_allowed_can_be_set_with_what_it_must_say_and_no_less(kind: str):
    needed = required_of(kind)
    fields = {name: f"  {name} = {{{2016 if name == 'year' else 'Moss'}}},\n" for name in needed}
    sources, findings = parse(f"@{kind}{{moss2016,\n{''.join(fields.values())}}}\n", "s.bib")

    assert findings == []
    assert "Moss" in formatted_reference(sources["moss2016"])
    for name in needed:
        less = "".join(line for other, line in fields.items() if other != name)
        _, found = parse(f"@{kind}{{moss2016,\n{less}}}\n", "s.bib")
        assert [f.message for f in found] == [f"the source 'moss2016' has no '{name}'."]


@pytest.mark.parametrize(
    ("author", "told"),
    [
        ("{}", "the source 'moss2016' has no 'author'."),
        ("{ { } }", "the source 'moss2016' has no 'author'."),
        (",", "a name in 'author' is empty."),
        (", G.", "a name in 'author' is empty."),
        ("Moss, G. and {}", "a name in 'author' is empty."),
        ("Moss, G. and , H. and Tarn, H.", "a name in 'author' is empty."),
    ],
)
def test_an_author_without_a_name_is_none(author: str, told: str):
    finding = only(ENTRY.replace("Moss, G. and Tarn, H.", author))
    assert (finding.location.line, finding.message) == (2, told)


@pytest.mark.parametrize("title", ["50% of listeners", "50\\% of listeners"])
def test_a_per_cent_sign_hides_nothing_of_a_reference(title: str):
    sources, _ = parse(ENTRY.replace("Song maps, {Reviewed}", title), "s.bib")

    assert sources["moss2016"].title == "50% of listeners"
    assert "50% of listeners" in formatted_reference(sources["moss2016"])


def test_people_may_stand_on_lines_of_their_own():
    sources, findings = parse(ENTRY.replace("Moss, G. and ", "Moss, G. and\n    "), "s.bib")

    assert findings == []
    assert sources["moss2016"].authors == ("Moss", "Tarn")


def test_every_field_that_must_be_there_is_known():
    assert {"author", "title", "year", "doi", "url", "listed"} <= FIELDS


def test_thousands_of_entries_are_read_in_seconds():
    text = "".join(ENTRY.replace("moss2016", f"moss{number}") for number in range(5_000))
    started = time.process_time()

    sources, findings = parse(text, "s.bib")

    assert (len(sources), findings) == (5_000, [])
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "bomb",
    [
        "{" * 100_000,
        "@book{" * 20_000,
        "@book{a," + "b={c}," * 20_000,
        "@book{a, author={A" + " " * 300_000 + "B}}",
        "@book{a, author={" + "A and " * 100_000 + "}}",
        "@book{a, b" + "\n" * 300_000 + "={x}}",
        "@" * 300_000,
    ],
    ids=["braces", "entries", "fields", "blanks", "people", "lines", "ats"],
)
def test_bombs_are_read_in_seconds(bomb: str):
    started = time.process_time()

    parse(bomb, "s.bib")

    assert time.process_time() - started < 5


def by_pybtex(text: str) -> dict[str, dict[str, str]]:
    """Read a bibliography as the book's reference list does."""
    return {
        key: {
            **{name.lower(): " ".join(value.split()) for name, value in entry.fields.items()},
            **{role.lower(): "" for role in entry.persons},
        }
        for key, entry in parse_string(text, "bibtex").entries.items()
    }


def by_us(text: str) -> dict[str, dict[str, str]]:
    return {
        key: {
            name: "" if name in ("author", "editor") else " ".join(value.split())
            for name, value in source.fields.items()
        }
        for key, source in parse(text, "s.bib")[0].items()
    }


def test_the_reference_list_reads_the_made_up_sources_as_we_do(clean_corpus: Path):
    for file in (clean_corpus / "evidence/sources").glob("*.bib"):
        text = file.read_text()

        assert by_pybtex(text) == by_us(text)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Two entries in which something was deleted, doubled or put in."""
    text = ENTRY + "\n" + ENTRY.replace("moss", "tarn")
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 4)))
        put_in = draw(st.text('{}",=@#%\\\n ()a1é~', max_size=3))
        text = text[:start] + put_in + text[end:]
    return text


@given(damaged())
def test_what_we_find_clean_the_reference_list_reads_as_we_do(text: str):
    _, findings = parse(text, "s.bib")

    lines = text.split("\n")
    for finding in findings:
        assert 1 <= finding.location.line <= len(lines)
        assert 1 <= finding.location.column <= len(lines[finding.location.line - 1]) + 1
    if not findings:
        assert by_pybtex(text) == by_us(text)


@given(st.text(st.characters(), max_size=80))
def test_no_text_makes_reading_fail(text: str):
    parse(text, "s.bib")
    parse(f"@book{{a, {text}", "s.bib")

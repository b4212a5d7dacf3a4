"""What tools and people make of reference files, and what comes of it: nothing is lost in silence.

Each case is a kind that users of such tools reported in public, in words of our own.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kb import main
from knowledge_base.contributing.references.entry_fields import Entry, entry_of
from knowledge_base.contributing.references.formats import FORMATS, recognised
from knowledge_base.contributing.references.reference import Reading
from knowledge_base.contributing.references.text import without_latex, without_latex_in_title

RIS = "TY  - JOUR\nAU  - Roe, A\nTI  - On tea\nPY  - 2020\nJO  - Tea\n{}ER  - \n"
CSL = {"id": "a", "type": "article-journal", "title": "On tea", "container-title": "Tea"}


def reading_of(text: str) -> Reading:
    return FORMATS[recognised(text) or ""].read(text, "x")


def entry_in(text: str) -> Entry:
    reading = reading_of(text)
    assert not reading.broken
    (reference,) = reading.references
    return entry_of(reference)


def bib(**fields: str) -> str:
    given = {"author": "Roe, Ann", "title": "On tea", "journal": "Tea", "year": "2020"} | fields
    return f"@article{{a,\n{''.join(f'{n} = {{{v}}},' for n, v in given.items())}}}\n"


def csl(**fields: Any) -> str:
    return json.dumps([CSL | fields])


@pytest.mark.parametrize(
    "between", ["  – ", "\xa0\xa0- ", "\t- ", "  -\t", " - "], ids=["dash", "nbsp", "tab", "t", "1"]
)
def test_tags_of_ris_may_have_passed_through_a_word_processor(between: str):
    fields = entry_in(RIS.format("").replace("  - ", between)).fields
    assert (fields["author"], fields["title"], fields["journal"]) == ("Roe, A", "On tea", "Tea")


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Roe, Ann AND Doe, Ben", "Roe, Ann and Doe, Ben"),
        ("Roe, Ann & Doe, Ben", "Roe, Ann and Doe, Ben"),
        ("Roe, Ann, Doe, Ben and Poe, Di", "Roe, Ann and Doe, Ben and Poe, Di"),
        ("Roe, Ann, LCSW, RN and Doe, B", "Roe, Ann, LCSW RN and Doe, B"),
        ("A. Roe, B. Doe, and C. van Poe", "Roe, A. and Doe, B. and van Poe, C."),
        ("Roe A,Doe BC", "Roe, A and Doe, BC"),
        ("Roe A, Doe B & Poe C", "Roe, A and Doe, B and Poe, C"),
        ("O'Neil S", "O'Neil, S"),
        ("Roe JP Jr", "Roe, Jr, JP"),
        ("Иванов И.И. and Müller ÄÖ", "Иванов, И.И. and Müller, ÄÖ"),
        ("Research in Practice", "{Research in Practice}"),
        ("Roe, A. and Tea Group,", "Roe, A. and {Tea Group}"),
    ],
)
def test_names_are_those_of_people_however_they_are_joined(author: str, expected: str):
    assert entry_in(bib(author=author)).fields["author"] == expected


@pytest.mark.parametrize(
    "mark",
    [" (ORCID: 0000-1)", " https://orcid.org/0000-1", " <a@b.org>", "*", "†", " (Ed.)", " [1]"],
)
def test_what_stands_behind_a_name_is_no_part_of_it(mark: str):
    text = RIS.format("").replace("Roe, A", f"Roe, Ann{mark}")
    assert entry_in(text).fields["author"] == "Roe, Ann"


def test_a_dash_is_nobody():
    assert "author" not in entry_in(RIS.format("").replace("Roe, A", "-")).fields


def test_no_family_name_has_a_conjunction_in_it():
    text = RIS.format("").replace("Roe, A", "Tea and Milk B")
    assert entry_in(text).fields["author"] == "{Tea and Milk B}"


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Ann Roe", "Roe, Ann"),
        (["Ann Roe", "Ben Doe"], "Roe, Ann and Doe, Ben"),
        ({"family": "Roe", "given": "A"}, "Roe, A"),
        ([{}, {"family": "Roe"}, {"given": ""}], "Roe"),
    ],
)
def test_people_of_csl_may_be_written_in_other_ways(author: object, expected: str):
    assert entry_in(csl(author=author)).fields["author"] == expected


@pytest.mark.parametrize(
    ("issued", "month", "is_named"),
    [
        ("2020", None, False),
        (2020, None, False),
        ([{"year": 2020, "month": 3}], "March", False),
        ({"date-parts": [2020, 3]}, "March", False),
        ({"date-parts": [[2020, 3], [2020, 4]]}, "March", True),
        ({"date-parts": [[2020]], "season": "2"}, None, True),
        ({"date-parts": [[2020]], "circa": True}, None, True),
    ],
)
def test_dates_of_csl_are_taken_or_named(issued: object, month: str | None, is_named: bool):
    entry = entry_in(csl(issued=issued, author=[{"family": "Roe"}]))
    assert (entry.fields["year"], entry.fields.get("month")) == ("2020", month)
    assert any(remark.startswith("Of its date only") for remark in entry.remarks) == is_named


@pytest.mark.parametrize(
    ("text", "name", "value", "remark"),
    [
        (
            RIS.format("DO  - 10.1000/189;10.1000/190\n"),
            "doi",
            "10.1000/189",
            "Of its DOIs only 10.1000/189 is taken over.",
        ),
        (
            RIS.format("DO  - 10.1002/x.3.0.CO;2-5\n"),
            "doi",
            "10.1002/x.3.0.CO;2-5",
            "",
        ),
        (
            RIS.format("UR  - <Go to ISI>://WOS:000123\n"),
            "url",
            None,
            "‘<Go to ISI>://WOS:000123’ is no link, and is left out.",
        ),
        (
            RIS.format("Y1  - 1-4 Oct. 2020\n"),
            "month",
            "October",
            "Of its date only October 2020 is taken over.",
        ),
        (
            RIS.format("SN  - RR123\nPB  - Kent\n").replace("JOUR", "RPRT"),
            "number",
            "RR123",
            "",
        ),
        (bib(url="https://x.org/a, https://y.org"), "note", "Also at https://y.org", ""),
        (bib(doi="{10.1234/t.1}"), "doi", "10.1234/t.1", ""),
        (bib(url="{https://x.org/{~}a{\\_}b}"), "url", "https://x.org/~a_b", ""),
        (
            bib(howpublished="\\url{https://tea.org/a_b}").replace("@article", "@misc"),
            "url",
            "https://tea.org/a_b",
            "",
        ),
        (
            "PMID- 1\nTI  - On tea\nFAU - Roe, A\nDP  - 2020\nJT  - Tea\n"
            "PT  - Retracted Publication\n",
            "journal",
            "Tea",
            "The file says that it was retracted.",
        ),
        (
            bib().replace("@article", "@bachelorthesis"),
            "title",
            "On tea",
            "The type ‘bachelorthesis’ is not known here; the entry is @misc.",
        ),
    ],
)
def test_what_is_in_an_unusual_place_is_taken_or_named(
    text: str, name: str, value: str | None, remark: str
):
    entry = entry_in(text)
    assert entry.fields.get(name) == value
    assert remark in (*entry.remarks, "")


@pytest.mark.parametrize(
    ("text", "name"),
    [(RIS.format("SN  - RR123\n"), "issn"), (RIS.format("TI  - On milk\n"), "a second TI")],
)
def test_what_has_no_place_is_named(text: str, name: str):
    assert name in entry_in(text).left_out


@pytest.mark.parametrize("piece", ["author", "title", "journal"])
def test_a_value_without_its_comma_takes_no_field_with_it(piece: str):
    lines = bib().replace(",author", ",\nauthor").replace(",title", ",\ntitle")
    lines = lines.replace(",journal", ",\njournal").replace(",year", ",\nyear")
    text = "\n".join(
        line.rstrip(",") if line.startswith(f"{piece} ") else line for line in lines.split("\n")
    )
    reading = reading_of(f"{text}\n{bib(title='On milk')}")
    assert [entry_of(one).fields["title"] for one in reading.references] == ["On milk"]
    (broken,) = reading.broken
    assert broken.finding.message == (
        f"the value of '{piece}' does not end before the next field begins."
    )
    assert text.split("\n")[broken.finding.location.line - 1].startswith(f"{piece} ")


def test_entries_that_are_no_documents_are_not_asked_for_a_title():
    text = (
        "@xdata{pub, publisher = {Kent}}\n@set{s, entryset = {a, b}}\n"
        "@book{a, author = {Roe, Ann}, title = {On tea}, xdata = {pub}, year = 2020}\n"
    )
    assert entry_in(text).fields["publisher"] == "Kent"
    assert "crossref" in entry_in(bib(crossref="nowhere")).left_out


def test_a_comment_of_latex_hides_no_field_and_a_commentary_is_none():
    text = bib().replace(",title", ", % the first\n title").replace("@article", "@Commentary")
    assert entry_in(text).fields["title"] == "On tea"


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("\\href{https://x.org}{a link}", "a link"),
        ("\\enquote{Tea} and \\mkbibemph{milk}", "“Tea” and milk"),
        ("H\\textsubscript{2}O for \\pounds 5", "H2O for £5"),
        ("On tea\\footnote", "On tea\\footnote"),
        ("\\sqrt", "\\sqrt"),
    ],
)
def test_macros_of_latex_are_read_or_stay_and_stop_nothing(latex: str, text: str):
    assert without_latex(latex) == text
    assert without_latex_in_title(latex).replace("{", "").replace("}", "") == text


def test_markup_of_formulas_becomes_plain_text():
    title = "On <mml:math><mml:mi>x</mml:mi></mml:math> and H<inf>2</inf>O"
    assert entry_in(RIS.format("").replace("On tea", title)).fields["title"] == "On x and {H2O}"


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        (
            "Title,Authors,Year,Journal\nOn tea,'Roe, Ann',2020,Tea,more\n",
            "2:5",
            "the row has 6 cells, and 4 columns have a name.",
        ),
        ("<!DOCTYPE html>\n<html><body>Sign in</body></html>\n", "1:1", "the file is a web page"),
    ],
)
def test_what_is_no_list_of_references_is_refused(
    text: str, place: str, message: str, corpus: Path, capsys: pytest.CaptureFixture[str]
):
    file = corpus.parent / "export.csv"
    file.write_text(text, encoding="utf-8")
    before = {f.name for f in (corpus / "evidence/sources").iterdir()}
    assert main(["--root", str(corpus), "import", str(file)]) == 1
    out = capsys.readouterr().out
    assert f"{file}:{place}: error[import-file] {message}" in out
    assert out.endswith("Nothing was imported.\n")
    assert {f.name for f in (corpus / "evidence/sources").iterdir()} == before


def test_abbreviations_that_grow_without_end_are_cut_off():
    grown = "".join(f"@string{{a{n} = {' # '.join([f'a{n - 1}'] * 10)}}}\n" for n in range(1, 12))
    text = f'@string{{a0 = "tea and "}}\n{grown}{bib().replace("{On tea}", "a11")}'
    (fault, _) = entry_in(text).faults[0]
    assert fault.startswith("'title' has ")


def test_marks_of_byte_order_in_files_put_together_are_no_text(corpus: Path):
    file = corpus.parent / "two.ris"
    two = f"\ufeff{RIS.format('')}\ufeff{RIS.format('').replace('tea', 'milk')}"
    file.write_text(two, encoding="utf-8")
    assert main(["--root", str(corpus), "import", str(file)]) == 0
    assert len([*(corpus / "evidence/sources").glob("roe2020*.bib")]) == 2


def test_half_a_workbook_is_named_as_one(corpus: Path, capsys: pytest.CaptureFixture[str]):
    file = corpus.parent / "half.xlsx"
    file.write_bytes(b"PK\x03\x04\x14\x00\xc7")
    assert main(["--root", str(corpus), "import", str(file)]) == 1
    out = capsys.readouterr().out
    assert f"{file}:A1: error[import-file] the file can't be read as an Excel workbook." in out


ONE_LINE = {
    "bib": "".join(
        f"@misc{{k{n}, title = {{On {drink}}}, year = 2020{author}}} "
        for n, (drink, author) in enumerate(
            [("tea", ", author = {Roe, A}"), ("ice", ""), ("milk", ", author = {Doe, B}")]
        )
    ),
    "json": json.dumps(
        [
            CSL | {"id": "a", "author": [{"family": "Roe"}]},
            CSL | {"id": "", "title": "On thé"},
            CSL | {"id": "c", "title": "On milk", "author": [{"family": "Doe"}]},
        ]
    ),
    "xml": "<xml><records>{}<record><ref-type name='Map'>20</ref-type></record>{}</records></xml>"
    "".format(
        *(
            "<record><ref-type name='Web Page'>12</ref-type><contributors><authors><author>"
            f"{author}</author></authors></contributors><titles><title>{title}</title></titles>"
            "<dates><year>2020</year></dates></record>"
            for author, title in (("Roe, A", "On tea"), ("Doe, B", "On milk"))
        )
    ),
}


@pytest.mark.parametrize("kind", ONE_LINE)
def test_good_ones_come_in_from_a_file_of_one_line_and_the_bad_one_comes_out(
    kind: str, corpus: Path, capsys: pytest.CaptureFixture[str]
):
    file, rest = corpus.parent / f"one.{kind}", corpus.parent / f"rest.{kind}"
    file.write_text(ONE_LINE[kind], encoding="utf-8")
    before = {*(corpus / "evidence/sources").iterdir()}
    assert main(["--root", str(corpus), "import", str(file), "--rest", str(rest)]) == 0
    assert len({*(corpus / "evidence/sources").iterdir()} - before) == 2
    out = capsys.readouterr().out
    assert "2 sources added" in out
    if kind != "bib":  # its parser gives lines alone
        assert f"{file}:1:1: " not in out
    assert main(["--root", str(corpus), "import", str(rest)]) == 1
    assert "this reference has no 'author'" in capsys.readouterr().out

"""What other people's tools write, kind by kind: it comes in as the source has it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kb import main
from knowledge_base.contributing.references.entry_fields import entry_of
from knowledge_base.contributing.references.formats import FORMATS, recognised
from knowledge_base.contributing.references.merge import merge
from knowledge_base.contributing.references.reference import name_from_text
from knowledge_base.contributing.references.text import (
    protected,
    without_html,
    without_latex,
    without_latex_in_title,
)
from knowledge_base.loading import read
from knowledge_base.reading.evidence import Evidence

RIS = "TY  - JOUR\n{}\nER  - \n"
PAPER = "AU  - Roe, A.\nTI  - On tea\nT2  - Journal of Tea\nPY  - 2020"


@pytest.fixture(scope="module")
def nothing(clean_corpus: Path, as_of: date) -> Evidence:
    """Evidence without files or sources."""
    return replace(read(clean_corpus, as_of=as_of)[0], files={}, sources={})


def entries(text: str, form: str | None = None) -> list[tuple[str, dict[str, str]]]:
    """Type and fields of each reference in a text, which is recognised if no form is named."""
    reading = FORMATS[form or recognised(text) or ""].read(text, "x")
    assert not reading.broken
    found = [entry_of(reference) for reference in reading.references]
    assert not any(entry.faults for entry in found)
    return [(entry.kind, dict(entry.fields)) for entry in found]


def ris(*lines: str) -> dict[str, str]:
    """The fields of a paper in RIS with further lines."""
    ((_, fields),) = entries(RIS.format("\n".join([PAPER, *lines])))
    return fields


def remarks(text: str) -> list[str]:
    reading = FORMATS[recognised(text) or ""].read(text, "x")
    return [remark for reference in reading.references for remark in entry_of(reference).remarks]


# Names.


@pytest.mark.parametrize(
    ("text", "in_bibtex"),
    [
        ("King, Martin, Jr.", "King, Jr., Martin"),
        ("van der Berg, Anna-Lena", "van der Berg, Anna-Lena"),
        ("Rowan T", "Rowan, T"),
        ("van den Brink OA", "van den Brink, OA"),
        ("Rowan T, Alder B", "Rowan, T and Alder, B"),
        ("Roe, A.; Doe, B.", "Roe, A. and Doe, B."),
        ("Müller, Ä. and Søren, K.", "Müller, Ä. and Søren, K."),
        ("Roe, Ann (57200000000); Doe, B. (1)", "Roe, Ann and Doe, B."),
        ("A Roe, OA van den Brink", "Roe, A and van den Brink, OA"),
        ("Roe, Ann MD, PhD 1,2", "Roe, Ann"),
        ("Roe, AM", "Roe, AM"),
        ("Study Group 2", "{Study Group 2}"),
        ("et al.", "others"),
        ("Home Office", "{Home Office}"),
        ("{The Team}", "{The Team}"),
        (
            "Ministry of Housing, Communities and Local Government",
            "{Ministry of Housing, Communities and Local Government}",
        ),
        ("王, 小明", "王, 小明"),
        (" ; ", ""),
    ],
)
def test_names_of_databases_are_people_or_bodies(text: str, in_bibtex: str):
    assert " and ".join(name.in_bibtex for name in name_from_text(text)) == in_bibtex


@pytest.mark.parametrize(
    ("value", "in_bibtex"),
    [
        ("Randall Davis and Ludwig van Beethoven", "Davis, Randall and van Beethoven, Ludwig"),
        ("King, Jr., Martin", "King, Jr., Martin"),
        ("A, B and others", "A, B and others"),
        ("{Oak and Ash}", "{Oak and Ash}"),
        (r"{\'A}lvarez de la Pe{\~n}a, Jos{\'e}", "Álvarez de la Peña, José"),
        (r"Roe, A. and \'{E}mile Zola", "Roe, A. and Zola, Émile"),
        ("Martin {Luther King}", "Luther King, Martin"),
        ("Roe, Ann; Doe, Ben", "Roe, Ann and Doe, Ben"),
        ("Ann Roe, Ben Doe, Di Poe", "Roe, Ann and Doe, Ben and Poe, Di"),
        ("Roe A, van Doe BC", "Roe, A and van Doe, BC"),
        (r"Ann Roe \& Ben Doe", "Roe, Ann and Doe, Ben"),
        (r"{Roe \& Doe}", "{Roe \\& Doe}"),
    ],
)
def test_names_in_bibtex_are_read_in_either_order(value: str, in_bibtex: str):
    text = f"@misc{{a, author = {{{value}}}, title = {{T}}, year = 2020}}"
    ((_, fields),) = entries(text)
    assert fields["author"] == in_bibtex


# Text.


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"Zo{\"e}, Zo\"{e}, Zo{\"{e}}", "Zoë, Zoë, Zoë"),
        (r"Garc{\'\i}a, Fran\c{c}ois, {\v S}ar, Stra\ss e", "García, François, Šar, Straße"),
        (r"\emph{systemic} {\em turn} \& \textit{theory}: 5\%", "systemic turn & theory: 5%"),
        (r"{$\alpha$} {\textendash} ``quoted''", "α – “quoted”"),
        ("100% of #MeToo & <i>more</i>", "100% of #MeToo & more"),
        (r"C:\users", r"C:\users"),
    ],
)
def test_latex_becomes_plain_text(latex: str, text: str):
    assert without_latex(latex) == text


def test_braces_that_keep_capitals_stay_in_titles():
    assert without_latex_in_title(r"{UK} and {\AA}rhus: \textit{\`a} la {\textendash}") == (
        "{UK} and Århus: à la –"
    )


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Work &amp; family: the <i>Camden</i> model &lt;3", "Work & family: the Camden model <3"),
        ("Tea &amp;amp; cake", "Tea & cake"),
        ("<jats:italic>In vivo</jats:italic> and p < 0.05", "In vivo and p < 0.05"),
    ],
)
def test_markup_of_databases_becomes_plain_text(markup: str, text: str):
    assert without_html(markup) == text


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "A trial in Larkwater: What “SCORE-15” tells",
            "A trial in {Larkwater}: {What} “{SCORE-15}” tells",
        ),
        ("SCORE-15 in use", "{SCORE-15} in use"),
        ("Home again", "Home again"),
        ("Why? (Because)", "Why? ({Because})"),
        ("Why {THIS}", "Why {THIS}"),
    ],
)
def test_capitals_of_titles_are_kept(title: str, expected: str):
    assert protected(title) == expected


# Dates, links and numbers.


@pytest.mark.parametrize(
    ("lines", "month", "year"),
    [
        ("PY  - 2021/03/15/", "15 March", "2021"),
        ("PY  - 2019/05/", "May", "2019"),
        ("PY  - 2020 Mar 2", "2 March", "2020"),
        ("PY  - 2020\nDA  - 2020/05/12/", "12 May", "2020"),
        ("PY  - 2020", None, "2020"),
        ("PY  - n.d.", None, "n.d."),
    ],
)
def test_a_date_keeps_its_month_and_day(lines: str, month: str | None, year: str):
    ((_, fields),) = entries(RIS.format(f"AU  - Roe, A.\nTI  - On tea\nT2  - J\n{lines}"))
    assert (fields.get("month"), fields["year"]) == (month, year)


@pytest.mark.parametrize(
    ("date", "remark"),
    [
        ("", "It gives no year; n.d. is written."),
        ("PY  - 2020/2021", "Of its date only 2020 is taken over."),
        ("PY  - 2020 Spring", "Of its date only 2020 is taken over."),
    ],
)
def test_what_is_not_taken_over_of_a_date_is_named(date: str, remark: str):
    assert remarks(RIS.format(f"AU  - R, T.\nTI  - T\nT2  - J\n{date}")) == [remark]


@pytest.mark.parametrize(
    "doi",
    [
        "10.1000/a_b",
        "10.1000/a+b,c=d",
        "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2",
        "10.31235/osf.io/abcde",
    ],
)
@pytest.mark.parametrize("form", ["{}", "doi: {}", "https://doi.org/{}", "http://dx.doi.org/{}"])
def test_any_doi_of_the_handbook_comes_in_bare(doi: str, form: str, nothing: Evidence):
    text = RIS.format(f"{PAPER}\nDO  - {form.format(doi)}")
    result = merge(nothing, FORMATS["ris"].read(text, "x").references, "x")
    assert not result.findings
    assert f"  doi = {{{doi}}},\n" in "".join(result.files.values())


def test_signs_that_latex_escapes_are_themselves_in_links():
    text = r"""@misc{a, author = {Roe, A.}, title = {T}, year = 2020, doi = {10.1000/a\_b},
        url = {https://example.org/a{\_}b{\%}20c{\&}d=1}}"""
    ((_, fields),) = entries(text)
    assert fields["doi"] == "10.1000/a_b"
    assert fields["url"] == "https://example.org/a_b%20c&d=1"


def test_the_first_link_counts_and_the_others_are_noted():
    fields = ris("UR  - https://example.org/a https://doi.org/10.2222/two", "UR  - www.example.org")
    assert fields["doi"] == "10.2222/two"
    assert fields["url"] == "https://example.org/a"
    assert fields["note"] == "Also at https://www.example.org"


@pytest.mark.parametrize(
    ("serial", "field", "expected"),
    [
        ("19328486 (ISSN)", "issn", "19328486"),
        ("1234-567X", "issn", "1234-567X"),
        ("978-1-2345-6789-7", "isbn", "978-1-2345-6789-7"),
        ("0-19-852663-6", "isbn", "0-19-852663-6"),
    ],
)
def test_serial_numbers_are_told_apart(serial: str, field: str, expected: str):
    assert ris(f"SN  - {serial}")[field] == expected


def test_pages_are_a_range():
    assert ris("SP  - 67-76")["pages"] == "67--76"
    assert ris("SP  - 101", "EP  - 9")["pages"] == "101--9"


# Types.


@pytest.mark.parametrize(
    ("lines", "kind", "place"),
    [
        ("TY  - RPRT\nPB  - Home Office", "techreport", "institution = Home Office"),
        ("TY  - THES\nPB  - Uni", "phdthesis", "school = Uni"),
        ("TY  - THES\nPB  - Uni\nM3  - Master's thesis", "mastersthesis", "school = Uni"),
        ("TY  - CHAP\nT2  - Handbook", "incollection", "booktitle = Handbook"),
        ("TY  - CONF\nC3  - Proceedings", "inproceedings", "booktitle = Proceedings"),
        ("TY  - UNPB\nT2  - SocArXiv", "misc", "howpublished = SocArXiv"),
        ("TY  - BLOG\nUR  - https://example.org", "online", "url = https://example.org"),
        ("TY  - DATA\nPB  - Zenodo", "dataset", "publisher = Zenodo"),
    ],
)
def test_types_of_ris(lines: str, kind: str, place: str):
    text = f"{lines}\nAU  - Roe, A.\nTI  - T\nPY  - 2020\nER  - \n"
    ((found, fields),) = entries(text)
    name, _, value = place.partition(" = ")
    assert (found, fields[name]) == (kind, value)


def test_a_book_goes_by_its_editors_and_a_page_takes_them_for_authors(nothing: Evidence):
    book = "TY  - BOOK\nED  - Editor, Only\nTI  - Book\nPB  - Press\nPY  - 2015\nER  - \n"
    page = book.replace("BOOK", "ELEC").replace("TI  - Book", "TI  - Page")
    result = merge(nothing, FORMATS["ris"].read(book + page, "x").references, "x")
    assert not result.findings
    assert result.added == {"editor2015": "Editor (2015) Book", "editor2015b": "Editor (2015) Page"}
    assert [remark.reason for remark in result.remarks] == [
        "editor2015b: It names no author; its editors stand for them."
    ]


def test_a_type_that_is_not_known_and_a_paper_without_journal_are_named():
    assert remarks("TY  - VIDEO\nAU  - R, T.\nTI  - T\nPY  - 2020\nER  - \n") == [
        "The type ‘VIDEO’ is not known here; the entry is @misc."
    ]
    assert remarks(RIS.format("AU  - R, T.\nTI  - T\nPY  - 2020")) == [
        "It names no journal, which @article must have; the entry is @misc."
    ]


# BibTeX and BibLaTeX.


def test_bibtex_is_carried_out():
    text = """@string{jip = "Journal of " # {Tea}}
    @article{, author={Roe, A.}, title={On tea}, subtitle={A trial}, journal=jip, year=2024,
      month = jan # "~10"}
    @thesis{t, author={Roe, A.}, title={T}, type={phdthesis}, institution={Uni}, date={2019}}
    @incollection{c, author={Roe, A.}, title={Part}, crossref={b}}
    @book{b, editor={Edit, A.}, title={Whole}, publisher={Press}, year={2018}}"""
    article, thesis, part, _ = entries(text)
    assert article == (
        "article",
        {
            "author": "Roe, A.",
            "title": "On tea: A trial",
            "journal": "Journal of Tea",
            "month": "10 January",
            "year": "2024",
        },
    )
    assert thesis[0] == "phdthesis"
    assert thesis[1]["school"] == "Uni"
    assert "type" not in thesis[1]
    assert part[1]["booktitle"] == "Whole"
    assert part[1]["year"] == "2018"


def test_an_entry_without_a_key_gets_one(nothing: Evidence):
    text = (
        "@article{\n  author = {Roe, A.},\n  title = {T},\n  journal = {J},\n  year = {2012}\n}\n"
    )
    reading = FORMATS["bibtex"].read(text, "x")
    assert list(merge(nothing, reading.references, "x").added) == ["roe2012"]
    assert reading.references[0].text.startswith("@article{\n")


# Other kinds.

PAPER_FIELDS = {
    "author": "Roe, Ann",
    "title": "On tea",
    "journal": "Journal of Tea",
    "volume": "3",
    "pages": "1--9",
    "year": "2020",
    "doi": "10.1000/x",
}
ONE_PAPER = {
    "nbib": "PMID- 123\nOWN - NLM\nTI  - On\n      tea\nPG  - 1-9\nVI  - 3\nFAU - Roe, Ann\n"
    "AU  - Roe A\nDP  - 2020\nJT  - Journal of Tea\nAID - S1 [pii]\nAID - 10.1000/x [doi]\n",
    "enw": "%0 Journal Article\n%A Roe, Ann\n%T On tea\n%J Journal of Tea\n%V 3\n%P 1-9\n%D 2020\n"
    "%R 10.1000/x\n",
    "ciw": "FN Clarivate\nVR 1.0\nPT J\nAU Roe, A\nAF Roe, Ann\nTI On\n   tea\nSO Journal of Tea\n"
    "VL 3\nBP 1\nEP 9\nPY 2020\nDI 10.1000/x\nER\n\nEF\n",
    "csl-json": json.dumps(
        [
            {
                "type": "article-journal",
                "title": "On tea",
                "author": [{"family": "Roe", "given": "Ann"}],
                "container-title": "Journal of Tea",
                "volume": "3",
                "page": "1-9",
                "issued": {"date-parts": [[2020]]},
                "DOI": "10.1000/x",
            }
        ]
    ),
    "eppi-json": json.dumps(
        {
            "CodeSets": [],
            "References": [
                {
                    "ItemId": 1,
                    "Title": "On tea",
                    "ParentTitle": "Journal of Tea",
                    "TypeName": "Journal, Article",
                    "Authors": "Roe, Ann ;",
                    "Volume": "3",
                    "Pages": "1-9",
                    "Year": "2020",
                    "DOI": "10.1000/x",
                }
            ],
        }
    ),
    "endnote-xml": '<?xml version="1.0"?><xml><records><record><ref-type name="Journal Article">17'
    "</ref-type><contributors><authors><author><style>Roe, Ann</style></author></authors>"
    "</contributors><titles><title><style>On tea</style></title><secondary-title>Journal of Tea"
    "</secondary-title></titles><pages>1-9</pages><volume>3</volume><dates><year>2020</year>"
    "</dates><electronic-resource-num>10.1000/x</electronic-resource-num></record></records></xml>",
}
TABLES = {
    "Covidence": "Title,Authors,Abstract,Published Year,Journal,Volume,Pages,DOI\n"
    'On tea,"Roe, Ann",x,2020,Journal of Tea,3,1-9,10.1000/x\n',
    "Rayyan": "key,title,year,journal,volume,pages,authors,doi\n"
    'rayyan-1,On tea,2020,Journal of Tea,3,1-9,"Roe, Ann",10.1000/x\n',
    "Scopus": "Authors,Author full names,Title,Year,Source title,Volume,Page start,Page end,DOI,"
    'Document Type\nRoe A.,"Roe, Ann (57)",On tea,2020,Journal of Tea,3,1,9,10.1000/x,Article\n',
    "Zotero": "Key,Item Type,Publication Year,Author,Title,Publication Title,Volume,Pages,DOI\n"
    'AB,journalArticle,2020,"Roe, Ann",On tea,Journal of Tea,3,1-9,10.1000/x\n',
}


@pytest.mark.parametrize("form", ONE_PAPER)
def test_one_paper_is_the_same_in_every_kind_of_file(form: str):
    assert recognised(ONE_PAPER[form]) == form
    assert entries(ONE_PAPER[form]) == [("article", PAPER_FIELDS)]


@pytest.mark.parametrize("tool", TABLES)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_one_paper_is_the_same_in_every_table(tool: str, separator: str):
    text = TABLES[tool]
    if separator != ",":
        head, row = text.replace('"Roe, Ann', '"Roe~Ann').splitlines()
        text = f"{head}\n{row}\n".replace(",", separator).replace("~", ", ")
    assert recognised(text) == "table"
    assert entries(text) == [("article", PAPER_FIELDS)]


def test_files_that_hold_something_else_are_not_taken_for_references():
    assert recognised("component,claim,kind\n") is None
    assert recognised("hello") is None
    assert recognised("") is None


@pytest.mark.parametrize("form", ["csl-json", "endnote-xml", "ris", "bibtex", "table"])
def test_what_is_cut_off_is_named(form: str):
    whole = {**ONE_PAPER, "ris": RIS.format(PAPER), "bibtex": "@misc{a, title={T}}\n", "table": ""}
    text = whole[form][:-8] if form != "table" else 'Title,Year\n"On tea'
    (piece,) = FORMATS[form].read(text, "x").broken
    assert piece.finding.message.endswith(".")
    assert piece.finding.hint


# Good ones come in, bad ones come out.

BAD = "TY  - JOUR\nAU  - Roe, B.\nTI  - In press\nT2  - J\nPY  - next spring\nER  - \n"


def test_good_ones_come_in_and_bad_ones_go_to_a_file_that_comes_in_once_mended(
    corpus: Path, capsys: pytest.CaptureFixture[str]
):
    file, rest = corpus.parent / "all.ris", corpus.parent / "rest.ris"
    file.write_text(f"1.\n{RIS.format(PAPER)}\n2.\n{BAD}", encoding="utf-8")
    sources = corpus / "evidence" / "sources"
    before = sorted(sources.iterdir())
    assert main(["--root", str(corpus), "import", str(file)]) == 1
    assert "give --rest with a new file.\nNothing was imported.\n" in capsys.readouterr().out
    assert sorted(sources.iterdir()) == before
    assert main(["--root", str(corpus), "import", str(file), "--rest", str(rest)]) == 0
    out = capsys.readouterr().out
    assert "2 lines outside any reference left out, the first of them line 1.\n" in out
    assert "roe2020: Roe (2020) On tea\n1 source added to evidence/sources.\n" in out
    assert f"The references with findings are in {rest}. Mend and import that file.\n" in out
    assert rest.read_text(encoding="utf-8") == BAD
    rest.write_text(BAD.replace("PY  - next spring", "PY  - 2021"), encoding="utf-8")
    assert main(["--root", str(corpus), "import", str(rest)]) == 0
    (added,) = {*sources.iterdir()} - {*before, sources / "roe2020.bib"}
    assert "title = {In press}" in added.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("csl-json", '[{"type": "book", "title": "A", "publisher": "P"}, {"title": "B"}]'),
        ("table", "Title,Authors,Year\nA,Roe A,next spring\nB,Roe A,2020\n"),
    ],
)
def test_the_rest_is_a_file_of_the_same_kind(form: str, text: str, corpus: Path):
    file, rest = corpus.parent / "all", corpus.parent / "rest"
    file.write_text(text, encoding="utf-8")
    arguments = ["--root", str(corpus), "import", str(file), "--rest", str(rest)]
    assert main([*arguments, "--format", form]) == 0
    again = FORMATS[form].read(rest.read_text(encoding="utf-8"), "x")
    assert again.references
    assert not again.broken


# Duplicates.


def test_duplicates_are_left_out_and_near_ones_shown(nothing: Evidence):
    entry = "@article{{{}, author={{Rowan, T.}}, title={{{}}}, journal={{J}}, year={{{}}}{}}}\n"
    title = "The effect of key workers on families: a trial"
    text = (
        entry.format("a", title, 2020, "")
        + entry.format("b", "Effect of key workers on families. A trial", 2020, "")
        + entry.format("c", title, 2021, "")
        + entry.format("d", title.upper(), 2020, "")
        + entry.format("e", "Editorial", 2020, ", doi={10.1111/one}")
        + entry.format("f", "Editorial", 2020, ", doi={10.1111/two}")
    )
    result = merge(nothing, FORMATS["bibtex"].read(text, "x").references, "x")
    assert list(result.added) == ["a", "b", "c", "e", "f"]
    assert [line for line, _ in result.skipped] == [4]
    assert [remark.reason for remark in result.remarks] == [
        "b: 'a' has nearly the same title, author and year. Are they one?",
        "c: 'a' has nearly the same title, author and year. Are they one?",
        "f: 'e' has nearly the same title, author and year. Are they one?",
    ]

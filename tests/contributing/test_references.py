"""`kb import`: what other programs write comes in once, in our style, or not at all."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kb import main
from knowledge_base.contributing.drafts import MODELINE
from knowledge_base.contributing.references import bibtex
from knowledge_base.contributing.references import merge as importing
from knowledge_base.contributing.references.formats import FORMATS
from knowledge_base.exports.formats.tables import records_table
from knowledge_base.loading import load, read
from knowledge_base.reading import bibliography
from knowledge_base.reading.evidence import Evidence

ZOTERO = r"""
@string{jip = {Journal of Invented Practice}}

@article{thistle_home_2019,
	title = {At Home with {SCORE}-15},
	volume = {7},
	issn = {1234-5678},
	doi = {https://doi.org/10.9999/INVENTED.2019.7},
	url = {https://doi.org/10.9999/invented.2019.7},
	abstract = {Not ours to publish.},
	journal = jip,
	author = {Thistle, Zo{\"e} and M{\"u}ller, J. and Garc{\'\i}a, A. and {\O}rsted, B.},
	date = {2019-04-01},
	pages = {1-9},
	keywords = {family},
}

@report{oak,
  title = "Costs & benefits",
  institution = {{Oak & Ash}},
  author = {{Oak \& Ash}},
}
"""
IMPORTED = r"""@techreport{oak,
  author = {{Oak \& Ash}},
  title = {Costs \& benefits},
  institution = {Oak \& Ash},
  year = {n.d.},
}

@article{thistle2019,
  author = {Thistle, Zoë and Müller, J. and García, A. and Ørsted, B.},
  title = {At Home with {SCORE}-15},
  journal = {Journal of Invented Practice},
  volume = {7},
  pages = {1--9},
  month = {1 April},
  year = {2019},
  doi = {10.9999/INVENTED.2019.7},
  issn = {1234-5678},
}
"""
ENDNOTE = """\
TY  - JOUR
AU  - Thistle, Zoë
AU  - The Oak Society
TI  - At home with
  SCORE-15
T2  - Journal of Invented Practice
PY  - 2019/04/01/
VL  - 7
SP  - 1
EP  - 9
DO  - 10.9999/invented.2019.7
N1  - my private note
KW  - family
ER  -

TY  - RPRT
A1  - Elm, P.
T1  - A report
PB  - Elm Institute
Y1  - 2020
UR  - https://elm.example.org/a_report
ER  -
"""
CSV_HEADER = (
    "component,claim,kind,outcomes,direction,source,study,study_type,setting,countries,sample,"
    "cited_through,cited_through_location\n"
)
CSV_ROW = (
    'sight-singing,"Conductors said, and meant, that it helps.",perception,note-reading; '
    "stage-calm,favourable,cobb2018,larkwater-interviews,qualitative,village-choirs,norland,"
    "not_reported,fernhollow2021,Section 3 > Course\n"
)


@pytest.fixture
def evidence(corpus: Path, as_of: date) -> Evidence:
    return read(corpus, as_of=as_of)[0]


@pytest.fixture(scope="module")
def no_files(clean_corpus: Path, as_of: date) -> Evidence:
    """Evidence without anything but sources."""
    return replace(read(clean_corpus, as_of=as_of)[0], files={})


def bring(corpus: Path, name: str, content: str | bytes, *options: str) -> int:
    """Import a file with this content."""
    file = corpus.parent / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return main(["--root", str(corpus), "import", str(file), *options])


def state(corpus: Path) -> dict[str, bytes]:
    folder = corpus / "evidence"
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*.*")}


def bib(corpus: Path) -> str:
    """The bibliography, but for the mark of sources that wait for a record."""
    files = sorted((corpus / "evidence" / "sources").glob("*.bib"))
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return re.sub(r"  parked = \{.*\},\n", "", text)


# References.


def test_bibtex_comes_in_in_our_style(corpus: Path, capsys: pytest.CaptureFixture[str]):
    before = bib(corpus)
    assert bring(corpus, "zotero.bib", ZOTERO) == 0
    first, second = IMPORTED.split("\n\n")
    after = bib(corpus)
    assert f"\n\n{first}\n\n" in after
    assert f"\n\n{second.strip()}\n\n" in after
    assert after.replace(f"{first}\n\n", "").replace(f"{second}\n", "") == before
    out = capsys.readouterr().out
    assert "thistle2019: Thistle et al. (2019) At Home with SCORE-15\n" in out
    assert "Fields left out: abstract, keywords.\n" in out
    assert "2 sources added to evidence/sources.\n" in out
    assert "they are parked" in out


def test_what_came_in_and_is_not_used_yet_is_not_found_fault_with(corpus: Path, as_of: date):
    bring(corpus, "zotero.bib", ZOTERO)
    _, findings = read(corpus, as_of=as_of)
    assert not findings
    assert main(["--root", str(corpus), "check"]) == 0


def test_ris_comes_in_in_our_style(corpus: Path, capsys: pytest.CaptureFixture[str]):
    assert bring(corpus, "endnote.ris", ENDNOTE) == 0
    text = bib(corpus)
    assert (
        """
@techreport{elm2020,
  author = {Elm, P.},
  title = {A report},
  institution = {Elm Institute},
  year = {2020},
  url = {https://elm.example.org/a_report},
}
"""
        in text
    )
    assert "  author = {Thistle, Zoë and {The Oak Society}},\n" in text
    assert "  title = {At home with {SCORE-15}},\n" in text
    assert "private" not in text
    assert "left out: KW, N1.\n" in capsys.readouterr().out


def test_importing_again_changes_nothing(corpus: Path, capsys: pytest.CaptureFixture[str]):
    bring(corpus, "zotero.bib", ZOTERO)
    before = state(corpus)
    capsys.readouterr()
    assert bring(corpus, "endnote.ris", ENDNOTE.partition("TY  - RPRT")[0]) == 0
    assert bring(corpus, "zotero.bib", ZOTERO) == 0
    assert state(corpus) == before
    out = capsys.readouterr().out
    assert "Left out, line 1: 'thistle2019' has the same DOI, 10.9999/invented.2019.7.\n" in out
    assert "Left out, line 18: 'oak' has the same title and year, “Costs & benefits”.\n" in out
    assert "0 sources added" in out


def test_a_dry_run_writes_nothing(corpus: Path, capsys: pytest.CaptureFixture[str]):
    before = state(corpus)
    assert bring(corpus, "zotero.bib", ZOTERO, "--dry-run") == 0
    assert bring(corpus, "rows.csv", CSV_HEADER + CSV_ROW, "--dry-run") == 0
    assert state(corpus) == before
    out = capsys.readouterr().out
    assert "2 sources would be added to evidence/sources. Nothing was written.\n" in out
    assert "1 draft record would be added to evidence/records. Nothing was written.\n" in out


@pytest.mark.parametrize(
    ("title", "year", "twin"),
    [
        ("A TRIAL of part-rehearsals in Saltmarsh!", "2015", True),
        ("A trial of part rehearsals in Saltmarsh", "2016", False),
        ("A trial of individual rehearsals in Saltmarsh", "2015", False),
    ],
)
def test_duplicates_are_known_by_title_and_year(
    title: str, year: str, twin: bool, evidence: Evidence
):
    reference = bibtex.reference("misc", {"author": "X, Y.", "title": title, "year": year})
    result = importing.merge(evidence, [reference], "x.bib")
    assert bool(result.skipped) == twin
    assert bool(result.added) != twin


def test_a_document_twice_in_one_file_comes_in_once(evidence: Evidence):
    reading = bibtex.read(ZOTERO + ZOTERO, "x.bib")
    result = importing.merge(evidence, reading.references, "x.bib")
    assert len(result.added) == 2
    assert len(result.skipped) == 2


def test_two_documents_with_one_key_come_in_alike(
    evidence: Evidence,
):
    entry = (
        "@article{{elm2019, author = {{Elm, J.}}, journal = jip, title = {{{}}}, year = 2019}}\n"
    )
    text = "@string{jip = {Invented Practice}}\n" + entry.format("One") + entry.format("Two")
    reading = bibtex.read(text, "x.bib")
    result = importing.merge(replace(evidence, sources={}), reading.references, "x.bib")
    assert not reading.broken
    assert result.added == {"elm2019": "Elm (2019) One", "elm2019b": "Elm (2019) Two"}
    assert "".join(result.files.values()).count("  author = {Elm, J.},\n") == 2
    assert "".join(result.files.values()).count("  journal = {Invented Practice},\n") == 2


@pytest.mark.parametrize(
    "field",
    [
        "title = {{The #MeToo movement and social work}}",
        'title = "The #MeToo movement and social work"',
        "title = {The #MeToo movement and social work}, abstract = {{Of #MeToo}}",
        'title = {The #MeToo movement and social work}, abstract = "Of " # "it"',
    ],
)
def test_a_number_sign_in_text_is_text(field: str, evidence: Evidence):
    text = f"@misc{{elm2019, author = {{Elm, J.}}, {field}, year = {{2019}}}}"
    reading = bibtex.read(text, "x.bib")
    result = importing.merge(evidence, reading.references, "x.bib")
    assert not reading.broken
    assert not result.findings
    assert result.added == {"elm2019": "Elm (2019) The #MeToo movement and social work"}


@pytest.mark.parametrize(
    "given",
    [
        "10.9999/New.7",
        "doi:10.9999/New.7",
        "DOI: 10.9999/New.7",
        "https://doi.org/10.9999/New.7",
        "HTTPS://DX.DOI.ORG/10.9999/New.7",
        "doi: https://doi.org/10.9999/New.7",
    ],
)
def test_a_doi_is_taken_bare_however_it_is_written(given: str, evidence: Evidence):
    fields = {"author": "Elm, J.", "title": "T", "year": "2019", "doi": given}
    reference = bibtex.reference("misc", fields, "elm2019")
    result = importing.merge(replace(evidence, sources={}), [reference], "x.bib")
    assert "  doi = {10.9999/New.7},\n" in "".join(result.files.values())


def test_keys_are_kept_where_they_can_be_and_never_taken_twice(evidence: Evidence):
    references = [
        bibtex.reference("misc", {"author": "Cobb, F.", "title": f"T{n}", "year": "2018"}, key)
        for n, key in enumerate(["cobb2018", "Cobb:2018", "cobb-on-tea", ""])
    ]
    result = importing.merge(evidence, references, "x.bib")
    assert list(result.added) == ["cobb-on-tea", "cobb2018b", "cobb2018c", "cobb2018d"]


@pytest.mark.parametrize("key", ["con", "cobb-" * 16 + "2018"])
def test_a_key_that_can_be_no_files_name_is_made_anew(evidence: Evidence, key: str):
    fields = {"author": "Cobb, F.", "title": "T", "year": "2018"}
    result = importing.merge(evidence, [bibtex.reference("misc", fields, key)], "x.bib")
    assert list(result.added) == ["cobb2018b"]


@pytest.mark.parametrize(
    ("name", "content", "reports"),
    [
        (
            "x.bib",
            "@article{a,\n title = {X},\n year = {2999}\n}\n@book{b,\n author = {Y, Z}\n}\n",
            [
                ":1:1: error[future-date]",
                ":1:1: error[missing-field] this reference has no 'author'.",
                ":5:1: error[missing-field] this reference has no 'title'.",
            ],
        ),
        ("x.bib", "@article{a,\n title = {X\n}\n", [":1:1: error[import-file]"]),
        ("x.bib", "x\n\n@article(a, title = 3", [":3:1: error[import-file]"]),
        (
            "x.bib",
            "@misc{a,\n author = {A, B}, title = {X}, doi = {not a doi}, url = {ftp://x.org}\n}\n",
            [":1:1: error[malformed-link]"],
        ),
        (
            "x.bib",
            "@misc{a,\n author = {A, B}, title = {X}, year = {next spring}\n}\n",
            [":1:1: error[import-file] 'next spring' is not a year."],
        ),
        (
            "x.bib",
            "hello",
            [
                ":1:1: error[import-file] the file is of no kind that is known here.\n"
                "    Export it as BibTeX or RIS, or say with --format what it is: "
                f"{', '.join(FORMATS)}.\n"
            ],
        ),
        ("x.bib", "@comment{only}", ["there is no reference in this file, read as BibTeX"]),
        (
            "x.txt",
            "hello",
            [":1:1: error[import-file] the file is of no kind that is known here.\n"],
        ),
        ("x.csv", b"component\n\xff", ["as 'CSV UTF-8'."]),
        ("x.csv", CSV_HEADER + 'sight-singing,"Managers', ["a quotation mark that opens a cell"]),
        (
            "x.csv",
            (CSV_HEADER + CSV_ROW).replace("sample", "smple").replace("perception", "percepton"),
            ["'smple' is not a column", "'percepton' is not a kind of claim."],
        ),
        (
            "x.ris",
            "TY  - JOUR\nTI  - B\n",
            [
                ":1:1: error[import-file] this reference has no end.\n"
                "    Add a line 'ER  - ' after its last line, or export the file anew.\n"
            ],
        ),
        (
            "x.ris",
            f"TI  - A\nER  - \n{ENDNOTE}",
            [
                ":1:1: error[import-file] these lines are no reference: none of them gives 'TY'.\n"
                "    Export the file anew, or remove them.\n"
            ],
        ),
        (
            "x.ris",
            ENDNOTE.replace("elm.example.org/a_report", "elm.example.org/}}@misc{q,"),
            [
                ":16:1: error[import-file] the braces in this reference do not match.\n"
                "    Look for a '{' or '}' without the other in each of its fields.\n"
            ],
        ),
        ("x.ris", "TY  - JOUR\nTY  - BOOK\nER  - \n", [":1:1: error[import-file]"]),
        ("x.bib", b"@misc{a, title = {\xff}}", [":1:19: error[not-utf-8]"]),
        ("x.csv", "component;clam\n", ["'clam' is not a column", "lacks the columns kind, source"]),
        ("x.csv", CSV_HEADER.replace("kind", "claim"), ["there is a second column 'claim'."]),
        ("x.csv", CSV_HEADER + CSV_ROW.strip() + ",x\n", [":2:14: error[import-file]"]),
        ("x.csv", CSV_HEADER + "x" * 140_000, [": error[import-file] the table can't be read"]),
        (
            "x.csv",
            CSV_HEADER
            + CSV_ROW
            + CSV_ROW.replace("sight-singing", "trainig").replace("meant", "felt"),
            [":3:1: error[unknown-term] 'trainig' is not a component."],
        ),
        (
            "x.csv",
            f"id,{CSV_HEADER}a,{CSV_ROW}a,{CSV_ROW.replace('meant', 'felt')}",
            [
                ":3:1: error[import-file] the row on line 2 has the id 'a' too.\n"
                "    Give each row an id of its own, or leave the cell empty to have one proposed."
            ],
        ),
        (
            "x.csv",
            CSV_HEADER + CSV_ROW.replace("perception", "percepton").replace("cobb2018", "cob2018"),
            [":2:3: error[unknown-term]", ":2:6: error[unknown-reference]"],
        ),
        (
            "x.csv",
            CSV_HEADER + "sight-singing" + "," * 12 + "\n",
            ["'claim' is missing", "'kind' is missing", "'sample' is missing"],
        ),
    ],
)
def test_nothing_comes_in_with_a_fault_and_all_faults_are_told_at_once(
    name: str,
    content: str | bytes,
    reports: list[str],
    corpus: Path,
    capsys: pytest.CaptureFixture[str],
):
    before = state(corpus)
    assert bring(corpus, name, content) == 1
    out = capsys.readouterr().out
    for report in reports:
        assert report in out
    assert out.endswith("Nothing was imported.\n")
    assert state(corpus) == before


@pytest.mark.parametrize(("name", "content"), [("x.bib", ZOTERO), ("x.ris", ENDNOTE)])
@pytest.mark.parametrize("broken", [b"@misc{caf\xe9,\n}\n", None])
def test_sources_that_cannot_be_read_stay_as_they_are(
    broken: bytes | None,
    name: str,
    content: str,
    corpus: Path,
    capsys: pytest.CaptureFixture[str],
):
    sources = corpus / "evidence" / "sources"
    if broken is None:
        shutil.rmtree(sources)
    else:
        (sources / "moss2016.bib").write_bytes(broken)
    before = state(corpus)
    assert bring(corpus, name, content) == 1
    assert "First, correct what `kb check` finds." in capsys.readouterr().err
    assert state(corpus) == before


@pytest.mark.parametrize(("name", "content"), [("x.bib", ZOTERO), ("x.csv", CSV_HEADER + CSV_ROW)])
def test_nothing_comes_in_while_a_vocabulary_says_nothing(
    name: str, content: str, corpus: Path, capsys: pytest.CaptureFixture[str]
):
    (corpus / "evidence" / "vocabularies" / "setting.yml").write_text("{}\n", encoding="utf-8")
    before = state(corpus)
    assert bring(corpus, name, content) == 1
    assert "missing, empty or can't be read: setting. First," in capsys.readouterr().err
    assert state(corpus) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("absent.bib",), "there is no file"),
        (("x.bib", "--rest", "x.bib"), "already exists; choose a new file"),
        (("x.csv", "--rest", "y.csv"), "a table of records comes in as a whole"),
    ],
)
def test_unusable_arguments(
    arguments: tuple[str, ...],
    message: str,
    corpus: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.chdir(corpus.parent)
    Path("x.bib").write_text(ZOTERO, encoding="utf-8")
    Path("x.csv").write_text(CSV_HEADER + CSV_ROW, encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(corpus), "import", *arguments])
    assert stopped.value.code == 2
    assert message in capsys.readouterr().err


def test_the_format_can_be_named(corpus: Path):
    assert bring(corpus, "export.txt", ENDNOTE, "--format", "ris") == 0
    assert "elm2020" in bib(corpus)


def test_an_empty_bibliography_is_begun(corpus: Path):
    shutil.rmtree(corpus / "evidence" / "sources")
    (corpus / "evidence" / "sources").mkdir()
    assert bring(corpus, "zotero.bib", ZOTERO) == 0
    assert bib(corpus) == IMPORTED


@pytest.mark.evidence
def test_the_real_bibliography_comes_back_as_it_is(project: Path, tmp_path: Path):
    shutil.copytree(project / "evidence", tmp_path / "evidence")
    before = bib(tmp_path)
    assert bring(tmp_path, "x.bib", before) == 0
    assert bib(tmp_path) == before
    shutil.rmtree(tmp_path / "evidence" / "sources")
    (tmp_path / "evidence" / "sources").mkdir()
    assert bring(tmp_path, "x.bib", before) == 0
    sources, again = (bibliography.parse(text, "")[0] for text in (before, bib(tmp_path)))
    assert set(again) == set(sources)
    # What people contribute may have fields that the importer leaves out.
    assert all(again[key] == source for key, source in sources.items() if source.listed)


@given(
    st.dictionaries(
        st.sampled_from(["author", "title", "journal", "doi", "url"]),
        st.lists(st.sampled_from([*'{}"\\#%&@,=é a', "\\}", "}}@misc{q,", " and "])).map("".join),
    ),
    st.sampled_from("amz"),
)
@example({"url": "}}@misc{q,"}, "m")
@example({"url": "\\{\\{}}@misc{q,\\}"}, "m")
@settings(max_examples=200)
def test_whatever_comes_in_leaves_what_was_there_whole(
    no_files: Evidence, fields: dict[str, str], key: str
):
    entry = "@misc{{{0},\n  author = {{Elm, J.}},\n  title = {{{0}}},\n  year = {{2001}},\n}}\n"
    text = "\n".join(map(entry.format, "by"))
    sources, _ = bibliography.parse(text, "")
    evidence = replace(no_files, sources=sources)
    given = {"author": "Oak, P.", "title": "T", "year": "2019"} | fields
    result = importing.merge(evidence, [bibtex.reference("misc", given, key)], "x.ris")
    if not result.findings:
        assert len(result.files) == len(result.added)
        for written, (path, new) in zip(result.added, sorted(result.files.items()), strict=True):
            assert path == f"evidence/sources/{written}.bib"
            after, findings = bibliography.parse(new, path)
            assert not findings
            assert set(after) == {written}


PIECES = (
    *(
        "TY  - JOUR",
        "ER  - ",
        "AU  - Roe, J.",
        "PMID- 1",
        "PT J",
        "ER",
        "%0 Journal Article",
        "%A Roe",
    ),
    *(
        "@article{a,",
        "title = {A",
        "}",
        "@string{",
        "<xml>",
        "<records><record>",
        "</record>",
        "&amp;",
    ),
    *(
        '{"items": [',
        '"title": "A"',
        "]}",
        "Title,DOI",
        '"A',
        "10.1/a",
        "\t",
        "\n",
        "\n",
        "\n",
        "é",
        "\0",
    ),
)
"""What files of references are made of, in no order."""


@given(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.sampled_from(sorted(FORMATS))
)
def test_any_text_is_read_or_reported(text: str, form: str):
    reading = FORMATS[form].read(text, "x")
    assert all(piece.finding.message for piece in reading.broken)
    assert all(reference.line > 0 for reference in reading.references)


def test_a_key_that_names_another_year_is_made_anew(
    corpus: Path, capsys: pytest.CaptureFixture[str]
):
    text = "@misc{chap2018,\n  author = {O'Brien, S.},\n  title = {A chapter},\n}\n"
    assert bring(corpus, "x.bib", text) == 0
    out = capsys.readouterr().out
    assert "Line 1: obriennd: Its own key, 'chap2018', names another year.\n" in out
    assert (corpus / "evidence/sources/obriennd.bib").is_file()
    assert main(["--root", str(corpus), "check"]) == 0


HOSTILE = {
    "cut-off.ris": b"TY  - JOUR\nAU  - Roe, J.\nTI  - Wa",
    "cut-off.bib": b"@misc{a,\n  author = {Roe, J.},\n  title = {Wa",
    "cut-off.json": b'[{"type": "book", "title": "A"',
    "cut-off.xml": b"<xml><records><record><titles><title>A",
    "cut-off.csv": b'component,claim\nsight-singing,"x',
    "cut-off.xlsx": b"PK\x03\x04",
    "utf-16.bib": "@misc{a,\n  title = {T},\n}\n".encode("utf-16"),
    "utf-16-without-mark.bib": "@misc{a,\n  title = {T},\n}\n".encode("utf-16-be"),
    "noughts.bin": bytes(1_000),
    "nought.ris": b"TY  - JOUR\nAU  - Roe, J.\nTI  - A\0B\nJO  - J\nPY  - 2020\nER  - \n",
    "nought.csv": b"component,claim\nsight-singing,\0\n",
    "empty.ris": b"",
    "no-references.json": b'[1, null, [], {"type": {"a": 1}, "title": [1], "issued": 5}]',
    "deep.json": b"[" * 100_000,
    "deep.bib": b"@misc{a, title = " + b"{" * 100_000,
    "million.csv": b"component,claim\n" + b"sight-singing,x\n" * 1_000_000,
    "contribution.yml": b"contribution: 1\nrecords: [a]\nchanges: 7\n",
    "out-of-the-folder.yml": b"contribution: 1\nrecords:\n  ../../x:\n    claim: C.\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence_and_nothing_is_written(
    name: str, corpus: Path, capsys: pytest.CaptureFixture[str]
):
    file = corpus.parent / name
    file.write_bytes(HOSTILE[name])
    before = state(corpus)
    assert main(["--root", str(corpus), "import", str(file)]) == 1
    out = capsys.readouterr().out
    assert f"{file}:" in out
    assert out.endswith("Nothing was imported.\n")
    assert state(corpus) == before


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"a.txt": b"x"}, "the file can't be read as an Excel workbook."),
        ({"[Content_Types].xml": b"<Types/>"}, "the file can't be read as an Excel workbook."),
    ],
)
def test_an_archive_that_is_no_workbook_is_refused(
    parts: dict[str, bytes], message: str, corpus: Path, capsys: pytest.CaptureFixture[str]
):
    file = corpus.parent / "rows.xlsx"
    with ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert main(["--root", str(corpus), "import", str(file)]) == 1
    assert message in capsys.readouterr().out


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_a_folder_or_a_pipe_is_no_file(
    make: Callable[[Path], None], corpus: Path, capsys: pytest.CaptureFixture[str]
):
    make(corpus.parent / "library.bib")
    with pytest.raises(SystemExit):
        main(["--root", str(corpus), "import", str(corpus.parent / "library.bib")])
    assert "is a folder, a pipe or the like, and no file" in capsys.readouterr().err


# Rows.


def test_rows_become_drafts(corpus: Path, capsys: pytest.CaptureFixture[str]):
    assert bring(corpus, "rows.csv", CSV_HEADER + CSV_ROW + "," * 12 + "\n") == 0
    path = "evidence/records/sight-singing/cobb-2018-conductors-meant-helps.yml"
    assert capsys.readouterr().out == f"{path}\n1 draft record added to evidence/records.\n"
    text = (corpus / path).read_text(encoding="utf-8")
    assert text.startswith(
        MODELINE + "component: sight-singing\nclaim: >-\n  Conductors said, and meant, that it"
    )
    assert "outcomes: [note-reading, stage-calm]\n" in text
    assert text.endswith("status: draft\n")
    assert main(["--root", str(corpus), "check"]) == 0


@pytest.mark.parametrize("separator", [";", "\t"])
def test_spreadsheets_of_other_countries_are_read(separator: str, corpus: Path):
    rows = list(csv.reader(io.StringIO(CSV_HEADER + CSV_ROW)))
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator).writerows(rows)
    assert bring(corpus, "rows.csv", "\ufeff" + stream.getvalue()) == 0
    assert (
        corpus / "evidence/records/sight-singing/cobb-2018-conductors-meant-helps.yml"
    ).is_file()


def test_empty_cells_at_the_end_are_no_cells(corpus: Path):
    padded = "".join(f"{line},,,\n" for line in (CSV_HEADER + CSV_ROW).splitlines())
    assert bring(corpus, "rows.csv", padded) == 0
    written = "evidence/records/sight-singing/cobb-2018-conductors-meant-helps.yml"
    text = (corpus / written).read_text(encoding="utf-8")
    (corpus / written).unlink()
    assert bring(corpus, "rows.csv", CSV_HEADER + CSV_ROW.strip() + ", ,\n") == 0
    assert (corpus / written).read_text(encoding="utf-8") == text


def test_a_record_that_cannot_be_read_is_there_too(
    corpus: Path, capsys: pytest.CaptureFixture[str]
):
    folder = corpus / "evidence" / "records" / "sight-singing"
    for name in ("cobb-2018-full-diaries", "cobb-2018-conductors-meant-helps"):
        (folder / f"{name}.yml").write_text("note: a: b\n", encoding="utf-8")
    before = state(corpus)
    rows = f"id,{CSV_HEADER}cobb-2018-full-diaries,{CSV_ROW},{CSV_ROW.replace('meant', 'MEANT')}"
    assert bring(corpus, "rows.csv", rows) == 0
    assert (
        capsys.readouterr().out
        == "Left out, line 2: the file of 'cobb-2018-full-diaries' can't be read; mend it first.\n"
        "evidence/records/sight-singing/cobb-2018-conductors-meant-helps-2.yml\n"
        "1 draft record added to evidence/records.\n"
    )
    after = state(corpus)
    assert before.items() <= after.items()
    assert len(after) == len(before) + 1


def test_an_id_is_never_proposed_that_a_later_row_has(corpus: Path):
    given = "cobb-2018-conductors-meant-helps"
    rows = f"id,{CSV_HEADER},{CSV_ROW}{given},{CSV_ROW.replace('that it', 'that all')}"
    assert bring(corpus, "rows.csv", rows) == 0
    folder = corpus / "evidence" / "records" / "sight-singing"
    assert "that it helps." in (folder / f"{given}-2.yml").read_text(encoding="utf-8")
    assert "that all helps." in (folder / f"{given}.yml").read_text(encoding="utf-8")


def test_new_rows_of_one_claim_come_in_once(corpus: Path, capsys: pytest.CaptureFixture[str]):
    bring(corpus, "rows.csv", CSV_HEADER + CSV_ROW + CSV_ROW.replace("Managers", "MANAGERS"))
    out = capsys.readouterr().out
    assert "Left out, line 3: 'cobb-2018-conductors-meant-helps' makes the same claim." in out


@pytest.mark.parametrize(
    "folder", ["clean_corpus", pytest.param("project", marks=pytest.mark.evidence)]
)
def test_an_export_comes_back_as_drafts_that_say_the_same(
    folder: str, tmp_path: Path, as_of: date, request: pytest.FixtureRequest
):
    root = request.getfixturevalue(folder)
    kb = load(root)
    wanted = [r for r in kb.records.values() if r.notice is None and not r.exceptions]
    shutil.copytree(root / "evidence", tmp_path / "evidence")
    shutil.rmtree(tmp_path / "evidence" / "records")
    table = [row for row in records_table(kb) if row["id"] in {r.id for r in wanted}]
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(table[0]))
    writer.writeheader()
    writer.writerows(table)
    assert bring(tmp_path, "records.csv", stream.getvalue()) == 0
    again, _ = read(tmp_path, as_of=date.max)
    drafts = {entry.id: entry.value for entry in again.records}
    assert set(drafts) == {r.id for r in wanted}
    for record in wanted:
        # A table of records has no room for figures, checks and judgements: they have their own.
        apart = {"results": (), "source_check": None, "appraisal": None}
        assert drafts[record.id] == record.model_copy(update={"status": "draft", **apart})


def test_cells_that_were_kept_from_being_formulas_are_given_back(corpus: Path):
    row = CSV_ROW.replace("not_reported", "'=5 managers")
    assert bring(corpus, "rows.csv", CSV_HEADER + row) == 0
    path = corpus / "evidence/records/sight-singing/cobb-2018-conductors-meant-helps.yml"
    assert "sample: =5 managers\n" in path.read_text(encoding="utf-8")

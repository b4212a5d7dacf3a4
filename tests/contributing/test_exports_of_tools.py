"""Files as tools of the trade write them, each with what some importer got wrong in public."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from kb import main
from knowledge_base.contributing.references.entry_fields import entry_of
from knowledge_base.contributing.references.formats import FORMATS, recognised
from knowledge_base.contributing.references.merge import Merged, merge
from knowledge_base.loading import read
from knowledge_base.reading.evidence import Evidence

Fields = dict[str, str]

COVIDENCE = "TY  - JOUR\nT1  - On tea\nA1  - Roe, A.\nY1  - 2021\nPG  - 2-9\nJO  - Tea\nER  - \n"
EMBASE = (
    "TY  - JOUR\nT1  - On tea\nA1  - dos Santos H.B.\nY1  - 2021\nJF  - Journal of Tea\n"
    "JO  - J. Tea\nCY  - A. Roe, Kent\nL2  - http://dx.doi.org/10.1234/t.1\nER  - \n\n"
    "Link to the Embase record\n"
)
COCHRANE = (
    "Record #1 of 2\n\nTY  -  JOUR\nAU  -  Roe, A\nTI  -  On tea\nJA  -  Trials\nPY  -  2021\n"
    "SP  -  39‐47\nC3  -  PUBMED 21314913\nER  -  \n"
)
REGISTER = (
    "TY  -  JOUR\nAU  -  NCT04321,\nTI  -  A trial of tea\nPY  -  2020\n"
    "JA  -  https://clinicaltrials.gov/show/NCT04321\nER  -  \n"
)
EBSCO = (
    "TY  - JOUR\nID  - 147887838\nT1  - On tea\nAU  - Roe, Ann\nT2  - Its leaves\nJF  - Time\n"
    "CY  - ,\nPY  - 2018/07/28/\nL3  - 10.1016/j.x.2018.01\nER  - \n"
)
OVID = (
    "1. \nTY  - JOUR\nID  - 2021-94054-001\nDO  - https://dx.doi.org/10.1186/s1\nT1  - On tea\n"
    "A1  - Roe, Ann\nA2  - Achenbach, T., Rescorla, L., Achenbach, Boulter\nY1  - 2021//\n"
    "JF  - Journal of Tea\nSP  - No Pagination Specified\nER  - \n"
)
PMID_WITHIN = "TY  - JOUR\nPMID- 3\nTI  - On tea\nAU  - Roe, A.\nPY  - 2021\nJO  - Tea\nER  - \n"
INDENTED = "  TY  - JOUR\n  TI  - On tea\n  AU  - Roe, A.\n  PY  - 2021\n  JO  - Tea\n  ER  - \n"
FIRST_AUTHOR = (
    "TY  - JOUR\nTI  - On tea\nA1  - Roe A\nAU  - Doe B\nPY  - 20210504\nJO  - Tea\nER  - \n"
)
ENDNOTE = (
    "TY  - JOUR\nAU  - Roe, A.\nPY  - 2021\nT2  - Tea\nTI  - On tea\nID  - 1234\n"
    "L1  - internal-pdf://1/Roe 2021.pdf\nUR  - http://dx.doi.org/10.1234/t%2F1\nER  - \n"
)
MENDELEY = (
    "TY  - JOUR\nAU  - Roe, A.\nPY  - 2021\nT2  - Tea\nTI  - On tea\n"
    "UR  - https://tea.org/1 file:///Users/ann/Mendeley Desktop/Roe - 2021.pdf\nER  - \n"
)
ZOTERO = (
    "TY  - JOUR\nTI  - On tea\nAU  - Roe, Ann\nPY  - 2021\nT2  - Tea\n"
    "UR  - https://tea.org/1\nY2  - 2024/01/23/21:42:58\nL1  - files/12/Roe - 2021.pdf\nER  - \n"
)
HATHI_TRUST = "%T On tea\n%A Roe, A.\n%D 1921\n\n%T On milk\n%A Doe, B.\n%D 1922\n"
NO_DOI = "%0 Book\n%A Roe, A.\n%T On tea\n%I Kent\n%D 2021\n%R oai:nb.no:99 URN:NBN:no-1\n"
ERIC = (
    "\nOWN - ERIC\nTI  - On tea\nAU  - Roe, Ann\nJT  - Tea\nAID - http://dx.doi.org/10.1234/t.1\n"
    "DP  - 2021\nLID - http://eric.ed.gov/?id=EJ1\nISSN - ISSN-1234-5679\n\nOWN - ERIC\n"
    "TI  - On milk\nAU  - Doe, B.\nJT  - Milk\nDP  - 2020\n"
)
CHAPTER = "PMID- 1\nTI  - On tea\nBTI - Hot drinks\nPB  - Kent\nDP  - 2021\nFAU - Roe, Ann\n"
JUNIOR = "PMID- 1\nTI  - On tea\nJT  - Tea\nDP  - 2021\nFAU - van der Roe, Piet Jr\nAU  - Roe PJ\n"
REFWORKS = (
    "RT Journal Article\nID 206\nA1 Roe,Ann\nT1 On tea\nYR 2021\nJF Tea\nVO 1\nSP 2\nOP 9\n"
    "DO 10.1234/t.1\n\nRT Report\nA1 Department of Tea\nT1 On milk\nYR 2020\nPB The Crown\n"
)
SCOPUS_BIB = (
    "@CONFERENCE{Roe2021,\n author = {Roe, A.},\n title = {On tea},\n year = {2021},\n"
    " journal = {Talks on Tea},\n note = {Cited by: 3}\n}\n"
)
GUIDANCE = (
    "@techreport{noauthor_on_2021,\n title = {On tea},\n institution = {Department of Tea},\n"
    " year = {2021},\n}\n"
)
UNBRACED = "@misc{a, author = {Department for Education and Roe, A.}, title = {On tea}, year=2021}"
EXTENDED = (
    "@online{a,\n author = {family=Roe, given=Ann, prefix=van der, useprefix=true},\n"
    " title = {On tea},\n date = {2021},\n url = {https://tea.org}\n}\n"
)
CITAVI = (
    "@misc{a,\n author = {Roe, A.},\n title = {On {\\textquotedbl}tea{\\textquotedbl}},\n"
    " year = 2021,\n url = {\\url{https://tea.org/a_b}},\n urldate = {23.01.2024}\n}\n"
)
IN_PRESS = "@misc{a, author = {Roe, A.}, title = {On tea}, year = {in press}}\n"
CROSSREF = json.dumps(
    {
        "status": "ok",
        "message": {
            "type": "journal-article",
            "title": ["On <i>tea</i> &amp; milk"],
            "subtitle": ["A study"],
            "author": [
                {"given": "Ann", "family": "Roe", "sequence": "first", "affiliation": []},
                {"name": "Tea Group", "sequence": "additional", "affiliation": []},
            ],
            "container-title": ["Journal of Tea", "J Tea"],
            "issued": {"date-parts": [[2021, 5]]},
            "DOI": "10.1234/t.1",
        },
    }
)
EPPI = json.dumps(
    {
        "References": [
            {
                "ItemId": 1,
                "Title": "On tea",
                "ParentTitle": "Tea",
                "Year": "2021",
                "TypeName": "Journal, Article",
                "Authors": "Roe Ann ; de la Doe Ben J ; Department of Tea ; ",
            }
        ]
    }
)
LENS = (
    "Lens ID,Title,Date Published,Publication Year,Source Title,Author/s,Issue Number,Start Page,"
    "End Page,DOI\n000-1,On tea,2021-05-04,2021,Tea,Ann Roe; Piet van der Doe,2,3,9,10.1234/t.1\n"
)
OPENALEX = (
    "id,doi,display_name,publication_year,type,authorships.author.display_name,"
    "primary_location.source.display_name,biblio.volume,biblio.first_page,biblio.last_page\n"
    "https://openalex.org/W1,https://doi.org/10.1234/t.1,On tea,2021,article,Ann Roe|B. van Doe,"
    "Tea,26,3,9\n"
)
PUBMED_CSV = (
    "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year\n"
    '1,On tea,"Roe AK, O\'Doe RE.",x,Roe AK,Tea,2021\n'
)
CINAHL = (
    "Article Title,Author,Journal Title,ISSN,Publication Date,Volume,First Page,Page Count,PLink\n"
    'On tea,"Roe, Ann; Doe, Ben",Tea,"=""12345679""","=""4/3/2021""",1,3,9,https://tea.org\n'
)
EMBASE_CSV = (
    '"SEARCH QUERY","tea:ti"\n-------\n\n"Title","Author Names","Source","Source title",'
    '"Publication Year","First Page","Last Page","Article Language"\n'
    '"On tea","Roe A., dos Santos H.B.","Tea (2021) 1:2","Tea","2021","3","9","English"\n'
)
EMBASE_EXCEL = EMBASE_CSV.replace('","', '";"')
DIMENSIONS = (
    "\"About the data: Exported on Jan 23, 2024. Criteria: 'tea' in title; year is 2021.\"\n"
    "Rank,DOI,Title,Source title,PubYear,Publication Date,Pagination,Authors,Dimensions URL\n"
    '1,10.1234/t.1,On tea,Tea,2021,2021-05,3-9,"Roe, Ann; Doe, Ben",https://tea.org\n'
)
COCHRANE_CSV = 'CENTRAL ID,Author(s),Title,Source,Year\nCN-1,"Roe, A; Doe, B",On tea,Tea,2021\n'
RAYYAN = (
    "key,title,year,journal,authors,location,doi\nrayyan-1,On tea,2021,Tea,"
    '"Roe, A. and Doe, B.C. and Tea Group","A. Roe, Kent","10.1234/t.1     LK  - https://x.org"\n'
)
SCOPUS_CSV = (
    'Authors,Title,Year,Source title\n"Roe A., Doe B.C.",On tea,2021,Tea\n'
    '"[No author name available]",Editorial,2020,Tea\n'
)
WEB_OF_SCIENCE = (
    "PT\tAU\tAF\tTI\tSO\tSP\tPD\tPY\tBP\tEP\tDI\tDA\n"
    'J\tRoe, A; Doe, B\tRoe, Ann; Doe, Ben\t"Tea" and milk\tTEA\tA fund\tMAY\t2021\t3\t9\t'
    '10.1234/t.1\t2024-06-05\nJ\tRoe, A\t\tThe 5" cup\tTEA\t\t\t2020\t\t\t\t\n'
)
APA = 'Title,Authors,Year,Journal\nOn tea,"Roe, A., Doe, B. C., & Poe, D.",2021,Tea\n'
NATURAL = 'Title,Authors,Year,Journal\nOn tea,"Ann Roe, Ben Doe, Di Poe",2021,Tea\n'

TEA = {"title": "On tea", "year": "2021"}
CASES: dict[str, tuple[str, list[Fields]]] = {
    "covidence": (COVIDENCE, [TEA | {"pages": "2--9", "journal": "Tea"}]),
    "embase": (
        EMBASE,
        [
            TEA
            | {"author": "dos Santos, H.B.", "journal": "Journal of Tea", "address": ""}
            | {"doi": "10.1234/t.1", "url": ""}
        ],
    ),
    "cochrane": (COCHRANE, [TEA | {"journal": "Trials", "pages": "39--47"}]),
    "register of trials": (
        REGISTER,
        [{"author": "{NCT04321}", "url": "https://clinicaltrials.gov/show/NCT04321"}],
    ),
    "ebsco": (
        EBSCO,
        [{"journal": "Time", "doi": "10.1016/j.x.2018.01", "month": "28 July", "address": ""}],
    ),
    "psycinfo of ovid": (OVID, [TEA | {"author": "Roe, Ann", "editor": "", "pages": ""}]),
    "pubmed's number in ris": (PMID_WITHIN, [TEA | {"journal": "Tea"}]),
    "indented": (INDENTED, [TEA]),
    "first author apart": (FIRST_AUTHOR, [TEA | {"author": "Roe, A and Doe, B", "month": "4 May"}]),
    "endnote's own files": (ENDNOTE, [TEA | {"doi": "10.1234/t/1", "url": ""}]),
    "mendeley's own files": (MENDELEY, [TEA | {"url": "https://tea.org/1"}]),
    "zotero": (ZOTERO, [TEA | {"url": "https://tea.org/1", "urldate": "2024-01-23"}]),
    "hathitrust": (HATHI_TRUST, [{"title": "On tea"}, {"title": "On milk", "year": "1922"}]),
    "an endnote number that is no doi": (NO_DOI, [TEA | {"doi": ""}]),
    "eric": (
        ERIC,
        [
            TEA | {"doi": "10.1234/t.1", "issn": "1234-5679", "url": "http://eric.ed.gov/?id=EJ1"},
            {"title": "On milk"},
        ],
    ),
    "a chapter of pubmed": (CHAPTER, [TEA | {"booktitle": "Hot drinks"}]),
    "a junior of pubmed": (JUNIOR, [TEA | {"author": "van der Roe, Jr, Piet"}]),
    "refworks": (
        REFWORKS,
        [
            TEA | {"author": "Roe, Ann", "pages": "2--9", "doi": "10.1234/t.1"},
            {"author": "{Department of Tea}", "institution": "The Crown"},
        ],
    ),
    "scopus's bibtex": (SCOPUS_BIB, [TEA | {"booktitle": "Talks on Tea", "note": ""}]),
    "a report without people": (GUIDANCE, [TEA | {"author": "{Department of Tea}"}]),
    "a body without braces": (
        UNBRACED,
        [TEA | {"author": "{Department for Education} and Roe, A."}],
    ),
    "names of biblatex": (EXTENDED, [TEA | {"author": "van der Roe, Ann"}]),
    "citavi": (
        CITAVI,
        [{"title": 'On "tea"', "url": "https://tea.org/a_b", "urldate": "2024-01-23"}],
    ),
    "in press": (IN_PRESS, [{"year": "n.d."}]),
    "crossref": (
        CROSSREF,
        [
            {
                "title": "On tea \\& milk: A study",
                "author": "Roe, Ann and {Tea Group}",
                "journal": "Journal of Tea",
                "month": "May",
            }
        ],
    ),
    "eppi-reviewer": (
        EPPI,
        [TEA | {"author": "Roe, Ann and de la Doe, Ben J and {Department of Tea}"}],
    ),
    "lens": (
        LENS,
        [
            TEA
            | {"author": "Roe, Ann and van der Doe, Piet", "journal": "Tea", "pages": "3--9"}
            | {"month": "4 May"}
        ],
    ),
    "openalex": (OPENALEX, [TEA | {"author": "Roe, Ann and van Doe, B.", "doi": "10.1234/t.1"}]),
    "pubmed's table": (PUBMED_CSV, [TEA | {"author": "Roe, AK and O'Doe, RE", "journal": "Tea"}]),
    "cinahl's table": (
        CINAHL,
        [TEA | {"issn": "12345679", "month": "3 April", "pages": "3", "journal": "Tea"}],
    ),
    "embase's table": (
        EMBASE_CSV,
        [TEA | {"author": "Roe, A. and dos Santos, H.B.", "journal": "Tea", "language": "English"}],
    ),
    "embase's table saved by Excel": (EMBASE_EXCEL, [TEA | {"journal": "Tea", "pages": "3--9"}]),
    "dimensions": (DIMENSIONS, [TEA | {"author": "Roe, Ann and Doe, Ben", "pages": "3--9"}]),
    "cochrane's table": (COCHRANE_CSV, [TEA | {"journal": "Tea", "author": "Roe, A and Doe, B"}]),
    "rayyan": (
        RAYYAN,
        [TEA | {"author": "Roe, A. and Doe, B.C. and {Tea Group}", "doi": "10.1234/t.1"}],
    ),
    "scopus's table": (SCOPUS_CSV, [TEA | {"author": "Roe, A. and Doe, B.C."}, {"author": ""}]),
    "web of science's table": (
        WEB_OF_SCIENCE,
        [
            {
                "title": '"{Tea}" and milk',
                "author": "Roe, Ann and Doe, Ben",
                "month": "May",
                "pages": "3--9",
                "doi": "10.1234/t.1",
            },
            {"title": 'The 5" cup', "author": "Roe, A"},
        ],
    ),
    "names as APA has them": (APA, [TEA | {"author": "Roe, A. and Doe, B. C. and Poe, D."}]),
    "names in natural order": (NATURAL, [TEA | {"author": "Roe, Ann and Doe, Ben and Poe, Di"}]),
}


@pytest.mark.parametrize("tool", CASES)
def test_what_a_tool_writes_comes_in_as_it_means_it(tool: str):
    text, expected = CASES[tool]
    reading = FORMATS[recognised(text) or ""].read(text, "x")
    assert not reading.broken
    entries = [dict(entry_of(reference).fields) for reference in reading.references]
    assert [
        {name: fields.get(name, "") for name in wanted}
        for fields, wanted in zip(entries, expected, strict=True)
    ] == expected


@pytest.fixture(scope="module")
def nothing(clean_corpus: Path, as_of: date) -> Evidence:
    """Evidence without files or sources."""
    return replace(read(clean_corpus, as_of=as_of)[0], files={}, sources={})


def merged(text: str, evidence: Evidence) -> Merged:
    reading = FORMATS[recognised(text) or ""].read(text, "x")
    return merge(evidence, reading.references, "x")


def reasons(text: str, evidence: Evidence) -> str:
    return "\n".join(remark.reason for remark in merged(text, evidence).remarks)


@pytest.mark.parametrize("text", [EBSCO, OVID, ENDNOTE, LENS.replace("Lens ID", "Key")])
def test_a_databases_number_is_no_key(text: str, nothing: Evidence):
    result = merged(text, nothing)
    assert all(key.startswith("roe20") for key in result.keys)
    assert "Its own key" not in reasons(text, nothing)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (ENDNOTE, "A link to a file on somebody's computer is left out."),
        (MENDELEY, "A link to a file on somebody's computer is left out."),
        (IN_PRESS, "Its year is ‘in press’; n.d. is written."),
        (GUIDANCE, "It names no author; the body that issued it stands for one."),
        (
            COVIDENCE.replace("Roe, A.", "Ann Roe"),
            "‘Ann Roe’ has no comma, so it is taken for the name of a body.",
        ),
        (
            "@article{a, author = {Roe, A.}, title = {On tea}, year = 2021, journal = jtea}",
            "The file does not say what ‘jtea’ in the field ‘journal’ stands for.",
        ),
    ],
)
def test_what_was_decided_is_named(text: str, sentence: str, nothing: Evidence):
    assert sentence in reasons(text, nothing)


@pytest.mark.parametrize(
    ("text", "name"), [(OVID, "editor"), (EMBASE, "address"), (SCOPUS_BIB, "note"), (NO_DOI, "R")]
)
def test_what_is_no_part_of_the_reference_is_named(text: str, name: str, nothing: Evidence):
    assert name in merged(text, nothing).left_out


def test_a_reference_that_lacks_something_is_named_in_its_own_words(nothing: Evidence):
    findings = [f for f in merged(SCOPUS_CSV, nothing).findings if f.rule == "missing-field"]
    assert [(f.location.line, f.message) for f in findings] == [
        (3, "this reference has no 'author'.")
    ]
    assert "{" not in findings[0].hint


@pytest.mark.parametrize(
    "content",
    [
        {"data": {"type": "dois", "attributes": {"titles": [{"title": "On tea"}]}}},
        {"meta": {"count": 1}, "results": [{"title": "On tea", "type": "article"}]},
    ],
)
def test_json_that_is_no_list_of_references_is_refused(content: object):
    text = json.dumps(content)
    (broken,) = FORMATS[recognised(text) or ""].read(text, "x").broken
    assert "no reference: it has no title" in broken.finding.message


def test_a_workbook_of_references_comes_in_like_its_table(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    workbook = Workbook()
    for row in (
        ["SEARCH QUERY", "tea:ti"],
        [],
        ["Title", "Author Names", "Publication Year", "Source title", "Notes"],
        ["On tea", "Roe A., Doe B.C.", 2021, "Tea", "x"],
        ["On milk", "", 2021, "Milk", ""],
    ):
        workbook.active.append(row)
    file = tmp_path / "records.xlsx"
    workbook.save(file)
    assert main(["--root", str(corpus), "import", str(file)]) == 1
    assert f"{file}:5:1: error[missing-field] this reference has no 'author'." in (
        capsys.readouterr().out
    )
    rest = tmp_path / "rest.csv"
    assert main(["--root", str(corpus), "import", str(file), "--rest", str(rest)]) == 0
    out = capsys.readouterr().out
    assert "roe2021: Roe and Doe (2021) On tea" in out
    assert "Fields left out: Notes." in out
    assert "2 rows before the names of the columns left out." in out
    rest.write_text(rest.read_text(encoding="utf-8").replace("On milk,", "On milk,Poe D."))
    assert main(["--root", str(corpus), "import", str(rest)]) == 0
    assert (corpus / "evidence/sources/poe2021.bib").is_file()

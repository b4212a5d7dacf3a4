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
OVID_TAGGED = (
    "\n<1. >\nVN  - Ovid Technologies\nDB  - PsycINFO\nTI  - On tea. [References].\nYR  - 2015\n"
    "AU  - Roe, Ann\nAU  - Doe, Ben\nIN  - Roe, Ann: Kent\n\n      Doe, Ben: Kent\n"
    "SO  - Tea. Vol.43(5), Sep 2015, pp. 623-634.\nPT  - Peer Reviewed Journal\n"
    "DO  - http://dx.doi.org/10.1234/t.1\nMO  - Sep\n\n<23. >\nVN  - Ovid Technologies\n"
    "DB  - Journals@Ovid\nAU  - Roe, Ann B. MD, PhD 1,2,+\nAU  - Doe, Ben. *\n"
    "TI  - On milk.  [Article]\nSO  - Milk & Cream January/February 2010;14(1):56\n"
)
OVID_MEDLINE = (
    "<1. >\nUI  - 1\nAU  - Roe A\nFA  - Roe, Ann\nTI  - On tea.\n"
    "SO  - Journal of Tea. 45(5 Pt 1):1345-60, 2010 Oct.\nDP  - 2010 Oct\n"
)
OVID_BOOKS = (
    "<1. >\nVN - Ovid Technologies\nTI - On tea\nAU - Roe, Ann [Author, Reprint Author]\n"
    "SO - Doe, Ben [Ed]; Poe, Di [Ed]. (2012). Hot drinks: A reader. (pp. 11-31). xvii, 254 pp.\n"
    "PU - Kent; UK\nPT - Book\nDT - Chapter\n\n<2. >\nVN - Ovid Technologies\nTI - On milk\n"
    "DB - Books@Ovid\nED - Roe, Ann;  Doe, Ben\nET - 2nd Edition\nPU - Kent\nYR - 2020\n"
)
PUBMED_ARTICLE = """<PubmedArticle><MedlineCitation><PMID>1</PMID><Article>
<Journal><ISSN>1234-5679</ISSN><JournalIssue><Volume>35</Volume><Issue>5</Issue>
<PubDate><Year>2021</Year><Month>Sep</Month><Day>4</Day></PubDate></JournalIssue>
<Title>Journal of tea</Title></Journal>
<ArticleTitle>On <i>tea</i> &amp; milk.</ArticleTitle>
<ELocationID EIdType="pii">e42</ELocationID><ELocationID EIdType="doi">10.1234/t.1</ELocationID>
<Abstract><AbstractText>Tea.</AbstractText></Abstract>
<AuthorList><Author><LastName>van Roe</LastName><ForeName>Ann B</ForeName>
<Suffix>Jr</Suffix></Author>
<Author><CollectiveName>Tea, Milk and Sugar Group.</CollectiveName></Author></AuthorList>
<Language>eng</Language></Article></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="pubmed">1</ArticleId></ArticleIdList>
<ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.9/other</ArticleId>
</ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>
"""
PUBMED_XML = (
    '<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" '
    '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_190101.dtd">\n<PubmedArticleSet>\n'
    + PUBMED_ARTICLE
    + "<PubmedArticle><MedlineCitation><Article><Journal><JournalIssue><PubDate><MedlineDate>"
    "2010 Sep-Oct</MedlineDate></PubDate></JournalIssue><Title>bioRxiv</Title></Journal>"
    "<ArticleTitle/><AuthorList><Author><LastName>Doe</LastName></Author></AuthorList>"
    "<PublicationTypeList><PublicationType>Preprint</PublicationType></PublicationTypeList>"
    "<VernacularTitle>Om te.</VernacularTitle></Article></MedlineCitation></PubmedArticle>\n"
    "<PubmedBookArticle><BookDocument><ArticleIdList><ArticleId IdType='doi'>10.1234/t.2"
    "</ArticleId></ArticleIdList><Book><Publisher><PublisherName>Kent</PublisherName></Publisher>"
    "<BookTitle>Hot drinks</BookTitle><PubDate><Year>2020</Year></PubDate>"
    "<AuthorList Type='editors'><Author><LastName>Poe</LastName><ForeName>Di</ForeName></Author>"
    "</AuthorList></Book>"
    "<ArticleTitle>On milk</ArticleTitle><AuthorList Type='authors'><Author>"
    "<LastName>Roe</LastName><ForeName>Ann</ForeName></Author></AuthorList>"
    "</BookDocument></PubmedBookArticle>\n"
    "<PubmedBookArticle><BookDocument><Book><Publisher><PublisherName>Kent</PublisherName>"
    "</Publisher><BookTitle>On tea</BookTitle><PubDate><Year>2021</Year></PubDate>"
    "<AuthorList><Author><LastName>Roe</LastName></Author></AuthorList></Book></BookDocument></PubmedBookArticle>\n"
    "</PubmedArticleSet>"
)
WORK = {
    "id": "https://openalex.org/W1",
    "doi": "https://doi.org/10.1234/t.1",
    "title": "On <i>tea</i>",
    "display_name": "On tea",
    "publication_year": 2021,
    "publication_date": "2021-05-04",
    "type": "article",
    "authorships": [
        {"author": {"display_name": "Ann Roe", "orcid": None}, "author_position": "first"},
        {"author": {"display_name": "Piet van der Doe"}, "author_position": "last"},
    ],
    "primary_location": {
        "landing_page_url": "https://doi.org/10.1234/t.1",
        "source": {"display_name": "Tea", "issn_l": "1234-5679"},
    },
    "biblio": {"volume": "26", "issue": None, "first_page": "3", "last_page": "3"},
    "abstract_inverted_index": {"Tea": [0]},
}
OPENALEX_ANSWER = json.dumps({"meta": {"count": 2}, "results": [WORK, {**WORK, "biblio": None}]})
DEPOSIT = {
    "id": "https://doi.org/10.1234/t.1",
    "doi": "10.1234/t.1",
    "url": "https://tea.org/1",
    "types": {"ris": "RPRT", "citeproc": "report", "resourceTypeGeneral": "Report"},
    "creators": [
        {"name": "Roe, Ann", "nameType": "Personal", "givenName": "Ann", "familyName": "Roe"},
        {"name": "Department of Tea, Kent", "nameType": "Organizational"},
        {"name": "Doe, Ben"},
    ],
    "contributors": [{"name": "A library", "contributorType": "HostingInstitution"}],
    "titles": [
        {"title": "Tee", "titleType": "TranslatedTitle"},
        {"title": "On tea"},
        {"title": "A study", "titleType": "Subtitle"},
    ],
    "publisher": {"name": "The Crown"},
    "publicationYear": 2021,
    "dates": [{"date": "2021-05-04", "dateType": "Issued"}],
    "container": {},
}
PAPER_IN = {
    "relatedItems": [
        {"relationType": "Cites", "titles": [{"title": "On sugar"}]},
        {"relationType": "IsPublishedIn", "titles": [{"title": "Tea"}], "volume": "4"},
    ],
    "types": {"ris": "RPRT", "citeproc": "article-journal", "bibtex": "article"},
}
DATACITE_ANSWER = json.dumps(
    {"data": [{"type": "dois", "attributes": one} for one in (DEPOSIT, DEPOSIT | PAPER_IN)]}
)
PROCEEDINGS = (
    "FN Clarivate\nVR 1.0\nPT B\nAU Roe, A\nTI On tea\n"
    "SO TALKS ON TEA\nCT 7th Meeting\nPY 2021\nER\n\nEF"
)
ARTICLE_NUMBER = (
    "TY  - JOUR\nTI  - On tea\nAU  - Roe, A.\nPY  - 2021\nT2  - Tea\nC7  - e12\nER  - \n"
)
CONTACT = "PT J\nAU Roe, Ann (ann@tea.org)\n   Doe, Ben\nTI On tea\nSO TEA\nPY 2021\nER\n"
STRINGS = (
    '@string{and = " and "}\n@string{roe = "Roe, Ann"}\n'
    '@article{a, author = roe # and # "Doe, Ben", title = {On tea}, journal = {Tea}, year = 2021,'
    " eid = {e12}}\n"
)
PROQUEST = (
    "Title,StoreId,Authors,digitalObjectIdentifier,documentType,pages,placeOfPublication,publisher,"
    'pubdate,pubtitle,year,DocumentURL\nOn tea,1,"Roe, Ann; Doe, Ben",10.1234/t.1,Article,3-9,Kent,'
    "Leaf,May 2021,Tea,2021,https://tea.org/1\n"
)
PUBLISH_OR_PERISH = (
    "Cites,Authors,Title,Year,Source,Publisher,ArticleURL,Type,DOI,Volume,Issue,StartPage,EndPage\n"
    '3,"A Roe, B van Doe",On tea,2021,Tea,Leaf,https://tea.org/1,,10.1234/t.1,1,2,3,9\n'
)
SYRF = "Title,Authors,PublicationName,Year,Doi\nOn tea,Ann Roe;Ben Doe,Tea,2021,10.1234/t.1\n"
ART_NO = "Authors,Title,Year,Source title,Art. No.\nRoe A.,On tea,2021,Tea,117\n"
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
    "ovid's tags": (
        OVID_TAGGED,
        [
            {"title": "On tea", "author": "Roe, Ann and Doe, Ben", "journal": "Tea", "volume": "43"}
            | {"number": "5", "pages": "623--634", "month": "September", "doi": "10.1234/t.1"},
            {"title": "On milk", "author": "Roe, Ann B. and Doe, Ben", "year": "2010"}
            | {"journal": "Milk \\& Cream", "volume": "14", "number": "1", "pages": "56"},
        ],
    ),
    "medline of ovid": (
        OVID_MEDLINE,
        [
            {"title": "On tea", "author": "Roe, Ann", "journal": "Journal of Tea"}
            | {"volume": "45", "number": "5 Pt 1", "pages": "1345--60", "year": "2010"}
            | {"month": "October"}
        ],
    ),
    "books of ovid": (
        OVID_BOOKS,
        [
            {"author": "Roe, Ann", "editor": "Doe, Ben and Poe, Di", "pages": "11--31"}
            | {"booktitle": "Hot drinks: A reader", "year": "2012"},
            {"editor": "Roe, Ann and Doe, Ben", "publisher": "Kent", "edition": "2nd Edition"},
        ],
    ),
    "pubmed's xml": (
        PUBMED_XML,
        [
            {"title": "On tea \\& milk", "journal": "Journal of tea", "month": "4 September"}
            | {"author": "van Roe, Jr, Ann B and {Tea, Milk and Sugar Group}", "pages": "e42"}
            | {"year": "2021", "volume": "35", "number": "5", "doi": "10.1234/t.1"},
            {"title": "Om te", "howpublished": "bioRxiv", "year": "2010", "journal": ""},
            {"title": "On milk", "booktitle": "Hot drinks", "author": "Roe, Ann"}
            | {"editor": "Poe, Di", "publisher": "Kent", "doi": "10.1234/t.2"},
            TEA | {"publisher": "Kent", "author": "Roe"},
        ],
    ),
    "openalex's json": (
        OPENALEX_ANSWER,
        [
            TEA
            | {"author": "Roe, Ann and van der Doe, Piet", "journal": "Tea", "pages": "3"}
            | {
                "doi": "10.1234/t.1",
                "month": "4 May",
                "volume": "26",
                "issn": "1234-5679",
                "url": "",
            },
            TEA | {"pages": ""},
        ],
    ),
    "a work of openalex": (json.dumps(WORK, indent=1), [TEA | {"journal": "Tea"}]),
    "datacite": (
        DATACITE_ANSWER,
        [
            {"title": "On tea: A study", "institution": "The Crown", "month": "4 May"}
            | {"author": "Roe, Ann and {Department of Tea, Kent} and Doe, Ben", "year": "2021"}
            | {"doi": "10.1234/t.1", "url": "https://tea.org/1", "editor": ""},
            {"journal": "Tea", "volume": "4", "publisher": "The Crown"},
        ],
    ),
    "a deposit of datacite": (json.dumps(DEPOSIT), [{"title": "On tea: A study"}]),
    "proceedings of web of science": (PROCEEDINGS, [TEA | {"booktitle": "TALKS ON TEA"}]),
    "an article's number": (ARTICLE_NUMBER, [TEA | {"pages": "e12"}]),
    "an article's number in a table": (ART_NO, [TEA | {"pages": "117"}]),
    "proquest's table": (
        PROQUEST,
        [
            TEA
            | {"author": "Roe, Ann and Doe, Ben", "journal": "Tea", "doi": "10.1234/t.1"}
            | {"month": "May", "pages": "3--9", "url": "https://tea.org/1"}
        ],
    ),
    "publish or perish": (
        PUBLISH_OR_PERISH,
        [TEA | {"author": "Roe, A and van Doe, B", "journal": "Tea", "pages": "3--9"}],
    ),
    "syrf": (SYRF, [TEA | {"journal": "Tea", "doi": "10.1234/t.1"}]),
    "a paper of wiley that is not printed yet": (
        COVIDENCE.replace("PG  - 2-9", "VL  - n/a\nIS  - ahead-of-print\nDO  - doi:10.1234/t.1."),
        [TEA | {"volume": "", "number": "", "doi": "10.1234/t.1"}],
    ),
    "a page that was looked at": (
        COVIDENCE.replace("PG  - 2-9", "DO  - https://tea.org/1\nY2  - 3 May 2021"),
        [TEA | {"doi": "", "url": "https://tea.org/1", "urldate": "2021-05-03"}],
    ),
    "signs in mendeley's bibtex": (
        SCOPUS_BIB.replace("On tea", r"On \textless UK\textgreater{} tea"),
        [{"title": "On <UK> tea"}],
    ),
    "a contact's address": (CONTACT, [TEA | {"author": "Roe, Ann and Doe, Ben"}]),
    "abbreviations put together": (
        STRINGS,
        [TEA | {"author": "Roe, Ann and Doe, Ben", "pages": "e12"}],
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


def test_a_body_that_the_file_calls_one_is_no_guess(nothing: Evidence):
    text = DATACITE_ANSWER.replace("Department of Tea, Kent", "Tea Makers")
    assert "taken for the name of a body" not in reasons(text, nothing)
    assert "taken for the name of a body" in reasons(text.replace("Organizational", ""), nothing)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (OVID, "editor"),
        (EMBASE, "address"),
        (SCOPUS_BIB, "note"),
        (NO_DOI, "R"),
        (OVID_TAGGED, "IN"),
        (PUBMED_XML, "Abstract"),
        (OPENALEX_ANSWER, "abstract_inverted_index"),
        (DATACITE_ANSWER, "contributors"),
    ],
)
def test_what_is_no_part_of_the_reference_is_named(text: str, name: str, nothing: Evidence):
    assert name in merged(text, nothing).left_out


def test_a_reference_that_lacks_something_is_named_in_its_own_words(nothing: Evidence):
    findings = [f for f in merged(SCOPUS_CSV, nothing).findings if f.rule == "missing-field"]
    assert [(f.location.line, f.message) for f in findings] == [
        (3, "this reference has no 'author'.")
    ]
    assert "{" not in findings[0].hint


@pytest.mark.parametrize("text", [PUBMED_XML, OPENALEX_ANSWER, DATACITE_ANSWER, OVID_TAGGED])
def test_what_is_refused_of_it_is_a_file_of_the_same_kind(text: str):
    form = FORMATS[recognised(text) or ""]
    reading = form.read(text, "x")
    of_the_rest = "".join(
        [reading.head, reading.separator.join(one.text for one in reading.references), reading.tail]
    )
    assert recognised(of_the_rest) == recognised(text)
    again = form.read(of_the_rest, "x").references
    assert [entry_of(one) for one in again] == [entry_of(one) for one in reading.references]


def test_each_element_of_xml_has_the_line_that_it_begins_on():
    lines = [one.line for one in FORMATS["pubmed-xml"].read(PUBMED_XML, "x").references]
    assert [PUBMED_XML.splitlines()[line - 1][:20] for line in lines] == [
        "<PubmedArticle><Medl",
        "<PubmedArticle><Medl",
        "<PubmedBookArticle><",
        "<PubmedBookArticle><",
    ]


def test_xml_that_would_grow_without_end_is_refused():
    bomb = PUBMED_XML.replace(
        '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_190101.dtd">',
        '"x" [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
    )
    (broken,) = FORMATS[recognised(bomb) or ""].read(bomb, "x").broken
    assert "can't be read as XML" in broken.finding.message


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
    assert f"{file}:A5: error[missing-field] this reference has no 'author'." in (
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

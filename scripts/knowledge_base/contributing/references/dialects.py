"""The kinds of files in which each line names a field.

RIS: https://en.wikipedia.org/wiki/RIS_(file_format). EndNote's tags:
https://en.wikipedia.org/wiki/Refer_(software). PubMed's:
https://www.nlm.nih.gov/bsd/mms/medlineelements.html. Web of Science's: the help of the database.
"""

from __future__ import annotations

import re

from knowledge_base.contributing.references.tagged import Dialect, Tags

RIS = Dialect(
    line=re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {0,2}-(?: (?P<value>.*))?\Z"),
    first="TY",
    last="ER",
    fields={
        "title": "TI T1 CT",
        "container": "T2 JF JO BT C3 JA J2",
        "date": "PY Y1",
        "day": "DA",
        "volume": "VL",
        "number": "IS",
        "address": "CY",
        "edition": "ET",
        "language": "LA",
        "first_page": "SP",
        "last_page": "EP",
        "published_by": "PB",
        "issn": "SN",
        "doi": "DO",
        "url": "UR L1 L2",
        "urldate": "Y2",
        "type": "M3",
    },
    authors="AU A1",
    editors="ED A2",
    key="ID",
)

ENDNOTE = Dialect(
    line=re.compile(r"%(?P<tag>[0-9A-Z!-/:-@\[-`{-~])(?: (?P<value>.*))?\Z"),
    first="0",
    last="",
    fields={
        "title": "T",
        "container": "J B",
        "date": "D",
        "day": "8",
        "volume": "V",
        "number": "N",
        "pages": "P",
        "published_by": "I",
        "address": "C",
        "edition": "7",
        "language": "G",
        "issn": "@",
        "doi": "R",
        "url": "U",
        "urldate": "[",
        "type": "9",
    },
    authors="A",
    editors="E",
)


def _pubmed_kind(tags: Tags) -> str:
    return "BOOK" if any(tag == "BTI" for tag, _ in tags) else "JOUR"


PUBMED = Dialect(
    line=re.compile(r"(?P<tag>[A-Z]{2,4}) *- (?P<value>.*)\Z"),
    first="PMID",
    last="",
    fields={
        "title": "TI BTI",
        "container": "JT TA",
        "date": "DP",
        "volume": "VI",
        "number": "IP",
        "pages": "PG",
        "published_by": "PB",
        "address": "PL",
        "language": "LA",
        "issn": "IS",
        "doi": "AID LID",
    },
    authors="FAU AU CN",
    editors="FED ED",
    fuller={"AU": "FAU", "ED": "FED"},
    kind=_pubmed_kind,
    silent="OWN STAT DCOM LR JID PT",
)

_PUBLICATION_TYPES = {"J": "JOUR", "B": "BOOK", "S": "CHAP", "P": "PAT"}


def _web_of_science_kind(tags: Tags) -> str:
    publication_type = next((value for tag, value in tags if tag == "PT"), "")
    return _PUBLICATION_TYPES.get(publication_type, publication_type)


WEB_OF_SCIENCE = Dialect(
    line=re.compile(r"(?P<tag>[A-Z][A-Z0-9])(?: (?P<value>.*))?\Z"),
    first="PT",
    last="ER",
    fields={
        "title": "TI",
        "container": "SO",
        "date": "PY",
        "day": "PD",
        "volume": "VL",
        "number": "IS",
        "pages": "AR",
        "first_page": "BP",
        "last_page": "EP",
        "published_by": "PU",
        "address": "PI",
        "language": "LA",
        "issn": "SN EI BN",
        "doi": "DI",
    },
    authors="AF AU CA",
    editors="BE ED",
    fuller={"AU": "AF"},
    several=frozenset(["AU", "AF", "BA", "BE", "ED", "CA"]),
    frame=frozenset(["FN", "VR", "EF"]),
    kind=_web_of_science_kind,
    silent="UT",
)

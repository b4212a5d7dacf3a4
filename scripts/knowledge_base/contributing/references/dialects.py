"""The kinds of files in which each line names a field.

RIS: https://en.wikipedia.org/wiki/RIS_(file_format). EndNote's tags:
https://en.wikipedia.org/wiki/Refer_(software). PubMed's:
https://www.nlm.nih.gov/bsd/mms/medlineelements.html. Ovid's, Web of Science's and RefWorks's: their
help.
"""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge_base.contributing.references.tagged import Dialect, Tags

RIS = Dialect(
    # A word processor turns hyphens into dashes, and blanks into others.
    line=re.compile(r"\s*(?P<tag>[A-Z][A-Z0-9]|PMID)\s{0,2}[-–](?:\s(?P<value>.*))?\Z"),
    first="TY",
    last="ER",
    fields={
        "title": "TI T1 CT",
        "container": "JF T2 JO BT JA J2 C3",
        "date": "PY Y1",
        "day": "DA Y1",
        "volume": "VL",
        "number": "IS",
        "address": "CY",
        "edition": "ET",
        "language": "LA",
        "pages": "PG C7",
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
    maybe_doi="DI L3",
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
        "url": "U",
        "urldate": "[",
        "type": "9",
    },
    authors="A",
    editors="E",
    maybe_doi="R",
    without_first="Generic",
)


def _pubmed_kind(tags: Tags) -> str:
    names = {tag for tag, _ in tags}
    if ("PT", "Preprint") in tags:
        return "preprint"
    return "JOUR" if "BTI" not in names else "CHAP" if "TI" in names else "BOOK"


PUBMED = Dialect(
    line=re.compile(r"(?P<tag>[A-Z]{2,4}) *- (?P<value>.*)\Z"),
    first="PMID",
    last="",
    fields={
        "title": "TI BTI TT",
        "container": "JT TA",
        "date": "DP",
        "volume": "VI",
        "number": "IP",
        "pages": "PG",
        "published_by": "PB",
        "address": "PL",
        "language": "LA",
        "issn": "IS ISBN",
        "booktitle": "BTI",
    },
    authors="FAU AU CN",
    editors="FED ED",
    fuller={"AU": "FAU", "ED": "FED"},
    kind=_pubmed_kind,
    maybe_doi="AID LID",
    silent="OWN STAT DCOM LR JID PT",
)

ERIC = replace(
    PUBMED,
    first="OWN",
    fields={**PUBMED.fields, "issn": "ISSN", "url": "LID"},
    maybe_doi="AID",
)
"""ERIC writes PubMed's tags, without PubMed's number."""

_TAG_AND_VALUE = re.compile(r"(?P<tag>[A-Z][A-Z0-9])(?: (?P<value>.*))?\Z")
"""A line of Web of Science's and of RefWorks's files."""

PUBLICATION_TYPES = {"J": "JOUR", "B": "BOOK", "S": "CHAP", "C": "CONF", "P": "PAT"}
"""The types of RIS, by Web of Science's letters for them."""


def _web_of_science_kind(tags: Tags) -> str:
    publication_type = next((value for tag, value in tags if tag == "PT"), "")
    if publication_type != "J" and any(tag == "CT" for tag, _ in tags):
        return "CONF"
    return PUBLICATION_TYPES.get(publication_type, publication_type)


WEB_OF_SCIENCE = Dialect(
    line=_TAG_AND_VALUE,
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

_OVID_TYPES = {"chapter": "CHAP", "dissertation": "THES", "patent": "PAT", "book": "BOOK"}
"""The types of RIS, by a word in what Ovid's databases call them."""


def _ovid_kind(tags: Tags) -> str:
    called = " ".join(value for tag, value in tags if tag in ("DB", "DT", "PT")).lower()
    return next((kind for word, kind in _OVID_TYPES.items() if word in called), "JOUR")


OVID = Dialect(
    line=re.compile(r" ?(?P<tag>[A-Z]{2,5}|<)(?: {0,2}- |(?=\d+\. ?>))(?P<value>.*)\Z"),
    first="<",
    last="",
    fields={
        "title": "TI",
        "citation": "SO",
        "container": "JN",
        "date": "YR DP",
        "day": "MO DG",
        "volume": "VO VI",
        "number": "IP",
        "pages": "PG",
        "published_by": "PB PU",
        "edition": "ET",
        "language": "LG",
        "issn": "IS IB",
        "doi": "DO DI",
        "url": "JL IU",
    },
    authors="AU FA CA",
    editors="ED",
    fuller={"AU": "FA"},
    kind=_ovid_kind,
    in_citation=re.compile(
        r"(?=(?:.*?(?<![-:\d])(?P<date>(?:19|20)\d{2})(?![-\d(]))?)"
        r"(?:(?P<editor>(?:[^\[\]]+ \[Ed[^\[\]]*\][.,;]? *)+)(?:\(\d{4}\)\. )?)?"
        r"(?P<container>.+?)(?=[.,]? (?:Vol\.|[(\[]|\d+[ (:,;])|\.?:\d| [\w/]+ \d{4};|\.?\Z)"
        r"(?:.*?[ .;](?P<volume>\d+) ?(?:\((?P<number>[^()]+)\)|(?=[:,])))?"
        r"(?:.*?(?:: ?|\bpp?\.? )(?P<pages>\w*\d(?:-\w+)?))?"
    ),
    silent="VN DB AN UP",
)
"""Ovid numbers its references, and says where one appeared in a line of running text."""

REFWORKS = Dialect(
    line=_TAG_AND_VALUE,
    first="RT",
    last="",
    fields={
        "title": "T1",
        "container": "T2 JF JO",
        "date": "YR",
        "day": "FD",
        "volume": "VO",
        "number": "IS",
        "address": "PP",
        "edition": "ED",
        "language": "LA",
        "first_page": "SP",
        "last_page": "OP",
        "published_by": "PB",
        "issn": "SN",
        "url": "UL LK",
        "urldate": "RD",
    },
    authors="A1",
    editors="A2",
    maybe_doi="DO",
    silent="SR ID",
)

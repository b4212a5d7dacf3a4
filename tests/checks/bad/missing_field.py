# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, remove, replace

CASES = {
    "a record lacks a field": Case(
        replace("records/sight-singing/cobb-2018-confidence.yml", "sample: 14 singers\n", ""),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:11:1: error[missing-field] 'sample' is missing.
    Add 'sample:'. What the source does not report is written 'not_reported'.
""",
    ),
    "a part of a record lacks a field": Case(
        replace(
            "records/sight-singing/cobb-2018-confidence.yml", "  location: Section 3 > Course\n", ""
        ),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:15:3: error[missing-field] 'location' is missing.
    Add 'location:'.
""",
    ),
    "a part of a list lacks a field": Case(
        replace("logic-model.yml", "  - from: money\n    to: courses\n", "  - from: money\n"),
        report="""
evidence/logic-model.yml:38:5: error[missing-field] 'to' is missing.
    Add 'to:'.
""",
    ),
    "a source lacks a field": Case(
        replace("sources/moss2016.bib", "  year = {2016},\n", ""),
        report="""
evidence/sources/moss2016.bib:1:1: error[missing-field] the source 'moss2016' has no 'year'.
    Add year = {…}, or {n.d.} where the document gives no year.
""",
    ),
    "a source lacks what its type needs": Case(
        replace("sources/moss2016.bib", "  publisher = {Nowhere Press},\n", ""),
        report="""
evidence/sources/moss2016.bib:1:1: error[missing-field] the source 'moss2016' has no 'publisher'.
    Add publisher = {…}, or make it '@misc', which needs none.
""",
    ),
    "a source's author is nothing but braces": Case(
        replace("sources/moss2016.bib", "author = {Moss, G. and Tarn, H.}", "author = {{}}"),
        report="""
evidence/sources/moss2016.bib:2:3: error[missing-field] the source 'moss2016' has no 'author'.
    Add author = {…}.
""",
    ),
    "a source's field is empty": Case(
        replace("sources/moss2016.bib", "author = {Moss, G. and Tarn, H.}", "author = { }"),
        report="""
evidence/sources/moss2016.bib:2:3: error[missing-field] the source 'moss2016' has no 'author'.
    Add author = {…}.
""",
    ),
    "a file is missing": Case(
        remove("gaps.yml"),
        report="""
evidence/gaps.yml:1:1: error[missing-field] this file is missing.
    Bring it back from the last version in which it was there.
""",
    ),
    "all sources are missing": Case(
        remove("sources"),
        report="""
evidence/sources:1:1: error[missing-field] this folder is missing.
    Bring it back from the last version in which it was there.
""",
    ),
    "a vocabulary is missing": Case(
        remove("vocabularies/region.yml"),
        report="""
evidence/vocabularies/region.yml:1:1: error[missing-field] this file is missing.
    Bring it back from the last version in which it was there.
""",
    ),
}

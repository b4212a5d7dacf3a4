from cases import Case, remove, replace

CASES = {
    "a record lacks a field": Case(
        replace("records/training/cobb-2018-confidence.yml", "sample: 14 key workers\n", ""),
        report="",
    ),
    "a part of a record lacks a field": Case(
        replace(
            "records/training/cobb-2018-confidence.yml", "  location: Section 3 > Training\n", ""
        ),
        report="",
    ),
    "a part of a list lacks a field": Case(
        replace("logic-model.yml", "  - from: money\n    to: courses\n", "  - from: money\n"),
        report="",
    ),
    "a source lacks a field": Case(replace("sources.bib", "  year = {2016},\n", ""), report=""),
    "a source's field is empty": Case(
        replace("sources.bib", "author = {Moss, G. and Tarn, H.}", "author = { }"), report=""
    ),
    "a file is missing": Case(remove("gaps.yml"), report=""),
    "the bibliography is missing": Case(remove("sources.bib"), report=""),
    "a vocabulary is missing": Case(remove("vocabularies/region.yml"), report=""),
}

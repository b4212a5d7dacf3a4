# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, replace

CASES = {
    "a note is to be written": Case(
        append("records/sight-singing/cobb-2018-confidence.yml", "note: TBC with the author.\n"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:19:7: error[unfinished-text] 'TBC' marks what is still to be written.
    Write it, or take the text away; what the source does not say is 'not_reported'.
""",
    ),
    "a filler stands in a list of texts": Case(
        replace(
            "report.yml",
            "  - text: To describe the parts of a model.",
            "  - text: Lorem ipsum dolor sit amet.",
        ),
        report="""
evidence/report.yml:6:11: error[unfinished-text] 'Lorem ipsum' marks what is still to be written.
    Write it, or take the text away; what the source does not say is 'not_reported'.
""",
    ),
    "a field of a source is to be looked up": Case(
        replace("sources/moss2016.bib", "publisher = {Nowhere Press}", "publisher = {TODO}"),
        report="""
evidence/sources/moss2016.bib:4:3: error[unfinished-text] 'TODO' marks what is still to be written.
    Write it, or take the field away.
""",
    ),
    "a filler in small letters": Case(
        append("records/sight-singing/cobb-2018-confidence.yml", "note: The reason is xxx.\n"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:19:7: error[unfinished-text] 'xxx' marks what is still to be written.
    Write it, or take the text away; what the source does not say is 'not_reported'.
""",
    ),
}

# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

RECORD = "records/training/cobb-2018-confidence.yml"
CLAIM = "Key workers felt more confident after the course."

CASES = {
    "a character without width": Case(
        replace(RECORD, CLAIM, "Key workers felt more con\u200bfident after the course."),
        report="""
evidence/records/training/cobb-2018-confidence.yml:2:33: error[invisible-character] the invisible character U+200B stands here (zero width space).
    Delete it, and write the words around it anew; it often comes with text from a PDF.
""",
    ),
    "a mark that turns the direction of writing": Case(
        replace(RECORD, CLAIM, "Key workers felt more \u202econfident\u202c after the course."),
        report="""
evidence/records/training/cobb-2018-confidence.yml:2:30: error[invisible-character] the invisible character U+202E stands here (right-to-left override).
    Delete it, and write the words around it anew; it often comes with text from a PDF.
evidence/records/training/cobb-2018-confidence.yml:2:40: error[invisible-character] the invisible character U+202C stands here (pop directional formatting).
    Delete it, and write the words around it anew; it often comes with text from a PDF.
""",
    ),
    "a control character that YAML refuses": Case(
        replace(RECORD, CLAIM, "Key workers felt more \x1b[31mconfident after the course."),
        report="""
evidence/records/training/cobb-2018-confidence.yml:2:30: error[invisible-character] the invisible character U+001B stands here (control character).
    Delete it, and write the words around it anew; it often comes with text from a PDF.
""",
    ),
    "a line break that editors don't show": Case(
        replace(RECORD, CLAIM, "Key workers felt more confident\u2028after the course."),
        report="""
evidence/records/training/cobb-2018-confidence.yml:2:39: error[invisible-character] the invisible character U+2028 stands here (line separator).
    Delete it, and write the words around it anew; it often comes with text from a PDF.
""",
    ),
    "a control character spelled out in quotes": Case(
        replace(RECORD, CLAIM, '"Key workers felt more \\e[31mconfident after the course."'),
        report="""
evidence/records/training/cobb-2018-confidence.yml:2:8: error[invisible-character] the invisible character U+001B stands here (control character).
    Delete it, and write the words around it anew; it often comes with text from a PDF.
""",
    ),
    "a mark of the byte order within a file": Case(
        replace(RECORD, "component: training", "\ufeff\ufeffcomponent: training"),
        report="""
evidence/records/training/cobb-2018-confidence.yml:1:1: error[invisible-character] the invisible character U+FEFF stands here (zero width no-break space).
    Delete it, and write the words around it anew; it often comes with text from a PDF.
""",
    ),
    "in the bibliography": Case(
        replace("sources.bib", "Family trees, reviewed", "Family\xad trees, reviewed"),
        report="""
evidence/sources.bib:55:18: error[invisible-character] the invisible character U+00AD stands here (soft hyphen).
    Delete it, and write the words around it anew; it often comes with text from a PDF.
""",
    ),
}

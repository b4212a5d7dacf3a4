# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, replace

RECORD = "records/sight-singing/cobb-2018-confidence.yml"
CLAIM = "Singers felt more confident after the course."

CASES = {
    "a character without width": Case(
        replace(RECORD, CLAIM, "Singers felt more con\u200bfident after the course."),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:2:29: error[invisible-character] the invisible character U+200B stands here (zero width space).
    Delete it, and write the words around it anew; it often comes with text from a PDF.
""",
    ),
    "a mark that turns the direction of writing": Case(
        replace(RECORD, CLAIM, "Singers felt more \u202econfident\u202c after the course."),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:2:26: error[invisible-character] the invisible character U+202E stands here (right-to-left override).
    Delete it, and write the words around it anew; it often comes with text from a PDF.
evidence/records/sight-singing/cobb-2018-confidence.yml:2:36: error[invisible-character] the invisible character U+202C stands here (pop directional formatting).
    Delete it, and write the words around it anew; it often comes with text from a PDF.
""",
    ),
    "a control character that YAML refuses": Case(
        replace(RECORD, CLAIM, "Singers felt more \x1b[31mconfident after the course."),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:2:26: error[invisible-character] the invisible character U+001B stands here (control character).
    Delete it, and write the words around it anew; it often comes with text from a PDF.
""",
    ),
    "a line break that editors don't show": Case(
        replace(RECORD, CLAIM, "Singers felt more confident\u2028after the course."),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:2:35: error[invisible-character] the invisible character U+2028 stands here (line separator).
    Delete it, and write the words around it anew; it often comes with text from a PDF.
""",
    ),
    "a control character spelled out in quotes": Case(
        replace(RECORD, CLAIM, '"Singers felt more \\e[31mconfident after the course."'),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:2:8: error[invisible-character] the invisible character U+001B stands here (control character).
    Delete it, and write the words around it anew; it often comes with text from a PDF.
""",
    ),
    "a mark of the byte order within a file": Case(
        replace(RECORD, "component: sight-singing", "\ufeff\ufeffcomponent: sight-singing"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:1:1: error[invisible-character] the invisible character U+FEFF stands here (zero width no-break space).
    Delete it, and write the words around it anew; it often comes with text from a PDF.
""",
    ),
    "in the bibliography": Case(
        replace("sources/moss2016.bib", "Song maps, reviewed", "Song\xad maps, reviewed"),
        report="""
evidence/sources/moss2016.bib:3:16: error[invisible-character] the invisible character U+00AD stands here (soft hyphen).
    Delete it, and write the words around it anew; it often comes with text from a PDF.
""",
    ),
    "a stray carriage return": Case(
        replace(
            "records/sight-singing/cobb-2018-confidence.yml",
            "sample: 14 singers",
            "sample: 14\rsingers",
        ),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:11:11: error[invisible-character] the invisible character U+000D stands here (control character).
    Delete it, and write the words around it anew; it often comes with text from a PDF.
""",
    ),
    "a filler of another script": Case(
        replace(
            "records/sight-singing/cobb-2018-confidence.yml",
            "sample: 14 singers",
            "sample: 14 \N{HANGUL FILLER}singers",
        ),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:11:12: error[invisible-character] the invisible character U+3164 stands here (hangul filler).
    Delete it, and write the words around it anew; it often comes with text from a PDF.
""",
    ),
}

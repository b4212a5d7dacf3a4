# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, cut, replace

INTERVIEWS = "records/sight-singing/cobb-2018-confidence.yml"

CASES = {
    "a comment cuts a text": Case(
        replace("vocabularies/evidence-basis.yml", "Something was", "Something #was"),
        report="""
evidence/vocabularies/evidence-basis.yml:10:25: error[cut-text] what follows the '#' on this line is a comment, and no part of the text.
    Put quotes around a text that holds ' #'; write a comment on a line of its own.
evidence/vocabularies/evidence-basis.yml:10:76: error[cut-text] 'definition' stops in the middle of a sentence.
    Write it to its end, and end it with a full stop.
""",
    ),
    "a comment stands behind a value": Case(
        replace(INTERVIEWS, "sample: 14 singers", "sample: 14 singers # of three choirs"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:11:20: error[cut-text] what follows the '#' on this line is a comment, and no part of the text.
    Put quotes around a text that holds ' #'; write a comment on a line of its own.
""",
    ),
    "a sentence stops in the middle": Case(
        append(INTERVIEWS, "note: The interviews were held in the\n"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:19:37: error[cut-text] 'note' stops in the middle of a sentence.
    Write it to its end, and end it with a full stop.
""",
    ),
    "a question stops in the middle": Case(
        replace("gaps.yml", "How do the parts work together?", "How do the parts work"),
        report="""
evidence/gaps.yml:3:33: error[cut-text] 'question' stops in the middle of a sentence.
    Write it to its end, and end it with a full stop.
""",
    ),
    "what would close a gap stops in the middle": Case(
        replace(
            "gaps.yml",
            "  components: [all-together]\n  outcomes: [audience-outcomes]",
            "  closing: Ask the\n  components: [all-together]\n  outcomes: [audience-outcomes]",
        ),
        report="""
evidence/gaps.yml:5:18: error[cut-text] 'closing' stops in the middle of a sentence.
    Write it to its end, and end it with a full stop.
""",
    ),
    "a headline stops in the middle": Case(
        replace(
            "discrepancies.yml",
            "  statement: One page",
            "  headline: Words such as vital or\n  statement: One page",
        ),
        report="""
evidence/discrepancies.yml:4:34: error[cut-text] 'headline' stops in the middle of a sentence.
    Write it to its end, and end it with a full stop.
""",
    ),
    "a file stops in the middle of a line": Case(
        append(INTERVIEWS, "note: The interviews were held."),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:19:32: warning[cut-text] the file ends in the middle of a line, so it may have been cut off.
    Compare its end with what you meant to write, and end it with a line break.
""",
    ),
    "a source stops in the middle": Case(
        cut("sources/heron2022.bib", "/paper},\n}", ""),
        report="""
evidence/sources/heron2022.bib:1:1: error[malformed-bibtex] the entry 'heron2022' can't be read.
    Check that every brace that opens also closes, and that a comma ends each field.
evidence/sources/heron2022.bib:8:35: warning[cut-text] the file ends in the middle of a line, so it may have been cut off.
    Compare its end with what you meant to write, and end it with a line break.
""",
    ),
    "the note of a record with figures stops in the middle": Case(
        replace(
            "records/song-maps/heron-2022-no-difference.yml",
            "appraisal:\n",
            "note: The part that was read\nappraisal:\n",
        ),
        report="""
evidence/records/song-maps/heron-2022-no-difference.yml:36:28: error[cut-text] 'note' stops in the middle of a sentence.
    Write it to its end, and end it with a full stop.
""",
    ),
}

# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, write

CASES = {
    "a record is larger than any text of ours": Case(
        append("records/sight-singing/cobb-2018-confidence.yml", "#" * 256 * 1024),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:1:1: error[file-too-large] the file has 262,592 bytes, more than 262,144.
    Keep one record, source, study or provider a file; no text of ours is that long.
""",
    ),
    "the one file of all sources is larger than any of ours": Case(
        write("sources.bib", b"%" * (4 * 1024 * 1024 + 1)),
        report="""
evidence/sources.bib:1:1: error[file-too-large] the file has 4,194,305 bytes, more than 4,194,304.
    Keep one record, source, study or provider a file; no text of ours is that long.
""",
    ),
}

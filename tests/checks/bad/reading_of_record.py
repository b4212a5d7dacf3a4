# ruff: noqa: E501 - reports stand here exactly as they are printed
from cases import Case, append, replace

ABSTRACT = "records/song-maps/heron-2022-no-difference.yml"
CITED = "records/sight-singing/cobb-2018-confidence.yml"
PAPER = "records/part-rehearsals/brindle-2017-leaving-no-difference.yml"
PAPER_READING = """reading:
  address: https://brindle.example.org/paper
  on: 2024-05-20
  kind: live-page
"""
READING = """reading:
  address: https://heron.example.org/abstract
  on: 2024-05-02
  kind: dated-copy
"""

CASES = {
    "an abstract was read, but nobody says which copy": Case(
        replace(ABSTRACT, READING, ""),
        replace(ABSTRACT, '  page_date: "2022-03"\n', ""),
        report="""
evidence/records/song-maps/heron-2022-no-difference.yml:15:11: error[reading-of-record] only a part of the source was read, but not in which copy and when.
    Add 'reading:' with 'address', 'on' and 'kind'.
""",
    ),
    "nobody can find the place in the abstract": Case(
        replace(ABSTRACT, 'support: "no clear difference was seen"\n', ""),
        report="""
evidence/records/song-maps/heron-2022-no-difference.yml:15:11: error[reading-of-record] nobody can find the place in the source again.
    Add 'support:' with at most ten of the source's own words.
""",
    ),
    "a paper was read, but nobody says which copy": Case(
        replace(PAPER, PAPER_READING, ""),
        report="""
evidence/records/part-rehearsals/brindle-2017-leaving-no-difference.yml:13:11: error[reading-of-record] the source was read, but not in which copy and when.
    Add 'reading:' with 'address', 'on' and 'kind'.
""",
    ),
    "nobody can find the place in the paper": Case(
        replace(PAPER, 'support: "as many had left as without them"\n', ""),
        report="""
evidence/records/part-rehearsals/brindle-2017-leaving-no-difference.yml:13:11: error[reading-of-record] nobody can find the place in the source again.
    Add 'support:' with at most ten of the source's own words.
""",
    ),
    "another document than the report was read, but nobody says which copy": Case(
        replace(CITED, "source: fernhollow2021", "source: heron2022"),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:13:11: error[reading-of-record] another document was read, but not in which copy and when.
    Add 'reading:' with 'address', 'on' and 'kind'.
evidence/records/sight-singing/cobb-2018-confidence.yml:13:11: error[reading-of-record] nobody can find the place in the source again.
    Add 'support:' with at most ten of the source's own words.
""",
    ),
    "what was not read was read in a copy": Case(
        append(CITED, READING),
        report="""
evidence/records/sight-singing/cobb-2018-confidence.yml:17:8: error[order-of-days] the record was added on 2024-02-01, before it was read (2024-05-02).
    Correct the one that is wrong.
evidence/records/sight-singing/cobb-2018-confidence.yml:19:1: error[reading-of-record] the source was not read, so there is no copy of it that was read.
    Remove 'reading', or correct 'how_read'.
""",
    ),
}
